import { describe, expect, it } from 'vitest';
import { factsByCase } from '#infra/local/results/ledger.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';

const fact = (caseId: string, kind: 'flagged' | 'money'): OutcomeFact => ({
  id: `${caseId} ${kind}`,
  caseId,
  kind,
  on: '2025-12-31',
  at: '2025-12-31T03:00:00.000Z',
  by: 'machine',
  ...(kind === 'money' && { months: [{ period: '2025-05', credit: 5 }] }),
});

describe('the facts of a ledger', () => {
  it('the ledger has the money of a flagged company, but not of one that was flagged only briefly', () => {
    const facts = [fact('0900000042', 'money'), fact('0900000041', 'money'), fact('0900000041', 'flagged')];
    expect(factsByCase(facts).map(({ caseId, kind }) => `${caseId} ${kind}`)).toEqual([
      '0900000041 flagged',
      '0900000041 money',
    ]);
  });
});
