import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type Ask, type Party, type PlannedQuestion, subjectKey } from './question.ts';

/** An answer as its feed or reply brought it. */
export interface Answer {
  readonly ask: Ask;
  readonly party: Party;
  readonly enterpriseCode: string;
  readonly account?: PlannedQuestion['account'];
  readonly on: IsoDate;
  /** Whether it speaks against the company: not found, money that left at once, a risk, another person. */
  readonly isAgainst: boolean;
}

export type QuestionState = 'open' | 'answered' | 'expired';

export interface SettledQuestion {
  readonly question: PlannedQuestion;
  readonly state: QuestionState;
  readonly answer?: Answer | undefined;
}

/** Why an answer is nobody's question's: it stays a fact like any other row, and is told. */
export type Stray = 'not-asked' | 'another-party' | 'late' | 'again';

export interface Settled {
  readonly questions: readonly SettledQuestion[];
  readonly strays: readonly { readonly answer: Answer; readonly why: Stray }[];
}

/**
 * Finds each question's answer: the first one of the party that was asked, within the question's days. Every other answer
 * is named with its reason, so that none is lost and none counts for a party that did not give it.
 */
export function settle(questions: readonly PlannedQuestion[], answers: readonly Answer[], today: IsoDate): Settled {
  const bySubject = Map.groupBy(questions, subjectKey);
  const byMatter = Map.groupBy(questions, matterOf);
  const found = new Map<string, Answer>();
  const strays: { readonly answer: Answer; readonly why: Stray }[] = [];
  for (const answer of answers.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
    const asked = bySubject.get(subjectKey(answer)) ?? [];
    const inTime = asked.filter(({ askedOn, dueOn }) => answer.on >= askedOn && answer.on <= dueOn);
    const open = inTime.find(({ id }) => !found.has(id));
    if (open) found.set(open.id, answer);
    else if (inTime.length > 0) strays.push({ answer, why: 'again' });
    else if (asked.some(({ dueOn }) => answer.on > dueOn)) strays.push({ answer, why: 'late' });
    else if (asked.length === 0 && byMatter.has(matterOf(answer))) strays.push({ answer, why: 'another-party' });
    else strays.push({ answer, why: 'not-asked' });
  }
  return {
    questions: questions.map((question) => {
      const answer = found.get(question.id);
      if (answer) return { question, state: 'answered', answer };
      return { question, state: today > question.dueOn ? 'expired' : 'open' };
    }),
    strays,
  };
}

/** What was asked, whoever was asked. */
const matterOf = ({ ask, enterpriseCode }: Pick<Answer, 'ask' | 'enterpriseCode'>): string =>
  `${ask} ${enterpriseCode}`;

const orderOf = (answer: Answer): string => `${answer.on} ${subjectKey(answer)} ${answer.isAgainst}`;

/** How many visits found nobody, of those chosen and those drawn by lot; both are counted where they were answered. */
export function hitRates(settled: readonly SettledQuestion[]) {
  const rate = (isDrawn: boolean) => {
    const made = settled.filter(
      ({ question, state }) =>
        question.ask === 'visit' && state === 'answered' && (question.isDrawn ?? false) === isDrawn,
    );
    return { made: made.length, hits: made.filter(({ answer }) => answer?.isAgainst).length };
  };
  return { chosen: rate(false), drawn: rate(true) };
}
