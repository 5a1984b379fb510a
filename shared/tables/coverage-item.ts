import * as z from 'zod';
import { isLaterDrop } from '#shared/domain/drops/drop-order.ts';
import { joinMonths, type Vanished, vanishedFrom } from '#shared/domain/drops/vanished-rows.ts';
import { isCounting } from '#shared/domain/drops/drop-states.ts';
import { addSubjects, joinSpans, type Spans, type Subjects } from '#shared/domain/risk/coverage.ts';
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
  /** Whether the sender has a stopped file, which may have the rows that seem to be missing. */
  isStopped: z.boolean(),
});
export type CoverageState = Omit<z.infer<typeof CoverageItem>, 'revision'>;

export const NO_COVERAGE: CoverageState = {
  spans: {},
  subjects: {},
  stated: [],
  vanished: [],
  reading: {},
  isStopped: false,
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
 * rows. A stopped file counts as missing until somebody decides about it or a file of the same name, with any ending,
 * is read.
 */
export function coverageBy(drops: readonly Drop[], stated: readonly Stated[], now: Date): CoverageState {
  const covering = newestOfNames(drops.filter(({ state }) => isCounting(state))).filter(
    ({ state }) => state === 'read',
  );
  const newest = newestOfNames(drops);
  const stopped = newest.filter(({ state }) => state === 'stopped');
  const read = new Set(newest.filter(({ state }) => state === 'read').map(({ file }) => fileStem(file)));
  return {
    spans: covering.reduce<Spans>((sum, { covered }) => joinSpans(sum, covered), {}),
    subjects: covering.reduce<Subjects>((sum, { subjects }) => addSubjects(sum, subjects), {}),
    stated: stated.map((one) => covering.reduce((sum, drop) => readOf(sum, drop), { ...one, read: {}, subjects: {} })),
    vanished: vanishedFrom(joinMonths(...covering.map(({ months = {} }) => months))),
    reading: Object.fromEntries(
      drops
        .filter(({ state, movedAt }) => state === 'reading' && isAlive(movedAt, now))
        .map(({ file, version, movedAt }) => [`${file}#${version}`, movedAt]),
    ),
    isStopped: stopped.some(({ file }) => !read.has(fileStem(file))),
  };
}

/** Whether rows of the sender that seem to be missing may be in a file that is being read or was stopped. */
export const isBeingRead = ({ reading, isStopped }: CoverageState, now: Date): boolean =>
  isStopped || Object.values(reading).some((movedAt) => isAlive(movedAt, now));

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

/** A statement after a file was read that it may concern: a file beside the manifest with a matching name. */
function readOf(stated: Stated, { file, covered, subjects }: Drop): Stated {
  const folder = stated.manifest.slice(0, -MANIFEST.length);
  if (!file.startsWith(folder) || !matchesPattern(stated.file, file.slice(folder.length))) return stated;
  return { ...stated, read: joinSpans(stated.read, covered), subjects: addSubjects(stated.subjects, subjects) };
}
