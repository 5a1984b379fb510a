/**
 * The functions whose messages may lead back to them more often than 16 times, with the number of hops after which a message
 * is parked. Lambda does not stop their chains (`RecursiveLoop: Allow`). Pages and turns each do a part of the work, so
 * their chains may be long. Where one message may send many, a long chain is a fault.
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
  /** Companies have each other assessed while bands change, and are assessed again where the coverage changed meanwhile. */
  '2-verify-people': 64,
  '3-assess-company': 64,
  'survey-province': 64,
} as const satisfies Readonly<Record<string, number>>;
