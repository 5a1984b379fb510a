import type { Queried } from './invocation-trace.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { OFFICE_KINDS } from '#shared/domain/risk/province/company-sample.ts';
import { coverageIn } from './end-of-sweeps.ts';
import { itemsOf, tableNamed, unpacked } from './end-state.ts';
import { type Ending, placeOf } from './ending.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';
import type { World } from './world.ts';

/** The most milliseconds by which the clocks of two functions differ. */
const CLOCKS_APART_MS = 1000;

/** After a try that may have ended halfway, a company is written again at each value that it shares. */
export function sharedAnew(ending: Ending, own: Attributes): string | undefined {
  const { envelope, trace, world } = ending;
  // A company whose registration was taken back stands nowhere, and no index has it
  if (own['dueShard'] === undefined) return undefined;
  const code = own['enterpriseCode'];
  const failed = ofFailedTry(ending, code);
  if (failed === 'unknown') return `it is read what the last try to write the values of ${String(code)} began`;
  if (envelope.receives <= 1 && failed === 'none') return undefined;
  const links = linksOf(own);
  const missing = links.find(({ value }) => !trace.written.has(placeOf(world, 'Links', value, code)));
  return missing && `${String(code)} stands again at ${missing.value}, because an earlier try may have ended`;
}

/**
 * Whether a try of another message, which may never come again, began to write other values of the company than those of
 * the assessment that the function has found.
 */
function ofFailedTry({ trace, world }: Ending, code: unknown): 'none' | 'some' | 'unknown' {
  const before = linksOf(trace.looks.get(placeOf(world, 'Assessments', code))?.[0]);
  if (before.length === 0) return 'none';
  const claims = placeOf(world, 'Links', `claims#${String(code)}`, code);
  const [found] = trace.looks.get(claims) ?? [];
  if (!found) return trace.written.has(claims) || isClaimless(world, code) ? 'none' : 'unknown';
  const begun = contentId(before.map(({ value, fingerprint }) => `${value} ${fingerprint}`).sort());
  return found['begun'] === begun && found['areWritten'] === true && !hasOpenRun(found) ? 'none' : 'some';
}

/** Whether another run has claimed links of the company and has not said that it has ended. */
const hasOpenRun = (claims: Attributes): boolean => Object.keys(claims).some((name) => name.startsWith('run_'));

/**
 * A function that has claimed links marks them as written, or asks for one more assessment. It also asks for one where
 * another function may write links after it.
 */
export function linksMarked(ending: Ending, code: unknown): string | undefined {
  const { trace, world } = ending;
  const claims = trace.written.get(placeOf(world, 'Links', `claims#${String(code)}`, code));
  if (claims === undefined || (claims['areWritten'] === true && !hasOpenRun(claims))) return undefined;
  return sentTo(ending, '3-assess-company').some(({ enterpriseCode }) => enterpriseCode === code)
    ? undefined
    : `it is stored that the links of ${String(code)} are written for good, or the company is assessed once more`;
}

const isClaimless = (world: World, code: unknown): boolean =>
  !itemsOf(world, 'Links').some(({ value }) => value === `claims#${String(code)}`);

interface Shared {
  readonly value: string;
  readonly fingerprint: string;
}
const linksOf = (assessed: Attributes | undefined): readonly Shared[] =>
  ((assessed && unpacked(assessed)['links']) as readonly Shared[] | undefined) ?? [];

/**
 * The province is surveyed once a company's sample has changed, and where an earlier try may have ended before it asked
 * for that, unless the company is assessed once more.
 */
export function surveyAsked(ending: Ending, own: Attributes): string | undefined {
  const { envelope, trace, world } = ending;
  const code = own['enterpriseCode'];
  const before = trace.looks.get(placeOf(world, 'Assessments', code))?.[0];
  if (sentTo(ending, 'survey-province').length > 0) return undefined;
  const isAskedAgain = sentTo(ending, '3-assess-company').some(({ enterpriseCode }) => enterpriseCode === code);
  if (envelope.receives > 1 && !isAskedAgain)
    return `the province is surveyed, for which an earlier try of ${String(code)} may have failed to ask`;
  if (isUnsurveyed(ending))
    return `the province is surveyed, of which a kind that ${String(code)} was assessed by was not`;
  return sampleOf(before) === sampleOf(own)
    ? undefined
    : `the province is surveyed with the new sample of ${String(code)}`;
}

