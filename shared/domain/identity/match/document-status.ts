import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { cardExpiry } from '../identity-document.ts';
import type { DocumentStatus } from '../person-verdict.ts';
import type { PoliceRecord, PoliceStatus } from '../police-record.ts';
import type { DeclaredPerson } from '../registration.ts';
import { foldRecords, latestFirst } from './fold-records.ts';

const STATUSES: Readonly<Record<PoliceStatus, DocumentStatus>> = {
  DA_CHET: 'deceased',
  MAT_TICH: 'missing',
  BAO_MAT_GIAY_TO: 'reported_lost',
  BI_TRUY_NA: 'wanted',
  SO_DA_HUY: 'cancelled',
  BINH_THUONG: 'valid',
};

/** The statuses that count under any of the person's numbers: death, disappearance and warrant. */
const OF_THE_PERSON: ReadonlySet<DocumentStatus> = new Set(['deceased', 'missing', 'wanted']);

export const isOfThePerson = (status: DocumentStatus): boolean => OF_THE_PERSON.has(status);

/** Luật Căn cước 26/2023/QH15 Art. 46.2: no CMND is valid after this day. */
const LAST_DAY_OF_CMND: IsoDate = '2024-12-31';

/**
 * The status on the day on which the person took the role, by the police's dates. Later statuses don't count, an
 * undated status always counts, and an earlier bad status doesn't count once the person is back to normal.
 */
export function documentStatusOn(
  versions: readonly PoliceRecord[],
  declared: DeclaredPerson,
  roleTakenOn: IsoDate,
): DocumentStatus {
  const record = foldRecords(versions);
  const onDay = record.status === 'BINH_THUONG' ? undefined : statusOnDay(versions, roleTakenOn);
  const status = onDay === undefined || isReissued(onDay, declared, roleTakenOn) ? 'valid' : STATUSES[onDay.status];
  return status === 'valid' ? expiryStatus(declared, roleTakenOn, record.expiresOn) : status;
}

/**
 * Whether the document had expired: by the police's date, otherwise by the ages 25, 40 and 60 (Luật Căn cước Art. 21),
 * and for a CMND by law alone.
 */
export function expiryStatus(
  declared: DeclaredPerson,
  roleTakenOn: IsoDate,
  expiresOn: IsoDate | undefined,
): 'valid' | 'expired' {
  if (isOldCard(declared)) return isOutdatedCmnd(declared, roleTakenOn) ? 'expired' : 'valid';
  const expiry = expiresOn ?? (declared.issuedOn && cardExpiry(declared.dateOfBirth, declared.issuedOn));
  return expiry !== undefined && expiry !== 'never' && expiry < roleTakenOn ? 'expired' : 'valid';
}

/** Whether the document is a 9-digit CMND that was no longer valid by law on the day. */
export const isOutdatedCmnd = (declared: DeclaredPerson, day: IsoDate): boolean =>
  isOldCard(declared) && day > LAST_DAY_OF_CMND;

/** Only 9-digit CMND are meant, because a 12-digit CMND has a personal number. */
const isOldCard = ({ documentType, documentNumber }: DeclaredPerson) =>
  documentType !== 'HC' && documentNumber.replaceAll(/\D/gu, '').length === 9;

const statusOnDay = (versions: readonly PoliceRecord[], day: IsoDate): PoliceRecord | undefined =>
  latestFirst(versions).find(({ statusOn }) => statusOn === undefined || statusOn <= day);

/** A loss concerns the card and not the number, so a card that was issued later is another one (Luật Căn cước Art. 24). */
const isReissued = ({ status, statusOn }: PoliceRecord, { issuedOn }: DeclaredPerson, roleTakenOn: IsoDate): boolean =>
  status === 'BAO_MAT_GIAY_TO' &&
  statusOn !== undefined &&
  issuedOn !== undefined &&
  issuedOn > statusOn &&
  issuedOn <= roleTakenOn;

/** The day of issue of a card that replaced a lost one. */
export function reissuedOn(
  versions: readonly PoliceRecord[],
  declared: DeclaredPerson,
  roleTakenOn: IsoDate,
): IsoDate | undefined {
  const onDay = statusOnDay(versions, roleTakenOn);
  return onDay && isReissued(onDay, declared, roleTakenOn) ? declared.issuedOn : undefined;
}
