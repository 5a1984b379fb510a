import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type Period, daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import type { RegistrationRow } from './fold-version.ts';

/** The rows of versions dated on `day` or before, which are those that a replay of that day may use. */
export function rowsUntil(rows: readonly RegistrationRow[], day: IsoDate): RegistrationRow[] {
  return rows.filter(({ company }) => (company.amendedOn ?? company.registeredOn) <= day);
}

/** The rows of periods that had begun on `day`. */
export const begunUntil = <Row extends { readonly period: Period }>(rows: readonly Row[], day: IsoDate): Row[] =>
  rows.filter(({ period }) => period.slice(0, 7) < day.slice(0, 7) || daysOfPeriod(period).from <= day);
