import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import type { DocumentStatus, VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import type { Registration } from '#shared/domain/identity/registration.ts';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import type { WorldRow } from '#test/support/world-rows.ts';
import type { CompanyLabel } from './labels.ts';

const STANDINGS: Readonly<Record<string, DocumentStatus>> = {
  DA_CHET: 'deceased',
  MAT_TICH: 'missing',
  BAO_MAT_GIAY_TO: 'reported_lost',
  BI_TRUY_NA: 'wanted',
  SO_DA_HUY: 'cancelled',
};
const NOTHING = {
  documentNumber: 'not_provided',
  fullName: 'not_provided',
  dateOfBirth: 'not_provided',
  gender: 'not_provided',
} as const;

/** A company's people with the results that the labels give them. */
export function verifiedPeople(
  current: Registration,
  peopleSince: readonly (string | undefined)[],
  labelled: readonly CompanyLabel[],
  police: ReadonlyMap<string, readonly WorldRow[]>,
): VerifiedPerson[] {
  return current.people.map((person, index): VerifiedPerson => {
    const label = labelled.find(({ position }) => position === index);
    const since = peopleSince[index] ?? current.registeredOn;
    const record = police.get(person.documentNumber)?.at(-1);
    const statusOn = parseDate(record?.['statusOn'] ?? '');
    const status = STANDINGS[record?.['status'] ?? ''];
    const issued = person.issuedOn ?? '';
    const isReissued = status === 'reported_lost' && statusOn !== undefined && issued > statusOn && issued <= since;
    return {
      role: person.role,
      maskedDocumentNumber: maskNumber(person.documentNumber),
      personRef: label?.truth?.documentNumber ?? person.documentNumber,
      birthYear: Number(person.dateOfBirth.slice(0, 4)),
      foreign: label?.expected === 'unchecked',
      // Without a manifest a person missing from an extract is unchecked.
      result: label?.expected === 'not_found' ? 'unchecked' : (label?.expected ?? 'unchecked'),
      fields: NOTHING,
      documentStatus: status && (!statusOn || statusOn <= since) && !isReissued ? status : 'valid',
    };
  });
}

/** The people under each number they had, as the account rows may name them. */
export const knownPeople = (
  current: Registration,
  verified: readonly VerifiedPerson[],
  police: ReadonlyMap<string, readonly WorldRow[]>,
) =>
  verified.map(({ role, personRef }, index) => ({
    role,
    aliasRefs: [personRef, current.people[index]?.documentNumber ?? '', ...aliases(police, personRef)],
  }));

const aliases = (police: ReadonlyMap<string, readonly WorldRow[]>, ref: string) =>
  (police.get(ref) ?? []).flatMap((row) => row['oldNumber'] || []);
