import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { edgeTiles } from '#shared/domain/transparency-log/grow-tiles.ts';
import { tilePath } from '#shared/domain/transparency-log/tiles.ts';
import { LARGEST_PAGE } from './small-scale.ts';
import { type Violation, itemsOf, tableNamed, unpacked } from './end-state.ts';
import { isLogRestored } from './restored-worlds.ts';
import { type Page, pageOf } from './the-log.ts';
import type { Attributes } from './twins/expressions.ts';
import type { Writing } from './writing.ts';
import type { World } from './world.ts';

/** The number of entries of a signed checkpoint, which is its second line. */
export const sizeIn = (checkpoint: string): number => Number(checkpoint.split('\n')[1]);

/** Whether a page has more than an item of the table holds. */
function isTooLarge(lines: readonly string[]): boolean {
  // The places of entries that are lost are empty
  const entries = lines.filter((line) => line !== '');
  const plain = entries.map((line) => JSON.stringify((JSON.parse(line) as { readonly plain: unknown }).plain).length);
  return entries.length > 1 && plain.reduce((sum, size) => sum + size, 0) > LARGEST_PAGE;
}

/** The head of the log moves on once its page stands, and is published once its tiles and its keys lie in the bucket. */
export function logOrder({ before, after, trace, world }: Writing): string | undefined {
  if (after['part'] === 'page') {
    const { entries } = unpacked(after) as { entries: readonly string[] };
    if (!isLogRestored(world) && (entries.length === 0 || entries.includes('')))
      return 'the log goes on from its bucket, though its table was never restored';
    if (isTooLarge(entries)) return 'a page of the log is larger than an item of its table may be';
    const head = trace.seen.get(`${tableNamed(world, 'Log')} ${JSON.stringify(['head', 'head'])}`);
    return head && head['checkpoint'] === undefined && head['attempt'] === after['after']
      ? 'the log is to go on before the head that its writer has found is signed'
      : undefined;
  }
  if (after['part'] !== 'head') return undefined;
  const { size, start, attempt } = after as { size: number; start: number; attempt: string };
  const { log } = world.design;
  if (before?.['size'] !== size) {
    const Key = { part: 'page', place: `${String(start).padStart(12, '0')}#${attempt}` };
    const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName: tableNamed(world, 'Log'), Key } });
    if (Item === undefined) return 'the head of the log moves on before its page stands';
    return isLogRestored(world) ? undefined : repeatedEntry(pageOf(Item as Attributes), before, world);
  }
  if (after['checkpoint'] === undefined || before['checkpoint'] !== undefined) return undefined;
  if (sizeIn(String(after['checkpoint'])) !== size)
    return 'the head of the log is signed for other entries than it has';
  const owed = [...edgeTiles(size).map((tile) => tilePath(tile)), ...(start === 0 ? [LOG_FILES.keys] : [])];
  const missing = owed.find((path) => world.objects.get(log, path) === undefined);
  return missing === undefined ? undefined : `the head of the log counts as published before ${missing} is there`;
}

/** The last pages among which a writer looks for entries that it cannot find by their ids. */
const PAGES_LOOKED_BACK = 8;

/** An entry that its writer can find in the last pages does not come into the log again. */
function repeatedEntry({ attempt, entries }: Page, before: Attributes | undefined, world: World): string | undefined {
  const others = itemsOf(world, 'Log').filter(
    ({ part, place }) => part === 'page' && !String(place).endsWith(`#${attempt}`),
  );
  const last = others.sort((a, b) => (String(a['place']) < String(b['place']) ? 1 : -1)).slice(0, PAGES_LOOKED_BACK);
  const ids = new Set(entries.map(({ id }) => id));
  let next = before?.['attempt'];
  for (const page of last.map((item) => pageOf(item))) {
    if (page.attempt !== next) continue;
    const again = page.entries.find(({ id }) => ids.has(id));
    if (again) return `the log's entry ${again.kind} ${again.id} comes again, which its last pages have`;
    next = page.after;
  }
  return undefined;
}

/** A checkpoint is put into the bucket once the head of the log is published with it, or has moved on since. */
export function unpublished(checkpoint: string, world: World): string | undefined {
  const head = itemsOf(world, 'Log').find(({ part }) => part === 'head');
  return head?.['checkpoint'] === checkpoint || Number(head?.['size']) > sizeIn(checkpoint)
    ? undefined
    : 'a checkpoint is put into the bucket before the head of the log is published with it';
}

/** The head of the log only moves on, and only from where all its tiles lie in the bucket. */
export function headMoves(before: Attributes | undefined, after: Attributes | undefined, world?: World): Violation[] {
  if (!before || !after || after['part'] !== 'head' || (world && isLogRestored(world))) return [];
  const [was, is] = [Number(before['size']), Number(after['size'])];
  const found: Violation[] = [];
  if (is > was && after['start'] !== was)
    found.push({ kind: 'lost', what: `the log goes on at ${String(after['start'])} and has ${was} entries` });
  if (is < was) found.push({ kind: 'lost', what: `the log goes back from ${was} to ${is} entries` });
  if (is > was && before['checkpoint'] === undefined)
    found.push({ kind: 'different', what: 'the log moves on from an unsigned head' });
  return found;
}
