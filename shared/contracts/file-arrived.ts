import * as z from 'zod';

const S3Object = z.object({ key: z.string(), eTag: z.string().default(''), sequencer: z.string().default('') });

/** inbox bucket → 1-read-file: S3's own event. Its keys are url-encoded, with `+` for a space. */
const ObjectsCreated = z.object({
  Records: z.array(z.object({ s3: z.object({ bucket: z.object({ name: z.string() }), object: S3Object }) })),
});

/** S3 sends one when a notification is set up; it asks for nothing. */
const TestEvent = z.object({ Event: z.literal('s3:TestEvent') });

/** 1-read-file → itself: a big file is carried on from where it stopped. */
export const FileContinued = z.strictObject({ bucket: z.string(), key: z.string(), version: z.string() });
export type FileContinued = z.infer<typeof FileContinued>;

/**
 * An operator → 1-read-file: what becomes of a stopped file. `readable`: what can be read of it counts; `none`: nothing
 * will, and its feed waits for it no longer. Who says so and why stays with the file.
 */
export const FileReleased = z.strictObject({
  bucket: z.string(),
  key: z.string(),
  release: z.strictObject({
    use: z.enum(['readable', 'none']),
    by: z.string().min(1).max(200),
    why: z.string().min(1).max(500),
  }),
});
export type FileReleased = z.infer<typeof FileReleased>;

/** A dropped file: `version` distinguishes this drop from every other. */
export type DroppedFile = FileContinued;

/**
 * Whether a drop of a file came after another one of the same name, by S3's own order: its sequencers are compared as
 * texts once the shorter one is filled up with zeros.
 */
export function isLaterDrop(version: string, other: string): boolean {
  const [own, others] = [sequencerOf(version), sequencerOf(other)];
  const length = Math.max(own.length, others.length);
  return own !== '' && others !== '' && own.padEnd(length, '0') > others.padEnd(length, '0');
}

const sequencerOf = (version: string): string => version.slice(version.lastIndexOf('#') + 1);

export const FileArrived = z.union([ObjectsCreated, TestEvent, FileContinued, FileReleased]);

export function droppedFiles(message: z.infer<typeof FileArrived>): DroppedFile[] {
  if ('version' in message) return [message];
  if ('Event' in message || 'release' in message) return [];
  return message.Records.map(({ s3: { bucket, object } }) => ({
    bucket: bucket.name,
    key: decodeURIComponent(object.key.replaceAll('+', ' ')),
    version: `${object.eTag.replaceAll('"', '')}#${object.sequencer}`,
  }));
}
