import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { RegistrationRow } from './fold-version.ts';

/** The rows of versions dated on `day` or before: a replay doesn't know of later ones. */
export function rowsUntil(rows: readonly RegistrationRow[], day: IsoDate): RegistrationRow[] {
  return rows.filter(({ company }) => (company.amendedOn ?? company.registeredOn) <= day);
}
