/** What companies of one trade, size and age are compared in. */
export const PEER_MEASURES = ['outShare', 'holdMinutes', 'evenness', 'declaredShare', 'insured'] as const;
export type PeerMeasure = (typeof PEER_MEASURES)[number];

/** A company's own figures; an absent one is unknown. They never depend on others. */
export type PeerFigures = Readonly<Partial<Record<PeerMeasure, number>>>;

/** A company compared with its peers. */
export interface PeerComparison {
  /** Trade, size and age of those it is compared with, `G|0|1`; `*` where companies of all were taken together. */
  readonly cell: string;
  readonly count: number;
  /** Lower bound of the share of them with a smaller figure: 0, .01, .05, .1, .25, .5, .75, .9, .95, .99. */
  readonly below: Readonly<Partial<Record<PeerMeasure, number>>>;
}
