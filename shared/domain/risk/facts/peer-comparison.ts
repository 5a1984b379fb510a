/** A company's own figures, which never depend on other companies; an absent one is unknown. */
export interface PeerFigures {
  readonly holdMinutes?: number | undefined;
}

/** A company compared with its peers in how long its money stays. */
export interface PeerComparison {
  /** The trade, size and age of the peers, such as `G|0|1`; `*` stands for all. */
  readonly cell: string;
  /** The number of peers of which it is known; in a company's facts the lower bound of its step: 1, 30, 50, 100, 200, 500, 1000. */
  readonly count: number;
  /** The lower bound of the share of peers whose money stays no longer: 0, .01, .05, .1, .25, .5, .75, .9, .95, .99. */
  readonly below: number;
}
