/** What a piece of work says whose write was refused, because another writer's stands. */
export const OVERTAKEN = 'overtaken';
export type Overtaken = typeof OVERTAKEN;

/** Other writers were faster at each try, so the message goes back alone. */
class AlwaysOvertaken extends Error {
  override readonly name = 'AlwaysOvertaken';
}

const TRIES = 8;
const SHORTEST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;

/**
 * The one way in which two writers of a subject end as one after the other. The work reads the subject first and
 * everything that it decides by afterwards, and writes only the next revision of what it has read. Where another writer
 * was faster, the whole work is done again at once on what now stands. So each revision follows from facts that are at
 * least as new as those of the revision before it, whatever any clock says.
 * @throws {AlwaysOvertaken}
 */
export async function untilWritten<T>(work: () => Promise<T | Overtaken>): Promise<T> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    if (tried > 0) await pause(tried);
    const done = await work();
    if (done !== OVERTAKEN) return done;
  }
  throw new AlwaysOvertaken();
}

/** The same for work on what was read together with other subjects: each further try reads its own anew. */
export function untilWrittenFrom<R, T>(
  asRead: R,
  readAgain: () => Promise<R>,
  work: (asRead: R) => Promise<T | Overtaken>,
): Promise<T> {
  let isFirst = true;
  return untilWritten(async () => {
    const read = isFirst ? asRead : await readAgain();
    isFirst = false;
    return work(read);
  });
}

/** Two writers that met once do not meet again. */
const pause = (tried: number): Promise<void> =>
  new Promise((done) => setTimeout(done, Math.random() * Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** tried)));
