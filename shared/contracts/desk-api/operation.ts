import * as z from 'zod';

/** An operation of a desk for programs: the page or form of the same address, in JSON. */
export interface DeskOperation {
  readonly summary: string;
  /** The fields of the form, for operations that change something; other fields are refused. */
  readonly asks?: z.ZodType;
  /** The data of the page; other data are not sent. */
  readonly shows?: z.ZodType;
  /** Set where the answer is the address of a file, or the file itself. */
  readonly isFile?: true;
}

export const text = z.string();
/** The page number of a list with 50 lines a page, such as `?page=2`. */
export const paged = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ ...shape, page: z.int().describe('From 1'), pages: z.int(), total: z.int() });
/** A figure or code that a form sends as a text. */
export const typed = z.union([z.string(), z.number().transform(String)]);

/** The result of a form. */
export const FormDone = z.strictObject({ done: z.literal(true), page: text.describe('The page that shows it') });
