import { othersBehind, phoneOwnerOf, representativeOf } from '#shared/domain/accounts-of-people.ts';
import { parseAddress } from '#shared/domain/address/parse-address.ts';
import { compareCompanyNames } from '#shared/domain/company-name/compare-company-names.ts';
import { parseCompanyName } from '#shared/domain/company-name/parse-company-name.ts';
import { type PoliceDecision, standingDecision } from '#shared/domain/decision.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { AccountFacts, CompanyFacts, Coverage } from '#shared/domain/facts/company-facts.ts';
import { foldAccount, foldFlows, foldListing } from '#shared/domain/facts/fold-accounts.ts';
import { foldSignals } from '#shared/domain/facts/fold-signals.ts';
import { foldVersions } from '#shared/domain/facts/fold-versions.ts';
import { rowsUntil } from '#shared/domain/facts/rows-until.ts';
import { maskNumber } from '#shared/domain/identity-document.ts';
import { type SharedValue, sharedValues } from '#shared/domain/rings/shared-values.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Accounts, RecordedAccount } from '#shared/tables/accounts.ts';
import type { Companies, RepairRow } from '#shared/tables/companies.ts';
import type { Subscribers } from '#shared/tables/subscribers.ts';
import type { Verification } from '#shared/tables/verifications.ts';

export interface GatherPorts {
  readonly companies: Pick<Companies, 'recorded'>;
  readonly accounts: Pick<Accounts, 'recorded'>;
  readonly subscribers: Pick<Subscribers, 'holdersOf'>;
  readonly hash: KeyedHash;
  /** How long a listing stands at most. */
  readonly listingDays: number;
}

/** A company's own facts, the values it may share, and what the office put right: all but what others' facts say of it. */
export interface Gathered {
  readonly facts: Omit<CompanyFacts, 'bands'>;
  readonly values: readonly SharedValue[];
  readonly repairs: readonly RepairRow[];
  readonly decision: PoliceDecision | undefined;
  /** Days of its rows, those to come too: a status may be announced ahead. */
  readonly dated: readonly IsoDate[];
}

/** Undefined where no registration of the company was recorded yet, or none dated until `asOf`. */
export async function gatherFacts(
  enterpriseCode: string,
  verification: Verification | undefined,
  coverage: Coverage,
  asOf: IsoDate,
  ports: GatherPorts,
): Promise<Gathered | undefined> {
  const recorded = await ports.companies.recorded(enterpriseCode);
  const registrations = rowsUntil(recorded.registrations, asOf);
  if (registrations.length === 0) return undefined;
  const { current, changes } = foldVersions(registrations);
  const people = verification?.people ?? [];
  const companyName = parseCompanyName(current.name);

  const holdersOf = subscriberLookUp(ports);
  const accounts: AccountFacts[] = [];
  const behind: { personRefs: string[]; phones: string[] } = { personRefs: [], phones: [] };
  for (const found of await inParallel(recorded.accountRefs, 4, (ref) => ports.accounts.recorded(ref))) {
    if (!found || found.registers.length === 0) continue;
    const register = foldAccount(found.registers);
    if (register.enterpriseCode !== enterpriseCode) continue;
    const documentRef = refOf(register.representativeDocumentNumber, 'document', ports.hash);
    const subscribers = await holdersOf(register.phone);
    behind.personRefs.push(...othersBehind(documentRef, subscribers, people));
    if (register.phone !== undefined) behind.phones.push(register.phone);
    accounts.push({
      ...accountFacts(found, asOf, ports.listingDays),
      status: register.status,
      openedOn: register.openedOn,
      representative: representativeOf(documentRef, people),
      phoneOwner: phoneOwnerOf(documentRef, subscribers, people),
      holder: holderOf(register.holderName, companyName),
    });
  }

  const { specific, apartment } = parseAddress(current.headOfficeAddress);
  const { name, legalForm, registeredOn, charterCapital, plannedEmployees, mainIndustryCode } = current;
  return {
    facts: {
      asOf,
      enterpriseCode,
      name,
      legalForm,
      registeredOn,
      charterCapital,
      plannedEmployees,
      mainIndustryCode,
      address: { specific, apartment },
      people,
      ...foldSignals(recorded.signals, changes, asOf),
      accounts: accounts.sort((a, b) => (a.accountRef < b.accountRef ? -1 : 1)),
      coverage,
    },
    values: sharedValues(current, people, behind, ports.hash),
    repairs: recorded.repairs,
    decision: standingDecision(recorded.decisions),
    dated: recorded.signals.map(({ on }) => on),
  };
}

/** Asks for each phone once: a company's accounts mostly stand under one. */
function subscriberLookUp({
  subscribers,
  hash,
}: GatherPorts): (phone: string | undefined) => Promise<readonly string[]> {
  const asked = new Map<string, Promise<readonly string[]>>();
  return async (phone) => {
    if (phone === undefined) return [];
    const holders = asked.get(phone) ?? subscribers.holdersOf(hash('phone', phone));
    asked.set(phone, holders);
    return holders;
  };
}

const refOf = (value: string | undefined, kind: string, hash: KeyedHash) =>
  value === undefined ? undefined : hash(kind, value);

const accountFacts = (
  { accountRef, bank, accountNumber, flows, listings }: RecordedAccount,
  asOf: IsoDate,
  listingDays: number,
) => ({
  accountRef,
  bank,
  maskedNumber: maskNumber(accountNumber),
  flows: foldFlows(flows),
  listing: foldListing(listings, asOf, listingDays),
});

function holderOf(
  holderName: string | undefined,
  companyName: ReturnType<typeof parseCompanyName>,
): AccountFacts['holder'] {
  if (holderName === undefined) return 'unknown';
  return compareCompanyNames(parseCompanyName(holderName), companyName).result === 'mismatch' ? 'other' : 'same';
}
