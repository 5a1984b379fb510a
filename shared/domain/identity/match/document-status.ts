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

/** A death, disappearance or warrant counts under any of the person's numbers. */
const OF_THE_PERSON: ReadonlySet<DocumentStatus> = new Set(['deceased', 'missing', 'wanted']);

export const isOfThePerson = (status: DocumentStatus): boolean => OF_THE_PERSON.has(status);

/** Luật Căn cước 26/2023/QH15 Art. 46.2: no CMND is valid after this day. */
const LAST_DAY_OF_CMND: IsoDate = '2024-12-31';

/**
 * The status on the day the person took the role, by the police's dates: what happened later doesn't count, an
 * undated status always does, and a person back to normal has no earlier trouble held against them.
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

/** `expired` by the police's date; where they give none by the ages 25, 40 and 60 (Luật Căn cước Art. 21); a CMND by law alone. */
export function expiryStatus(
  declared: DeclaredPerson,
  roleTakenOn: IsoDate,
  expiresOn: IsoDate | undefined,
): 'valid' | 'expired' {
  if (isOldCard(declared)) return isOutdatedCmnd(declared, roleTakenOn) ? 'expired' : 'valid';
  const expiry = expiresOn ?? (declared.issuedOn && cardExpiry(declared.dateOfBirth, declared.issuedOn));
  return expiry !== undefined && expiry !== 'never' && expiry < roleTakenOn ? 'expired' : 'valid';
}

/** A 9-digit CMND on a day when it was no longer valid by law. */
export const isOutdatedCmnd = (declared: DeclaredPerson, day: IsoDate): boolean =>
  isOldCard(declared) && day > LAST_DAY_OF_CMND;

/** A 12-digit CMND exists too, and is a card of its number; the 9-digit one is meant here. */
const isOldCard = ({ documentType, documentNumber }: DeclaredPerson) =>
  documentType !== 'HC' && documentNumber.replaceAll(/\D/gu, '').length === 9;

const statusOnDay = (versions: readonly PoliceRecord[], day: IsoDate): PoliceRecord | undefined =>
  latestFirst(versions).find(({ statusOn }) => statusOn === undefined || statusOn <= day);

/**
 * A loss concerns the card, and the number stays its owner's: one issued since is another card (Luật Căn cước Art. 24).
 */
const isReissued = ({ status, statusOn }: PoliceRecord, { issuedOn }: DeclaredPerson, roleTakenOn: IsoDate): boolean =>
  status === 'BAO_MAT_GIAY_TO' &&
  statusOn !== undefined &&
  issuedOn !== undefined &&
  issuedOn > statusOn &&
  issuedOn <= roleTakenOn;

/** The day of issue of a card that came after the one that is lost. */
export function reissuedOn(
  versions: readonly PoliceRecord[],
  declared: DeclaredPerson,
  roleTakenOn: IsoDate,
): IsoDate | undefined {
  const onDay = statusOnDay(versions, roleTakenOn);
  return onDay && isReissued(onDay, declared, roleTakenOn) ? declared.issuedOn : undefined;
}
