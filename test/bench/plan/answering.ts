import type { PlannedQuestion } from '#shared/domain/plan/question.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { isTrading, lotOf, trueFlows } from './true-flows.ts';

/** An honest company is found at its door so often; a shell that trades like one, too, and no other shell. */
const FOUND = 0.97;
/** A bank answers within five days, which is before the next week's plan, and one question in five never. */
const ANSWERED = 0.8;

/** The company with what the party answers, or the same object where it does not. */
export function answered(
  company: WorldCompany,
  { ask, enterpriseCode, account, askedOn }: Pick<PlannedQuestion, 'ask' | 'enterpriseCode' | 'account' | 'askedOn'>,
  honest: ReadonlyMap<string, readonly WorldCompany[]>,
): WorldCompany {
  const { facts } = company;
  if (ask === 'visit') {
    const found = isTrading(company) && lotOf(`found ${enterpriseCode} ${askedOn}`) < FOUND;
    return { ...company, facts: { ...facts, inspections: [...facts.inspections, { on: facts.asOf, found }] } };
  }
  if (ask !== 'account' || lotOf(`answered ${account?.ref ?? ''} ${askedOn}`) >= ANSWERED) return company;
  const accounts = facts.accounts.map((one) =>
    one.accountRef === account?.ref ? { ...one, flows: trueFlows(company, one, honest) } : one,
  );
  return { ...company, facts: { ...facts, accounts } };
}
