import { describe, expect, it } from 'vitest';
import { type CurrentNotice, nextNotice, type RequiredNotice } from '#shared/domain/notification/notice/next-notice.ts';
import type { NoticeInLedger } from '#shared/domain/notification/notice/notice-in-ledger.ts';

const today = '2026-03-01';
const at = '2026-02-20T03:00:00.000Z';
const inLedger = (sequence: number, state: NoticeInLedger['state']): NoticeInLedger => ({
  sequence,
  state,
  at,
  isAcknowledged: false,
});
const inForce: CurrentNotice = { sequence: 1, state: 'in_force', fingerprint: 'a' };
const withdrawn: CurrentNotice = { ...inForce, sequence: 2, state: 'withdrawn', fingerprint: '' };
const due: RequiredNotice = { fingerprint: 'a' };
const op = (action: string, sequence: number) => ({ action, sequence });

describe('the next notice where the ledger knows a newer state than the stored one', () => {
  it.each<[string, CurrentNotice | undefined, RequiredNotice, NoticeInLedger, { action: string; sequence?: number }]>([
    ['the same content is sent with the next sequence', inForce, due, inLedger(3, 'in_force'), op('update', 4)],
    ['a lost notice is issued by the next sequence', undefined, due, inLedger(3, 'in_force'), op('issue', 4)],
    [
      'a lost, withdrawn notice is issued by the next sequence',
      undefined,
      due,
      inLedger(2, 'withdrawn'),
      op('issue', 3),
    ],
    ['a withdrawn notice is issued by the next sequence', withdrawn, due, inLedger(4, 'withdrawn'), op('issue', 5)],
    [
      'a notice that has lost its reason is withdrawn by the next one',
      inForce,
      'nothing',
      inLedger(3, 'in_force'),
      op('withdraw', 4),
    ],
    [
      'a withdrawn notice that was issued since is withdrawn by the next one',
      withdrawn,
      'nothing',
      inLedger(3, 'in_force'),
      op('withdraw', 4),
    ],
    [
      'a withdrawal that the receiver knows is repeated',
      inForce,
      'nothing',
      inLedger(2, 'withdrawn'),
      op('withdraw', 2),
    ],
    [
      'an expiry is repeated, even if the facts were deleted',
      inForce,
      'unknown',
      inLedger(2, 'expired'),
      op('expire', 2),
    ],
    ['a notice of deleted facts stays', inForce, 'unknown', inLedger(3, 'in_force'), { action: 'none' }],
  ])('%s', (_what, current, required, ledger, expected) => {
    expect(nextNotice(current, required, today, ledger)).toMatchObject(expected);
  });

  it('only an end that is repeated keeps its instant', () => {
    expect(nextNotice(inForce, 'nothing', today, inLedger(2, 'withdrawn'))).toMatchObject({ repeats: { at } });
    expect(nextNotice(inForce, 'nothing', today, inLedger(3, 'in_force'))).not.toHaveProperty('repeats');
  });

  it('an older or equal state in the ledger changes nothing', () => {
    expect(nextNotice(inForce, due, today, inLedger(1, 'in_force'))).toEqual({ action: 'none' });
    expect(nextNotice(withdrawn, due, today, inLedger(1, 'in_force'))).toEqual({ action: 'issue', sequence: 3 });
  });
});
