import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRuleSet, UnusableRuleSet } from '#infra/research/fit-rule-set.ts';
import { runBacktest } from '#infra/research/run-backtest.ts';
import { UnusableSnapshot } from '#infra/research/snapshot-companies.ts';
import { assess } from '#shared/domain/risk/assess.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { companyRecords } from '#test/bench/company-records.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const COMPANIES = 1000;
const folder = temporaryFolder('backtest');
const path = (name: string) => join(folder, name);
const records = companyRecords(COMPANIES, 7);
const call = { ruleSet: RULE_SET, asOf: '2025-12-31', facts: path('facts.jsonl'), calibrated: false };

beforeAll(() => {
  writeFileSync(path('facts.jsonl'), records.map((facts) => `${JSON.stringify(facts)}\n`).join(''));
  const labels = records.map((facts) =>
    JSON.stringify({ code: facts.enterpriseCode, shell: assess(facts).verdict === 'flagged' }),
  );
  writeFileSync(path('labels.jsonl'), labels.join('\n'));
  writeFileSync(path('broken.jsonl'), `${JSON.stringify(records[0])}\n{"enterpriseCode":"1"}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('runBacktest', () => {
  it('runBacktest measures the set in force against labels, pinned to set and snapshot', async () => {
    const result = await runBacktest({ ...call, labels: path('labels.jsonl') });
    expect(result.measures).toMatchObject({ companies: COMPANIES, labelled: COMPANIES, precision: 1, recall: 1 });
    expect(result.ruleSet).toBe(RULE_SET.version);
    expect(result.snapshot.sha256).toMatch(/^[\da-f]{64}$/u);
    expect(result.flips).toEqual([]);
  });

  it('runBacktest lists the companies whose verdict another set would change', async () => {
    const ruleSet = { ...RULE_SET, version: 'stricter', flagAt: 2 };
    const { flips, measures } = await runBacktest({ ...call, ruleSet });
    expect(flips.length).toBeGreaterThan(0);
    expect(flips.every(({ to }) => to === 'flagged' || to === 'watch')).toBe(true);
    expect(measures).not.toHaveProperty('precision');
  });

  it('runBacktest fits weights to labels', async () => {
    const { calibrated } = await runBacktest({ ...call, labels: path('labels.jsonl'), calibrated: true });
    expect(calibrated).toHaveProperty('ruleSet.rules.PASS_THROUGH_AT_ONCE');
    expect(calibrated).not.toHaveProperty('refused');
  });

  it('runBacktest refuses to fit weights to too few companies', async () => {
    const few = records
      .slice(0, 40)
      .map(({ enterpriseCode }, n) => JSON.stringify({ code: enterpriseCode, shell: n < 19 }));
    writeFileSync(path('few.jsonl'), few.join('\n'));
    const { calibrated } = await runBacktest({ ...call, labels: path('few.jsonl'), calibrated: true });
    expect(calibrated).toMatchObject({ refused: expect.stringContaining('Quá ít nhãn') });
  });

  it('runBacktest reports what a snapshot lacks for an earlier day, and nothing for its own day', async () => {
    expect((await runBacktest(call)).limits).toEqual([]);
    const { limits, snapshot, measures } = await runBacktest({ ...call, asOf: '2025-06-30' });
    expect(limits.join(' ')).toContain('sớm hơn ngày của bản chụp');
    expect(snapshot).toMatchObject({ asOf: '2025-12-31', companies: COMPANIES });
    expect(measures.companies).toBeLessThan(COMPANIES);
  });

  it('runBacktest names a line that is no company', async () => {
    await expect(runBacktest({ ...call, facts: path('broken.jsonl') })).rejects.toThrow(UnusableSnapshot);
    await expect(runBacktest({ ...call, facts: path('broken.jsonl') })).rejects.toThrow(/Dòng 2/u);
    await expect(runBacktest({ ...call, facts: path('nowhere.jsonl') })).rejects.toThrow(UnusableSnapshot);
  });
});

describe('readRuleSet', () => {
  const written = async (content: object) => {
    writeFileSync(path('rules.json'), JSON.stringify(content));
    return await readRuleSet(path('rules.json'));
  };

  it('readRuleSet reads the form of the set in force', async () => {
    expect(await written(RULE_SET)).toEqual(RULE_SET);
  });

  it('readRuleSet refuses a rule, or a version of one, that the code does not have', async () => {
    await expect(written({ ...RULE_SET, rules: { NOBODY: { version: 1, weight: 1 } } })).rejects.toThrow(
      UnusableRuleSet,
    );
    await expect(written({ ...RULE_SET, rules: { TRADES: { version: 99, weight: 1 } } })).rejects.toThrow(
      UnusableRuleSet,
    );
    await expect(written({ ...RULE_SET, flagAt: 'much' })).rejects.toThrow(/flagAt/u);
  });

  it('readRuleSet refuses a calibration in which a higher probability gives a lower score', async () => {
    const calibration = [10, 40].map((from) => ({ from, to: 50 - from }));
    await expect(written({ ...RULE_SET, calibration })).rejects.toThrow(/calibration/u);
  });
});
