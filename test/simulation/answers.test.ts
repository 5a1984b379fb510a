import { describe, expect, it } from 'vitest';
import { answerKept, answerTo, OTHER_STATE_SINCE } from './answers.ts';
import type { World } from './world.ts';

const NOTICE = { receiver: 'bank#970436', noticeId: 'n', state: 'in_force', content: { level: 'watch' } };
const ACTED = {
  ...NOTICE,
  sequence: 2,
  handlingStatus: 'acted',
  accountStatus: '4',
  otherGrounds: 'o',
  fingerprint: 'a',
};

/** A world in which the bank has decided on the given state of the notice. */
const decidedOn = (sequence: number) =>
  ({
    design: { tables: { TablesRepliesTable: {} } },
    tables: { items: () => [{ reply: { kind: 'bank-decision', noticeId: 'n', body: { sequence } } }] },
  }) as unknown as World;

describe('the answer to a notice', () => {
  it('is compared where the decision is about its last state', () => {
    expect(answerTo(ACTED, decidedOn(2), new Set())).toBe('handlingStatus acted, accountStatus 4');
  });

  it('is not compared where the notice has changed twice after the decision', () => {
    const since = { ...ACTED, sequence: 4, handlingStatus: 'acknowledged', accountStatus: undefined };
    expect(answerTo(since, decidedOn(2), new Set())).toBe(OTHER_STATE_SINCE);
  });

  it('is compared where the decision itself has led to its last state', () => {
    const caused = { ...ACTED, sequence: 3, causedByReceiver: true };
    expect(answerTo(caused, decidedOn(2), new Set())).toBe('handlingStatus acknowledged, accountStatus 4');
  });
});

describe('a state to which the own reply of a receiver has led', () => {
  const next = { ...ACTED, sequence: 3, fingerprint: 'b' };

  it('keeps the answer to the state before', () => {
    expect(answerKept({ before: ACTED, after: { ...next, causedByReceiver: true } })).toBeUndefined();
    const issued = { ...next, handlingStatus: 'issued', accountStatus: undefined };
    expect(answerKept({ before: ACTED, after: issued })).toContain('n loses the answer');
  });

  it('is told apart from one with other grounds', () => {
    const after = { ...next, handlingStatus: 'issued', accountStatus: undefined, otherGrounds: 'p' };
    expect(answerKept({ before: ACTED, after })).toBeUndefined();
  });
});
