import * as z from 'zod';
import { type DeskOperation, text } from './operation.ts';

/** The files that officers attached, as a page shows them. */
export const Attachments = z.array(
  z.object({ name: text, type: text, bytes: z.int(), sha256: text, officerName: text, at: text }),
);

/** @param page the address of what a file is attached to @param owner the address under which the files are read */
export const attachmentOperations = (page: string, owner: string): Readonly<Record<string, DeskOperation>> => ({
  [`GET ${page}/attach`]: {
    summary:
      'A form for a file (pdf, jpg, png): POST it as multipart/form-data with the file as its last field, `file`; then say so with `POST …/attached`',
    shows: z.object({ form: z.object({ url: text, fields: z.record(z.string(), text) }) }),
  },
  [`POST ${page}/attached`]: {
    summary: 'Takes the file that was sent by a form of yours, if its content is what its name says',
    asks: z.strictObject({ file: text.describe('The file’s name') }),
  },
  [`GET ${owner}/attachment`]: {
    summary: 'A short link to an attached file: `?file=` its SHA-256 in hexadecimal',
    isFile: true,
  },
});
