import { addDays, type IsoDate } from '../dates.ts';
import type { CompanyFacts } from './company-facts.ts';

/** Insured employees (lao động đóng BHXH) against what the registration planned. */
export interface Staff {
  readonly planned: number | undefined;
  /** The latest count; 0 where social insurance was heard past the company's 180th day and named none; else undefined. */
  readonly insured: number | undefined;
  readonly mostInsured: number;
  readonly heardTo: IsoDate | undefined;
}

export const STAFF_DAYS = 180;

/** Reads the staff of a company of that age. */
export function staffOf({ registeredOn, plannedEmployees, insured, coverage }: CompanyFacts, ageDays: number): Staff {
  let mostInsured = 0;
  for (const { count } of insured) if (count > mostInsured) mostInsured = count;
  const heardTo = coverage.signals.BHXH;
  const silent = ageDays >= STAFF_DAYS && heardTo !== undefined && heardTo >= addDays(registeredOn, STAFF_DAYS);
  return {
    planned: plannedEmployees,
    insured: insured.at(-1)?.count ?? (silent ? 0 : undefined),
    mostInsured,
    heardTo,
  };
}
