/** The first and the last day (or period) of rows read. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
export type Spans = Readonly<Record<string, Span>>;

/** What one feed has covered: by kind (a signal's kind, a bank) the span of its rows in files read to their end. */
export interface FeedCoverage {
  readonly spans: Spans;
  /** A file of the feed is being read: until it ends, missing rows mean nothing. */
  readonly beingRead: boolean;
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
