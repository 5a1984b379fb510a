import { join } from 'node:path';
import { assess } from '#shared/domain/risk/assess.ts';
import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { makePlan } from '#shared/domain/plan/make-plan.ts';
import { plannedQuestion, plannedQuestionLine } from '#shared/contracts/planned-question.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { planBook } from '#shared/use-cases/plan-book.ts';
import type { FinishedRun } from '../run.ts';
import { answerLines, settledWeeks } from './answers.ts';
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
 * Writes `plan.jsonl` and `plan.xlsx`: the questions of the week after the run, and `plan-answers.jsonl`: what became of
 * earlier ones. The seed of the lot is made from the registered codes, so that whoever has the register can draw again.
 */
export async function writePlan(
  gathered: readonly GatheredCompany[],
  assessed: readonly CompanyResult[],
  { asOf, askedBefore }: Pick<FinishedRun, 'asOf' | 'askedBefore'>,
  out: string,
): Promise<void> {
  const seed = contentId(gathered.map(({ facts }) => facts.enterpriseCode).sort());
  const companies = gathered.map(({ facts }) => ({ facts, assessment: assess(facts) }));
  const facts = new Map(gathered.map((company) => [company.facts.enterpriseCode, company.facts]));
  const earlier = askedBefore.map((line) =>
    plannedQuestion(line, (masked) => {
      const accounts = facts.get(line.enterpriseCode)?.accounts ?? [];
      return accounts.find(({ bank, maskedNumber }) => bank === line.party && maskedNumber === masked)?.accountRef;
    }),
  );
  const settled = settledWeeks(earlier, companies, asOf);
  const hash = (text: string) => contentId(text);
  const plan = makePlan({ companies, week: mondayAfter(asOf), earlier, hash, seed });
  await writeLines(
    join(out, 'plan.jsonl'),
    plan.map((question) => plannedQuestionLine(question, seed)),
  );
  await writeLines(join(out, 'plan-answers.jsonl'), answerLines(settled));
  const names = new Map(assessed.map(({ enterpriseCode, name }) => [enterpriseCode, name]));
  const communes = new Map(gathered.map((company) => [company.facts.enterpriseCode, company.communeName]));
  const companyOf = (code: string) => ({ name: names.get(code) ?? '', communeName: communes.get(code) ?? '' });
  await writeText(join(out, 'plan.xlsx'), planBook(plan, companyOf, earlier.length > 0 ? settled : undefined));
}
