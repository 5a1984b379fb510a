import * as z from 'zod';
import { isLaterDrop } from '#shared/domain/drops/drop-order.ts';
import { joinMonths, type Vanished, vanishedFrom } from '#shared/domain/drops/vanished-rows.ts';
import { isCounting } from '#shared/domain/drops/drop-states.ts';
import { addSubjects, DAYLESS, heardSpans, type Subjects } from '#shared/domain/risk/coverage.ts';
import { MANIFEST, MANIFEST_BYTES, matchesPattern } from '#shared/contracts/manifest-file.ts';
import type { ManifestStatement } from '#shared/contracts/manifest.ts';
import { type Drop, StoredSpans, StoredSubjects } from './drop-item.ts';
import { fileStem } from './file-stem.ts';

const Stated = z.object({
  /** The folder of the manifest, whose statements concern the files beside it, and its own drop. */
  manifest: z.string(),
  version: z.string(),
  file: z.string(),
  kinds: z.array(z.string()).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  population: z.enum(['all', 'listed']),
  offices: z.array(z.string()).optional(),
  read: StoredSpans,
  subjects: StoredSubjects,
});
export type Stated = z.infer<typeof Stated>;

/** The coverage of a sender's rows, as it is stored. */
export const CoverageItem = z.object({
  revision: z.number(),
  spans: StoredSpans,
  subjects: StoredSubjects,
  stated: z.array(Stated),
  /** What the rows had and have no more. */
  vanished: z.array(
    z.strictObject({ content: z.string(), last: z.string() } satisfies Record<keyof Vanished, z.ZodType>),
  ),
  /** The drops that are being read, with the instant of the last progress. */
  reading: z.record(z.string(), z.string()),
});
export type CoverageState = Omit<z.infer<typeof CoverageItem>, 'revision'>;

export const NO_COVERAGE: CoverageState = {
  spans: {},
  subjects: {},
  stated: [],
  vanished: [],
  reading: {},
};

/** The most letters of all statements of a sender, whose manifests may be in many folders. */
const MOST_STATED = 2 * MANIFEST_BYTES;

/** Whether the item of a sender has room for the statements of a manifest beside the others. */
export const hasRoom = (others: readonly Stated[], covers: readonly ManifestStatement[]): boolean =>
  JSON.stringify([others, covers]).length <= MOST_STATED;

/** A statement before any file was read that it may concern. */
export const unread = (statement: ManifestStatement, manifest: string, version: string): Stated => ({
  ...statement,
  manifest,
  version,
  read: {},
  subjects: {},
});

/**
 * What a sender's drops cover. Of a name the newest drop that counts and was read to its end covers the days of its
 * rows. What a stopped file would have said is unknown until somebody decides about it or a file of the same name, with
 * any ending, is read.
 */
export function coverageBy(drops: readonly Drop[], stated: readonly Stated[], now: Date): CoverageState {
  const covering = newestOfNames(drops.filter(({ state }) => isCounting(state))).filter(
    ({ state }) => state === 'read',
  );
  const newest = newestOfNames(drops);
  const read = new Set(newest.filter(({ state }) => state === 'read').map(({ file }) => fileStem(file)));
  const stopped = newest.filter(({ state, file }) => state === 'stopped' && !read.has(fileStem(file)));
  return {
    spans: heardIn(covering, stopped),
    subjects: subjectsOf(covering),
    stated: stated.map((one) => {
      const its = ({ file }: Drop) => concerns(one, file);
      const files = covering.filter(its);
      return { ...one, read: heardIn(files, stopped.filter(its)), subjects: subjectsOf(files) };
    }),
    vanished: vanishedFrom(joinMonths(...covering.map(({ months = {} }) => months))),
    reading: Object.fromEntries(
      drops
        .filter(({ state, movedAt }) => state === 'reading' && isAlive(movedAt, now))
        .map(({ file, version, movedAt }) => [`${file}#${version}`, movedAt]),
    ),
  };
}

const heardIn = (read: readonly Drop[], stopped: readonly Drop[]) =>
  heardSpans(
    read.map(({ covered }) => covered),
    stopped.map(({ feed, covered }) => ({ [feed]: DAYLESS, ...covered })),
  );

const subjectsOf = (drops: readonly Drop[]) =>
  drops.reduce<Subjects>((sum, { subjects }) => addSubjects(sum, subjects), {});

/** Whether rows of the sender that seem to be missing may be in a file that is being read. */
export const isBeingRead = ({ reading }: CoverageState, now: Date): boolean =>
  Object.values(reading).some((movedAt) => isAlive(movedAt, now));

/** A reader without progress for this long counts as crashed, and its file no longer makes its sender's feed uncovered. */
const DEAD_AFTER_MS = 2 * 3_600_000;
const isAlive = (movedAt: string, now: Date): boolean => now.getTime() - Date.parse(movedAt) < DEAD_AFTER_MS;

/** The newest drop of each name. */
export function newestOfNames(drops: readonly Drop[]): readonly Drop[] {
  const newest = new Map<string, Drop>();
  for (const drop of drops) {
    const name = `${drop.feed}/${drop.file}`;
    const known = newest.get(name);
    if (!known || isLaterDrop(drop.version, known.version)) newest.set(name, drop);
  }
  return [...newest.values()];
}

/** Whether a statement may concern a file: it is beside the manifest and has a matching name. */
function concerns(stated: Stated, file: string): boolean {
  const folder = stated.manifest.slice(0, -MANIFEST.length);
  return file.startsWith(folder) && matchesPattern(stated.file, file.slice(folder.length));
}
