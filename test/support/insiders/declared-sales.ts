import type { Signal } from '#shared/domain/risk/facts/company-facts.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { type Facts, monthsUntil } from './attack.ts';

export const quartersOf = ({ asOf, registeredOn }: Facts): string[] =>
  [
    ...new Set(
      monthsUntil(asOf, 14)
        .slice(0, 12)
        .map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`),
    ),
  ].filter((quarter) => `${quarter.slice(0, 4)}-${quarter.slice(6)}` >= `${registeredOn.slice(0, 4)}-0`);

/** Returns and invoices of so much in each quarter of the last year. */
export const sales = (facts: Facts, total: number): Pick<Facts, 'returns' | 'invoices'> => {
  const quarters = quartersOf(facts).map((period) => ({
    period,
    on: `${period.slice(0, 4)}-${String(Number(period.slice(6)) * 3).padStart(2, '0')}-20`,
  }));
  return {
    returns: quarters.map(({ period, on }) => ({ period, filedOn: addDays(on, 35), revenue: total })),
    invoices: quarters.map(({ period, on }) => ({ period, on, total })),
  };
};

/** The same as rows that the tax office sends so many days before today, whatever it said before. */
export const salesRows = (facts: Facts, total: number, daysAgo: number): Signal[] =>
  quartersOf(facts).flatMap((period) =>
    (['TO_KHAI_THUE', 'HOA_DON'] as const).map((kind) => ({
      kind,
      on: addDays(facts.asOf, -daysAgo),
      value: String(total),
      note: period,
    })),
  );
