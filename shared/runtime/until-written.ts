import { waitBeforeRetry } from './backoff.ts';

/** What a piece of work says whose write was refused, because another writer's stands. */
export const OVERTAKEN = 'overtaken';
export type Overtaken = typeof OVERTAKEN;

/** Other writers were faster at each try, so the message goes back alone. */
class AlwaysOvertaken extends Error {
  override readonly name = 'AlwaysOvertaken';
}

/**
 * The one way in which two writers of a subject end as one after the other. The work reads the subject first and
 * everything that it decides by afterwards, and writes only the next revision of what it has read. Where another writer
 * was faster, the whole work is done again at once on what now stands. So each revision follows from facts that are at
 * least as new as those of the revision before it, whatever any clock says.
 * @throws {AlwaysOvertaken}
 */
export async function untilWritten<T>(work: () => Promise<T | Overtaken>): Promise<T> {
  for (let tried = 0; await waitBeforeRetry(tried); tried += 1) {
    const done = await work();
    if (done !== OVERTAKEN) return done;
  }
  throw new AlwaysOvertaken();
}
