import type { FoldedVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import {
  formerHeads,
  COMPANY_ITSELF,
  isStrangersPhone,
  isSubscriberKnown,
  isUnregisteredPhone,
  othersBehindAccount,
  peopleAmong,
  phoneOwnerOf,
  representativeOf,
} from '#shared/domain/risk/accounts-of-people.ts';
import type { AccountFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { foldAccount, foldListing } from '#shared/domain/risk/facts/fold-accounts.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import { foldCounterparties } from '#shared/domain/risk/facts/fold-optional.ts';
import { areFlowsToldTwice } from '#shared/domain/risk/senders/told-twice.ts';
import { registeredPhones } from '#shared/domain/risk/rings/shared-values.ts';
import { compareCompanyNames } from '#shared/domain/vietnamese/company-name/compare-company-names.ts';
import { parseCompanyName } from '#shared/domain/vietnamese/company-name/parse-company-name.ts';
import { parentCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';
import { type WorldRow, worldRows } from '#test/support/world-rows.ts';
import { accountKey, accountRow, counterpartyOf, flowOf, listingOf, tellsFlow } from './account-rows.ts';
import { plainHash } from './plain-hash.ts';
import type { knownPeople } from './verified-people.ts';

/** Reads the accounts of a labelled world from the banks' rows, for one company after the other. */
export async function worldAccounts(world: string, accountRows: readonly WorldRow[], asOf: string) {
  const byAccount = (passes: (row: WorldRow) => boolean) => Map.groupBy(accountRows.filter(passes), accountKey);
  const accounts = byAccount((row) => Boolean(row['enterpriseCode']));
  const flows = byAccount(tellsFlow);
  const counterparties = byAccount((row) => Boolean(row['counterparty']));
  const devices = byAccount((row) => Boolean(row['device']));
  const listings = Map.groupBy(await worldRows(world, 'suspicious-accounts'), accountKey);
  const subscribers = Map.groupBy(
    await worldRows(world, 'subscribers'),
    (row) => parsePhones(row['phone'] ?? '')[0] ?? '',
  );
  const ownAccounts = Map.groupBy(
    [...accounts.values()].map((versions) => foldAccount(versions.map(accountRow))),
    ({ enterpriseCode }) => enterpriseCode,
  );

  return (code: string, { current, former }: FoldedVersions, people: ReturnType<typeof knownPeople>) => {
    const known = [...people, { role: COMPANY_ITSELF, aliasRefs: [parentCode(code)] }];
    const behind: { personRefs: string[]; ownRefs: string[]; phones: string[] } = {
      personRefs: [],
      ownRefs: [],
      phones: [],
    };
    const facts = (ownAccounts.get(code) ?? []).map((account): AccountFacts => {
      const key = `${account.bank} ${account.accountNumber}`;
      const holders = (subscribers.get(account.phone ?? '') ?? []).map((row) => row['documentNumber'] ?? '');
      behind.personRefs.push(...othersBehindAccount(account.representativeDocumentNumber, holders, known));
      if (account.phone) behind.phones.push(account.phone);
      const representative = representativeOf(account.representativeDocumentNumber, known);
      if (account.representativeDocumentNumber && representative === 'same')
        behind.ownRefs.push(account.representativeDocumentNumber);
      return {
        accountRef: key,
        bank: account.bank,
        maskedNumber: maskNumber(account.accountNumber),
        status: account.status,
        openedOn: account.openedOn,
        representative,
        ...(representative === 'other' &&
          formerHeads(former).has(account.representativeDocumentNumber ?? '') && { formerHead: true }),
        phoneOwner: phoneOwnerOf(account.representativeDocumentNumber, holders, known),
        ...(!isSubscriberKnown(holders) && { withoutSubscriber: true }),
        ...(isStrangersPhone(
          account.phone,
          registeredPhones(current, ...former),
          peopleAmong(holders, new Set(holders.filter((holder) => /^\d{10}$/u.test(holder)))),
          account.representativeDocumentNumber,
          known,
        ) && {
          strangersPhone: plainHash('phone', account.phone),
        }),
        ...(isUnregisteredPhone(account.phone, registeredPhones(current, ...former), holders) && {
          unregisteredPhone: plainHash('phone', account.phone),
        }),
        holder: holderOf(account.holderName, current.name),
        ...(areFlowsToldTwice((flows.get(key) ?? []).map(flowOf)) && { toldTwice: ['bank' as const] }),
        ...foldFlows((flows.get(key) ?? []).map(flowOf)),
        counterparties: foldCounterparties((counterparties.get(key) ?? []).map(counterpartyOf)),
        devices: devices.has(key)
          ? [...new Set(devices.get(key)?.map((row) => row['device'] ?? ''))].sort()
          : undefined,
        listing: foldListing((listings.get(key) ?? []).map(listingOf), asOf, 730),
      };
    });
    return { facts, behind };
  };
}

function holderOf(holderName: string | undefined, name: string): AccountFacts['holder'] {
  if (holderName === undefined) return 'unknown';
  return compareCompanyNames(parseCompanyName(holderName), parseCompanyName(name)).result === 'mismatch'
    ? 'other'
    : 'same';
}
