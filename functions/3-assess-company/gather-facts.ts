import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { type PoliceDecision, standingDecision } from '#shared/domain/risk/decision.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts, Coverage } from '#shared/domain/risk/facts/company-facts.ts';
import { foldInvoicePairs } from '#shared/domain/risk/facts/fold-optional.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { rowsUntil } from '#shared/domain/risk/facts/rows-until.ts';
import { invoicePartners, mainCounterparties } from '#shared/domain/risk/rings/partners.ts';
import { type SharedValue, sharedValues } from '#shared/domain/risk/rings/shared-values.ts';
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
  const { name, legalForm, registeredOn, charterCapital, plannedEmployees, mainIndustryCode } = current;
  const { accounts, behind } = await gatherAccounts(
    { enterpriseCode, name, people },
    recorded.accountRefs,
    asOf,
    ports,
  );
  const { specific, apartment } = parseAddress(current.headOfficeAddress);
  const invoicePairs = pairsOf(recorded.invoicePairs);
  const partners = {
    counterparties: mainCounterparties(accounts),
    devices: accounts.flatMap(({ devices = [] }) => devices),
    sellers: invoicePartners(enterpriseCode, invoicePairs),
  };
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
      accounts,
      invoicePairs,
      coverage,
    },
    values: sharedValues(current, people, behind, ports.hash, partners),
    repairs: recorded.repairs,
    decision: standingDecision(recorded.decisions),
    dated: recorded.signals.map(({ on }) => on),
  };
}

function pairsOf(rows: readonly InvoiceRow[]): CompanyFacts['invoicePairs'] {
  if (rows.length === 0) return undefined;
  const of = (side: InvoiceRow['side']) => foldInvoicePairs(rows.filter((row) => row.side === side));
  return { sold: of('sold'), bought: of('bought') };
}
