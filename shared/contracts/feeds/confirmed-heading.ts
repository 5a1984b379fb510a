import * as z from 'zod';

/** The most headings of a sender, so that nobody fills the shared item. */
export const MOST_CONFIRMED = 100;

/** A heading of a sender that a person has said to be one of a feed's columns. */
export const ConfirmedHeading = z.strictObject({
  /** The heading as it stands in the sender's files, or a JSON key. */
  heading: z.string().min(1).max(300),
  /** The heading or the JSON key of the column that is meant. */
  column: z.string().min(1).max(300),
  /** Who confirmed it, and the ISO instant. */
  by: z.string().max(200),
  at: z.string(),
});
export type ConfirmedHeading = z.infer<typeof ConfirmedHeading>;
