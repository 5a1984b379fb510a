import type { PlainEntry } from '#shared/domain/transparency-log/log-entry.ts';
import { type LogHead, packedPageOf, pagesInLog } from '#shared/tables/log.ts';
import { itemsOf } from './tables-of.ts';
import type { World } from './world.ts';

interface LogOfRun {
  readonly entries: readonly PlainEntry[];
  /** The number of entries that the signed head has. */
  readonly size: number;
  readonly checkpoint: string;
}

/** The entries of the log, as a local run copies them beside it. */
export function logOf(world: World): LogOfRun {
  const items = itemsOf(world, 'Log');
  const head = items.find(({ part }) => part === 'head') as unknown as LogHead | undefined;
  const pages = items.filter(({ part }) => part === 'page').map(packedPageOf);
  const inOrder = pagesInLog(
    pages.sort((a, b) => b.start - a.start),
    head,
  ).reverse();
  const lines = inOrder.flatMap((page) => page.lines());
  const entries = lines.flatMap((line) => (line === '' ? [] : entryOnce(line)));
  return { entries, size: head?.size ?? 0, checkpoint: head?.checkpoint ?? '' };
}

const known = new Map<string, PlainEntry>();
const MOST_KNOWN = 50_000;
/** Most entries are the same from run to run. */
function entryOnce(line: string): PlainEntry {
  const before = known.get(line) ?? (JSON.parse(line) as { plain: PlainEntry }).plain;
  if (known.size > MOST_KNOWN) known.clear();
  known.set(line, before);
  return before;
}
