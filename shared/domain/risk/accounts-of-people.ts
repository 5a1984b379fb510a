import { type NumberKind, numberKindOf } from '#shared/domain/identity/match/compare-numbers.ts';
import { hasForeignPassport } from '#shared/domain/identity/match/choose-match.ts';
import type { IdentityResult } from '#shared/domain/identity/person-verdict.ts';
import type { DeclaredPerson, Registration } from '#shared/domain/identity/registration.ts';
import type { AccountRepresentative, SamePerson } from './facts/company-facts.ts';

/**
 * A person of a company, by the keyed hashes of all their numbers: declared, found in police data, or old; or the company
 * itself, which holds subscriptions under its enterprise code.
 */
export interface KnownPerson {
  readonly role: string;
  readonly aliasRefs: readonly string[];
}

/** The role of the company itself among those who may hold its phones. */
export const COMPANY_ITSELF = 'company';

/** The most holders of a phone that count. A subscription has one holder, who may have a few numbers. */
export const MOST_HOLDERS = 20;

/**
 * The holders that carriers reported for a phone, as keyed hashes of their documents: none where no carrier reported any.
 * `too-many` where a carrier reported more than {@link MOST_HOLDERS}, so that its rows say nothing about the phone.
 */
export type PhoneHolders = readonly string[] | 'too-many';

/** A carrier's row about a phone: who holds it since when, or that the subscription was taken back from them. */
interface PhoneHolding {
  readonly documentRef: string;
  readonly on?: string | undefined;
  readonly isRecalled?: boolean | undefined;
}

/**
 * The holders of a phone that are people. A holder that is a company tells by its code who it is, so that its phone is no
 * stranger's.
 */
export const peopleAmong = (holderRefs: PhoneHolders, companies: ReadonlySet<string>): PhoneHolders =>
  holderRefs === 'too-many' ? holderRefs : holderRefs.filter((ref) => !companies.has(ref));

/** The holders of a phone whose newest row doesn't take the subscription back; of one day, the taking back is newer. */
export function holdersInForce(rows: readonly PhoneHolding[]): readonly string[] {
  const newest = new Map<string, PhoneHolding>();
  for (const row of rows) {
    const known = newest.get(row.documentRef);
    const order = known === undefined ? 1 : (row.on ?? '').localeCompare(known.on ?? '');
    if (order > 0 || (order === 0 && row.isRecalled === true)) newest.set(row.documentRef, row);
  }
  return [...newest.values()].filter(({ isRecalled }) => isRecalled !== true).map(({ documentRef }) => documentRef);
}

/** A declared person's verified result, in the order of the registration's people. */
interface CheckedPerson {
  readonly result: IdentityResult;
}

/**
 * The kinds of the declared numbers of the legal representatives of whom no police data were found, so that their other
 * numbers are not known. A foreigner has no such numbers.
 */
export const uncheckedKinds = (
  declared: readonly DeclaredPerson[],
  people: readonly CheckedPerson[],
): ReadonlySet<NumberKind> =>
  new Set(
    declared
      .filter((person, place) => person.role === 'legal_representative' && people[place]?.result === 'unchecked')
      .filter((person) => !hasForeignPassport(person))
      .flatMap(({ documentNumber }) => numberKindOf(documentNumber) ?? []),
  );

/**
 * Whether the number of an account's representative may be an old or a present one of a legal representative of whom no
 * police data were found: one of them is a CMND and the other a personal number, so that they contradict each other in
 * nothing.
 */
export function mayBeTheirs(number: string, unchecked: ReadonlySet<NumberKind>): boolean {
  const kind = numberKindOf(number);
  return kind !== undefined && unchecked.has(kind === 'cmnd' ? 'personal' : 'cmnd');
}

/**
 * Whether the account's representative is one of the company's legal representatives, compared by the found person and
 * not by the typed number; `unknown` where the bank names nobody, `unchecked` where only police data can decide it.
 */
