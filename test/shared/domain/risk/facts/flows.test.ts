import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowTotalsOf, monthsOf } from '#shared/domain/risk/facts/flows.ts';
import { account, flow } from '#test/support/company-facts.ts';

/** The credit in million đồng and the median minutes of one account in a month. */
type Timed = readonly [credit: number, minutes: number];

const heldIn = (accounts: readonly Timed[]): number | undefined =>
  flowTotalsOf(
    monthsOf(
      accounts.map(([credit, medianHoldMinutes]) =>
        account({ flows: [flow('2025-01', { credit: credit * 1_000_000, medianHoldMinutes })] }),
      ),
    ),
  ).holdMinutes;

describe('the time for which money stays', () => {
  it('three accounts of which the exact mean is 35.5 minutes have 35.5 minutes', () => {
    expect(
      heldIn([
        [8, 43],
        [3, 49],
        [3, 2],
      ]),
    ).toBe(35.5);
  });

  it('the mean of whole minutes is exact in every order of the accounts', () => {
    const timed = fc.tuple(fc.integer({ min: 1, max: 50_000 }), fc.nat(5000));
    fc.assert(
      fc.property(fc.array(timed, { minLength: 1, maxLength: 12 }), (accounts) => {
        const credit = accounts.reduce((sum, [own]) => sum + own, 0);
        const weighed = accounts.reduce((sum, [own, minutes]) => sum + own * minutes, 0);
        expect(heldIn(accounts)).toBe(weighed / credit);
        expect(heldIn(accounts.toReversed())).toBe(weighed / credit);
      }),
    );
  });
});
