import { describe, expect, it } from 'vitest';
import { countsAloneFor, countsAloneIn, doubtedSenders } from '#shared/domain/risk/senders/counts-alone.ts';

const lean = (count: number, ...on: string[]) =>
  Array.from({ length: count }, (_, n) => ({ enterpriseCode: `${on.join('+')} ${n}`, on }));
const flagged = (count: number, ...on: string[]) => lean(count, ...on).map((one) => ({ ...one, flags: true as const }));

describe('countsAloneIn', () => {
  it('counts for no company where more lean on one sender than usual, and for all where not', () => {
    const all = [...lean(12, 'tax'), ...lean(13, '970418')];
    const counts = countsAloneIn(all);
    expect(countsAloneFor('tax 0', counts)).toEqual(['tax']);
    expect(countsAloneFor('970418 0', counts)).toEqual([]);
    expect(doubtedSenders(all)).toEqual([{ sender: '970418', count: 13 }]);
  });

  it('lets one more company lean on a sender for each five that two senders flag, whom no sender can invent alone', () => {
    expect(doubtedSenders([...lean(13, '970418'), ...flagged(5)])).toEqual([]);
    expect(doubtedSenders([...lean(13, '970418'), ...lean(5)])).toHaveLength(1);
    expect(doubtedSenders([...lean(14, '970418'), ...flagged(5)])).toHaveLength(1);
  });

  it('lets four be flagged by a sender’s word, and one more for each four that two senders flag', () => {
    expect(doubtedSenders(flagged(4, '970418'))).toEqual([]);
    expect(doubtedSenders(flagged(5, '970418'))).toEqual([{ sender: '970418', count: 5 }]);
    expect(doubtedSenders([...flagged(5, '970418'), ...flagged(4)])).toEqual([]);
  });

  it('lets fewer be flagged by a bank’s word where hardly anybody else says anything', () => {
    const saidOnly = (count: number, ...on: string[]) =>
      flagged(count, ...on).map((one) => ({ ...one, saidOnlyBy: on }));
    expect(doubtedSenders([...saidOnly(3, '970418'), ...flagged(19)])).toEqual([]);
    expect(doubtedSenders([...saidOnly(4, '970418'), ...flagged(19)])).toEqual([{ sender: '970418', count: 4 }]);
    expect(doubtedSenders([...saidOnly(4, '970418'), ...flagged(20)])).toEqual([]);
  });

  it('does not depend on the order of the companies, and says nothing about those that it was not asked for', () => {
    const all = [...lean(3, 'police', 'registry'), ...lean(2, 'tax')];
    expect(countsAloneIn([...all].reverse())).toEqual(countsAloneIn(all));
    expect(countsAloneFor('another', countsAloneIn(all))).toEqual([]);
    expect(countsAloneFor(undefined, countsAloneIn(all))).toEqual([]);
  });
});
