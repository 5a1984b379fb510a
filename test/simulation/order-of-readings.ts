import { contentId } from '#shared/runtime/content-id.ts';
import { LISTED_FACT } from '#shared/tables/account-keys.ts';
import { POINTER_PREFIX } from '#shared/tables/uncertain-account-numbers.ts';
import { type Ending, placeOf } from './ending.ts';
import { tableKind, tableNamed } from './end-state.ts';
import type { InvocationTrace, Queried } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo, type Writing } from './writing.ts';

const placeOfFile = (file: string): readonly string[] => {
  const [feed = '', ...rest] = file.split('/');
  return [feed, rest.join('/')];
};

/** A reader writes rows of a drop whose reading it has begun or has found begun, so that later readers know of it. */
export function rowOrder({ after, trace, world }: Writing): string | undefined {
  const { file, version } = (after['from'] ?? {}) as { readonly file?: string; readonly version?: string };
  if (file === undefined || version === undefined) return undefined;
  // What an officer has found on site names the task in the place of a drop
  const task = trace.seen.get(placeOf(world, 'Tasks', String(after['enterpriseCode']), version));
  if (task?.['outcome'] !== undefined) return undefined;
  const begun = trace.seen.get(placeOf(world, 'Files', ...placeOfFile(file)));
  return begun?.['version'] === version ? undefined : `rows of ${file} are written before its reading is begun`;
}

/** What a reader has left out before the rows of a file of accounts count as done. */
export function accountsLeftOut({ after, trace, world }: Writing): string | undefined {
  const table = tableNamed(world, 'Accounts');
  const ofAccounts = trace.queries.filter((one) => one.table === table);
  const listed = ofAccounts.flatMap(({ items }) => items.filter(({ fact }) => fact === LISTED_FACT));
  const told = new Set(sentTo({ trace, world }, '5-notify-banks').map(({ accountRef }) => accountRef));
  if (listed.some(({ accountRef }) => !told.has(accountRef)))
    return 'the bank of an account is asked about, which was listed by a number without zeros';
  if (after['again'] !== true) return undefined;
  const file = `${String(after['feed'])}/${String(after['file'])}`;
  const whole = new Set(ofAccounts.filter(({ until }) => until === undefined).map(({ of }) => of));
  const isUnread = ([place, item]: readonly [string, Attributes | undefined]) =>
    tableKind(place) === 'Accounts' &&
    item?.['readingRef'] !== undefined &&
    (item['from'] as { readonly file?: string } | undefined)?.file === file &&
    !whole.has(item['readingRef']);
  return [...trace.written].some(isUnread)
    ? 'facts of earlier drops are looked for under the number without zeros'
    : undefined;
}

/** A reader that could not write the progress of its file looks what became of the file. */
export function progressLookedUp(key: string, { overtaken, world }: Ending): string | undefined {
  const refused = overtaken.get(placeOf(world, 'Files', ...placeOfFile(key)));
  // By its first look the writer knows that the item is not its own
  return refused && refused.looks < 2 ? `it is looked up who has written the progress of ${key}` : undefined;
}

/** A reader that finds its drop read looks whether another one was ended that had deleted facts of it. */
export function deletionLookedUp(key: string, version: string, { trace, world }: Ending): string | undefined {
  const place = placeOf(world, 'Files', ...placeOfFile(key));
  // The file may be read again since the reader has found it read
  const found = trace.looks.get(place)?.find((one) => one?.['version'] === version && one['state'] !== 'reading');
  if (!found || found['leftOut'] !== undefined) return undefined;
  const own = trace.written.get(place);
  if (found['again'] !== true || (own !== undefined && own['state'] !== 'reading')) return undefined;
  const note = placeOf(world, 'Files', 'deleted', key);
  // By the first look the reader has noted itself that it deletes facts
  const looks = (trace.looks.get(note) ?? []).length;
  return looks > (trace.written.get(note) === undefined ? 0 : 1)
    ? undefined
    : `it is looked up whether facts of earlier drops of ${key} were deleted`;
}

/**
 * A reader that finds its drop read, and says once more that its reading has ended, looks afterwards whether a person has
 * left the file out meanwhile.
 */
export function decisionLookedUp(key: string, { trace, world }: Ending): string | undefined {
  const place = placeOf(world, 'Files', ...placeOfFile(key));
  const looks = trace.looks.get(place) ?? [];
  const before = trace.ended.get(contentId(placeOfFile(key)[1]))?.get(place);
  if (before === undefined || trace.written.has(place) || looks[before - 1]?.['leftOut'] !== undefined)
    return undefined;
  const isToBeReadAnew = sentTo({ trace, world }, '1-read-file').some(
    (one) => one['key'] === key && one['anew'] !== undefined,
  );
  if (looks.length > before)
    return looks.at(-1)?.['leftOut'] === undefined || isToBeReadAnew
      ? undefined
      : `the decision about ${key} is carried out again, of whose days the end was recorded`;
  return `it is looked up whether ${key} was decided on while its end was recorded`;
}

/** What leads to the standing facts of an account is written again after facts of it were taken back. */
export function leadingLeft({ trace, world }: Ending): string | undefined {
  const table = tableNamed(world, 'Accounts');
  for (const [place, { accountRef, from }] of trace.replaced) {
    if (from === undefined || tableKind(place) !== 'Accounts') continue;
    const since = trace.queries.slice(trace.queriesAtWrite.get(place) ?? 0);
    const standing = since.findLast((one) => one.table === table && one.of === accountRef && one.until === undefined);
    if (!standing || leadingOf(standing).some((one) => !isWritten(one, trace, table)))
      return `what leads to ${String(accountRef)} is written again`;
  }
  return undefined;
}

/** The keys by which the numbers of facts without their zeros lead to an account. */
const leadingOf = ({ items }: Queried): readonly (readonly unknown[])[] =>
  items.flatMap(({ accountRef, readingRef, from }) =>
    readingRef === undefined || from === undefined ? [] : [[readingRef, `${POINTER_PREFIX}${String(accountRef)}`]],
  );

const isWritten = (key: readonly unknown[], { written }: InvocationTrace, table: string): boolean =>
  written.get(`${table} ${JSON.stringify(key)}`) !== undefined;
