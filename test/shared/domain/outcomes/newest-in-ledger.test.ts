import { describe, expect, it } from 'vitest';
import { newestInLedger } from '#shared/domain/outcomes/newest-in-ledger.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';

const fact = (kind: OutcomeFact['kind'], minute: number, more: Partial<OutcomeFact> = {}): OutcomeFact => ({
  caseId: '0900000115',
  kind,
  on: '2026-03-01',
  at: `2026-03-01T03:0${minute}:00.000Z`,
  by: 'machine',
  id: `${kind}${minute}`,
  noticeId: 'n',
  ...more,
});

describe('the newest state of a notice in the ledger', () => {
  it('the newest state in the ledger is the state of the highest sequence of this notice, with its flag and whether it was acknowledged', () => {
    const facts = [
      fact('flagged', 0),
      fact('notified', 1, { sequence: 1 }),
      fact('acknowledged', 2, { sequence: 1 }),
      fact('withdrawn', 3, { sequence: 2 }),
      fact('notified', 4, { sequence: 7, noticeId: 'another' }),
      fact('money', 5),
    ];
    const flaggedAt = '2026-03-01T03:00:00.000Z';
    const last = { sequence: 2, state: 'withdrawn', at: '2026-03-01T03:03:00.000Z', flaggedAt, isAcknowledged: false };
    expect(newestInLedger(facts, 'n')).toEqual(last);
    expect(newestInLedger([...facts, fact('acknowledged', 6, { sequence: 2 })], 'n')).toMatchObject({
      isAcknowledged: true,
    });
    expect(newestInLedger(facts, 'of nobody')).toBeUndefined();
  });

  it('the newest state in the ledger has the higher sequence where a lower one was recorded later, as after a restore', () => {
    const facts = [fact('expired', 1, { sequence: 4 }), fact('notified', 2, { sequence: 2 })];
    expect(newestInLedger(facts, 'n')).toMatchObject({ sequence: 4, state: 'expired' });
  });
});
