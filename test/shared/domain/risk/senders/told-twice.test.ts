import { describe, expect, it } from 'vitest';
import { areFlowsToldTwice, toldTwiceBy } from '#shared/domain/risk/senders/told-twice.ts';
import { declared } from '#test/support/people.ts';

const NOTHING = { signals: [], versions: [], people: [], accounts: [] };
const tax = (value: string, over: object = {}) => ({ kind: 'TO_KHAI_THUE' as const, on: '2025-04-20', value, ...over });

describe('toldTwiceBy', () => {
  it('names the tax office for two revenues of one quarter, and not for those of two', () => {
    const [first, again] = [tax('0', { note: '2025-Q1' }), tax('900', { note: 'Quý 1/2025', on: '2025-08-01' })];
    expect(toldTwiceBy({ ...NOTHING, signals: [first, again] })).toEqual(['tax']);
    expect(toldTwiceBy({ ...NOTHING, signals: [first, { ...again, note: '2025-Q2' }] })).toEqual([]);
    expect(toldTwiceBy({ ...NOTHING, signals: [first, first] })).toEqual([]);
  });

  it('names the insurance office for two counts of one day only', () => {
    const insured = (on: string, value: string) => ({ kind: 'BHXH' as const, on, value });
    expect(toldTwiceBy({ ...NOTHING, signals: [insured('2025-01-31', '0'), insured('2025-01-31', '40')] })).toEqual([
      'insurance',
    ]);
    expect(toldTwiceBy({ ...NOTHING, signals: [insured('2025-01-31', '0'), insured('2025-02-28', '40')] })).toEqual([]);
  });

  it('names the registry for another name with a head’s number, but for a loose spelling', () => {
    const head = declared({ fullName: 'Nguyễn Văn An' });
    const versions = (fullName: string) => [{ people: [head] }, { people: [{ ...head, fullName }] }];
    expect(toldTwiceBy({ ...NOTHING, versions: versions('Trần Thị Bình') })).toEqual(['registry']);
    expect(toldTwiceBy({ ...NOTHING, versions: versions('NGUYỄN  VĂN AN') })).toEqual([]);
    const another = { ...head, documentNumber: '001090000002', fullName: 'Trần Thị Bình' };
    expect(toldTwiceBy({ ...NOTHING, versions: [{ people: [head] }, { people: [another] }] })).toEqual([]);
  });

  it('names the police where their rows contradict each other, and banks and carriers by the account', () => {
    expect(toldTwiceBy({ ...NOTHING, people: [{ contradicted: true }] })).toEqual(['police']);
    const accounts = [{ bank: '970418', toldTwice: ['bank', 'carriers'] as const }, { bank: '970436' }];
    expect(toldTwiceBy({ ...NOTHING, accounts })).toEqual(['970418', 'carriers']);
  });
});

describe('areFlowsToldTwice', () => {
  it('is true for two totals of one month, and not for days beside their month', () => {
    const flow = (period: string, credit: number) => ({ period, credit, debit: 0 });
    expect(areFlowsToldTwice([flow('2025-01', 5), flow('2025-01', 6)])).toBe(true);
    expect(areFlowsToldTwice([flow('2025-01', 5), flow('2025-01', 5), flow('2025-01-03', 5)])).toBe(false);
  });
});
