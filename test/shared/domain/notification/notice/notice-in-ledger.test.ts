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

describe('the next notice where the ledger knows a newer state than the stored one', () => {
  it.each<[string, CurrentNotice | undefined, RequiredNotice, NoticeInLedger, string, number?]>([
    ['the same content is sent with the next sequence', inForce, due, inLedger(3, 'in_force'), 'update', 4],
    ['a lost notice is issued by the next sequence', undefined, due, inLedger(3, 'in_force'), 'issue', 4],
    ['a lost, withdrawn notice is issued by the next one', undefined, due, inLedger(2, 'withdrawn'), 'issue', 3],
    ['a withdrawn notice is issued by the next sequence', withdrawn, due, inLedger(4, 'withdrawn'), 'issue', 5],
    [
      'one that has lost its reason is withdrawn by the next',
      inForce,
      'nothing',
      inLedger(3, 'in_force'),
      'withdraw',
      4,
    ],
    [
      'a withdrawn one issued since is withdrawn by the next',
      withdrawn,
      'nothing',
      inLedger(3, 'in_force'),
      'withdraw',
      4,
    ],
    ['a withdrawal that the receiver knows is repeated', inForce, 'nothing', inLedger(2, 'withdrawn'), 'withdraw', 2],
    ['an expiry is repeated, even of deleted facts', inForce, 'unknown', inLedger(2, 'expired'), 'expire', 2],
    ['a notice of deleted facts stays', inForce, 'unknown', inLedger(3, 'in_force'), 'none'],
  ])('%s', (_what, current, required, ledger, action, sequence) => {
    expect(nextNotice(current, required, today, ledger)).toMatchObject({ action, ...(sequence && { sequence }) });
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
