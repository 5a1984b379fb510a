import {
  COMPANY_ITSELF,
  isStrangersPhone,
  isSubscriberKnown,
  isUnregisteredPhone,
  type KnownPerson,
  mayBeTheirs,
  type PhoneHolders,
  othersBehindAccount,
  peopleAmong,
  phoneOwnerOf,
  representativeOf,
} from '#shared/domain/risk/accounts-of-people.ts';
import { compareCompanyNames } from '#shared/domain/vietnamese/company-name/compare-company-names.ts';
import { parseCompanyName } from '#shared/domain/vietnamese/company-name/parse-company-name.ts';
import { parentCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { foldAccount, foldListing } from '#shared/domain/risk/facts/fold-accounts.ts';
import { areFlowsToldTwice } from '#shared/domain/risk/senders/told-twice.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import { fairlyChosen } from '#shared/domain/risk/fair-share.ts';
import { foldCounterparties } from '#shared/domain/risk/facts/fold-optional.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import type { NumberKind } from '#shared/domain/identity/match/compare-numbers.ts';
import type { PeopleBehindAccounts } from '#shared/domain/risk/rings/shared-values.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { AccountRegister } from '#shared/tables/account-item.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import { MOST_DEVICES } from '#shared/domain/risk/rings/partners.ts';
import type { RecordedAccount } from '#shared/tables/account-fact.ts';
import { accountUntil } from './account-until.ts';
import type { KnownOfPhone, Subscribers } from '#shared/tables/subscribers.ts';

export interface AccountPorts {
  readonly accounts: Pick<Accounts, 'recorded'>;
  readonly subscribers: Pick<Subscribers, 'of'>;
  readonly hash: KeyedHash;
  /** The longest time for which a listing is valid. */
  readonly listingDays: number;
}

/** The company whose accounts are asked for. */
interface Holder {
  readonly enterpriseCode: string;
  readonly name: string;
  readonly people: readonly KnownPerson[];
  /** The kinds of the declared numbers of its representatives of whom no police data were found. */
  readonly unchecked: ReadonlySet<NumberKind>;
  /** The phones in its registration. */
  readonly registeredPhones: ReadonlySet<string>;
  /** The numbers of the legal representatives of earlier registrations. */
  readonly formerHeads: ReadonlySet<string>;
}

/** A company's accounts in order of their references, with the people behind them. */
interface GatheredAccounts {
  readonly accounts: readonly AccountFacts[];
  readonly behind: PeopleBehindAccounts;
  /** The banks and numbers, `BIN:number`. */
  readonly numbers: readonly string[];
}

const ACCOUNTS_AT_ONCE = 4;
/** The most people behind the accounts of a company who are none of its own. */
const MOST_OUTSIDERS = 1000;

/** The accounts that belong to the company now, out of those that any register ever assigned to it. */
export async function gatherAccounts(
  company: Holder,
  accountRefs: readonly string[],
  asOf: IsoDate,
  knownOf: KnowPhone,
  ports: AccountPorts,
): Promise<GatheredAccounts> {
  if (accountRefs.length === 0)
    return { accounts: [], behind: { personRefs: [], ownRefs: [], phones: [] }, numbers: [] };
  const companyName = parseCompanyName(company.name);
  const accounts: AccountFacts[] = [];
  const known = withCompanyItself(company, ports.hash);
  const outsidersAt = new Map<string, Set<string>>();
  const ownRefs: string[] = [];
  const phones: string[] = [];
  const numbers: string[] = [];
  for (const found of await recordedAccounts(accountRefs, asOf, ports)) {
    const register = ownRegister(found, company.enterpriseCode);
    if (!register) continue;
    numbers.push(`${found.bank}:${found.accountNumber}`);
    const number = register.representativeDocumentNumber;
    const documentRef = refOf(number, ports.hash);
    const { holders: subscribers, companies } = await knownOf(register.phone);
    const holdersInPerson = peopleAmong(subscribers, companies);
    const outsiders = outsidersAt.get(found.bank) ?? new Set();
    outsidersAt.set(found.bank, outsiders);
    for (const ref of othersBehindAccount(documentRef, subscribers, known)) outsiders.add(ref);
    if (register.phone !== undefined) phones.push(register.phone);
    const isUnchecked = number !== undefined && mayBeTheirs(number, company.unchecked);
    const representative = representativeOf(documentRef, company.people, isUnchecked);
    const phoneOwner = phoneOwnerOf(documentRef, subscribers, known);
    if (documentRef !== undefined && representative === 'same') ownRefs.push(documentRef);
    accounts.push({
      ...accountFacts(found, asOf, ports.listingDays),
      status: register.status,
      openedOn: register.openedOn,
      representative,
      ...(representative === 'other' &&
        number !== undefined &&
        company.formerHeads.has(number) && { formerHead: true }),
      phoneOwner: representative === 'unchecked' && phoneOwner === 'other' ? 'unknown' : phoneOwner,
      ...(!isSubscriberKnown(subscribers) && { withoutSubscriber: true }),
      ...(isStrangersPhone(register.phone, company.registeredPhones, holdersInPerson, documentRef, known) && {
        strangersPhone: ports.hash('phone', register.phone),
      }),
      ...(isUnregisteredPhone(register.phone, company.registeredPhones, subscribers) && {
        unregisteredPhone: ports.hash('phone', register.phone),
      }),
      holder: holderOf(register.holderName, companyName),
      ...toldTwice(found, subscribers, known),
    });
  }
  const personRefs = fairlyChosen([...outsidersAt.values()], MOST_OUTSIDERS, (ref) => ports.hash.first(ref));
  return {
    accounts: accounts.sort((a, b) => (ports.hash.first(a.accountRef) < ports.hash.first(b.accountRef) ? -1 : 1)),
    behind: { personRefs, ownRefs, phones },
    numbers,
  };
}

/** The company's people and itself, under whose code it may hold subscriptions; nobody before its people are known. */
function withCompanyItself({ enterpriseCode, people }: Holder, hash: KeyedHash): readonly KnownPerson[] {
  if (people.length === 0) return [];
  const code = parentCode(enterpriseCode);
  return [...people, { role: COMPANY_ITSELF, aliasRefs: [hash('document', code)] }];
}

/** Keeps each account once, because an exact number and a number from a spreadsheet may lead to the same account. */
async function recordedAccounts(
  accountRefs: readonly string[],
  asOf: IsoDate,
  { accounts }: AccountPorts,
): Promise<RecordedAccount[]> {
  const found = await inParallel(accountRefs, ACCOUNTS_AT_ONCE, (ref) => accounts.recorded(ref));
  const known = found.flatMap((account) => (account ? [accountUntil(account, asOf)] : []));
  return [...new Map(known.map((account) => [account.accountRef, account])).values()];
}

/** Undefined where no register is known, or where the valid one assigns the account to another company. */
function ownRegister({ registers }: RecordedAccount, enterpriseCode: string): AccountRegister | undefined {
  const register = registers.length === 0 ? undefined : foldAccount(registers);
  return register?.enterpriseCode === enterpriseCode ? register : undefined;
}

type KnowPhone = (phone: string | undefined) => Promise<KnownOfPhone>;

/** Looks each phone up once, because most accounts of a company have the same one. */
export function phoneLookUp({ subscribers }: Pick<AccountPorts, 'subscribers'>): KnowPhone {
  const asked = new Map<string, Promise<KnownOfPhone>>();
  return async (phone) => {
    if (phone === undefined) return { holders: [], companies: new Set(), reports: [] };
    const known = asked.get(phone) ?? subscribers.of(phone);
    asked.set(phone, known);
    return known;
  };
}

const refOf = (documentNumber: string | undefined, hash: KeyedHash) =>
  documentNumber === undefined ? undefined : hash('document', documentNumber);

const accountFacts = (
  { accountRef, bank, accountNumber, numberUnsure, flows, counterparties, devices, listings }: RecordedAccount,
  asOf: IsoDate,
  listingDays: number,
) => ({
  accountRef,
  bank,
  maskedNumber: maskNumber(accountNumber),
  ...(numberUnsure && { numberUnsure }),
  ...foldFlows(flows),
  counterparties: foldCounterparties(counterparties),
  devices: devices.length === 0 ? undefined : [...new Set(devices)].sort().slice(0, MOST_DEVICES),
  listing: foldListing(listings, asOf, listingDays),
});

/** Several holders of a phone are usual where they are one person's numbers. */
function toldTwice(
  { flows }: RecordedAccount,
  holders: PhoneHolders,
  known: readonly KnownPerson[],
): Pick<AccountFacts, 'toldTwice'> {
  const isOnePerson =
    holders.length < 2 ||
    (holders !== 'too-many' && known.some(({ aliasRefs }) => holders.every((ref) => aliasRefs.includes(ref))));
  const tellers = [
    ...(areFlowsToldTwice(flows) ? (['bank'] as const) : []),
    ...(isOnePerson ? [] : (['carriers'] as const)),
  ];
  return tellers.length > 0 ? { toldTwice: tellers } : {};
}

function holderOf(
  holderName: string | undefined,
  companyName: ReturnType<typeof parseCompanyName>,
): AccountFacts['holder'] {
  if (holderName === undefined) return 'unknown';
  return compareCompanyNames(parseCompanyName(holderName), companyName).result === 'mismatch' ? 'other' : 'same';
}
