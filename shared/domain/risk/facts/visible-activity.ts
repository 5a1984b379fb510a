import { keepsMoney } from './flows.ts';
import { isBeyondMeans } from './means.ts';
import type { CompanyProfile } from './company-profile.ts';

const STAFF_OF_A_GOING_BUSINESS = 5;
const SEVERAL_MONTHS = 3;
const DECLARED_SHARE = 0.25;

/** Whether a company visibly does business: several people insured, or months of money that stays and is declared. */
export function hasVisibleActivity(reading: CompanyProfile): boolean {
  const { staff, money } = reading;
  if (isBeyondMeans(reading)) return false;
  if ((staff.insured ?? 0) >= STAFF_OF_A_GOING_BUSINESS) return true;
  return (
    money.months >= SEVERAL_MONTHS &&
    keepsMoney(money) &&
    keepsMoney(money.lately) &&
    money.answerable > 0 &&
    money.revenue >= money.answerable * DECLARED_SHARE
  );
}
