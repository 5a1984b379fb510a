/**
 * What happens in a run beside its files, its replies and faults. A small run leaves some of it out, by chance, so that it
 * takes less time and two runs differ more.
 */
export interface Features {
  /** Whether functions are started as soon as a message waits; otherwise most batches have more messages. */
  readonly isEager: boolean;
  /** The most functions of one step at a time, of at most as many as the stack allows. */
  readonly atOnce: number;
  /** The probability that the clocks tick within the act; they always tick at its end. */
  readonly ticks: number;
  readonly dropsAgain: boolean;
  /** Whether receivers acknowledge notices at the beginning of the act, and again while notices are being changed. */
  readonly acknowledges: boolean;
  readonly acknowledgesLater: boolean;
  /** How many kinds of requests are not answered. */
  readonly silences: number;
  /** Whether an index shows one function no new delivery. */
  readonly isBacklogLate: boolean;
  /** Whether the wrong file, where there may be one, is a file that is stopped. */
  readonly stops: boolean;
  /** Whether the police read their feed. */
  readonly readsFeed: boolean;
  /** Whether notices are lost before every company is assessed anew, as after a table was restored. */
  readonly isRestored: boolean;
}

/**
 * The features of a large run, and of the run without faults with which each run is compared. The last four are of small
 * runs alone.
 */
export const ALL_FEATURES: Features = {
  isEager: true,
  atOnce: 3,
  ticks: 0.5,
  dropsAgain: true,
  acknowledges: true,
  acknowledgesLater: true,
  silences: 4,
  isBacklogLate: false,
  stops: false,
  readsFeed: false,
  isRestored: false,
};

/** @param chance the numbers between 0 and 1 that the seed leads to */
export const someFeatures = (chance: () => number): Features => ({
  isEager: chance() < 0.2,
  atOnce: 2,
  ticks: 0.25,
  dropsAgain: chance() < 0.4,
  acknowledges: chance() < 0.3,
  acknowledgesLater: chance() < 0.3,
  silences: 2,
  isBacklogLate: chance() < 0.5,
  stops: chance() < 0.4,
  readsFeed: chance() < 0.15,
  isRestored: chance() < 0.5,
});
