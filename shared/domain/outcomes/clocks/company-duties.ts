import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { capitalContributionStatusOf, capitalTermOf } from '#shared/domain/risk/facts/capital.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { type ClockStatus, dueOn, clockStatusOf } from '#shared/domain/vietnamese/due-days.ts';

/** The legal deadlines that are counted by company: those that it has to meet, and the office's after a forgery. */
export const COMPANY_CLOCKS = [
  'capitalContribution',
  'capitalReduction',
  'complianceReport',
  'ownersDeclaration',
  'revocationDecision',
] as const;
export type CompanyClock = (typeof COMPANY_CLOCKS)[number];

/** The status of each deadline that concerns or concerned the company; absent where no feed would show whether it was met. */
export type CompanyDuties = Readonly<Partial<Record<CompanyClock, ClockStatus>>>;

/**
 * The status of a company's duties on the day of its facts. A missing contribution is late only where some feed reports
 * contributions.
 */
export function companyDuties(facts: CompanyFacts): CompanyDuties {
  const { asOf, registeredOn } = facts;
  const { state } = capitalContributionStatusOf(facts);
  const paidOn = paidInFullOn(facts);
  const term = dueOn('capitalContribution', registeredOn);
  const reduceBy = dueOn('capitalReduction', term);
  const undone = (due: IsoDate): ClockStatus | undefined => {
    const status = clockStatusOf(due, undefined, asOf);
    return status === 'due' || isCoveredOn(facts, due) ? status : undefined;
  };
  const paid = paidOn === undefined ? undone(term) : clockStatusOf(term, paidOn, asOf);
  // Capital that was registered as reduced was not paid in, early or late, and can't be paid any more
  const contribution = state === 'REDUCED' ? undefined : paid;
  const hasToReduce = state === 'REDUCED' || contribution === 'late' || contribution === 'missed';
  const reduced = paidOn === undefined ? undone(reduceBy) : clockStatusOf(reduceBy, paidOn, asOf);
  const hasTerm = facts.charterCapital !== undefined && capitalTermOf(facts) !== undefined;
  return definedDuties({
    capitalContribution: hasTerm ? contribution : undefined,
    capitalReduction: hasTerm && hasToReduce ? (state === 'REDUCED' ? 'kept' : reduced) : undefined,
    complianceReport: reportStatus(facts),
  });
}

/** The first request of the registry, to which a later row about a contribution is the answer. */
function reportStatus(facts: CompanyFacts): ClockStatus | undefined {
  const [requestedOn] = facts.reportRequests.toSorted();
  if (requestedOn === undefined) return undefined;
  const due = dueOn('complianceReport', requestedOn);
  const [answeredOn] = facts.contributions
    .map(({ on }) => on)
    .filter((on) => on >= requestedOn)
    .sort();
  const status = clockStatusOf(due, answeredOn, facts.asOf);
  return status !== 'late' || isCoveredOn(facts, due) ? status : undefined;
}

function paidInFullOn({ contributions, charterCapital }: CompanyFacts): IsoDate | undefined {
  if (charterCapital === undefined) return undefined;
  let sum = 0;
  for (const { on, amount } of contributions.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    sum += amount;
    if (sum >= charterCapital) return on;
  }
  return undefined;
}

/** Whether some feed reports contributions and covers the day. */
function isCoveredOn({ coverage }: CompanyFacts, day: IsoDate): boolean {
  const covered = coverage.signals.GOP_VON;
  return covered !== undefined && covered.from <= day && covered.to >= day;
}

/** The deadlines of which a status is known. */
export const definedDuties = (
  duties: Readonly<Partial<Record<CompanyClock, ClockStatus | undefined>>>,
): CompanyDuties => Object.fromEntries(Object.entries(duties).filter(([, status]) => status !== undefined));
