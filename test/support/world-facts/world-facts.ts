import { basename } from 'node:path';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { foldInvoicePairs } from '#shared/domain/risk/facts/fold-optional.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { type CompanySample, sampleOf } from '#shared/domain/risk/province/company-sample.ts';
import { commonSignsOf } from '#shared/domain/risk/province/cohorts.ts';
import { coverageFor, type ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import { peersOf, provinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import { countedDevices, invoicePartners, mainCounterparties } from '#shared/domain/risk/rings/partners.ts';
import { toldTwiceBy } from '#shared/domain/risk/senders/told-twice.ts';
import { sharedValues, withFormerValues } from '#shared/domain/risk/rings/shared-values.ts';
import { onceARun } from '#test/support/once-a-run.ts';
import { worldRows } from '#test/support/world-rows.ts';
import { codeOf, pairOf, registrationRow, signalOf } from './company-rows.ts';
import { coverageIn } from './world-coverage.ts';
import { labels } from './labels.ts';
import { plainHash } from './plain-hash.ts';
import { knownPeople, verifiedPeople } from './verified-people.ts';
import { worldAccounts } from './world-accounts.ts';
import type { WorldCompany } from './world-company.ts';

/** People stand in the values by their numbers. */
const plainValueHash = (kind: string, value: string): string => (kind === 'person' ? value : plainHash(kind, value));

const worlds = new Map<string, Promise<readonly WorldCompany[]>>();

/**
 * Reads a labelled world (feeds and `labels/`) into facts; people's results are the labelled ones. A world is read once
 * for all tests of a run.
 */
export function worldFacts(world: string, asOf: string): Promise<readonly WorldCompany[]> {
  const key = `${world} ${asOf}`;
  const facts = worlds.get(key) ?? onceARun(`${basename(world)}-${asOf}`, () => readWorld(world, asOf));
  worlds.set(key, facts);
  return facts;
}

async function readWorld(world: string, asOf: string): Promise<readonly WorldCompany[]> {
  const registrations = Map.groupBy(await worldRows(world, 'registrations'), (row) => codeOf(row['enterpriseCode']));
  const activityRows = await worldRows(world, 'activities');
  const invoiceRows = activityRows.filter((row) => row['seller']);
  const activities = activityRows.filter((row) => !row['seller']);
  const sold = Map.groupBy(invoiceRows, (row) => row['seller'] ?? '');
  const bought = Map.groupBy(invoiceRows, (row) => row['buyer'] ?? '');
  const signals = Map.groupBy(activities, (row) => codeOf(row['enterpriseCode']));
  const accountRows = await worldRows(world, 'accounts');
  const accountsOf = await worldAccounts(world, accountRows, asOf);
  const police = Map.groupBy(await worldRows(world, 'identities'), (row) => row['documentNumber'] ?? '');
  const people = Map.groupBy(labels(world, 'identities'), (label) => label.code);
  const provinceCoverage = coverageIn(activities, accountRows, invoiceRows);
  const { statements: _none, ...coverage } = provinceCoverage;

  const companies = labels(world, 'companies').flatMap(
    (label): (WorldCompany & { readonly sample: CompanySample })[] => {
      const own = (registrations.get(label.code) ?? []).map(registrationRow);
      if (own.length === 0) return [];
      const versions = foldVersions(own);
      const { current, changes, peopleSince } = versions;
      const verified = verifiedPeople(current, peopleSince, people.get(label.code) ?? [], police);
      const known = knownPeople(current, verified, police);
      const accounts = accountsOf(label.code, versions, known);
      const { name, legalForm, registeredOn, charterCapital, plannedEmployees, mainIndustryCode } = current;
      const { headOfficeAddress } = current;
      const address = parseAddress(headOfficeAddress);
      const facts: WorldCompany['facts'] = {
        asOf,
        enterpriseCode: label.code,
        name,
        legalForm,
        registeredOn,
        charterCapital,
        plannedEmployees,
        ...(current.householdCode !== undefined && { fromHousehold: true as const }),
        mainIndustryCode,
        address: { specific: address.specific, apartment: address.apartment },
        people: verified,
        ...foldSignals((signals.get(label.code) ?? []).map(signalOf), changes, asOf),
        accounts: accounts.facts,
        invoicePairs:
          sold.has(label.code) || bought.has(label.code)
            ? {
                sold: foldInvoicePairs((sold.get(label.code) ?? []).map((row) => pairOf(row, 'buyer'))),
                bought: foldInvoicePairs((bought.get(label.code) ?? []).map((row) => pairOf(row, 'seller'))),
              }
            : undefined,
        coverage,
        toldTwiceBy: toldTwiceBy({
          signals: (signals.get(label.code) ?? []).map(signalOf).filter(({ on }) => on <= asOf),
          versions: [...versions.former, current],
          people: verified,
          accounts: accounts.facts,
        }),
      };
      const ownPeople = verified.map((person, n) => ({ ...person, aliasRefs: known[n]?.aliasRefs }));
      const values = sharedValues(current, ownPeople, accounts.behind, plainHash, {
        counterparties: mainCounterparties(accounts.facts),
        devices: countedDevices(accounts.facts),
        sellers: invoicePartners(label.code, facts.invoicePairs),
      }).filter(({ unsure }) => !unsure);
      return [
        {
          facts,
          signals: (signals.get(label.code) ?? []).map(signalOf),
          values: withFormerValues(values, versions.former, plainValueHash),
          headOfficeAddress,
          shell: label.shell,
          kind: label.shell ? label.kind : label.why,
          why: label.why,
          crime: label.crime,
          seen: label.seen,
          told: label.told,
          sample: sampleOf(facts, address),
        },
      ];
    },
  );
  return comparedWithPeers(companies, provinceCoverage);
}

/** Adds to each company what its offices send and its comparison with peers, as the embedded run does. */
function comparedWithPeers(
  companies: readonly (WorldCompany & { readonly sample: CompanySample })[],
  provinceCoverage: ProvinceCoverage,
) {
  const profile = provinceProfileOf(
    companies.map(({ sample }) => sample),
    provinceCoverage,
  );
  return companies.map(({ sample: own, ...company }): WorldCompany => {
    const coverage = coverageFor(own, provinceCoverage, profile.offices, profile.wholeBanks);
    const commonSigns = commonSignsOf(own, profile.commonSigns);
    return {
      ...company,
      provinceCoverage,
      facts: { ...company.facts, coverage, peers: peersOf(own, profile), commonSigns },
    };
  });
}
