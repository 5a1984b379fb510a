import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './company-facts.ts';
import type { Span } from '../coverage.ts';

/** The insured employees (lao động đóng BHXH) and the registered number of employees. */
export interface Staff {
  readonly planned: number | undefined;
  /**
   * The latest count, or 0 where social insurance was covered past the company's 180th day without a count; otherwise
   * undefined.
   */
  readonly insured: number | undefined;
}

/** The age in days from which missing insured employees count. */
export const STAFF_DAYS = 180;

/**
 * Whether social insurance covers more than that day and has no count. Counts are repeated regularly, so earlier
 * coverage is not needed.
 */
export const namedNobody = (covered: Span | undefined, registeredOn: IsoDate): boolean =>
  covered !== undefined && daysBetween(registeredOn, covered.to) >= STAFF_DAYS;

/** Derives the staff of a company of the given age. */
export function staffOf({ registeredOn, plannedEmployees, insured, coverage }: CompanyFacts, ageDays: number): Staff {
  const latest = insured.at(-1);
  if (latest) return { planned: plannedEmployees, insured: latest.count };
  const silent = ageDays >= STAFF_DAYS && namedNobody(coverage.signals.BHXH, registeredOn);
  return { planned: plannedEmployees, insured: silent ? 0 : undefined };
}
