/** What one feed has covered: by kind (a signal's kind, a bank) the latest date or period in files read to their end. */
export interface FeedCoverage {
  readonly latest: Readonly<Record<string, string>>;
  /** A file of the feed is being read: until it ends, its silences say nothing. */
  readonly beingRead: boolean;
}

/** Joins what two files covered: the later date of each kind holds, so that the order of files decides nothing. */
export function joinCoverage(
  a: Readonly<Record<string, string>>,
  b: Readonly<Record<string, string>>,
): Record<string, string> {
  const joined = { ...a };
  for (const [kind, date] of Object.entries(b)) if (date > (joined[kind] ?? '')) joined[kind] = date;
  return joined;
}
