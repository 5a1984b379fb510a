import * as z from 'zod';

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
  eTag: z.string().default(''),
  sequencer: z.string().default(''),
});

/** Message from the inbox bucket to 1-read-file: S3's own event, whose keys are url-encoded, with `+` for a space. */
const ObjectsCreated = z.object({
  Records: z.array(z.object({ s3: z.object({ bucket: z.object({ name: z.string() }), object: S3Object }) })),
});

/** The test event that S3 sends when a notification is configured; it is ignored. */
const TestEvent = z.object({ Event: z.literal('s3:TestEvent') });

/** The longest time for which one run of 1-read-file reads. */
export const READER_SECONDS = 300;

/**
 * Message from 1-read-file to itself: a large file is continued where the last run stopped. With `anew` the drop is read
 * from its start where its present reading is the one that began at this instant. With `restores` it is read again only
 * because another file was taken back, which may have said the same.
 */
export const FileContinued = z.strictObject({
  bucket: z.string(),
  key: z.string(),
  version: z.string(),
  anew: z.string().optional(),
  restores: z.literal(true).optional(),
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

/** A dropped file: `version` distinguishes this drop from every other. */
export type DroppedFile = FileContinued;

/**
 * Whether a drop came after another of the same name, by S3's order: its sequencers are compared as texts after the
 * shorter one is padded with zeros.
 */
export function isLaterDrop(version: string, other: string): boolean {
  const [own, others] = [sequencerOf(version), sequencerOf(other)];
  const length = Math.max(own.length, others.length);
  return own !== '' && others !== '' && own.padEnd(length, '0') > others.padEnd(length, '0');
}

/** Whether two drops have the same bytes, by S3's tag of their contents. False where that cannot be told. */
export const haveSameBytes = (version: string, other: string): boolean =>
  tagOf(version) !== '' && tagOf(version) === tagOf(other);

const tagOf = (version: string): string => version.slice(0, Math.max(0, version.lastIndexOf('#')));
const sequencerOf = (version: string): string => version.slice(version.lastIndexOf('#') + 1);

export const FileArrived = z.union([ObjectsCreated, TestEvent, FileContinued, FileReleased]);

export function droppedFiles(message: z.infer<typeof FileArrived>): DroppedFile[] {
  if ('Event' in message || 'release' in message) return [];
  if ('version' in message) return [message];
  return message.Records.map(({ s3: { bucket, object } }) => ({
    bucket: bucket.name,
    key: decodeURIComponent(written(object.key)),
    version: `${object.eTag.replaceAll('"', '')}#${object.sequencer}`,
  }));
}
