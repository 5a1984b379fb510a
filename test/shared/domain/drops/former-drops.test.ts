import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowSample } from '#shared/domain/drops/corrected-file.ts';
import { isLaterDrop, versionIdOf, versionOf } from '#shared/domain/drops/drop-order.ts';
import { DROP_STATES, type DropState, mayBecome } from '#shared/domain/drops/drop-states.ts';
import { type NamedDrop, stateAmong } from '#shared/domain/drops/former-drops.ts';
import { senderOf } from '#shared/domain/drops/sender.ts';

const STATES = Object.keys(DROP_STATES) as DropState[];
/** A sample of ten rows of a month, each of its own account. */
const sampleOf = (month: string): RowSample => ({
  until: 1000,
  rows: Array.from({ length: 10 }, (_, n) => ({ order: n, rest: `${n}`, subject: `account ${n}`, time: month })),
  count: 10,
  span: { from: month, to: month },
});
const drop = (n: number, more: Partial<NamedDrop> = {}): NamedDrop => ({ version: `0${n}#v`, state: 'read', ...more });
const DECIDED = { by: 'an' };

describe('what later drops of a name make of an earlier one', () => {
  it.each<[string, NamedDrop, NamedDrop, DropState]>([
    ['another month', drop(1, { sample: sampleOf('2025-09') }), drop(2), 'read'],
    [
      'itself corrected',
      drop(1, { sample: sampleOf('2024-10') }),
      drop(2, { sample: sampleOf('2025-10') }),
      'replaced',
    ],
    [
      'a stopped one',
      drop(1, { sample: sampleOf('2024-10') }),
      drop(2, { state: 'stopped', sample: sampleOf('2025-10') }),
      'read',
    ],
    ['the only one that counts', drop(1), drop(2, { alone: DECIDED }), 'replaced'],
    ['one that is still being read', drop(1), drop(2, { alone: DECIDED, state: 'reading' }), 'read'],
    ['one that is left out', drop(1), drop(2, { leftOut: DECIDED, state: 'left_out' }), 'left_out'],
    ['one that is left out, unless it came later', drop(3), drop(2, { leftOut: DECIDED, state: 'left_out' }), 'read'],
  ])('beside %s', (_, own, other, state) => {
    expect(stateAmong(own, [own, other])).toBe(state);
  });

  it('depends on no order in which the drops end', () => {
    const months = fc.constantFrom('2024-10', '2025-09', '2025-10');
    const drops = fc.uniqueArray(
      fc.record({ n: fc.integer({ min: 1, max: 5 }), month: months, alone: fc.boolean(), leftOut: fc.boolean() }),
      { selector: ({ n }) => n, maxLength: 5 },
    );
    /** Each drop ends in turn, and the states among all that have ended are stored after each. */
    const endOf = (all: readonly NamedDrop[]) => {
      let ended: NamedDrop[] = [];
      for (const one of all) {
        const now = [...ended, one];
        ended = now.map((each) => ({ ...each, state: stateAmong(each, now) }));
      }
      return Object.fromEntries(ended.map(({ version, state }) => [version, state !== 'read']));
    };
    fc.assert(
      fc.property(drops, (given) => {
        const all = given.map(({ n, month, alone, leftOut }) =>
          drop(n, {
            sample: sampleOf(month),
            ...(alone && { alone: DECIDED }),
            ...(leftOut && { leftOut: DECIDED, state: 'left_out' as const }),
          }),
        );
        const inOrder = all.toSorted((a, b) => (isLaterDrop(a.version, b.version) ? 1 : -1));
        expect(endOf(all)).toEqual(endOf(inOrder));
      }),
    );
  });

  it('leaves what does not count as it is, and goes only from a state to one that may follow', () => {
    for (const state of STATES)
      for (const later of [drop(2, { leftOut: DECIDED, state: 'left_out' }), drop(2, { alone: DECIDED })]) {
        const next = stateAmong(drop(1, { state }), [drop(1, { state }), later]);
        expect(mayBecome(state, next)).toBe(true);
        if (state !== 'read' && state !== 'unreadable') expect(next).toBe(state);
      }
  });
});

describe('the version of a drop', () => {
  it('has the object’s version and the order of S3’s sequencers, which are padded with zeros', () => {
    expect(versionIdOf(versionOf('00F', 'a#b'))).toBe('a#b');
    expect(versionIdOf(versionOf('00F', ''))).toBeUndefined();
    expect([isLaterDrop('0F#a', '0A#z'), isLaterDrop('0A#z', '0F#a'), isLaterDrop('0A#a', '0A0#z')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the sender of a file', () => {
  it.each([
    ['activities', 'a.csv', 'activities'],
    ['activities', 'thue/2025/a.csv', 'activities/thue'],
    ['accounts', '970436/a.csv', 'accounts/970436'],
    ['accounts', 'Vietcombank/a.csv', 'accounts/970436'],
    ['subscribers', '970436/a.csv', 'subscribers/970436'],
  ])('%s/%s is of %s', (feed, file, sender) => {
    expect(senderOf(feed, file)).toBe(sender);
  });
});
