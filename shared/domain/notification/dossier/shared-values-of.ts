import type { DeclaredPerson, Registration } from '#shared/domain/identity/registration.ts';
import type { AccountRow } from '#shared/domain/risk/facts/fold-accounts.ts';
import type { SharedKind } from '#shared/domain/risk/rings/band.ts';
import { addressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { mailboxOf, normaliseEmail } from '#shared/domain/vietnamese/email.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';

/** A value by its key, as a reader sees it. */
type Values = ReadonlyMap<string, string>;

/**
 * What the companies of a tie have in common, as it is registered: the phone, the address, the person. None where the facts don't tell it: of
 * pseudonyms, and of a value that stood in an earlier version.
 */
export function sharedWith(
  kind: SharedKind,
  companies: readonly string[],
  registrations: ReadonlyMap<string, Registration>,
  registersOf: ReadonlyMap<string, readonly AccountRow[]>,
): readonly string[] {
  const [first, ...others] = companies.map((code) =>
    valuesOf(kind, registrations.get(code), registersOf.get(code) ?? []),
  );
  if (!first) return [];
  return [...first].filter(([key]) => others.every((values) => values.has(key))).map(([, shown]) => shown);
}

function valuesOf(kind: SharedKind, registration: Registration | undefined, registers: readonly AccountRow[]): Values {
  if (!registration) return new Map();
  switch (kind) {
    case 'phone':
      return new Map(phonesOf(registration, registers).map((phone) => [phone, phone]));
    case 'address':
      return new Map(
        addressKeys(parseAddress(registration.headOfficeAddress)).map((key) => [key, registration.headOfficeAddress]),
      );
    case 'email':
      return emailOf(registration);
    case 'person':
      return peopleOf(registration.people.filter(({ role }) => role !== 'authorised_person'));
    case 'agent':
      return peopleOf(registration.people.filter(({ role }) => role === 'authorised_person'));
    case 'holder':
      return holdersOf(registers);
    case 'counterparty':
    case 'device':
    case 'invoice':
      return new Map();
  }
}

function phonesOf({ phone, people }: Registration, registers: readonly AccountRow[]): readonly string[] {
  const own = people.filter(({ role }) => role === 'legal_representative').map(({ personalPhone }) => personalPhone);
  const all = [phone, ...own, ...registers.map((register) => register.phone)];
  return parsePhones(all.filter((one) => one !== undefined).join(';'));
}

function emailOf({ email }: Registration): Values {
  const normal = normaliseEmail(email ?? '');
  return normal === undefined ? new Map() : new Map([[mailboxOf(normal), normal]]);
}

const peopleOf = (people: readonly DeclaredPerson[]): Values =>
  new Map(people.map(({ documentNumber, fullName }) => [documentNumber, `${fullName} (${documentNumber})`]));

const holdersOf = (registers: readonly AccountRow[]): Values =>
  new Map(
    registers.flatMap(({ representativeDocumentNumber: number, representativeName }) =>
      number === undefined ? [] : [[number, `${representativeName ?? 'Không rõ tên'} (${number})`]],
    ),
  );