export function representativeOf(
  documentRef: string | undefined,
  people: readonly KnownPerson[],
  isUnchecked = false,
): AccountRepresentative {
  if (documentRef === undefined) return 'unknown';
  const representatives = people.filter(({ role }) => role === 'legal_representative');
  if (representatives.some(({ aliasRefs }) => aliasRefs.includes(documentRef))) return 'same';
  if (representatives.length === 0 || !areKnown(representatives)) return 'unknown';
  return isUnchecked ? 'unchecked' : 'other';
}

/** Whether somebody's number is known of each of them; the register's own export names representatives by their names alone. */
const areKnown = (people: readonly KnownPerson[]): boolean => people.every(({ aliasRefs }) => aliasRefs.length > 0);

/** The numbers of the legal representatives of earlier registrations. */
export const formerHeads = (former: readonly Registration[]): ReadonlySet<string> =>
  new Set(
    former.flatMap(({ people }) =>
      people.flatMap(({ role, documentNumber }) =>
        role === 'legal_representative' && documentNumber !== '' ? [documentNumber] : [],
      ),
    ),
  );

/**
 * Whether the account's phone belongs to its representative or to the company itself; `unknown` where carriers name no holder or too many, or
 * where the bank names nobody.
 */
export function phoneOwnerOf(
  documentRef: string | undefined,
  holderRefs: PhoneHolders,
  people: readonly KnownPerson[],
): SamePerson {
  if (documentRef === undefined || holderRefs === 'too-many' || holderRefs.length === 0) return 'unknown';
  const representative = people.find(({ aliasRefs }) => aliasRefs.includes(documentRef))?.aliasRefs ?? [documentRef];
  const company = people.filter(({ role }) => role === COMPANY_ITSELF).flatMap(({ aliasRefs }) => aliasRefs);
  const own = new Set([...representative, ...company]);
  return holderRefs.some((holder) => own.has(holder)) ? 'same' : 'other';
}

/** Whether carriers name somebody who holds an account's phone. */
export const isSubscriberKnown = (holderRefs: PhoneHolders): boolean =>
  holderRefs !== 'too-many' && holderRefs.length > 0;

/**
 * Whether an account's phone is a stranger's: the registration does not contain it, and its subscribers are people (see
 * {@link peopleAmong}) of whom none belongs to the company or represents the account. The phone of an accountant or
 * relative is mostly in the registration.
 */
export function isStrangersPhone(
  phone: string | undefined,
  registered: ReadonlySet<string>,
  personRefs: PhoneHolders,
  documentRef: string | undefined,
  people: readonly KnownPerson[],
): phone is string {
  if (personRefs === 'too-many' || personRefs.length === 0) return false;
  if (phone === undefined || people.length === 0 || !areKnown(people) || registered.has(phone)) return false;
  return personRefs.every((ref) => ref !== documentRef && !people.some(({ aliasRefs }) => aliasRefs.includes(ref)));
}

/** Whether the registration does not contain an account's phone, and no carrier names its subscriber. */
export function isUnregisteredPhone(
  phone: string | undefined,
  registered: ReadonlySet<string>,
  holderRefs: PhoneHolders,
): phone is string {
  return phone !== undefined && holderRefs.length === 0 && registered.size > 0 && !registered.has(phone);
}

/**
 * The people behind an account who are not people of the company: its representative at the bank and its phone's
 * subscriber. Nobody counts as an outsider before the company's own people are known.
 */
export function othersBehindAccount(
  documentRef: string | undefined,
  holderRefs: PhoneHolders,
  people: readonly KnownPerson[],
): string[] {
  if (people.length === 0 || !areKnown(people)) return [];
  const own = new Set(people.flatMap(({ aliasRefs }) => aliasRefs));
  const holders = holderRefs === 'too-many' ? [] : holderRefs;
  const behind = documentRef === undefined ? holders : [documentRef, ...holders];
  return [...new Set(behind)].filter((ref) => !own.has(ref));
}
