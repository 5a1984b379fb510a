import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { LinkMember } from './band.ts';
import type { Population } from './population.ts';
import { signWeights, weightOfBadSigns } from './population.ts';

/** Companies as columns. `day` counts from 1970-01-01, and `weight` is the evidence of the company's own facts for a ring. */
export interface CompanyColumns {
  readonly companies: readonly LinkMember[];
  readonly day: Int32Array;
  readonly weight: Float64Array;
  /** The days from the province's first registration to its last. */
  readonly spanDays: number;
}

const DAYS_A_CENTURY_CYCLE = 146_097;
const DAYS_TO_1970 = 719_468;
const ZERO = 48;

const digits = (text: string, at: number, end: number): number => {
  let value = 0;
  for (let i = at; i < end; i += 1) value = value * 10 + text.charCodeAt(i) - ZERO;
  return value;
};

/** Converts a day `yyyy-mm-dd` to days since 1970-01-01 by arithmetic, because a province has hundreds of thousands of them. */
export function dayNumber(date: IsoDate): number {
  const month = digits(date, 5, 7);
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
  const cycle = Math.floor(year / 400);
  const yearOfCycle = year - cycle * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digits(date, 8, 10) - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * DAYS_A_CENTURY_CYCLE + dayOfCycle - DAYS_TO_1970;
}

/** Makes columns of companies, weighted by their population; `asOf` gives their age. */
export function companyColumns(
  companies: readonly LinkMember[],
  day: Int32Array,
  population: Population,
  asOf: number,
): CompanyColumns {
  const bySigns = signWeights(population);
  const weight = new Float64Array(companies.length);
  companies.forEach(({ badSigns }, index) => {
    weight[index] = weightOfBadSigns(badSigns, asOf - (day[index] ?? 0), bySigns);
  });
  return { companies, day, weight, spanDays: population.spanDays };
}

/** The registration days of companies, in their order. */
export function registrationDays(companies: readonly LinkMember[]): Int32Array {
  return Int32Array.from(companies, (company) => dayNumber(company.registeredOn));
}
