interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** The timers for which functions wait. */
export class Timers {
  #waiting: Timer[] = [];

  set(at: number, run: () => void): void {
    this.#waiting.push({ at, run });
  }

  /** The instant at which each timer ends. */
  get instants(): readonly number[] {
    return this.#waiting.map(({ at }) => at);
  }

  /**
   * @returns whether a timer ended at this instant or before
   */
  runUntil(now: number): boolean {
    const due = this.#waiting.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    if (due.length === 0) return false;
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    for (const { run } of due) run();
    return true;
  }
}
