import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { type PoliceDecision, decisionInForce } from '#shared/domain/risk/decision.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { coverageFor, type ProvinceHeard } from '#shared/domain/risk/province/coverage-for.ts';
import { peersOf, type Picture } from '#shared/domain/risk/province/picture.ts';
import { type Shown, shownBy } from '#shared/domain/risk/province/shown.ts';
import { foldInvoicePairs } from '#shared/domain/risk/facts/fold-optional.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { rowsUntil } from '#shared/domain/risk/facts/rows-until.ts';
import { invoicePartners, mainCounterparties } from '#shared/domain/risk/rings/partners.ts';
import { registeredPhones, type SharedValue, sharedValues } from '#shared/domain/risk/rings/shared-values.ts';
import type { Companies, InvoiceRow, RepairRow } from '#shared/tables/companies.ts';
import type { Verification } from '#shared/tables/verifications.ts';
import { type AccountPorts, gatherAccounts } from './gather-accounts.ts';

export interface GatherPorts extends AccountPorts {
  readonly companies: Pick<Companies, 'recorded'>;
}

/** A company's own facts, the values it may share, and what the office put right: all but what others' facts say of it. */
export interface Gathered {
  readonly facts: Omit<CompanyFacts, 'bands'>;
  readonly values: readonly SharedValue[];
  /** What the company shows of its offices and its like. */
  readonly shown: Shown;
  readonly repairs: readonly RepairRow[];
  readonly decision: PoliceDecision | undefined;
  /** Days of its rows, those to come too: a status may be announced ahead. */
  readonly dated: readonly IsoDate[];
}

/** What was heard in the province, and what all companies together show. */
interface Surroundings {
  readonly asOf: IsoDate;
  readonly coverage: ProvinceHeard;
  readonly picture: Picture | undefined;
}

/** Undefined where no registration of the company was recorded yet, or none dated until `asOf`. */
export async function gatherFacts(
  enterpriseCode: string,
  verification: Verification | undefined,
  { asOf, coverage: heard, picture }: Surroundings,
  ports: GatherPorts,
): Promise<Gathered | undefined> {
  const recorded = await ports.companies.recorded(enterpriseCode);
  const registrations = rowsUntil(recorded.registrations, asOf);
  if (registrations.length === 0) return undefined;
  const { current, changes } = foldVersions(registrations);
  const people = verification?.people ?? [];
  const { name, legalForm, registeredOn, charterCapital, plannedEmployees, mainIndustryCode } = current;
  const { accounts, behind } = await gatherAccounts(
    { enterpriseCode, name, people, registeredPhones: registeredPhones(current) },
    recorded.accountRefs,
    asOf,
    ports,
  );
  const address = parseAddress(current.headOfficeAddress);
  const { specific, apartment } = address;
  const invoicePairs = pairsOf(recorded.invoicePairs);
  const partners = {
    counterparties: mainCounterparties(accounts),
    devices: accounts.flatMap(({ devices = [] }) => devices),
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
    mainIndustryCode,
    address: { specific, apartment },
    people,
    ...foldSignals(recorded.signals, changes, asOf),
    accounts,
    invoicePairs,
  };
  const shown = shownBy(own, address);
  return {
    facts: { ...own, coverage: coverageFor(shown, heard, picture?.offices), peers: peersOf(shown, picture) },
    shown,
    values: sharedValues(current, people, behind, ports.hash, partners, address),
    repairs: recorded.repairs,
    decision: decisionInForce(recorded.decisions),
    dated: recorded.signals.map(({ on }) => on),
  };
}

function pairsOf(rows: readonly InvoiceRow[]): CompanyFacts['invoicePairs'] {
  if (rows.length === 0) return undefined;
  const of = (side: InvoiceRow['side']) => foldInvoicePairs(rows.filter((row) => row.side === side));
  return { sold: of('sold'), bought: of('bought') };
}
