import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { type PoliceDecision, standingDecision } from '#shared/domain/risk/decision.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts, Coverage } from '#shared/domain/risk/facts/company-facts.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { rowsUntil } from '#shared/domain/risk/facts/rows-until.ts';
import { type SharedValue, sharedValues } from '#shared/domain/risk/rings/shared-values.ts';
import type { Companies, RepairRow } from '#shared/tables/companies.ts';
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
      coverage,
    },
    values: sharedValues(current, people, behind, ports.hash),
    repairs: recorded.repairs,
    decision: standingDecision(recorded.decisions),
    dated: recorded.signals.map(({ on }) => on),
  };
}