/** Whether a kind of rows is covered that the picture of the province does not have, by what the function has read first. */
function isUnsurveyed({ trace, world }: Ending): boolean {
  const [picture] = trace.looks.get(placeOf(world, 'Files', 'province', 'profile')) ?? [];
  const offices = ((picture && unpacked(picture)['offices']) ?? {}) as Attributes;
  // A reader may have counted as alive when the function looked, by its own clock
  return [trace.since - CLOCKS_APART_MS, world.now()].every((instant) => {
    const { signals } = coverageIn(trace, world, 0, instant);
    return OFFICE_KINDS.some((kind) => signals[kind] !== undefined && offices[kind] === undefined);
  });
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
  const isChanged = ([account, fingerprint]: readonly [string, string]) =>
    now.get(account) !== fingerprint && !told.has(account);
  const isNew = ([account, fingerprint]: readonly [string, string]) =>
    !before.has(account) && fingerprint !== QUIET && !told.has(account);
  const owed = [...before].find(isChanged) ?? [...now].find(isNew);
  return owed && `the bank of an account of ${String(code)} is told that it changed`;
}

/** The accounts of an assessment, each with a fingerprint of what its bank's notice depends on. */
const accountsOf = (assessed: Attributes | undefined): ReadonlyMap<string, string> => {
  const accounts = (assessed && unpacked(assessed)['accounts']) as readonly AssessedFingerprint[] | undefined;
  return new Map((accounts ?? []).map(({ accountRef, fingerprint }) => [accountRef, fingerprint]));
};

/** The fingerprint of an account that concerns no bank: it is not listed, and its company is not flagged. */
const QUIET = contentId({ companyFlagged: false, confirmed: false, representativeMismatch: false });

interface AssessedFingerprint {
  readonly accountRef: string;
  readonly fingerprint: string;
}

/**
 * A function whose assessment another one has overtaken has the company assessed once more, although its message goes
 * back: another function that was handed the same message may be done with it.
 */
export function unaskedWhenOvertaken(
  folder: string,
  { overtaken, unsent, unanswered }: SimulatedInvocation,
  knows: Pick<Ending, 'trace' | 'world'>,
): string | undefined {
  if (folder !== '3-assess-company' || unsent.size + unanswered.size > 0) return undefined;
  const asked = new Set(sentTo(knows, folder).map(({ enterpriseCode }) => String(enterpriseCode)));
  const table = `${tableNamed(knows.world, 'Assessments')} `;
  const codes = [...overtaken.keys()].flatMap((item) =>
    item.startsWith(table) ? (JSON.parse(item.slice(table.length)) as string[]) : [],
  );
  const unasked = codes.find((code) => !asked.has(code));
  return unasked && `${folder} was overtaken by another assessment of ${unasked} and does not ask for one more`;
}

/**
 * An assessment that nobody is told of yet names all accounts that the company has lost since they were told. Whoever is
 * told of an assessment that was stored since the function looked looks himself, after the settling time.
 * @param seen the assessment that the function has found
 */
export function lostAccountNamed(
  before: Attributes | undefined,
  after: Attributes | undefined,
  seen: Attributes | undefined,
): string | undefined {
  if (!before || after?.['notified'] !== false || seen?.['gatheredAt'] !== before['gatheredAt']) return undefined;
  const lost = (unpacked(before)['lostAccounts'] ?? []) as readonly string[];
  const named = new Set([
    ...accountsOf(after).keys(),
    ...((unpacked(after)['lostAccounts'] ?? []) as readonly string[]),
  ]);
  const left = [...accountsOf(before).keys(), ...lost].find((account) => !named.has(account));
  return (
    left && `the account ${left}, which ${String(after['enterpriseCode'])} has lost, is named until its bank is told`
  );
}
