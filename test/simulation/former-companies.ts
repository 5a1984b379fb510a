import { contentId } from '#shared/runtime/content-id.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import { keyOf } from './twins/table-keys.ts';
import { sentTo, type Writing } from './writing.ts';
import type { World } from './world.ts';

/** Whom a register entry named that the reader has deleted, or that an earlier reader has. */
const namedBy = ({ register, formerHolder }: Attributes): unknown =>
  formerHolder ?? (register as Attributes | undefined)?.['enterpriseCode'];

/**
 * The companies that had an account by an earlier drop of a file are asked about before the rows count as done that give
 * the account to another one. @returns who was left out
 */
export function formerLeftOut(writing: Writing): string | undefined {
  const { trace, world } = writing;
  const gone = goneRegisters(trace, world);
  if (gone.length === 0) return undefined;
  const told = new Set(sentTo(writing, '3-assess-company').map(({ enterpriseCode }) => enterpriseCode));
  const missing = gone.map(namedBy).find((code) => code !== undefined && !told.has(code));
  return missing === undefined ? undefined : `${String(missing)}, which had an account, is asked about`;
}

/** The register entries that the reader has found and deleted. */
function goneRegisters({ queries, written }: InvocationTrace, world: World): readonly Attributes[] {
  const table = tableNamed(world, 'Accounts');
  const design = world.design.tables[table];
  if (!design) return [];
  const isDeleted = (item: Attributes) => {
    const place = `${table} ${keyOf(design, item)}`;
    return written.has(place) && written.get(place) === undefined;
  };
  return queries.flatMap((one) => (one.table === table ? one.items.filter((item) => isDeleted(item)) : []));
}

/** An old number that only a deleted version of a person had is stored first. */
export function oldNumberKept(before: Attributes | undefined, world: World): string | undefined {
  const { ref, record, oldNumber } = before ?? {};
  if (oldNumber === undefined || !String(record).startsWith('version#')) return undefined;
  const kept = `former-number#${contentId(oldNumber)}`;
  return itemsOf(world, 'PoliceRecords').some((other) => other['ref'] === ref && other['record'] === kept)
    ? undefined
    : 'a reader takes away a version of a person before it has stored its old number';
}
