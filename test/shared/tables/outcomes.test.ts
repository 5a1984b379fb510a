import { beforeEach, describe, expect, it } from 'vitest';
import type { OutcomeFactWithoutId } from '#shared/domain/outcomes/facts-of-notice.ts';
import { type Outcomes, outcomesTable } from '#shared/tables/outcomes.ts';
import { dynalite } from '#test/support/dynalite.ts';

const flagged: OutcomeFactWithoutId = {
  caseId: '0900000011',
  kind: 'flagged',
  on: '2025-03-10',
  at: '2025-03-10T03:00:00.000Z',
  by: 'machine',
  receiver: 'police',
  noticeId: 'k3Jw0h1Qm8ZrX2cVb7Ty5A',
};

describe('the ledger’s table', () => {
  let outcomes: Outcomes;

  beforeEach(async () => {
    const { db, createTable } = await dynalite();
    outcomes = outcomesTable(db, await createTable('outcomes'));
  });

  it('the ledger’s table stores a fact once, however often it is written', async () => {
    await outcomes.record([flagged]);
    await outcomes.record([flagged, flagged]);
    expect(await outcomes.ofCase('0900000011')).toMatchObject([flagged]);
  });

  it('the ledger’s table stores a fact once though two functions read other whereabouts of the company', async () => {
    const notified = { ...flagged, kind: 'notified', sequence: 1 } as const;
    await outcomes.record([notified]);
    await outcomes.record([{ ...notified, commune: '12345', communeSince: '2025-07-01', trade: '46' }]);
    expect(await outcomes.ofCase('0900000011')).toHaveLength(1);
  });

  it('the ledger’s table gives the facts of some days of all cases, and of no other day', async () => {
    const others = ['0900000012', '0900000013', 'account#k3Jw0h1Qm8ZrX2cVb7Ty5A'].map((caseId) => ({
      ...flagged,
      caseId,
    }));
    const april = { ...flagged, caseId: '0900000014', on: '2025-04-01' };
    await outcomes.record([flagged, ...others, april]);
    const march = await outcomes.ofDays('2025-03-01', '2025-03-31');
    expect(march.map(({ caseId }) => caseId).sort()).toEqual([
      '0900000011',
      '0900000012',
      '0900000013',
      'account#k3Jw0h1Qm8ZrX2cVb7Ty5A',
    ]);
    expect(await outcomes.ofDays('2025-05-01', '2025-05-31')).toEqual([]);
  });

  it('the ledger’s table keeps the money of the later assessment, whatever the order of writing', async () => {
    const early = { caseId: '0900000011', months: [], on: '2025-03-10', at: '2025-03-10T03:00:00.000Z', revision: 1 };
    const late = { ...early, months: [{ period: '2025-03', credit: 5 }], revision: 2 };
    await outcomes.recordMoney(late);
    await outcomes.recordMoney(early);
    expect(await outcomes.moneyOf(['0900000011', '0900000012'])).toMatchObject([
      { kind: 'money', months: late.months },
    ]);
    expect(await outcomes.ofDays('2025-03-01', '2025-03-31')).toEqual([]);
  });

  it('the ledger’s table reads the facts of one notice without those of the case’s other notices', async () => {
    const ofBank = (noticeId: string) =>
      ({ ...flagged, kind: 'notified', receiver: 'bank#970436', sequence: 1, noticeId }) as const;
    const ids = Array.from({ length: 20 }, (_, n) => `k3Jw0h1Qm8ZrX2cVb7Ty${n + 10}`);
    await outcomes.record(ids.map(ofBank));
    expect(await outcomes.ofNotice('0900000011', ids[3] ?? '')).toMatchObject([ofBank(ids[3] ?? '')]);
    expect(await outcomes.ofCase('0900000011')).toHaveLength(ids.length);
  });
});
