import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './company-facts.ts';
import type { Span } from '../coverage.ts';

/** Insured employees (lao động đóng BHXH) against what the registration planned. */
export interface Staff {
  readonly planned: number | undefined;
  /** The latest count; 0 where social insurance was covered past the company's 180th day and named none; else undefined. */
  readonly insured: number | undefined;
}

/** Only after so many days may it be asked whether anybody is insured. */
export const STAFF_DAYS = 180;

/**
 * Social insurance was listened to past the day and named nobody. Rows are counts, repeated: one from before the
 * first day covered is not needed.
 */
export const namedNobody = (covered: Span | undefined, registeredOn: IsoDate): boolean =>
  covered !== undefined && daysBetween(registeredOn, covered.to) >= STAFF_DAYS;

/** Reads the staff of a company of that age. */
export function staffOf({ registeredOn, plannedEmployees, insured, coverage }: CompanyFacts, ageDays: number): Staff {
  const latest = insured.at(-1);
  if (latest) return { planned: plannedEmployees, insured: latest.count };
  const silent = ageDays >= STAFF_DAYS && namedNobody(coverage.signals.BHXH, registeredOn);
  return { planned: plannedEmployees, insured: silent ? 0 : undefined };
}
