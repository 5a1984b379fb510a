import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PlannedQuestion } from '#shared/domain/plan/question.ts';
import { type Answer, hitRates, type Settled, settle } from '#shared/domain/plan/settle.ts';
import type { FoundBefore } from '#shared/use-cases/plan-book.ts';
import type { AssessedFacts } from '#shared/domain/plan/signs.ts';

/** Finds the answers to earlier questions among the facts: visits, and months of accounts that had none. */
export function settledWeeks(
  earlier: readonly PlannedQuestion[],
  companies: readonly AssessedFacts[],
  asOf: IsoDate,
): FoundBefore {
  const since = earlier.reduce((first, { askedOn }) => (askedOn < first ? askedOn : first), asOf);
  const byCompany = Map.groupBy(earlier, ({ enterpriseCode }) => enterpriseCode);
  const answers = companies.flatMap((company) => [
    ...visitAnswers(company, since),
    ...accountAnswers(company, byCompany.get(company.facts.enterpriseCode) ?? []),
  ]);
  const settled = settle(earlier, answers, asOf);
  const unflagged = companies.filter(({ assessment }) => assessment.verdict !== 'flagged');
  return {
    ...settled,
    rates: hitRates(settled.questions),
    unflagged: unflagged.length,
    unflaggedAsked: unflagged.filter(({ facts }) => byCompany.has(facts.enterpriseCode)).length,
  };
}

const visitAnswers = ({ facts: { enterpriseCode, inspections } }: AssessedFacts, since: IsoDate): Answer[] =>
  inspections
    .filter(({ on }) => on >= since)
    .map(({ on, found }) => ({ ask: 'visit', party: 'inspector', enterpriseCode, on, isAgainst: !found }));

/** An account without months was asked about; the day on which its bank told them is known as that of the run alone. */
const accountAnswers = ({ facts, assessment }: AssessedFacts, asked: readonly PlannedQuestion[]): Answer[] =>
  asked.flatMap(({ ask, party, enterpriseCode, account, verdict, dueOn }): Answer[] => {
    const told = facts.accounts.find(({ accountRef }) => accountRef === account?.ref);
    if (ask !== 'account' || told === undefined || told.flows.length === 0) return [];
    const on = facts.asOf < dueOn ? facts.asOf : dueOn;
    return [{ ask, party, enterpriseCode, account, on, isAgainst: assessment.verdict !== verdict }];
  });

/** One line for each question, and one for each answer that belongs to none. */
export const answerLines = ({ questions, strays }: Settled) => [
  ...questions.map(({ question: { id, isDrawn }, state, answer }) => ({
    id,
    state,
    ...(answer && { answeredOn: answer.on, against: answer.isAgainst }),
    ...(isDrawn && { isDrawn }),
  })),
  ...strays.map(({ answer: { account, ...answer }, why }) => ({
    stray: why,
    ...answer,
    ...(account && { account: account.masked }),
  })),
];
