import { describe, expect, it } from 'vitest';
import { type Heard, unusualSenders } from '#shared/domain/risk/senders/unusual.ts';

const many = (count: number, heard: Heard = {}): Heard[] => Array.from({ length: count }, () => heard);

describe('unusualSenders', () => {
  it('names a sender that tells two things of more than twelve companies, and four in a thousand more', () => {
    const told = (count: number) => many(count, { says: { 'told-twice': ['tax'] } });
    expect(unusualSenders(told(12))).toEqual([]);
    expect(unusualSenders(told(13))).toEqual([{ sender: 'tax', count: 13, because: 'told-twice' }]);
    expect(unusualSenders([...told(28), ...many(3972)])).toEqual([]);
    expect(unusualSenders([...told(29), ...many(3971)])).toHaveLength(1);
  });

  it('names a sender that speaks for more than half of those against whom others speak, from eight on', () => {
    const favoured = (count: number) => many(count, { isAccused: true, says: { favours: ['insurance'] } });
    const accused = (count: number) => many(count, { isAccused: true });
    expect(unusualSenders(favoured(7))).toEqual([]);
    expect(unusualSenders([...favoured(8), ...accused(8)])).toEqual([]);
    expect(unusualSenders([...favoured(9), ...accused(8)])).toEqual([
      { sender: 'insurance', count: 9, because: 'favours' },
    ]);
  });

  it('counts each sender by itself, in whatever order the companies come', () => {
    const all = [...many(13, { says: { invents: ['registry'] } }), ...many(7, { says: { 'by-code': ['970418'] } })];
    expect(unusualSenders(all)).toEqual([{ sender: 'registry', count: 13, because: 'invents' }]);
    expect(unusualSenders([...all].reverse())).toEqual(unusualSenders(all));
  });
});
