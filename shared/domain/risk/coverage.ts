/** The first and the last day (or period) of rows read. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
export type Spans = Readonly<Record<string, Span>>;

/** What one feed has covered: by kind (a signal's kind, a bank) the span of its rows in files read to their end. */
export interface FeedCoverage {
  readonly spans: Spans;
  /** What its senders say of their files. */
  readonly statements: readonly CoverageStatement[];
  /** A file of the feed is being read: until it ends, its silences say nothing. */
  readonly beingRead: boolean;
}

/** What a sender says its files cover (manifest.json), once one of these files has been read to its end. */
export interface CoverageStatement {
  /** Kinds of rows; none: every kind that the files hold. */
  readonly kinds?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `all`: a company that the data do not contain has none; `listed`: the data concern the companies in them alone. */
  readonly population: 'all' | 'listed';
  /** Names of offices; none: the whole province. */
  readonly offices?: readonly string[] | undefined;
  /** By kind the days of the rows that were read of it. */
  readonly read: Spans;
}

/** Joins what two files covered: the earlier and the later date of each kind hold, so that the order of files decides nothing. */
export function joinSpans(a: Spans, b: Spans): Record<string, Span> {
  const joined = { ...a };
  for (const [kind, { from, to }] of Object.entries(b)) {
    const known = joined[kind];
    joined[kind] = known
      ? { from: from < known.from ? from : known.from, to: to > known.to ? to : known.to }
      : { from, to };
  }
  return joined;
}
