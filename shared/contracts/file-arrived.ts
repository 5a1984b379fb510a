import * as z from 'zod';
import { contentId } from '#shared/runtime/content-id.ts';
import { versionOf } from '#shared/domain/drops/drop-order.ts';

/** S3 writes keys like the fields of a form. */
const written = (key: string): string => key.replaceAll('+', ' ');
const isDecodable = (key: string): boolean => {
  try {
    decodeURIComponent(written(key));
    return true;
  } catch {
    return false;
  }
};
const S3Object = z.object({
  key: z.string().refine(isDecodable),
  sequencer: z.string().default(''),
  /** The version of the object; absent in a bucket that keeps no versions. */
  versionId: z.string().default(''),
});

/** Message from the inbox bucket to 1-read-file: S3's own event, whose keys are url-encoded, with `+` for a space. */
const ObjectsCreated = z.object({
  Records: z.array(z.object({ s3: z.object({ bucket: z.object({ name: z.string() }), object: S3Object }) })),
});

/** The test event that S3 sends when a notification is configured; it is ignored. */
const TestEvent = z.object({ Event: z.literal('s3:TestEvent') });

/** Message from 1-read-file to itself: a large file is continued where the last run stopped. */
export const FileContinued = z.strictObject({
  bucket: z.string(),
  key: z.string(),
  version: z.string(),
});
export type FileContinued = z.infer<typeof FileContinued>;

/**
 * Message from an operator to 1-read-file: the decision on a file. With `readable` the readable rows of a stopped file
 * count; with `none` no row counts, and its feed no longer waits for it: if rows of it were read, everything that any drop
 * of its name said is taken back. With `alone` only its last drop counts, and what earlier drops of its name said is
 * taken back. The person and the reason are stored with the file. With `version` the decision is about this drop alone.
 */
export const FileReleased = z.strictObject({
  bucket: z.string(),
  key: z.string(),
  release: z.strictObject({
    use: z.enum(['readable', 'none', 'alone']),
    by: z.string().min(1).max(200),
    why: z.string().min(1).max(500),
  }),
  version: z.string().max(200).optional(),
});
export type FileReleased = z.infer<typeof FileReleased>;

/**
 * Message from a desk or an operator to 1-read-file: what headings of a sender mean, as a person has confirmed. The file
 * in hand, by its name under the feed, is read again.
 */
export const HeadingsConfirmed = z.strictObject({
  bucket: z.string(),
  scope: z.string(),
  headings: z.record(z.string(), z.string()),
  by: z.string().min(1).max(200),
  at: z.string(),
  file: z.string().optional(),
});
export type HeadingsConfirmed = z.infer<typeof HeadingsConfirmed>;

/** A dropped file: `version` distinguishes this drop from every other of the file. */
export type DroppedFile = FileContinued;

/** The beginning of the id by which the log names every drop of a file. */
export const fileTraceOf = (key: string): string => `${contentId(key.normalize('NFC')).slice(0, 10)}.`;

/** The id by which the log names a drop, because a file's name may name a person. */
export const fileTrace = ({ key, version }: DroppedFile): string => fileTraceOf(key) + contentId(version).slice(0, 6);

export const FileArrived = z.union([ObjectsCreated, TestEvent, FileContinued, FileReleased, HeadingsConfirmed]);

export function droppedFiles(message: z.infer<typeof FileArrived>): DroppedFile[] {
  if ('Event' in message || 'release' in message || 'headings' in message) return [];
  if ('version' in message) return [message];
  return message.Records.map(({ s3: { bucket, object } }) => ({
    bucket: bucket.name,
    key: decodeURIComponent(written(object.key)),
    version: versionOf(object.sequencer, object.versionId),
  }));
}
