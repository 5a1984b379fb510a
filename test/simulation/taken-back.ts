import type { Concerned } from '#shared/tables/concerned.ts';
import { documentLinkOf, subscriptionLinkOf } from '#shared/tables/links.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { placeOf } from './ending.ts';
import { tableNamed } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import { SECRET } from './secret.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';
import type { World } from './world.ts';

type Named = readonly [kind: keyof Concerned, name: string];

const hash = keyedHash(SECRET);

/** Whom a fact of a file concerns. */
function concernedBy(kind: string, item: Attributes): readonly Named[] {
  const code = String(item['enterpriseCode']);
  switch (kind) {
    case 'Companies':
      return [['registration' in item ? 'registered' : 'companies', code]];
    case 'PoliceRecords':
      return [String(item['ref']), ...(item['oldNumber'] === undefined ? [] : [oldRef(item)])].map(
        (ref): Named => ['documents', documentLinkOf(ref)],
      );
    case 'Subscribers':
      return [['phones', subscriptionLinkOf(String(item['phoneRef']))]];
    default:
      return concernedByAccount(item);
  }
}

const oldRef = ({ oldNumber }: Attributes): string => hash('document', String(oldNumber));

function concernedByAccount({ accountRef, readingRef = accountRef, register, listing }: Attributes): readonly Named[] {
  const { enterpriseCode } = (register ?? {}) as { enterpriseCode?: string };
  return [
    ['accounts', String(readingRef)],
    ...(enterpriseCode === undefined ? [] : [['companies', enterpriseCode] as const]),
    ...(listing === undefined ? [] : [['listed', String(accountRef)] as const]),
  ];
}

/** A change of an item by a function. */
interface Change {
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
export function leftOutOfTaken(change: Change): string | undefined {
  const { kind, before, after, trace, world } = change;
  if (kind === 'Files' && after?.['feed'] === 'taken-back') return untold(after, trace, world);
  const { file } = (before?.['from'] ?? {}) as { file?: string };
  if (after || !before || file === undefined) return undefined;
  const place = placeOf(world, 'Files', 'taken-back', file);
  // A reader that replaces single facts looks at no such record
  if (!trace.looks.has(place)) return undefined;
  const stored = (trace.written.get(place) ?? {}) as Partial<Concerned>;
  const missing = concernedBy(kind, before).find(([of, name]) => !stored[of]?.includes(name));
  return missing && `what ${file} said is taken back before it is stored that it concerns ${missing.join(' ')}`;
}

/** One of those in the record that the function has read or written last who was sent no message since. */
function untold(after: Attributes, trace: InvocationTrace, world: World): string | undefined {
  const file = String(after['file']);
  const seen = trace.seen.get(placeOf(world, 'Files', 'taken-back', file)) ?? {};
  // A write whose answer was lost is sent again
  if (contentId(seen) === contentId(after)) return undefined;
  const stored = seen as Partial<Concerned>;
  const told = (folder: string, by = 'enterpriseCode') =>
    new Set(sentTo({ trace, world }, folder).map((one) => one[by]));
  const [verified, assessed] = [told('2-verify-people'), told('3-assess-company')];
  const declaring = (link: string) => companiesFound('Links', link, trace, world);
  const holding = (reading: string) => companiesFound('Accounts', reading, trace, world);
  const { registered = [], companies = [], accounts = [], documents = [], phones = [], listed = [] } = stored;
  const left = [
    ...listed.filter((account) => !told('5-notify-banks', 'accountRef').has(account)),
    ...registered.filter((code) => !verified.has(code)),
    ...companies.filter((code) => !assessed.has(code)),
    ...documents.flatMap(declaring).filter((code) => !verified.has(code)),
    ...[...accounts.flatMap(holding), ...phones.flatMap(declaring)].filter((code) => !assessed.has(code)),
  ];
  return left[0] === undefined ? undefined : `${left[0]} is not asked about, whom a fact concerned that ${file} said`;
}

/** The companies that the function has found under a key; the key itself where it has not looked. */
function companiesFound(kind: string, key: string, { queries }: InvocationTrace, world: World): readonly string[] {
  const table = tableNamed(world, kind);
  const found = queries.filter((one) => one.table === table && one.of === key);
  if (found.length === 0) return [key];
  const items = found.flatMap((one) => one.items).filter(({ band }) => band === undefined);
  const codes = items.map(({ enterpriseCode, register }) =>
    kind === 'Links' ? enterpriseCode : (register as Attributes | undefined)?.['enterpriseCode'],
  );
  return codes.flatMap((code) => (typeof code === 'string' ? [code] : []));
}
