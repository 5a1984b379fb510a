import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { AccountFacts, CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { makePlan, type PlanOptions, USUAL_CAPACITY } from '#shared/domain/plan/make-plan.ts';
import type { PlannedQuestion } from '#shared/domain/plan/question.ts';
import { questionText, reasonOf } from '#shared/domain/plan/wording.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { account as accountFacts, companyFacts, NOTHING_HEARD } from '#test/support/company-facts.ts';

const WEEK = '2026-01-05';

const silent = (bank: string, ref = `account-${bank}`): AccountFacts =>
  accountFacts({ accountRef: ref, bank, maskedNumber: '****1234', flows: [] });

const company = (code: number, over: Partial<CompanyFacts> = {}): CompanyFacts =>
  companyFacts({
    enterpriseCode: String(900_000_000 + code).padStart(10, '0'),
    coverage: { ...NOTHING_HEARD, signals: { TRANG_THAI_THUE: { from: '2000-01-01', to: '2025-12-31' } } },
    accounts: [silent('970436', `account-${code}`)],
    ...over,
  });

const planOf = (facts: readonly CompanyFacts[], over: Partial<PlanOptions> = {}): PlannedQuestion[] =>
  makePlan({
    companies: facts.map((one) => ({ facts: one, assessment: assess(one) })),
    week: WEEK,
    earlier: [],
    hash: (text) => contentId(text),
    seed: 'seed',
    ...over,
  });

const many = (count: number) => Array.from({ length: count }, (_, code) => company(code));
const chosen = (plan: readonly PlannedQuestion[]) => plan.filter(({ isDrawn }) => !isDrawn);

describe('a week’s plan', () => {
  it('never asks a party more than it can take', () => {
    const plan = planOf(many(300));
    expect(plan.filter(({ party }) => party === '970436')).toHaveLength(USUAL_CAPACITY.eachBank);
    expect(plan.filter(({ ask }) => ask === 'visit').length).toBeLessThanOrEqual(USUAL_CAPACITY.inspector);
  });

  it('is the same for the same facts, in whatever order they come', () => {
    expect(planOf(many(60).reverse())).toEqual(planOf(many(60)));
  });

  it('keeps what was already asked in the week when a new fact comes, and asks nothing twice', () => {
    const facts = many(60);
    const before = planOf(facts);
    const [first] = facts;
    const after = planOf([company(0, { inspections: [{ on: '2025-12-01', found: true }] }), ...facts.slice(1)], {
      earlier: before,
    });
    expect(first).toBeDefined();
    expect(after).toEqual(before);
  });

  it('draws one visit in ten by a hash that anybody can repeat, and says so', () => {
    const facts = many(60);
    const drawn = planOf(facts).filter(({ isDrawn }) => isDrawn);
    const lots = facts.map(({ enterpriseCode: code }) => [contentId(`seed ${WEEK} ${code}`), code] as const);
    const first = lots.sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, USUAL_CAPACITY.inspector / 10);
    expect(drawn.map(({ enterpriseCode }) => enterpriseCode)).toEqual(first.map(([, code]) => code));
    expect(drawn.map(reasonOf).every((reason) => reason.startsWith('Chọn ngẫu nhiên'))).toBe(true);
  });

  it('asks from data before anybody goes to a door', () => {
    const alone = company(1, { accounts: [silent('970436')] });
    expect(chosen(planOf([alone])).map(({ ask }) => ask)).toEqual(['account']);
  });

  it('visits nobody twice in a calendar year', () => {
    const visited = many(40).map((one) => ({ ...one, inspections: [{ on: '2025-02-01', found: true }] }));
    expect(planOf(visited).filter(({ ask }) => ask === 'visit')).toEqual([]);
  });

  it('asks nothing about a flagged company', () => {
    const facts = company(1);
    const flagged = { facts, assessment: { ...assess(facts), verdict: 'flagged' as const } };
    expect(chosen(makePlan({ ...options, companies: [flagged] }))).toEqual([]);
  });

  it('first of all asks what settles a company that one sender’s word holds back', () => {
    const held = company(0);
    const all = many(100).map((facts) => ({
      facts,
      assessment: {
        ...assess(facts),
        ...(facts.enterpriseCode === held.enterpriseCode && { verdict: 'watch' as const, isAlone: true as const }),
      },
    }));
    const plan = chosen(makePlan({ ...options, companies: all, capacity: { ...USUAL_CAPACITY, eachBank: 1 } }));
    expect(plan.map(({ enterpriseCode, settles }) => [enterpriseCode, settles])).toEqual([[held.enterpriseCode, true]]);
  });

  it('asks an unanswered question again only after a rest', () => {
    const facts = [company(1)];
    const asked = chosen(planOf(facts));
    const again = (week: string) =>
      chosen(planOf(facts, { week, earlier: asked })).filter(({ ask }) => ask === 'account');
    expect(again('2026-01-26')).toEqual([]);
    expect(again('2026-04-06')).toHaveLength(1);
  });

  it('never grows beyond capacity where nobody answers', () => {
    const facts = many(300);
    const earlier: PlannedQuestion[] = [];
    for (const week of ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26']) {
      const plan = planOf(facts, { week, earlier });
      expect(plan.filter(({ party }) => party === '970436').length).toBeLessThanOrEqual(USUAL_CAPACITY.eachBank);
      earlier.push(...plan);
    }
    expect(new Set(earlier.map(({ id }) => id)).size).toBe(earlier.length);
  });
});

const options = { week: WEEK, earlier: [], hash: (text: string) => contentId(text), seed: 'seed', companies: [] };

describe('the words of a question', () => {
  it('say to the office why it is asked and what follows', () => {
    const [question] = chosen(planOf([company(1)]));
    expect(question && reasonOf(question)).toMatch(
      /^Hỏi vì .+; nếu tiền vào rồi ra ngay thì gắn cờ, nếu .+ thì .+\.$/u,
    );
  });

  it('tell a bank the same whatever is known of the company', () => {
    const watched = company(2, {
      accounts: [silent('970436', 'other')],
      inspections: [{ on: '2025-02-01', found: false }],
    });
    const texts = [company(1), watched].flatMap((one) => chosen(planOf([one])).filter(({ ask }) => ask === 'account'));
    expect(new Set(texts.map(questionText)).size).toBe(1);
  });
});
