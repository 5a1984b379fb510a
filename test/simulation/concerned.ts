import type { Concerned } from '#shared/tables/concerned.ts';
import { documentLinkOf, subscriptionLinkOf } from '#shared/tables/links.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { tableKind, tableNamed } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import { SECRET } from './secret.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';
import type { World } from './world.ts';

type Named = readonly [kind: keyof Concerned, name: string];

/** The references that the functions make, by the secret of the simulation. */
export const hash = keyedHash(SECRET);

/** Whom a fact of a file concerns. */
export function concernedBy(kind: string, item: Attributes): readonly Named[] {
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

/** Facts that the function has written or deleted, each with its place. */
export type ChangedFacts = Iterable<readonly [place: string, fact: Attributes]>;

/** One of those whom changed facts concern and whom the function has sent no message since; undefined where there is none. */
export function untoldSince(facts: ChangedFacts, trace: InvocationTrace, world: World): string | undefined {
  const byMessages = new Map<number, Record<string, Set<string>>>();
  for (const [place, fact] of facts) {
    const messages = trace.sentAtWrite.get(place) ?? 0;
    const concerned = byMessages.get(messages) ?? {};
    byMessages.set(messages, concerned);
    for (const [kind, name] of concernedBy(tableKind(place), fact)) (concerned[kind] ??= new Set()).add(name);
  }
  for (const [messages, concerned] of byMessages) {
    const names = Object.fromEntries(Object.entries(concerned).map(([kind, found]) => [kind, [...found]]));
    const left = untoldOf(names, { ...trace, sent: trace.sent.slice(messages) }, world);
    if (left !== undefined) return left;
  }
  return undefined;
}

/** One of those whom facts concern and whom the function has sent no message; undefined where there is none. */
export function untoldOf(stored: Partial<Concerned>, trace: InvocationTrace, world: World): string | undefined {
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
  return left[0];
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
