/**
 * The functions whose messages may lead back to them more often than 16 times, with the number of hops after which a
 * message is parked. Lambda does not stop their chains (`RecursiveLoop: Allow`). The numbers are far above what a chain
 * needs, so that only one without an end reaches them, after hours.
 */
export const LONG_CHAINS = {
  /** One run of several minutes after another reads a large file. */
  '1-read-file': 500,
  /** Sweeps go by pages. */
  'sweep-due': 1000,
  /** A backlog goes by turns of a few seconds; what is left is the clock's. */
  'deliver-notice': 1000,
  /** Dead letters are moved by parts. */
  'do-operator-task': 500,
  /** Each file that ends while a batch is handled changes the coverage, and the batch is handled again. */
  '2-verify-people': 1000,
  /** The same, and companies have each other assessed while bands change. */
  '3-assess-company': 1000,
  /** A survey that changed the profile has companies assessed, which ask for the next one. */
  'survey-province': 1000,
} as const satisfies Readonly<Record<string, number>>;
