import { foundByText } from '#shared/domain/vietnamese/search/found-by.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { type PoliceDecision, decisionInForce, type Forgery, forgeryInForce } from '#shared/domain/risk/decision.ts';
import { bankReceiver } from '#shared/domain/notification/receiver.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { formerHeads, uncheckedKinds } from '#shared/domain/risk/accounts-of-people.ts';
import { type OwnersAsked, personsBehind } from '#shared/domain/risk/owners/persons-behind.ts';
import { commonSignsOf } from '#shared/domain/risk/province/cohorts.ts';
import { coverageBeforeSurvey, coverageFor, type ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import { peersOf, type ProvinceProfile } from '#shared/domain/risk/province/province-profile.ts';
import { toldTwiceBy } from '#shared/domain/risk/senders/told-twice.ts';
import { countsAloneFor } from '#shared/domain/risk/senders/counts-alone.ts';
import { type CompanySample, sampleOf } from '#shared/domain/risk/province/company-sample.ts';
import { standingReports } from '#shared/domain/risk/facts/crime-reports.ts';
import { foldInvoicePairs } from '#shared/domain/risk/facts/fold-optional.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';
import { type FoldedVersions, foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { peopleInForce } from '#shared/domain/risk/facts/people-in-force.ts';
import { coverageAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import { begunUntil, rowsUntil } from '#shared/domain/risk/facts/rows-until.ts';
import { countedDevices, invoicePartners, mainCounterparties } from '#shared/domain/risk/rings/partners.ts';
import {
  ownPhones,
  type PersonInRole,
  registeredPhones,
  sharedValues,
  withFormerValues,
} from '#shared/domain/risk/rings/shared-values.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { memoise } from '#shared/runtime/memoise.ts';
import { log } from '#shared/runtime/log.ts';
import type { Companies } from '#shared/tables/companies.ts';
import type { InvoiceRow, RecordedCompany, RepairRow } from '#shared/tables/company-item.ts';
import type { Verification } from '#shared/tables/verifications.ts';
import { type AccountPorts, gatherAccounts, phoneLookUp } from './gather-accounts.ts';
import { gatherOwners } from './gather-owners.ts';

export interface GatherPorts extends AccountPorts {
  readonly companies: Pick<Companies, 'recorded' | 'holdings'>;
}

/**
 * A company's own facts, the values it may share, and the office's repairs: everything except the facts that come from
 * other companies.
 */
export interface GatheredFacts {
  readonly facts: Omit<CompanyFacts, 'bands'>;
  readonly values: readonly SharedValue[];
  /** The coverage by which alone a company is flagged while a kind has not been surveyed; otherwise undefined. */
  readonly coverageBeforeSurvey: CompanyFacts['coverage'] | undefined;
  /** The people of the version in force, as they were verified. */
  readonly people: Verification['people'];
  /** The company's sample for the survey of offices and of comparable companies. */
  readonly sample: CompanySample;
  readonly owners: OwnersAsked;
  readonly repairs: readonly RepairRow[];
  /** The tasks that the office has decided. */
  readonly settledTasks: RecordedCompany['settledTasks'];
  readonly decision: PoliceDecision | undefined;
  readonly forgery: Forgery | undefined;
  /** The number of accounts that do not count, because banks report too many. */
  readonly accountsLeftOut: number;
  /** What the company is found by in a search. */
  readonly foundBy: string;
  /** The days of its rows, including future ones, because a status may be announced ahead. */
  readonly dated: readonly IsoDate[];
}

/** The days that the feeds cover, and the profile of all companies of the province. */
export interface ProvinceContext {
  readonly asOf: IsoDate;
  readonly coverage: ProvinceCoverage;
  readonly profile: ProvinceProfile | undefined;
}

/**
 * Parsed addresses are kept, because an office has many companies, a company is assessed again as others join, and
 * parsing costs most of an assessment.
 */
const addressOf = memoise(parseAddress, 4000);

/**
 * `not-registered` where no registration of the company was recorded yet, or none dated until `asOf`; `not-verified`
 * where the people of the version in force were not verified yet. Without them an account of a stranger could count as the
 * company's own, and those of an earlier version say nothing about the people of this one.
 */
export async function gatherFacts(
  enterpriseCode: string,
  verification: Verification | undefined,
  { asOf, coverage: covered, profile }: ProvinceContext,
  ports: GatherPorts,
): Promise<GatheredFacts | 'not-registered' | 'not-verified'> {
  const recorded = await ports.companies.recorded(enterpriseCode);
  for (const { bank, count } of recorded.uncountedAccounts)
    log('ACCOUNTS_NOT_COUNTED', { receiver: bankReceiver(bank), count });
  const registrations = rowsUntil(recorded.registrations, asOf);
  if (registrations.length === 0) return 'not-registered';
  const versions = foldVersions(registrations);
  if (!verification || !isOfVersion(verification, versions, ports.hash)) return 'not-verified';
  const { current, former, changes } = versions;
  const { people, formerRepresentatives } = verification;
  const { name, legalForm, registeredOn, charterCapital, plannedEmployees, mainIndustryCode } = current;
  const knownOf = phoneLookUp(ports);
  const { accounts, behind, numbers } = await gatherAccounts(
    {
      enterpriseCode,
      name,
      people,
      unchecked: uncheckedKinds(current.people, people),
      registeredPhones: registeredPhones(current, ...former),
      formerHeads: formerHeads(former),
    },
    recorded.accountRefs,
    asOf,
    knownOf,
    ports,
  );
  const ofPhones = await Promise.all(ownPhones(current, behind.phones).map(knownOf));
  const crimeReports = [...recorded.crimeReports, ...ofPhones.flatMap(({ reports }) => reports)];
  const address = addressOf(current.headOfficeAddress);
  const { specific, apartment } = address;
  const invoicePairs = pairsOf(begunUntil(recorded.invoicePairs, asOf));
  const partners = {
    counterparties: mainCounterparties(accounts),
    devices: countedDevices(accounts),
    sellers: invoicePartners(enterpriseCode, invoicePairs),
  };
  const own = {
    asOf,
    enterpriseCode,
    name,
    legalForm,
    registeredOn,
    charterCapital,
    plannedEmployees,
    ...(current.householdCode !== undefined && { fromHousehold: true as const }),
    mainIndustryCode,
    address: { specific, apartment },
    people,
    ...(formerRepresentatives && { formerRepresentatives }),
    ...foldSignals(recorded.signals, changes, asOf),
    ...(crimeReports.length > 0 && { crimeReports: standingReports(crimeReports, asOf) }),
    accounts,
    invoicePairs,
  };
  const sample = sampleOf(own, address);
  const owners = await gatherOwners(
    current,
    recorded,
    { asOf, changes: own.changes, heard: covered.ownersDeclared === true },
    ports.companies,
  );
  const behindIt = personsBehind(owners).map(({ number }): PersonInRole => {
    const document = ports.hash('document', number);
    const known = people.find(({ aliasRefs }) => aliasRefs.includes(document));
    return known ?? { role: 'beneficial_owner', personRef: ports.hash('person', number) };
  });
  const values = sharedValues(current, [...people, ...behindIt], behind, ports.hash, partners, address);
  return {
    facts: {
      ...own,
      coverage: coverageAsOf(coverageFor(sample, covered, profile?.offices, profile?.wholeBanks), asOf),
      peers: peersOf(sample, profile),
      // Before a survey has counted who leans on whom, nobody's evidence counts alone
      countsAlone: profile ? countsAloneFor(enterpriseCode, profile.countsAlone) : [],
      commonSigns: profile && commonSignsOf(sample, profile.commonSigns),
      toldTwiceBy: toldTwiceBy({ signals: recorded.signals, versions: [...former, current], people, accounts }),
    },
    coverageBeforeSurvey: coverageBeforeSurvey(sample, covered, profile?.offices),
    people,
    sample,
    values: withFormerValues(values, former, ports.hash),
    owners,
    repairs: recorded.repairs,
    settledTasks: recorded.settledTasks,
    decision: decisionInForce(recorded.decisions),
    forgery: forgeryInForce(recorded.decisions),
    accountsLeftOut: recorded.uncountedAccounts.reduce((sum, { count }) => sum + count, 0),
    foundBy: foundByText({
      people: current.people.map(({ fullName }) => fullName),
      address: current.headOfficeAddress,
      phones: [...registeredPhones(current), ...behind.phones],
      accounts: numbers,
    }),
    dated: recorded.signals.map(({ on }) => on),
  };
}

const isOfVersion = ({ peopleRef }: Verification, versions: FoldedVersions, hash: KeyedHash): boolean =>
  peopleRef === hash('people', peopleInForce(versions));

function pairsOf(rows: readonly InvoiceRow[]): CompanyFacts['invoicePairs'] {
  if (rows.length === 0) return undefined;
  const of = (side: InvoiceRow['side']) => foldInvoicePairs(rows.filter((row) => row.side === side));
  return { sold: of('sold'), bought: of('bought') };
}
