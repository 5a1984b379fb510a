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
  /** Whether the endpoint of the bank has failed before it is called. */
  readonly isTroubled: boolean;
  /** Whether a delivery waits of which the notice is gone. */
  readonly isNoticeGone: boolean;
  /** Whether readers find that accounts were listed by their numbers without zeros. */
  readonly isListedByNumber: boolean;
  /** Whether a file is announced that is gone. */
  readonly isFileGone: boolean;
  /** Whether queries of a company's facts are answered in several pages. */
  readonly hasPages: boolean;
  /** Whether the bank decides twice at once, and objects twice at once with other reasons under one key. */
  readonly repliesTwice: boolean;
}

/**
 * The features of a large run, and of the run without faults with which each run is compared. The last ten are of small
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
  isTroubled: false,
  isNoticeGone: false,
  isListedByNumber: false,
  isFileGone: false,
  hasPages: false,
  repliesTwice: false,
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
  isTroubled: chance() < 0.4,
  isNoticeGone: chance() < 0.4,
  isListedByNumber: chance() < 0.4,
  isFileGone: chance() < 0.2,
  hasPages: chance() < 0.2,
  repliesTwice: chance() < 0.5,
});
