import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './company-facts.ts';

/** Insured employees (lao động đóng BHXH) against what the registration planned. */
export interface Staff {
  readonly planned: number | undefined;
  /** The latest count; 0 where social insurance was heard past the company's 180th day and named none; else undefined. */
  readonly insured: number | undefined;
}

/** Only after so many days may it be asked whether anybody is insured. */
export const STAFF_DAYS = 180;

/** Reads the staff of a company of that age. */
export function staffOf({ registeredOn, plannedEmployees, insured, coverage }: CompanyFacts, ageDays: number): Staff {
  const latest = insured.at(-1);
  if (latest) return { planned: plannedEmployees, insured: latest.count };
  const coveredTo = coverage.signals.BHXH;
  const silent = ageDays >= STAFF_DAYS && coveredTo !== undefined && daysBetween(registeredOn, coveredTo) >= STAFF_DAYS;
  return { planned: plannedEmployees, insured: silent ? 0 : undefined };
}
