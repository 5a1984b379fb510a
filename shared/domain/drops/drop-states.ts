interface StateOfDrop {
  /** Whether the facts of the drop count. */
  readonly counts: boolean;
  /** Whether what the drop says replaces what earlier drops of its name said about the same. */
  readonly replaces: boolean;
  readonly next: readonly string[];
}

/**
 * The states of a drop and what each may become. `read` and `unreadable` stand, the latter up to the row at which the
 * file breaks off. `stopped` means that the whole file is doubted and nobody has decided yet; its readable rows are
 * released by making it stand, or it is given up. What stood is left out by a decision, or replaced by a later drop.
 */
export const DROP_STATES = {
  reading: { counts: false, replaces: false, next: ['read', 'unreadable', 'stopped', 'left_out'] },
  read: { counts: true, replaces: true, next: ['left_out', 'replaced'] },
  unreadable: { counts: true, replaces: true, next: ['left_out', 'replaced'] },
  stopped: { counts: false, replaces: false, next: ['read', 'unreadable', 'given_up'] },
  given_up: { counts: false, replaces: false, next: ['read', 'unreadable'] },
  left_out: { counts: false, replaces: false, next: ['read', 'unreadable', 'reading'] },
  replaced: { counts: false, replaces: true, next: [] },
} as const satisfies Readonly<Record<string, StateOfDrop>>;

export type DropState = keyof typeof DROP_STATES;
export const DROP_STATE_NAMES = Object.keys(DROP_STATES).filter((state): state is DropState => state in DROP_STATES);

/** Whether the facts of a drop in this state count. */
export const isCounting = (state: DropState): boolean => DROP_STATES[state].counts;

export const mayReplace = (state: DropState): boolean => DROP_STATES[state].replaces;

/** Whether a decision can let the rows of a drop count that were read before. */
export const mayBeReleased = (state: DropState): boolean =>
  state !== 'reading' && !isCounting(state) && mayBecome(state, 'read');

export const mayBecome = (from: DropState, to: DropState): boolean =>
  from === to || DROP_STATES[from].next.some((next) => next === to);
