import * as z from 'zod';

/** What a person's program can do at a desk: the page or form of the same address, in JSON. */
export interface DeskOperation {
  readonly summary: string;
  /** What the form has, of those that change something; more than these fields is refused. */
  readonly asks?: z.ZodType;
  /** What the page shows; nothing else leaves. */
  readonly shows?: z.ZodType;
  /** The answer is the address of a file, or the file itself. */
  readonly isFile?: true;
}

export const text = z.string();
/** The page of a list: 50 lines each, `?page=2`. */
export const paged = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ ...shape, page: z.int().describe('From 1'), pages: z.int(), total: z.int() });
/** A figure or code that a form sends as a text. */
export const typed = z.union([z.string(), z.number().transform(String)]);

/** What came of a form. */
export const FormDone = z.strictObject({ done: z.literal(true), page: text.describe('The page that shows it') });
