import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { bandOf, type LinkMember, MEMBERS_COUNTED } from '#shared/domain/risk/rings/band.ts';

const members = (count: number, badSigns: (index: number) => number = () => 0, gap = 0): LinkMember[] =>
  Array.from({ length: count }, (_, index) => ({
    enterpriseCode: String(index).padStart(10, '0'),
    registeredOn: addDays('2024-01-01', index * gap),
    badSigns: badSigns(index),
  }));
const of = (list: readonly LinkMember[]) => bandOf('address', 'ref', list);

describe('bandOf', () => {
  it('bandOf computes bands of the size, the spread and the shares with bad signs', () => {
    expect(of(members(1))).toEqual({
      kind: 'address',
      ref: 'ref',
      size: 1,
      spreadDays: 365,
      badShare: 0,
      worseShare: 0,
    });
    expect(of(members(7, (index) => (index < 3 ? 2 : 0), 40))).toMatchObject({
      size: 7,
      spreadDays: 90,
      badShare: 0.4,
      worseShare: 0.4,
    });
    expect(of(members(7, (index) => (index < 3 ? 1 : 0)))).toMatchObject({ badShare: 0.4, worseShare: 0 });
  });

  it('one old company does not hide a burst from bandOf', () => {
    const burst = [...members(5, () => 1), { enterpriseCode: '9', registeredOn: '2015-01-01', badSigns: 0 }];
    expect(of(burst).spreadDays).toBe(0);
  });

  it('bandOf counts a small group closely', () => {
    expect([3, 4, 5, 6, 7].map((count) => of(members(count, () => 1)).size)).toEqual([3, 4, 5, 5, 7]);
    expect(of(members(4, (index) => (index < 2 ? 1 : 0))).badShare).toBe(0.5);
  });

  it('a hub stays in its band when one more company joins', () => {
    const half = (count: number) => of(members(count, (index) => index % 2));
    expect(half(26)).toEqual(half(28));
  });

  it('bandOf looks at the first companies by code only, so that a hub costs no more', () => {
    const hub = members(MEMBERS_COUNTED + 40, (index) => (index >= MEMBERS_COUNTED ? 3 : 0));
    expect(of(hub)).toMatchObject({ size: 1, badShare: 0 });
  });

  it('bandOf depends on the set of members, not on their order or repetition', () => {
    const list = members(12, (index) => index % 3, 17);
    fc.assert(
      fc.property(fc.shuffledSubarray(list), fc.shuffledSubarray(list, { minLength: 12 }), (again, all) => {
        expect(of([...again, ...all])).toEqual(of(list));
      }),
    );
  });

  it('an account that fifty companies pay gives none of them a bad sign', () => {
    const payers = Array.from({ length: 55 }, (_, n) => ({
      enterpriseCode: `09${String(n).padStart(8, '0')}`,
      registeredOn: '2025-01-01',
      badSigns: n % 2,
    }));
    expect(bandOf('counterparty', 'ref', payers)).toMatchObject({ size: 50, spreadDays: 365, badShare: 0 });
    expect(bandOf('counterparty', 'ref', payers.slice(0, 20)).badShare).toBe(0.5);
    expect(bandOf('phone', 'ref', payers).badShare).toBeGreaterThan(0);
  });

  describe('a receiver or device that banks report', () => {
    const ring = members(4, () => 2).map((one) => ({ ...one, toldBy: ['970436'] }));
    const added = (count: number, over: Partial<LinkMember> = {}): LinkMember[] =>
      members(count).map((one) => ({ ...one, enterpriseCode: `0${one.enterpriseCode}`, toldBy: ['970418'], ...over }));

    it('companies that one bank adds hide nobody from a look without that bank', () => {
      for (const count of [8, 40, 300]) {
        const { without, ...band } = bandOf('device', 'ref', [...ring, ...added(count)]);
        expect(band.badShare).toBeLessThan(0.5);
        expect(without?.['970418']).toMatchObject({ size: 4, badShare: 0.8, worseShare: 0.8 });
      }
    });

    it('companies that another bank reports, too, stay without one of both', () => {
      const both = added(8, { toldBy: ['970418', '970422'] });
      expect(bandOf('device', 'ref', [...ring, ...both]).without?.['970418']).toBeUndefined();
    });

    it('a bank that alone names the bad companies at a value ties nobody by it, and made no sign', () => {
      const { without } = bandOf('device', 'ref', [...ring, ...added(1)]);
      expect(without?.['970436']).toEqual({ size: 1, badShare: 0, worseShare: 0, spreadDays: 365 });
    });
  });

  it('companies without a sign that join a value by a later registration do not change what was before', () => {
    const joined = (badSigns: number) =>
      members(9, () => badSigns).map((one) => ({
        ...one,
        enterpriseCode: `1${one.enterpriseCode}`,
        joined: true as const,
      }));
    const ring = members(3, () => 2);
    expect(of([...ring, ...joined(0)])).toMatchObject({ badShare: 0.2, before: { size: 3, badShare: 0.8 } });
    expect(of([...ring, ...joined(1)])).not.toHaveProperty('before');
  });

  it('bandOf tells what was before companies left a value by a later registration', () => {
    const left = members(4, () => 2).map((one) => ({ ...one, former: true as const }));
    const stayed = { enterpriseCode: '9', registeredOn: '2024-01-01', badSigns: 0 };
    expect(of([...left, stayed])).toMatchObject({ size: 1, badShare: 0, before: { size: 5, badShare: 0.8 } });
    expect(of([...left.map((one) => ({ ...one, badSigns: 0 })), stayed])).not.toHaveProperty('before');
  });
});
