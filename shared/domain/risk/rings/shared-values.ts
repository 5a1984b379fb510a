import { addressKeys, possibleAddressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import type { Address } from '#shared/domain/vietnamese/address/address.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { mailboxOf, normaliseEmail } from '#shared/domain/vietnamese/email.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';
import type { Registration } from '#shared/domain/identity/registration.ts';
import { type SharedValue, valueKey } from './value-key.ts';

interface Person {
  readonly role: string;
  readonly personRef: string;
  readonly aliasRefs?: readonly string[] | undefined;
}

/** What stands behind a company's accounts at their banks and carriers, beside its own people. */
export interface PeopleBehindAccounts {
  /** Others whom banks name as representatives, or carriers as subscribers of the accounts' phones: keyed hashes. */
  readonly personRefs: readonly string[];
  /** The company's own representatives, as banks name them. */
  readonly ownRefs: readonly string[];
  readonly phones: readonly string[];
}

/** Whom a company deals with most, by the optional feeds: keyed hashes, and sellers' codes. */
export interface Partners {
  readonly counterparties: readonly string[];
  readonly devices: readonly string[];
  readonly sellers: readonly string[];
}

const AT_BANK = { atBank: 'too' } as const;
const NO_PARTNERS: Partners = { counterparties: [], devices: [], sellers: [] };

/**
 * What a company may share with others: its people, who files for it, its address, phones, e-mail, and what stands behind
 * its accounts. Whose account somebody runs says nothing of a company of their own: names are borrowed for accounts too. Each value once.
 * @param hash a keyed hash of a value of a kind
 * @param partners none where no optional feed reported any
 * @param address its head office as parsed, where that is done already: it is the costliest part of an assessment
 */
export function sharedValues(
  registration: Registration,
  people: readonly Person[],
  behind: PeopleBehindAccounts,
  hash: (kind: string, value: string) => string,
  partners: Partners = NO_PARTNERS,
  address: Address = parseAddress(registration.headOfficeAddress),
): SharedValue[] {
  const addresses = addressKeys(address);
  const registered = registeredPhones(registration);
  const email = normaliseEmail(registration.email ?? '');
  const phones = parsePhones(
    [registration.phone, ...ownPhones(registration), ...behind.phones].filter((phone) => phone !== undefined).join(';'),
  );
  const values: SharedValue[] = [
    ...people.map(
      ({ role, personRef, aliasRefs = [] }): SharedValue => ({
        kind: role === 'authorised_person' ? 'agent' : 'person',
        ref: personRef,
        ...(aliasRefs.some((ref) => behind.ownRefs.includes(ref)) && AT_BANK),
      }),
    ),
    ...possibleAddressKeys(address).map(
      (key): SharedValue => ({ kind: 'address', ref: hash('address', key), unsure: true }),
    ),
    ...addresses.map((key): SharedValue => ({ kind: 'address', ref: hash('address', key) })),
    ...phones.map(
      (phone): SharedValue => ({
        kind: 'phone',
        ref: hash('phone', phone),
        ...(behind.phones.includes(phone) && { atBank: registered.has(phone) ? 'too' : 'alone' }),
      }),
    ),
    ...(email === undefined ? [] : [{ kind: 'email' as const, ref: hash('email', mailboxOf(email)) }]),
    ...behind.personRefs.map((ref): SharedValue => ({ kind: 'holder', ref })),
    ...partners.counterparties.map((ref): SharedValue => ({ kind: 'counterparty', ref })),
    ...partners.devices.map((ref): SharedValue => ({ kind: 'device', ref })),
    ...partners.sellers.map((ref): SharedValue => ({ kind: 'invoice', ref })),
  ];
  // Of two of one value the one that a bank tells of counts: a person may have two roles
  const byKey = new Map<string, SharedValue>();
  for (const value of values) if (byKey.get(valueKey(value))?.atBank !== 'too') byKey.set(valueKey(value), value);
  return [...byKey.values()];
}

/** Every phone that stands in the registration: the company's and those of all its people. */
export const registeredPhones = ({ phone, people }: Registration): ReadonlySet<string> =>
  new Set([phone, ...people.map(({ personalPhone }) => personalPhone)].flatMap((one) => parsePhones(one ?? '')));

const ownPhones = ({ people }: Registration) =>
  people.filter(({ role }) => role === 'legal_representative').map(({ personalPhone }) => personalPhone);
