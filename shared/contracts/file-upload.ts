import * as z from 'zod';
import { FEED_FOLDERS } from './feeds/feed-record.ts';

/** A call for a form by which files of one feed are sent. */
export const FileUploadRequest = z.strictObject({ feed: z.enum(FEED_FOLDERS) });
export type FileUploadRequest = z.infer<typeof FileUploadRequest>;

/**
 * A form (`multipart/form-data`) by which one file is put into the inbox: the fields in any order, then the field `file`
 * with its name. It can be sent for several files until it expires.
 */
export const FileUpload = z.object({
  url: z.url(),
  fields: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime(),
});
export type FileUpload = z.infer<typeof FileUpload>;

/** A call for a link to a receipt, or to the rejected rows of a file. */
export const FileResultRequest = z.strictObject({
  feed: z.enum(FEED_FOLDERS),
  /** The name of the file in the sender's outbox. */
  // oxlint-disable-next-line no-control-regex -- a validator of the document reads it without the flag `u`, which `\p{Cc}` needs
  name: z.string().regex(/^(?!\.)[^/\\\u0000-\u001F\u007F-\u009F]{1,200}$/u),
});
export type FileResultRequest = z.infer<typeof FileResultRequest>;

export const FileResultLink = z.object({ url: z.url(), expiresAt: z.iso.datetime() });
export type FileResultLink = z.infer<typeof FileResultLink>;
