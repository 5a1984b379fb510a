import { expect, it } from 'vitest';
import { bankShares, toldByBanks } from '#shared/domain/outcomes/figures/told-by-banks.ts';

const month = { period: '2025-11', credit: 5_000_000, debit: 5_000_000 };
const timed = { ...month, medianHoldMinutes: 12 };
const day = { ...timed, period: '2025-11-03', from: '2025-11-03', to: '2025-11-03' };

it('an account is told of by nothing, totals, minutes or days, each account once', () => {
  expect(
    toldByBanks(
      [
        { bank: '970436', flows: [] },
        { bank: '970436', flows: [month] },
        { bank: '970436', flows: [month, timed] },
        { bank: '970405', flows: [timed], paces: [day] },
        { bank: '970405', flows: [month], paces: [{ ...day, medianHoldMinutes: undefined }] },
        { bank: '970405', flows: [] },
        { bank: '970405', flows: [] },
      ],
      ['970436', 'MOMO'],
    ),
  ).toEqual({
    '970436': { nothing: 1, totals: 1, minutes: 1, needed: 1 },
    MOMO: { needed: 1 },
    '970405': { days: 1, totals: 1, nothing: 2 },
  });
});

it('the shares of a bank in all flagged companies are added up', () => {
  const none = { nothing: 0, totals: 0, minutes: 0, days: 0, needed: 0 };
  expect(
    bankShares([
      { '970436': { nothing: 2, days: 1, needed: 1 } },
      { '970436': { nothing: 1, needed: 1 }, '970405': { totals: 1 }, MOMO: { needed: 1 } },
      {},
    ]),
  ).toEqual({
    '970405': { ...none, totals: 1 },
    '970436': { ...none, nothing: 3, days: 1, needed: 2 },
    MOMO: { ...none, needed: 1 },
  });
});
