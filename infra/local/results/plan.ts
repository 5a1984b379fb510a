import { join } from 'node:path';
import { assess } from '#shared/domain/risk/assess.ts';
import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { makePlan } from '#shared/domain/plan/make-plan.ts';
import type { PlannedQuestion } from '#shared/domain/plan/question.ts';
import { questionText, reasonOf } from '#shared/domain/plan/wording.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { planBook } from '#shared/use-cases/plan-book.ts';
import type { CompanyResult } from './companies.ts';
import type { GatheredCompany } from './gathered-companies.ts';
import { writeLines, writeText } from './write-lines.ts';

const MONDAY = 1;
const WEEK_DAYS = 7;

/** The Monday after a day. */
function mondayAfter(day: IsoDate): IsoDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, ((MONDAY - weekday + WEEK_DAYS - 1) % WEEK_DAYS) + 1);
}

/**
 * Writes `plan.jsonl` and `plan.xlsx`: the questions of the week after the run. The seed of the lot is made from the
 * registered codes, so that whoever has the register can draw again.
 */
export async function writePlan(
  gathered: readonly GatheredCompany[],
  assessed: readonly CompanyResult[],
  asOf: IsoDate,
  out: string,
): Promise<void> {
  const seed = contentId(gathered.map(({ facts }) => facts.enterpriseCode).sort());
  const plan = makePlan({
    companies: gathered.map(({ facts }) => ({ facts, assessment: assess(facts) })),
    week: mondayAfter(asOf),
    earlier: [],
    hash: (text) => contentId(text),
    seed,
  });
  await writeLines(
    join(out, 'plan.jsonl'),
    plan.map((question) => lineOf(question, seed)),
  );
  const names = new Map(assessed.map(({ enterpriseCode, name }) => [enterpriseCode, name]));
  const communes = new Map(gathered.map(({ facts, communeName }) => [facts.enterpriseCode, communeName]));
  const book = planBook(plan, (code) => ({ name: names.get(code) ?? '', communeName: communes.get(code) ?? '' }));
  await writeText(join(out, 'plan.xlsx'), book);
}

function lineOf(question: PlannedQuestion, seed: string) {
  const { id, ask, party, enterpriseCode, account, askedOn, dueOn, chance, value, settles, isDrawn } = question;
  return {
    id,
    ask,
    party,
    enterpriseCode,
    ...(account && { account: account.masked }),
    askedOn,
    dueOn,
    chance,
    value,
    ...(settles && { settles }),
    ...(isDrawn && { isDrawn, seed }),
    question: questionText(question),
    reason: reasonOf(question),
  };
}
