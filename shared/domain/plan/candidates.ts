import { daysBetween, yearOf, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import type { Verdict } from '#shared/domain/risk/rules/finding.ts';
import { type ChanceModel, chanceOf, weightiestOf } from './chance.ts';
import type { Candidate, Subject } from './question.ts';
import type { AssessedFacts, Signs } from './signs.ts';
import { ifHeadIsAnother, ifMoneyPassed, ifTaxDoubts, ifVisited } from './supposed-answers.ts';

/** How often an answer about a shell speaks against it. A shell's money is mostly in one or two of its accounts. */
const SHOWN = { onlyAccount: 0.8, oneOfAccounts: 0.6, visit: 0.9, tax: 0.5, identity: 0.3 } as const;
/** What a verdict is worth that is turned to a flag, and to a watch. */
const WORTH = { flagged: 1, watch: 0.3, clear: 0 } as const;
/** A visit takes as much of people's time as so many questions that are answered from data. */
const EFFORT = { visit: 4, data: 1 } as const;
/** The younger the company or its head's office, the more of a shell's money is still to come. */
const PREVENTED = [
  { below: 180, share: 1.5 },
  { below: 400, share: 1.25 },
] as const;

const GRADES: readonly Verdict[] = ['clear', 'watch', 'flagged'];

/** A question with its answers' verdicts under the rules in force. */
interface Supposed extends Subject {
  readonly against: CompanyFacts;
  readonly for?: CompanyFacts | undefined;
  readonly shown: number;
  readonly effort: number;
  readonly inSpiteOf?: IsoDate | undefined;
}

/**
 * The questions whose answer may turn the verdict on a company that is not flagged, under the rules in force, the most
 * valuable first.
 */
export function candidatesOf({ facts, assessment }: AssessedFacts, signs: Signs, model: ChanceModel): Candidate[] {
  if (assessment.verdict === 'flagged') return [];
  const chance = chanceOf(signs, model);
  const settles = assessment.isAlone === true || assessment.isDoubted === true;
  return supposedOf(facts, assessment.verdict)
    .flatMap(({ against, for: favourable, shown, effort, ...subject }): Candidate[] => {
      const ifAgainst = assess(against).verdict;
      if (GRADES.indexOf(ifAgainst) <= GRADES.indexOf(assessment.verdict)) return [];
      const turns = chance * shown;
      return [
        {
          ...subject,
          chance: asChance(turns),
          value: asChance((turns * WORTH[ifAgainst] * preventedBy(facts)) / effort),
          verdict: assessment.verdict,
          ifAgainst,
          ifFor: favourable ? assess(favourable).verdict : assessment.verdict,
          signs: weightiestOf(signs, model),
          ...(settles && ifAgainst === 'flagged' && { settles: true }),
        },
      ];
    })
    .sort((a, b) => b.value - a.value);
}

/** Six decimals, so that the same chance is the same text. */
export const asChance = (figure: number): number => Math.round(figure * 1e6) / 1e6;

function preventedBy({ registeredOn, changes, asOf }: CompanyFacts): number {
  const handedOver = changes.findLast(({ kind }) => kind === 'representative')?.on ?? registeredOn;
  const days = daysBetween(handedOver > registeredOn ? handedOver : registeredOn, asOf);
  return PREVENTED.find(({ below }) => days < below)?.share ?? 1;
}

function supposedOf(facts: CompanyFacts, verdict: Verdict): Supposed[] {
  return [...accountQuestions(facts), ...taxQuestion(facts), ...identityQuestion(facts), ...visitOf(facts, verdict)];
}

/** The accounts of which the bank has sent no row, unless it sends rows of all its accounts. */
function accountQuestions(facts: CompanyFacts): Supposed[] {
  const { accounts, coverage, enterpriseCode } = facts;
  const silent = accounts.filter(
    ({ flows, bank, openedOn }) =>
      flows.length === 0 && !(openedOn !== undefined && coverage.wholeBanks?.includes(bank) === true),
  );
  return silent.map(({ accountRef, bank, maskedNumber }) => ({
    ask: 'account',
    party: bank,
    enterpriseCode,
    account: { ref: accountRef, masked: maskedNumber },
    against: ifMoneyPassed(facts, accountRef),
    shown: accounts.length === 1 ? SHOWN.onlyAccount : SHOWN.oneOfAccounts,
    effort: EFFORT.data,
  }));
}

/** Asked where the company's tax office sends no statuses. */
function taxQuestion(facts: CompanyFacts): Supposed[] {
  if (facts.coverage.signals.TRANG_THAI_THUE !== undefined) return [];
  const { enterpriseCode } = facts;
  return [
    {
      ask: 'tax',
      party: 'tax',
      enterpriseCode,
      against: ifTaxDoubts(facts),
      shown: SHOWN.tax,
      effort: EFFORT.data,
    },
  ];
}

/** Asked where the police have not told whose the head's number is, or have told two things of it. */
function identityQuestion(facts: CompanyFacts): Supposed[] {
  const { enterpriseCode, people } = facts;
  const isOpen = people.some(
    ({ role, result, contradicted }) =>
      role === 'legal_representative' && (result === 'unchecked' || contradicted === true),
  );
  if (!isOpen) return [];
  const against = ifHeadIsAnother(facts);
  return [{ ask: 'identity', party: 'police', enterpriseCode, against, shown: SHOWN.identity, effort: EFFORT.data }];
}

/** A company that anybody has visited in the calendar year is not visited again unless clear signs have come since. */
function visitOf(facts: CompanyFacts, verdict: Verdict): Supposed[] {
  const visited = visitedThisYear(facts);
  if (visited !== undefined && !haveSignsCome(facts, visited, verdict)) return [];
  const { enterpriseCode } = facts;
  return [
    {
      ask: 'visit',
      party: 'inspector',
      enterpriseCode,
      against: ifVisited(facts, false),
      for: ifVisited(facts, true),
      shown: SHOWN.visit,
      effort: EFFORT.visit,
      ...(visited !== undefined && { inSpiteOf: visited }),
    },
  ];
}

/** The day of the last visit in the calendar year of the facts (NQ 198/2025/QH15 Điều 4: at most once a year). */
export const visitedThisYear = ({ inspections, asOf }: CompanyFacts): IsoDate | undefined =>
  inspections.findLast(({ on }) => yearOf(on) === yearOf(asOf))?.on;

function haveSignsCome(facts: CompanyFacts, since: IsoDate, verdict: Verdict): boolean {
  const then = factsAsOf(facts, since);
  return then === undefined || GRADES.indexOf(verdict) > GRADES.indexOf(assess(then).verdict);
}
