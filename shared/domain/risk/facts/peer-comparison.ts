/** The figures in which companies of one trade, size and age are compared. */
export const PEER_INDICATORS = ['outShare', 'holdMinutes', 'evenness', 'declaredShare', 'insured'] as const;
export type PeerIndicator = (typeof PEER_INDICATORS)[number];

/** A company's own figures, which never depend on other companies; an absent one is unknown. */
export type PeerFigures = Readonly<Partial<Record<PeerIndicator, number>>>;

/** A company compared with its peers. */
export interface PeerComparison {
  /** The trade, size and age of the peers, such as `G|0|1`; `*` stands for all. */
  readonly cell: string;
  /** The number of peers; in a company's facts the lower bound of its step: 1, 30, 50, 100, 200, 500, 1000. */
  readonly count: number;
  /** For each figure, the lower bound of the share of peers with a smaller one: 0, .01, .05, .1, .25, .5, .75, .9, .95, .99. */
  readonly below: Readonly<Partial<Record<PeerIndicator, number>>>;
}
