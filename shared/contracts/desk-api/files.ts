import * as z from 'zod';
import { Receipt } from '#shared/contracts/receipt.ts';
import { DROP_STATE_NAMES } from '#shared/domain/drops/drop-states.ts';
import { type DeskOperation, paged, text } from './operation.ts';
import { WaitingDecision } from './taking-back.ts';
import { VanishedRows } from './vanished-rows.ts';

const SentFile = z.object({
  file: text,
  state: z.enum(DROP_STATE_NAMES),
  counts: z.object({ read: z.int(), accepted: z.int(), rejected: z.int(), repaired: z.int() }),
  startedAt: text,
});
const UploadForm = z.object({ feed: text, url: text, fields: z.record(z.string(), text) });

/** What a desk does with the files that it sends. @param feeds the feeds that it may name, with `|` between */
export const fileOperations = (desk: 'office' | 'bank', feeds: string): Readonly<Record<string, DeskOperation>> => ({
  [`GET /${desk}/files`]: {
    summary: `Your files of a feed, the latest first: \`?feed=${feeds}&page=1\``,
    shows: paged({
      feed: text,
      files: z.array(SentFile),
      vanished: z.array(VanishedRows),
      waiting: z.array(WaitingDecision),
    }),
  },
  [`GET /${desk}/files/receipt`]: {
    summary: 'What was read of one of your files, why anything was not, and what was repaired: `?feed=…&file=…`',
    shows: Receipt,
  },
  [`GET /${desk}/files/result`]: {
    summary: 'The receipt, or the file with its faults marked: `?feed=…&file=…&what=receipt|rejected`',
    isFile: true,
  },
  [`POST /${desk}/files/heading`]: {
    summary: 'Says once which column a heading of your files is; the file in hand is read again at once',
    asks: z.strictObject({ feed: text, file: text, heading: text, column: text }),
  },
  [`GET /${desk}/upload`]: {
    summary:
      'A form for each feed: POST it as multipart/form-data with the file as its last field, `file`; then say so with `POST …/upload/sent`',
    shows: z.object({ forms: z.array(UploadForm) }),
  },
  [`GET /${desk}/template`]: {
    summary: `An empty workbook with the headings of every kind of row: \`?feed=${feeds}\``,
    isFile: true,
  },
  [`POST /${desk}/upload/sent`]: {
    summary: 'Takes the files in that were sent by a form of yours; those that did not arrive are named as errors',
    asks: z.strictObject({ feed: text, sent: z.array(text).min(1).max(500) }),
  },
});
