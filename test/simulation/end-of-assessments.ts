import type { Queried } from './invocation-trace.ts';
import { tableNamed, unpacked } from './end-state.ts';
import { type Ending, placeOf } from './ending.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';

/** After a try that may have ended halfway, a company is written again at each value that it shares. */
export function sharedAnew({ envelope, trace, world }: Ending, own: Attributes): string | undefined {
  if (envelope.receives <= 1) return undefined;
  const code = own['enterpriseCode'];
  const { links } = unpacked(own) as { links: readonly { readonly value: string }[] };
  const missing = links.find(({ value }) => !trace.written.has(placeOf(world, 'Links', value, code)));
  return missing && `${String(code)} stands again at ${missing.value}, because an earlier try may have ended`;
}

/** The province is surveyed once a company's sample has changed. */
export function surveyAsked(ending: Ending, own: Attributes): string | undefined {
  const { trace, world } = ending;
  const code = own['enterpriseCode'];
  const before = trace.looks.get(placeOf(world, 'Assessments', code))?.[0];
  return sampleOf(before) === sampleOf(own) || sentTo(ending, 'survey-province').length > 0
    ? undefined
    : `the province is surveyed with the new sample of ${String(code)}`;
}

const sampleOf = (assessed: Attributes | undefined): string =>
  assessed?.['sample'] === undefined
    ? ''
    : JSON.stringify((JSON.parse(String(assessed['sample'])) as Attributes)['sample']);

/**
 * A function that has written a bank's notice reads its account once more, and sends a message if the account has
 * changed.
 */
export function overlookedAccount({ message, trace, world }: Ending, place: string): string | undefined {
  // A message from the clock may be about an account of which nothing is known
  const { accountRef, bank } = message;
  if (accountRef === undefined || bank !== undefined) return undefined;
  const at = trace.queriesAtWrite.get(place) ?? 0;
  const readings = (part: readonly Queried[]) =>
    part.filter(({ table, of }) => table === tableNamed(world, 'Accounts') && of === accountRef);
  const [before] = readings(trace.queries.slice(0, at)).slice(-1);
  const [after] = readings(trace.queries.slice(at));
  // Another name of the account was read
  if (!before) return undefined;
  return after && factsIn(after) === factsIn(before) ? undefined : 'account';
}

const TOLD = /^(?:register|flow|counterparty|device|listing)#/u;

/** The keys of an account's facts, which are made of their contents. */
const factsIn = ({ items }: Queried): string =>
  items
    .flatMap(({ fact }) => (TOLD.test(String(fact)) ? [String(fact)] : []))
    .sort()
    .join(' ');

/** The banks of accounts that changed for them, or that the company no longer has, are told. */
export function banksTold(ending: Ending, own: Attributes): string | undefined {
  const { trace, world } = ending;
  const code = own['enterpriseCode'];
  const before = accountsOf(trace.looks.get(placeOf(world, 'Assessments', code))?.[0]);
  const now = accountsOf(own);
  const told = new Set(sentTo(ending, '5-notify-banks').map(({ accountRef }) => accountRef));
  const owed = [...before].find(([account, fingerprint]) => now.get(account) !== fingerprint && !told.has(account));
  return owed && `the bank of an account of ${String(code)} is told that it changed`;
}

/** The accounts of an assessment, each with a fingerprint of what its bank's notice depends on. */
const accountsOf = (assessed: Attributes | undefined): ReadonlyMap<string, string> => {
  const accounts = (assessed && unpacked(assessed)['accounts']) as readonly Account[] | undefined;
  return new Map((accounts ?? []).map(({ accountRef, fingerprint }) => [accountRef, fingerprint]));
};

interface Account {
  readonly accountRef: string;
  readonly fingerprint: string;
}
