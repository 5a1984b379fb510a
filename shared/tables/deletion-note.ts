import * as z from 'zod';
import { isLaterDrop } from '#shared/contracts/file-arrived.ts';

/** The note that the reader of a drop deletes facts of earlier drops of its file. */
const DeletionNote = z.object({ version: z.string().optional() });
type DeletionNote = z.infer<typeof DeletionNote>;

/** The stored note; one without a version where there is none. */
export const noteIn = (item: unknown): DeletionNote => DeletionNote.parse(item ?? {});

/** The note of the later one of two drops. */
export const laterNote = (noted: DeletionNote, version: string): DeletionNote =>
  noted.version !== undefined && isLaterDrop(noted.version, version) ? { version: noted.version } : { version };

/** The condition that a note is still that of a drop. */
export const isNoteOf = (version: string) => ({
  when: '#version = :version',
  names: { '#version': 'version' },
  values: { ':version': version },
});
