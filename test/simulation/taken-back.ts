import { ONCE_KNOWN } from '#shared/tables/account-keys.ts';
import type { Concerned } from '#shared/tables/concerned.ts';
import { concernedBy, untoldOf, untoldSince } from './concerned.ts';
import { itemsOf, tableKind, tableNamed } from './end-state.ts';
import { placeOf } from './ending.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** A change of an item by a function. */
interface DeletedFact {
  readonly kind: string;
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
  readonly trace: InvocationTrace;
  readonly world: World;
}

/**
 * Whoever takes back what a file said has stored before whom it concerns, and has told everyone whom he has stored before
 * he stores others. @returns whom he has left out
 */
export function leftOutOfTaken(change: DeletedFact): string | undefined {
  const { kind, before, after, trace, world } = change;
  if (kind === 'Files' && after?.['feed'] === 'taken-back') return untold(after, trace, world);
  const { file } = (before?.['from'] ?? {}) as { file?: string };
  if (after || !before || file === undefined) return undefined;
  const place = placeOf(world, 'Files', 'taken-back', file);
  // A reader that replaces single facts looks at no such record
  if (!trace.looks.has(place))
    return trace.written.has(placeOf(world, 'Files', 'deleted', file))
      ? undefined
      : `a fact of ${file} is deleted before it is noted that other files may have said the same`;
  const stored = (trace.written.get(place) ?? {}) as Partial<Concerned>;
  const missing = concernedBy(kind, before).find(([of, name]) => !stored[of]?.includes(name));
  if (missing) return `what ${file} said is taken back before it is stored that it concerns ${missing.join(' ')}`;
  if (kind === 'Accounts') return markLeft(before, world);
  return kind === 'Companies' ? repairLeft(file, before, change) : undefined;
}

/** An account is marked as once known, and by whom it was had, before facts of it go: its notices are withdrawn by that. */
function markLeft({ accountRef, register }: Attributes, world: World): string | undefined {
  const { enterpriseCode } = (register ?? {}) as { enterpriseCode?: string };
  const marks = [ONCE_KNOWN, ...(enterpriseCode === undefined ? [] : [`former-holder#${enterpriseCode}`])];
  const TableName = tableNamed(world, 'Accounts');
  const isThere = (fact: string) =>
    world.tables.send({ name: 'GetCommand', input: { TableName, Key: { accountRef, fact } } })['Item'] !== undefined;
  const missing = marks.find((fact) => !isThere(fact));
  return missing && `facts of ${String(accountRef)} are taken back before ${missing} is stored of it`;
}

/** The repairs of the file go before the last fact by which their company is found. */
function repairLeft(
  file: string,
  { enterpriseCode, fact }: Attributes,
  { trace, world }: DeletedFact,
): string | undefined {
  const isOfFile = (item: Attributes) => isOf(file, item);
  // A reader of the last drop may have found a fact of a later one, beside which the repairs stay
  if ([...trace.written.values()].some((item) => item && isOfFile(item))) return undefined;
  const others = itemsOf(world, 'Companies').filter(
    (item) => item['enterpriseCode'] === enterpriseCode && item['fact'] !== fact,
  );
  const isRepair = ({ repair }: Attributes) => (repair as { file?: string } | undefined)?.file === file;
  return !others.some(isOfFile) && others.some(isRepair)
    ? `a repair of ${file} stays after the last fact of ${String(enterpriseCode)}`
    : undefined;
}

/**
 * One of those whom the function removes from the record that it has read or written last who was sent no message since, or
 * none since a fact was deleted that concerns them.
 */
function untold(after: Attributes, trace: InvocationTrace, world: World): string | undefined {
  const file = String(after['file']);
  const seen = trace.seen.get(placeOf(world, 'Files', 'taken-back', file)) ?? {};
  const removed = Object.fromEntries(
    Object.entries(seen).map(([of, names]) => [
      of,
      Array.isArray(names) ? names.filter((name) => !isIn(after[of], name)) : [],
    ]),
  );
  const isRemoved = (place: string, fact: Attributes) =>
    isOf(file, fact) && concernedBy(tableKind(place), fact).some(([of, name]) => isIn(removed[of], name));
  const deleted = [...trace.replaced].filter(([place, fact]) => isRemoved(place, fact));
  const left = untoldOf(removed, trace, world) ?? untoldSince(deleted, trace, world);
  return left && `${left} is not asked about, whom a fact concerned that ${file} said`;
}

const isOf = (file: string, { from }: Attributes): boolean => (from as { file?: string } | undefined)?.file === file;

const isIn = (names: unknown, name: unknown): boolean => Array.isArray(names) && names.includes(name);
