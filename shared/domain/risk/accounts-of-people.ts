import type { SamePerson } from './facts/company-facts.ts';

/** A person of a company by every keyed hash of a number that is theirs: declared, found with the police, or old. */
export interface KnownPerson {
  readonly role: string;
  readonly aliasRefs: readonly string[];
}

/**
 * Is the account's representative one of the company's legal representatives? Compared through the person found, not
 * the number typed. `unknown` where the bank names nobody.
 */
export function representativeOf(documentRef: string | undefined, people: readonly KnownPerson[]): SamePerson {
  if (documentRef === undefined) return 'unknown';
  const representatives = people.filter(({ role }) => role === 'legal_representative');
  if (representatives.length === 0) return 'unknown';
  return representatives.some(({ aliasRefs }) => aliasRefs.includes(documentRef)) ? 'same' : 'other';
}

/** Does the account's phone belong to its representative? `unknown` where no carrier was asked, or the bank names nobody. */
export function phoneOwnerOf(
  documentRef: string | undefined,
  holderRefs: readonly string[],
  people: readonly KnownPerson[],
): SamePerson {
  if (documentRef === undefined || holderRefs.length === 0) return 'unknown';
  const own = people.find(({ aliasRefs }) => aliasRefs.includes(documentRef))?.aliasRefs ?? [documentRef];
  return holderRefs.some((holder) => own.includes(holder)) ? 'same' : 'other';
}

/**
 * Whether an account's phone is a stranger's: it stands nowhere in the registration, and whoever subscribed to it is nobody of
 * the company, nor the account's own representative. An accountant's or a relative's phone mostly stands in the registration too.
 */
export function isStrangersPhone(
  phone: string | undefined,
  registered: ReadonlySet<string>,
  holderRefs: readonly string[],
  documentRef: string | undefined,
  people: readonly KnownPerson[],
): phone is string {
  if (phone === undefined || holderRefs.length === 0 || people.length === 0 || registered.has(phone)) return false;
  return holderRefs.every((ref) => ref !== documentRef && !people.some(({ aliasRefs }) => aliasRefs.includes(ref)));
}

/** Whether the registration does not contain an account's phone, and no carrier names its subscriber. */
export function isUnregisteredPhone(
  phone: string | undefined,
  registered: ReadonlySet<string>,
  holderRefs: readonly string[],
): phone is string {
  return phone !== undefined && holderRefs.length === 0 && registered.size > 0 && !registered.has(phone);
}

/**
 * Whoever stands behind an account and is nobody of the company: its representative at the bank, its phone's subscriber.
 * Nobody is held for another before the company's own people are known.
 */
export function othersBehindAccount(
  documentRef: string | undefined,
  subscriberRefs: readonly string[],
  people: readonly KnownPerson[],
): string[] {
  if (people.length === 0) return [];
  const own = new Set(people.flatMap(({ aliasRefs }) => aliasRefs));
  const behind = documentRef === undefined ? subscriberRefs : [documentRef, ...subscriberRefs];
  return [...new Set(behind)].filter((ref) => !own.has(ref));
}
