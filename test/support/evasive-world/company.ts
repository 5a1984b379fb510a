import { addressKey } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { addDays, addMonths } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import type { SharedKind } from '#shared/domain/risk/rings/band.ts';
import type { random } from '#test/support/evasive-people.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';

export type RandomSource = ReturnType<typeof random>;

/** The position of a company in its group: a ring, the companies of one nominee, or the company alone. */
export interface CompanyPlace {
  readonly group: string;
  readonly index: number;
  readonly size: number;
}

/**
 * Changes a company so that it evades the rules, or so that an honest company looks worse. The result depends only on
 * the arguments.
 */
export type Tactic = (company: WorldCompany, place: CompanyPlace, chance: RandomSource) => WorldCompany;

export const withFacts = (company: WorldCompany, over: Partial<CompanyFacts>): WorldCompany => ({
  ...company,
  facts: { ...company.facts, ...over },
});

export const withoutValues = (company: WorldCompany, ...kinds: readonly SharedKind[]): WorldCompany => ({
  ...company,
  values: company.values.filter(({ kind }) => !kinds.includes(kind)),
});

export const withSharedValue = (company: WorldCompany, kind: SharedKind, ref: string): WorldCompany => ({
  ...company,
  values: [...company.values.filter((value) => value.kind !== kind || value.ref !== ref), { kind, ref }],
});

/**
 * Gives the company an address in some spelling. Two companies share the address only if their spellings have one key.
 */
export function atAddress(company: WorldCompany, headOfficeAddress: string): WorldCompany {
  const parsed = parseAddress(headOfficeAddress);
  const key = addressKey(parsed);
  const { specific, apartment } = parsed;
  const there = withFacts(
    { ...withoutValues(company, 'address'), headOfficeAddress },
    { address: { specific, apartment } },
  );
  return key === undefined ? there : withSharedValue(there, 'address', `address:${key}`);
}

export const withFlows = (company: WorldCompany, change: (flow: Flow, account: AccountFacts) => Flow): WorldCompany =>
  withFacts(company, {
    accounts: company.facts.accounts.map((account) => ({
      ...account,
      flows: account.flows.map((flow) => change(flow, account)),
    })),
  });

/**
 * Moves all events of the company earlier by some months (later if negative). Events that would be in the future are
 * left out.
 */
export function shiftedInTime(company: WorldCompany, months: number): WorldCompany {
  const { facts } = company;
  const { asOf } = facts;
  const on = (date: string) => addMonths(date, -months);
  const month = (period: string) => addMonths(`${period}-01`, -months).slice(0, 7);
  const quarters = Math.round(months / 3);
  const quarter = (period: string) => {
    if (!period.includes('Q')) return period.length === 7 ? month(period) : period;
    const number = Number(period.slice(0, 4)) * 4 + Number(period[6]) - 1 - quarters;
    return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;
  };
  const known = <T extends { readonly on: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, on: on(row.on) })).filter((row) => row.on <= asOf);
  const latest = addDays(asOf, -40);
  const registeredOn = on(facts.registeredOn) < latest ? on(facts.registeredOn) : latest;
  return withFacts(company, {
    registeredOn,
    changes: known(facts.changes),
    contributions: known(facts.contributions),
    reportRequests: facts.reportRequests.map(on).filter((day) => day <= asOf),
    returns: facts.returns
      .map((row) => ({ ...row, period: quarter(row.period), filedOn: on(row.filedOn) }))
      .filter(({ filedOn }) => filedOn <= asOf),
    invoices: known(facts.invoices.map((row) => ({ ...row, period: quarter(row.period) }))),
    insured: known(facts.insured),
    inspections: known(facts.inspections),
    taxStatuses: known(facts.taxStatuses),
    legalStatuses: known(facts.legalStatuses),
    accounts: facts.accounts.map((account) => ({
      ...account,
      openedOn: account.openedOn && (on(account.openedOn) > registeredOn ? on(account.openedOn) : registeredOn),
      flows: account.flows
        .map((flow) => ({ ...flow, period: month(flow.period) }))
        .filter(({ period }) => period < asOf.slice(0, 7) && period >= registeredOn.slice(0, 7)),
    })),
  });
}

/** The full quarters of the company whose returns are due, as `yyyy-Qn`, each with the last day for filing. */
export function quartersDue({ registeredOn, asOf }: Pick<CompanyFacts, 'registeredOn' | 'asOf'>) {
  const due: { period: string; by: string; first: boolean }[] = [];
  for (let year = Number(registeredOn.slice(0, 4)); year <= Number(asOf.slice(0, 4)); year += 1) {
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      const start = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
      const by = addDays(addMonths(start, 4), -1);
      if (addMonths(start, 3) > registeredOn && by <= asOf)
        due.push({ period: `${year}-Q${quarter}`, by, first: due.length === 0 });
    }
  }
  return due;
}

export const chanceOf = (chance: RandomSource, percent: number): boolean => chance.next(100) < percent;
export const between = (chance: RandomSource, from: number, to: number): number => from + chance.next(to - from);
