import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyThrough } from '#shared/domain/risk/facts/flows.ts';
import { returnsOf } from '#shared/domain/risk/facts/returns.ts';
import { account, ALL_HEARD, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const returns = returnsOf(companyFacts({ ...trading(5), coverage: ALL_HEARD }), undefined);

describe('moneyThrough', () => {
  it('adds up accounts, weighs the time money stayed by its amount, and the share from abroad by transactions', () => {
    const money = moneyThrough(
      [
        account({
          flows: [flow('2025-01', { credit: 300e6, debit: 200e6, medianHoldMinutes: 10, foreignIpShare: 0.5 })],
        }),
        account({
          flows: [flow('2025-01', { credit: 100e6, debit: 100e6, medianHoldMinutes: 50, foreignIpShare: 0.1 })],
        }),
      ],
      returns,
    );
    expect(money).toMatchObject({
      months: 1,
      credit: 400e6,
      debit: 300e6,
      outShare: 0.75,
      holdMinutes: 20,
      from: '2025-01',
      to: '2025-01',
    });
    expect(money.foreignShare).toBeCloseTo(0.3);
  });

  it('counts as answerable what came in while returns were due or filed', () => {
    const flows = [flow('2025-09', { credit: 7e6 }), flow('2025-11', { credit: 100e6 })];
    expect(moneyThrough([account({ flows })], returns)).toMatchObject({ answerable: 7e6, revenue: 25 });
  });

  it('sets the last three months with money apart from those before', () => {
    const flows = ['2025-01', '2025-02', '2025-05', '2025-08', '2025-09'].map((period, index) =>
      flow(period, { credit: 10 ** (6 + index), debit: 0 }),
    );
    const { lately, before } = moneyThrough([account({ flows })], returns);
    expect(lately).toMatchObject({ months: 3, from: '2025-05', to: '2025-09', credit: 11_100e6 });
    expect(before).toMatchObject({ months: 2, from: '2025-01', to: '2025-02', credit: 11e6 });
  });

  it('takes months of all accounts together, in whatever order, and leaves out those in which hardly a fee moved', () => {
    const months = ['2025-01', '2025-02', '2025-03', '2025-06', '2025-07'];
    const someFlows = fc
      .array(fc.constantFrom(...months))
      .chain((periods) =>
        fc.tuple(
          ...periods.map((period) =>
            fc.constantFrom(0, 999_999, 1_000_000, 10_000_000).map((credit) => ({ period, credit })),
          ),
        ),
      );
    fc.assert(
      fc.property(fc.array(someFlows, { maxLength: 3 }), (ofAccounts) => {
        const moved = ofAccounts.flat().filter(({ credit }) => credit >= 1_000_000);
        const lasting = [...new Set(moved.map(({ period }) => period))].sort();
        const lately = moved.filter(({ period }) => lasting.slice(-3).includes(period));
        const sum = (flows: typeof moved) => flows.reduce((total, { credit }) => total + credit, 0);
        const money = moneyThrough(
          ofAccounts.map((flows) =>
            account({ flows: flows.map(({ period, credit }) => flow(period, { credit, debit: 0 })) }),
          ),
          returns,
        );
        expect(money).toMatchObject({ months: lasting.length, from: lasting[0] ?? '', to: lasting.at(-1) ?? '' });
        expect([money.credit, money.lately.credit]).toEqual([sum(moved), sum(lately)]);
        expect(money.before?.months ?? 0).toBe(Math.max(0, lasting.length - 3));
      }),
    );
  });

  it('says nothing of an account without flows', () => {
    expect(moneyThrough([account()], returns)).toMatchObject({ months: 0, credit: 0, holdMinutes: undefined });
  });
});
