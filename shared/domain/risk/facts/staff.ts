import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts, Heard } from './company-facts.ts';

/** Insured employees (lao động đóng BHXH) against what the registration planned. */
export interface Staff {
  readonly planned: number | undefined;
  /** The latest count; 0 where social insurance was heard past the company's 180th day and named none; else undefined. */
  readonly insured: number | undefined;
}

/** Only after so many days may it be asked whether anybody is insured. */
export const STAFF_DAYS = 180;

/**
 * Social insurance was listened to past the day and named nobody. Rows are counts, told again and again: one from before the
 * first day heard is not needed.
 */
export const namedNobody = (heard: Heard | undefined, registeredOn: IsoDate): boolean =>
  heard !== undefined && daysBetween(registeredOn, heard.to) >= STAFF_DAYS;

/** Reads the staff of a company of that age. */
export function staffOf({ registeredOn, plannedEmployees, insured, coverage }: CompanyFacts, ageDays: number): Staff {
  const latest = insured.at(-1);
  if (latest) return { planned: plannedEmployees, insured: latest.count };
  const silent = ageDays >= STAFF_DAYS && namedNobody(coverage.signals.BHXH, registeredOn);
  return { planned: plannedEmployees, insured: silent ? 0 : undefined };
}
