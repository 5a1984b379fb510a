import { daysBetween, yearOf } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { valueKey } from '#shared/domain/risk/rings/value-key.ts';
import type { Assessment, Verdict } from '#shared/domain/risk/rules/finding.ts';

/** A company with what the rules in force say of it. */
export interface AssessedFacts {
  readonly facts: CompanyFacts;
  readonly assessment: Assessment;
}

/** The signs of a company that tell something also where no bank reports its money. */
export const SIGNS = [
  'score',
  'ties',
  'neighbours',
  'links',
  'age',
  'head',
  'sales',
  'phones',
  'receivers',
  'accounts',
  'handover',
  'capital',
] as const;
export type Sign = (typeof SIGNS)[number];

/** The level of each sign; one that a model does not know weighs nothing. */
export type Signs = Readonly<Record<Sign, string>>;

/** A value of more companies is a hub, and says nothing about any of them. */
const MOST_LINKED = 60;

/** The companies at each shared value, by its key. */
export type Members = ReadonlyMap<string, readonly string[]>;

export function membersOf(companies: readonly AssessedFacts[]): Members {
  const members = new Map<string, string[]>();
  for (const { facts } of companies)
    for (const band of facts.bands) {
      const known = members.get(valueKey(band));
      if (known) known.push(facts.enterpriseCode);
      else members.set(valueKey(band), [facts.enterpriseCode]);
    }
  return members;
}

/** What a company's values tie it to: the most companies at one, and the largest share of them that is flagged, a watched one as half. */
function neighboursOf({ bands, enterpriseCode }: CompanyFacts, members: Members, verdicts: Verdicts) {
  let [most, worst] = [0, 0];
  for (const band of bands) {
    const others = (members.get(valueKey(band)) ?? []).filter((code) => code !== enterpriseCode);
    if (others.length === 0 || others.length > MOST_LINKED) continue;
    let bad = 0;
    for (const code of others) bad += { flagged: 1, watch: 0.5, clear: 0 }[verdicts.get(code) ?? 'clear'];
    most = Math.max(most, others.length);
    worst = Math.max(worst, bad / others.length);
  }
  return { most, worst };
}

export type Verdicts = ReadonlyMap<string, Verdict>;

/**
 * The signs of a company. Its neighbours' verdicts count here, where only the order of questions follows from them, and
 * never in a verdict.
 */
export function signsOf({ facts, assessment }: AssessedFacts, members: Members, verdicts: Verdicts): Signs {
  const { most, worst } = neighboursOf(facts, members, verdicts);
  return {
    score: below(assessment.score, [0.21, 1, 5, 22, 54]),
    ties: tiesOf(facts),
    neighbours: below(worst, [0, 0.001, 0.2, 0.5]),
    links: below(most, [1, 3, 10]),
    age: below(daysBetween(facts.registeredOn, facts.asOf), [90, 180, 365, 730]),
    head: headOf(facts),
    sales: salesOf(facts),
    phones: phonesOf(facts),
    receivers: receiversOf(facts),
    accounts: String(Math.min(4, facts.accounts.length)),
    handover: handoverOf(facts),
    capital: facts.contributions.length > 0 ? 'proven' : facts.coverage.signals.GOP_VON ? 'unproven' : 'untold',
  };
}

/** The level of a figure: the first limit above it, or that it is above all. */
function below(figure: number, limits: readonly number[]): string {
  const limit = limits.find((one) => figure < one);
  return limit === undefined ? `>=${limits.at(-1)}` : `<${limit}`;
}

function tiesOf({ bands }: CompanyFacts): string {
  const bad = bands.reduce((most, { badShare }) => Math.max(most, badShare), 0);
  const worse = bands.reduce((most, { worseShare }) => Math.max(most, worseShare), 0);
  if (bad === 0) return 'none';
  if (bad >= 0.5) return worse >= 0.5 ? 'mostly-worse' : 'mostly-bad';
  if (worse >= 0.2) return 'some-worse';
  return worse > 0 ? 'few-worse' : 'some-bad';
}

function headOf({ people, asOf }: CompanyFacts): string {
  const head = people.find(({ role }) => role === 'legal_representative');
  return head === undefined ? 'unknown' : below(yearOf(asOf) - head.birthYear, [23, 27, 33, 66]);
}

function salesOf({ coverage, returns }: CompanyFacts): string {
  if (coverage.signals.TO_KHAI_THUE === undefined) return returns.length > 0 ? 'declared-once' : 'untold';
  if (returns.length === 0) return 'no-return';
  return returns.some(({ revenue = 0 }) => revenue > 0) ? 'some' : 'zero';
}

function phonesOf({ accounts }: CompanyFacts): string {
  if (accounts.some(({ strangersPhone }) => strangersPhone !== undefined)) return 'stranger';
  if (accounts.some(({ unregisteredPhone }) => unregisteredPhone !== undefined)) return 'unregistered';
  if (accounts.some(({ phoneOwner }) => phoneOwner === 'other')) return 'other';
  return accounts.some(({ withoutSubscriber }) => withoutSubscriber) ? 'untold' : 'own';
}

function receiversOf({ accounts }: CompanyFacts): string {
  const told = accounts.flatMap(({ counterparties }) => (counterparties ? [counterparties.length] : []));
  return told.length === 0 ? 'untold' : below(Math.max(...told), [4]);
}

function handoverOf({ changes, asOf }: CompanyFacts): string {
  const on = changes.findLast(({ kind }) => kind === 'representative')?.on;
  return on === undefined ? 'none' : below(daysBetween(on, asOf), [180, 400]);
}
