import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { accountSurgeOf } from './facts/account-surge.ts';
import type { AccountFacts, CompanyFacts, Flow } from './facts/company-facts.ts';
import { LEAST_MONTHLY_MOVEMENT } from './facts/flows.ts';
import { PASS_THROUGH } from './facts/pass-through.ts';
import { surgeDaysOf } from './surge-days.ts';
import { ruleOf } from './rules/all-rules.ts';
import type { Assessment, Evidence, Finding } from './rules/finding.ts';
import { isOfTwoKinds } from './senders/support.ts';

/** From when to when the money ran for which a company is flagged. */
export interface CrimeWindow {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Whether banks tell the days, or whole months are meant. */
  readonly exact: 'day' | 'month';
}

type Assessed = Pick<Assessment, 'verdict' | 'findings'>;

/**
 * The days of considerable money within the time of the gravest finding about money, of an account that is unlike itself
 * before others, and the days on which victims by their reports sent money. Undefined where no money flags the company and
 * no victim names a day.
 */
export function crimeWindowOf(facts: CompanyFacts, assessed: Assessed): CrimeWindow | undefined {
  const reported = reportedDays(facts);
  const [first, last] = [reported[0], reported.at(-1)];
  const found = sinceListing(windowOfMoney(facts, assessed), facts);
  if (assessed.verdict !== 'flagged' || first === undefined || last === undefined) return found;
  if (found === undefined) return { from: first, to: last, exact: 'day' };
  const from = first < found.from ? first : found.from;
  return { ...found, from, to: last > found.to ? last : found.to };
}

/** The days on which victims who made reports sent their money. */
function reportedDays({ accounts, crimeReports = [] }: CompanyFacts): IsoDate[] {
  const days = crimeReports.map(({ transferredOn }) => transferredOn);
  return [...days, ...accounts.map(({ listing }) => listing?.moneySince)].filter((day) => day !== undefined).sort();
}

/** An account was listed for money that had already come. */
function sinceListing(found: CrimeWindow | undefined, { accounts }: CompanyFacts): CrimeWindow | undefined {
  if (found === undefined) return undefined;
  const listed = accounts.map(({ listing }) => listing?.on ?? found.from);
  return listed.some((on) => on < found.from) ? { ...found, from: listed.sort()[0] ?? found.from } : found;
}

function windowOfMoney(
  { accounts, changes, coverage }: CompanyFacts,
  { verdict, findings }: Assessed,
): CrimeWindow | undefined {
  if (verdict !== 'flagged') return undefined;
  const [dated] = findings
    .filter(({ weight }) => weight > 0)
    .flatMap(datedBy)
    .sort(gravestFirst);
  const isSlow = Number(dated?.evidence['holdMinutes'] ?? Number.POSITIVE_INFINITY) > PASS_THROUGH.hours;
  const isMeant = ({ medianHoldMinutes: minutes }: Flow): boolean =>
    minutes === undefined || isSlow || minutes <= PASS_THROUGH.hours;
  const surge = dated?.isOfAccount ? accountSurgeOf(accounts) : undefined;
  const own = accounts.filter(({ accountRef }) => surge === undefined || accountRef === surge.money.accountRef);
  // What came before the present representative is not of the money that was found under this one
  const since = changes.findLast(({ kind, on }) => kind === 'representative' && on.slice(0, 7) <= (dated?.from ?? ''));
  const isOfItsTime = ({ period }: Flow) =>
    dated?.isOfAccount ? isWithin(period, dated.from, dated.to) : period >= (since?.on.slice(0, 7) ?? '');
  const large = own
    .flatMap(({ flows }) => flows)
    .filter((flow) => isOfItsTime(flow) && isMeant(flow) && isPassedOn(flow))
    .sort((a, b) => ascending(a.period, b.period));
  const [first = dated?.from, last = dated?.to] = [large[0]?.period, large.at(-1)?.period];
  if (first === undefined || last === undefined) return undefined;
  const days = daysWithin(own, first, last, isMeant);
  if (days) return days;
  const estimated = surge && surgeDaysOf(surge, large, coverage.flows[surge.bank]);
  return { ...(estimated ?? { from: `${first}-01`, to: periodEnd(last) }), exact: 'month' };
}

const isPassedOn = ({ credit, debit }: Flow): boolean =>
  credit >= PASS_THROUGH.month && debit >= credit * PASS_THROUGH.kept;

/** Where banks tell each of these months by days: the first and the last day on which such money came in. */
function daysWithin(
  accounts: readonly AccountFacts[],
  first: string,
  last: string,
  isMeant: (flow: Flow) => boolean,
): CrimeWindow | undefined {
  const paces = accounts
    .flatMap((account) => account.paces ?? [])
    .filter(({ from }) => isWithin(from.slice(0, 7), first, last));
  const days = paces.filter((pace) => pace.credit >= LEAST_MONTHLY_MOVEMENT && isMeant(pace));
  const told = new Set(paces.map(({ from }) => from.slice(0, 7)));
  if (!told.has(first) || !told.has(last) || days.some(({ from, to }) => from !== to)) return undefined;
  const sorted = days.map(({ from }) => from).sort();
  const [from, to] = [sorted[0], sorted.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to, exact: 'day' };
}

const isWithin = (month: string, from: string, to: string): boolean => month >= from && month <= to;

interface Dated {
  readonly from: string;
  readonly to: string;
  readonly evidence: Evidence;
  readonly isOfAccount: boolean;
  readonly grade: number;
  readonly weight: number;
}

const MONTH = /^\d{4}-\d{2}$/;
const MONTHS_OF_MONEY = [
  ['from', 'to'],
  ['firstMonth', 'lastMonth'],
] as const;

function datedBy({ code, evidence, weight }: Finding): Dated[] {
  const rule = ruleOf(code);
  const isOfAccount = rule?.concernsAccount === true;
  for (const [first, last] of MONTHS_OF_MONEY) {
    const [from, to] = [evidence[first], evidence[last]];
    if (typeof from !== 'string' || typeof to !== 'string' || !MONTH.test(from) || !MONTH.test(to)) continue;
    return [{ from, to, evidence, isOfAccount, grade: isOfAccount ? 2 : rule?.kind === 'money' ? 1 : 0, weight }];
  }
  return [];
}

const gravestFirst = (a: Dated, b: Dated): number => b.grade - a.grade || b.weight - a.weight;

/**
 * The account that alone is meant, where nothing but its own past speaks against the company: somebody else may use it, and
 * the company need be no shell.
 */
export function concernedAccountOf(facts: CompanyFacts, { verdict, findings }: Assessed): string | undefined {
  if (verdict !== 'flagged') return undefined;
  const counted = findings.flatMap(({ code, weight, evidence }) => {
    const rule = ruleOf(code);
    return rule ? [{ rule, weight, evidence }] : [];
  });
  const others = counted.filter(({ rule }) => !rule.concernsAccount);
  const isAgainstCompany = isOfTwoKinds(others, facts) || others.some(({ rule }) => rule.hard);
  return isAgainstCompany || others.length === counted.length
    ? undefined
    : accountSurgeOf(facts.accounts)?.money.accountRef;
}
