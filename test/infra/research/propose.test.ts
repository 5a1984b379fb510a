import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sampledOutcome, decisionsIn, proposalLines } from '#infra/research/propose.ts';
import { runBacktest } from '#infra/research/run-backtest.ts';
import { isInRandomSample } from '#shared/domain/risk/activity/random-sample.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { account, companyFacts } from '#test/support/company-facts.ts';
import { companyRecords } from '#test/bench/company-records.ts';
import { yearOfOutcomes } from '#test/support/year-of-outcomes.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const ASOF = '2025-12-31';
const folder = temporaryFolder('propose');
afterAll(() => rmSync(folder, { recursive: true }));
const written = (name: string, lines: readonly object[]) => {
  writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return join(folder, name);
};
const [drawnCode = '', ...otherDrawn] = Array.from({ length: 40_000 }, (_, n) =>
  String(900_000_000 + n).padStart(10, '0'),
).filter((code) => isInRandomSample(code, '2025-09-01'));

describe('the command that proposes weights', () => {
  it('weights are fitted to the last decision of each company until the day, without undecided companies', async () => {
    const matters = [...yearOfOutcomes(200, 5)];
    const source = {
      cases: async function* () {
        yield* matters;
      },
    };
    const decided = [...(await decisionsIn(source, ASOF))].filter(([, { outcome }]) => outcome !== undefined);
    const expected = matters.filter((facts) =>
      facts.some(({ kind, on }) => (kind === 'confirmed' || kind === 'dismissed') && on <= ASOF),
    );
    expect(decided).toHaveLength(expected.length);
    for (const [enterpriseCode, { outcome, on }] of decided) {
      const own = matters.find(([first]) => first?.caseId === enterpriseCode)!;
      expect(own.some((fact) => fact.kind === outcome && fact.on === on)).toBe(true);
    }
  });

  it('weights are also fitted to the random sample’s results, without companies that were not found', async () => {
    const of = (enterpriseCode: string, found: boolean, on = '2025-09-01'): CompanyFacts =>
      companyFacts({ enterpriseCode, inspections: [{ on, found }] });
    const [second = '', third = ''] = otherDrawn;
    const undrawn = drawnCode.replace(/.$/u, '~');
    const facts = written('sample.jsonl', [of(drawnCode, true), of(second, false), of(third, true), of(undrawn, true)]);
    const flagged = { outcome: 'confirmed', on: '2025-11-01', flaggedOn: '2025-10-01' } as const;
    const { lines, unfound } = await proposalLines(facts, new Map([[third, flagged]]), ASOF);
    expect(lines.sort((a, b) => (a.decidedOn! < b.decidedOn! ? -1 : 1))).toEqual([
      { enterpriseCode: drawnCode, decision: 'dismissed', decidedOn: '2025-09-01', sample: 'random' },
      { enterpriseCode: third, decision: 'confirmed', decidedOn: '2025-11-01', sample: 'random' },
    ]);
    expect(unfound).toBe(1);
  });

  it('a company that was flagged before its inspection is not part of the random sample', () => {
    const inspected = { enterpriseCode: drawnCode, inspections: [{ on: '2025-09-01', found: true }] };
    const flagged = { outcome: undefined, on: undefined, flaggedOn: '2025-08-01' };
    expect(sampledOutcome(inspected, flagged, ASOF)).toBeUndefined();
    expect(sampledOutcome(inspected, undefined, '2025-08-31')).toBeUndefined();
  });

  it('the proposal has the comparison of peers with its test on later companies', async () => {
    const facts = written('peers.jsonl', companyRecords(2000, 3));
    const { peers } = await proposalLines(facts, new Map(), ASOF);
    expect(Object.keys(peers.table).length).toBeGreaterThan(0);
    expect(peers.heldOut).toMatchObject({ taughtUntil: '2025-06-30' });
    expect(peers.heldOut.companies).toBeGreaterThan(0);
  });
});

describe('a fit to decisions', () => {
  it('a fit to a decision uses the facts of the day before it, and none that followed from it', async () => {
    const listing = { code: 4, on: '2025-03-02', by: 'police' } as const;
    const decided = (n: number, confirmed: boolean) => {
      const enterpriseCode = String(900_000_000 + n).padStart(10, '0');
      const accounts = confirmed ? [account({ accountRef: enterpriseCode, listing })] : [];
      return {
        facts: companyFacts({ enterpriseCode, accounts }),
        line: {
          enterpriseCode,
          decision: confirmed ? 'confirmed' : 'dismissed',
          decidedOn: '2025-03-01',
          ...(!confirmed && { sample: 'random' }),
        },
      };
    };
    const companies = Array.from({ length: 120 }, (_, n) => decided(n, n < 40));
    const call = {
      ruleSet: { ...RULE_SET, rules: { ...RULE_SET.rules, LISTED_ACCOUNT: { version: 2, weight: 0.5 } } },
      asOf: ASOF,
      facts: written(
        'after.jsonl',
        companies.map(({ facts }) => facts),
      ),
      calibrated: true,
    };
    const fittedTo = async (decidedOn: string) => {
      const labels = written(
        'after-labels.jsonl',
        companies.map(({ line }) => ({ ...line, decidedOn })),
      );
      const { calibrated } = await runBacktest({ ...call, labels });
      return calibrated && 'ruleSet' in calibrated ? calibrated.ruleSet.rules['LISTED_ACCOUNT']?.weight : calibrated;
    };
    expect(await fittedTo('2025-03-01')).toBeLessThan(1);
    expect(await fittedTo('2025-06-01')).toBeGreaterThan(1);
  });

  it('a decision after the given day is not used', async () => {
    const records = companyRecords(200, 5);
    const labels = written(
      'later.jsonl',
      records.map(({ enterpriseCode }) => ({ enterpriseCode, decision: 'confirmed', decidedOn: '2025-12-01' })),
    );
    const facts = written('later-facts.jsonl', records);
    const { measures } = await runBacktest({ ruleSet: RULE_SET, asOf: '2025-11-30', facts, labels, calibrated: false });
    expect(measures.labelled).toBe(0);
  });
});
