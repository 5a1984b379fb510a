import { type DeclaredPerson, isAgent, isNameAlone, type Registration } from '#shared/domain/identity/registration.ts';
import type { AccountRow } from '#shared/domain/risk/facts/fold-accounts.ts';
import type { SharedKind } from '#shared/domain/risk/rings/band.ts';
import { addressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { mailboxOf, normaliseEmail } from '#shared/domain/vietnamese/email.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';

/** Finds the readable value of a shared value's key. */
type Values = ReadonlyMap<string, string>;

/** The texts of a tie's shared value, and those of them that are in the registration of one of its companies. */
interface ValuesOfTie {
  readonly values: readonly string[];
  readonly registered: readonly string[];
}

/**
 * The text of a tie's shared value: the phone, address or person. Of several values it is the one that
 * exactly these companies of the ring have. Pseudonyms and values of an earlier version have none.
 */
export function valuesOfTie(
  kind: SharedKind,
  companies: readonly string[],
  registrations: ReadonlyMap<string, Registration>,
  registersOf: ReadonlyMap<string, readonly AccountRow[]>,
): ValuesOfTie {
  const all = [...registrations].map(([code, registration]) => ({
    inTie: companies.includes(code),
    values: valuesOf(kind, registration, registersOf.get(code) ?? []),
    registered: valuesOf(kind, registration, []),
  }));
  const inTie = all.filter((one) => one.inTie);
  const common = [...(inTie[0]?.values ?? [])].filter(([key]) => inTie.every(({ values }) => values.has(key)));
  const own = common.filter(([key]) => all.every(({ inTie: isOne, values }) => isOne || !values.has(key)));
  const shared = own.length > 0 ? own : common;
  return {
    values: shared.map(([, shown]) => shown),
    registered: shared.filter(([key]) => inTie.some(({ registered }) => registered.has(key))).map(([, shown]) => shown),
  };
}

function valuesOf(kind: SharedKind, registration: Registration, registers: readonly AccountRow[]): Values {
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
      return peopleOf(registration.people.filter(({ role }) => !isAgent(role)));
    case 'agent':
      return peopleOf(registration.people.filter(({ role }) => isAgent(role)));
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
  new Map(
    people
      .filter((person) => !isNameAlone(person))
      .map(({ documentNumber, fullName }) => [documentNumber, `${fullName} (${documentNumber})`]),
  );

const holdersOf = (registers: readonly AccountRow[]): Values =>
  new Map(
    registers.flatMap(({ representativeDocumentNumber: number, representativeName }) =>
      number === undefined ? [] : [[number, `${representativeName ?? 'Không rõ tên'} (${number})`]],
    ),
  );
