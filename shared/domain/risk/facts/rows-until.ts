import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { RegistrationRow } from './fold-version.ts';

/** The rows of versions dated on `day` or before, which are those that a replay of that day may use. */
export function rowsUntil(rows: readonly RegistrationRow[], day: IsoDate): RegistrationRow[] {
  return rows.filter(({ company }) => (company.amendedOn ?? company.registeredOn) <= day);
}
