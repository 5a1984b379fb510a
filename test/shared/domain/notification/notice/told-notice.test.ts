import { describe, expect, it } from 'vitest';
import { type CurrentNotice, nextNotice, type RequiredNotice } from '#shared/domain/notification/notice/next-notice.ts';
import type { ToldNotice } from '#shared/domain/notification/notice/told-notice.ts';

const today = '2026-03-01';
const at = '2026-02-20T03:00:00.000Z';
const told = (sequence: number, state: ToldNotice['state']): ToldNotice => ({
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
  it.each<[string, CurrentNotice | undefined, RequiredNotice, ToldNotice, { action: string; sequence?: number }]>([
    ['the same content is told by the next sequence', inForce, due, told(3, 'in_force'), op('update', 4)],
    ['a lost notice is issued by the next sequence', undefined, due, told(3, 'in_force'), op('issue', 4)],
    ['a lost, withdrawn notice is issued by the next sequence', undefined, due, told(2, 'withdrawn'), op('issue', 3)],
    ['a withdrawn notice is issued by the next sequence', withdrawn, due, told(4, 'withdrawn'), op('issue', 5)],
    [
      'a notice that has lost its reason is withdrawn by the next one',
      inForce,
      'nothing',
      told(3, 'in_force'),
      op('withdraw', 4),
    ],
    ['so is a withdrawn notice that was issued since', withdrawn, 'nothing', told(3, 'in_force'), op('withdraw', 4)],
    ['a withdrawal that was told is repeated', inForce, 'nothing', told(2, 'withdrawn'), op('withdraw', 2)],
    ['so is an expiry, also where the facts were deleted', inForce, 'unknown', told(2, 'expired'), op('expire', 2)],
    ['a notice of deleted facts stays', inForce, 'unknown', told(3, 'in_force'), { action: 'none' }],
  ])('%s', (_what, current, required, ledger, expected) => {
    expect(nextNotice(current, required, today, ledger)).toMatchObject(expected);
  });

  it('only an end that is repeated keeps its instant', () => {
    expect(nextNotice(inForce, 'nothing', today, told(2, 'withdrawn'))).toMatchObject({ repeats: { at } });
    expect(nextNotice(inForce, 'nothing', today, told(3, 'in_force'))).not.toHaveProperty('repeats');
  });

  it('an older or equal state in the ledger changes nothing', () => {
    expect(nextNotice(inForce, due, today, told(1, 'in_force'))).toEqual({ action: 'none' });
    expect(nextNotice(withdrawn, due, today, told(1, 'in_force'))).toEqual({ action: 'issue', sequence: 3 });
  });
});
