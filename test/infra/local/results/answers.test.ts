import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { PlannedQuestion } from '#shared/domain/plan/question.ts';
import { PlannedQuestionLine, plannedQuestion, plannedQuestionLine } from '#shared/contracts/planned-question.ts';
import { answerLines, settledWeeks } from '#infra/local/results/answers.ts';
import { account, companyFacts, flow } from '#test/support/company-facts.ts';

const VISIT: PlannedQuestion = {
  id: '2025-12-01 0900000001 visit inspector',
  ask: 'visit',
  party: 'inspector',
  enterpriseCode: '0900000001',
  askedOn: '2025-12-01',
  dueOn: '2025-12-15',
  chance: 0.1,
  value: 0.1,
  verdict: 'clear',
  ifAgainst: 'watch',
  ifFor: 'clear',
  signs: ['handover'],
};
const MONEY: PlannedQuestion = {
  ...VISIT,
  id: '2025-12-01 0900000001 account 970436',
  ask: 'account',
  party: '970436',
  dueOn: '2026-01-02',
  account: { ref: 'account', masked: '****0002' },
};

const company = (enterpriseCode: string, over: Partial<CompanyFacts> = {}) => {
  const facts = companyFacts({ enterpriseCode, ...over });
  return { facts, assessment: assess(facts) };
};

const settled = (...companies: ReturnType<typeof company>[]) => settledWeeks([VISIT, MONEY], companies, '2025-12-31');

describe('the answers to earlier questions', () => {
  it('are the visits and the accounts’ months among the facts', () => {
    const answered = company('0900000001', {
      inspections: [{ on: '2025-12-03', found: false }],
      accounts: [account({ flows: [flow('2025-11')] })],
    });
    const { questions, rates } = settled(answered);
    expect(questions.map(({ state }) => state)).toEqual(['answered', 'answered']);
    expect(rates.chosen).toEqual({ made: 1, hits: 1 });
  });

  it('are open or expired where nobody has answered', () => {
    const silent = company('0900000001', { accounts: [account()] });
    expect(settled(silent).questions.map(({ state }) => state)).toEqual(['expired', 'open']);
  });

  it('that nobody asked for, or that come late, are told in lines of their own', () => {
    const late = company('0900000001', { inspections: [{ on: '2025-12-20', found: false }] });
    const unasked = company('0900000002', { inspections: [{ on: '2025-12-20', found: true }] });
    expect(
      settled(late, unasked)
        .strays.map(({ why }) => why)
        .sort(),
    ).toEqual(['late', 'not-asked']);
    expect(answerLines(settled(late, unasked))).toHaveLength(4);
  });

  it('say what share of the companies that are not flagged was asked about', () => {
    expect(settled(company('0900000001'), company('0900000002'))).toMatchObject({ unflagged: 2, unflaggedAsked: 1 });
  });
});

it('a question is the same after it was written as a line and read again', () => {
  const line = PlannedQuestionLine.parse(JSON.parse(JSON.stringify(plannedQuestionLine(MONEY, 'seed'))));
  const again = plannedQuestion(line, () => 'account');
  expect(again).toEqual(MONEY);
  expect(JSON.stringify(plannedQuestionLine(again, 'seed'))).toBe(JSON.stringify(line));
});
