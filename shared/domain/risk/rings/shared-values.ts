import { addressKeys, possibleAddressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import type { Address } from '#shared/domain/vietnamese/address/address.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { mailboxOf, normaliseEmail } from '#shared/domain/vietnamese/email.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';
import { isAgent, isNameAlone, type PersonRole, type Registration } from '#shared/domain/identity/registration.ts';
import type { BanksByValue } from './partners.ts';
import { type SharedValue, valueKey } from './value-key.ts';

export interface PersonInRole {
  readonly role: PersonRole;
  readonly personRef: string;
  readonly aliasRefs?: readonly string[] | undefined;
}

/** The people behind a company's accounts according to banks and carriers. */
export interface PeopleBehindAccounts {
  /** Outsiders whom banks name as representatives, or carriers as subscribers of the accounts' phones, as keyed hashes. */
  readonly personRefs: readonly string[];
  /** The company's own representatives whom banks name. */
  readonly ownRefs: readonly string[];
  readonly phones: readonly string[];
}

/** The main partners of a company by the optional feeds, as keyed hashes and sellers' codes. */
export interface MainPartners {
  readonly counterparties: BanksByValue;
  readonly devices: BanksByValue;
  readonly sellers: readonly string[];
}

const AT_BANK = { atBank: 'too' } as const;
const NO_PARTNERS: MainPartners = { counterparties: new Map(), devices: new Map(), sellers: [] };

/**
 * The values that a company may share with others, each once: its people and its owners, its filing agent, its address, phones,
 * e-mail, and the people behind its accounts. A person behind an account is not tied to companies of their own, because
 * names are also borrowed for accounts. @param hash makes a keyed hash of a value of a kind @param partners empty where
 * no optional feed reported any @param address the parsed head office where it is known already, because parsing costs
 * most of an assessment
 */
export function sharedValues(
  registration: Registration,
  people: readonly PersonInRole[],
  behind: PeopleBehindAccounts,
  hash: (kind: string, value: string) => string,
  partners: MainPartners = NO_PARTNERS,
  address: Address = parseAddress(registration.headOfficeAddress),
): SharedValue[] {
  const addresses = addressKeys(address);
  const registered = registeredPhones(registration);
  const email = normaliseEmail(registration.email ?? '');
  const phones = ownPhones(registration, behind.phones);
  const values: SharedValue[] = [
    ...people.map(
      ({ role, personRef, aliasRefs = [] }): SharedValue => ({
        kind: isAgent(role) ? 'agent' : 'person',
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
    ...toldValues('counterparty', partners.counterparties),
    ...toldValues('device', partners.devices),
    ...partners.sellers.map((ref): SharedValue => ({ kind: 'invoice', ref })),
  ];
  // Of two entries for one value the one that a bank reports counts, because a person may have two
  // roles
  const byKey = new Map<string, SharedValue>();
  for (const value of values) if (byKey.get(valueKey(value))?.atBank !== 'too') byKey.set(valueKey(value), value);
  return [...byKey.values()];
}

/** The most values of earlier registrations that count, the earliest first, so that no later change replaces them. */
const MOST_FORMER = 20;

/**
 * The values of a company with those that it had by earlier registrations and has no more: people, addresses, phones and
 * e-mails. A value is joined where an earlier registration had another one of its kind instead.
 */
export function withFormerValues(
  current: readonly SharedValue[],
  former: readonly Registration[],
  hash: (kind: string, value: string) => string,
): readonly SharedValue[] {
  if (former.length === 0) return current;
  const known = new Set(current.map(valueKey));
  const versions = former.map((registration) => {
    const people = registration.people.filter((person) => !isNameAlone(person));
    const named = people.map(({ role, documentNumber }) => ({ role, personRef: hash('person', documentNumber) }));
    const values = sharedValues(registration, named, { personRefs: [], ownRefs: [], phones: [] }, hash);
    return new Map(values.filter(({ unsure }) => !unsure).map((value) => [valueKey(value), value]));
  });
  const kinds = versions.map((values) => new Set([...values.values()].map(({ kind }) => kind)));
  const isJoined = ({ atBank, ...value }: SharedValue): boolean =>
    atBank === undefined && versions.some((values, n) => kinds[n]?.has(value.kind) && !values.has(valueKey(value)));
  const left = new Map(versions.flatMap((values) => [...values]));
  return [
    ...current.map((value) => (isJoined(value) ? { ...value, joined: true as const } : value)),
    ...[...left]
      .filter(([key]) => !known.has(key))
      .slice(0, MOST_FORMER)
      .map(([, { kind, ref }]) => ({ kind, ref, former: true as const })),
  ];
}

/** The receivers or devices of a company, each with the banks that report it. */
export const toldValues = (kind: 'counterparty' | 'device', told: BanksByValue): SharedValue[] =>
  [...told].map(([ref, toldBy]) => ({ kind, ref, toldBy }));

/** All phones in registrations: the company's and those of all its people. */
export const registeredPhones = (...registrations: readonly Registration[]): ReadonlySet<string> =>
  new Set(
    registrations
      .flatMap(({ phone, people }) => [phone, ...people.map(({ personalPhone }) => personalPhone)])
      .flatMap((one) => parsePhones(one ?? '')),
  );

/** The phones of the company, its representatives and its accounts. */
export const ownPhones = ({ phone, people }: Registration, ofAccounts: readonly string[]): readonly string[] =>
  parsePhones(
    [
      phone,
      ...people.filter(({ role }) => role === 'legal_representative').map(({ personalPhone }) => personalPhone),
      ...ofAccounts,
    ]
      .filter((one) => one !== undefined)
      .join(';'),
  );
