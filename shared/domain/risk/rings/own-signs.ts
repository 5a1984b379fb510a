import type { CompanyFacts } from '../facts/company-facts.ts';
import { type CompanyProfile, profileOf } from '../facts/company-profile.ts';
import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import { ACCOUNT_RULES } from '../rules/accounts.ts';
import { ACTIVITY_RULES } from '../rules/activity.ts';
import { CHANGE_RULES } from '../rules/changes.ts';
import { IDENTITY_RULES } from '../rules/identity.ts';
import { INVOICE_RULES } from '../rules/invoices.ts';
import { MONEY_RULES } from '../rules/money.ts';
import { PREMISES_RULES } from '../rules/premises.ts';

/** Facts that hardly ever befall an honest company: each counts as two bad signs. */
const GRAVE = new Set([
  'REP_NOT_FOUND',
  'REP_MISMATCH',
  'REP_DECEASED',
  'REP_DOCUMENT_LOST',
  'REP_DOCUMENT_CANCELLED',
  'AUTHORISATION_DENIED',
  'INVOICES_8_TIMES_REVENUE',
  'INVOICES_3_TIMES_REVENUE',
  'INVOICES_FAR_ABOVE_REVENUE',
  'WOKEN_BY_NEW_HANDS',
  'NEW_HANDS_THEN_PASS_THROUGH',
  'PASS_THROUGH_AT_ONCE',
  'PASS_THROUGH_LATELY',
]);

/**
 * Facts that seldom befall an honest company: each is a bad sign. One account kept by somebody else is none: it is itself
 * what binds an accountant's clients, and would make each of them speak against the others.
 */
const STRONG = new Set([
  'NO_TAX_RETURN',
  'TAX_RETURNS_MISSED',
  'TAX_STATUS_REMINDED',
  'TAX_STATUS_VERIFYING',
  'TAX_STATUS_ENDING',
  'LEGAL_STATUS_REVOKED',
  'NOT_AT_ADDRESS',
  'INSPECTION_NOT_FOUND',
  'INVOICES_ABOVE_REVENUE',
  'DORMANT_THEN_NEW_HANDS',
  'DORMANT_THEN_NEW_REPRESENTATIVE',
  'HANDS_AND_PLACE_CHANGED',
  'PASS_THROUGH_AT_ONCE_DECLARED',
  'PASS_THROUGH_EVERY_MONTH',
  'PASS_THROUGH_SUSPENDED',
  'PASS_THROUGH_SUSPENDED_BRIEFLY',
  'PASS_THROUGH_FAST',
  'PASS_THROUGH_BRIEFLY_AT_ONCE',
  'PASS_THROUGH_UNDECLARED',
  'PASS_THROUGH_ONE_ACCOUNT',
  'MONEY_TOKEN_REVENUE',
  'ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON',
  'LISTED_ACCOUNT',
]);

/** Facts that honest companies know too: two of them make a bad sign. */
const SLIGHT = new Set([
  'NO_TRADE_FOR_A_YEAR',
  'NO_TRADE',
  'NO_INSURED_STAFF',
  'TURNOVER_BEYOND_MEANS',
  'TURNOVER_WITHOUT_MONEY',
  'PASS_THROUGH_PARTLY_DECLARED',
  'PASS_THROUGH_BRIEFLY',
  'PASS_THROUGH_WITHIN_A_DAY',
  'PASS_THROUGH',
  'MONEY_UNDECLARED',
  'ACCOUNT_WOKEN',
  'FOREIGN_IP',
  'FOREIGN_IP_OFTEN',
  'MANY_BANKS',
]);

// Gravest first, so that of proxies the gravest found counts.
const RULES = [
  ...IDENTITY_RULES,
  ...ACTIVITY_RULES,
  ...PREMISES_RULES,
  ...INVOICE_RULES,
  ...CHANGE_RULES,
  ...MONEY_RULES,
  ...ACCOUNT_RULES,
]
  .flatMap((rule) => {
    if (GRAVE.has(rule.code)) return [{ rule, points: 4 }];
    if (STRONG.has(rule.code)) return [{ rule, points: 2 }];
    return SLIGHT.has(rule.code) ? [{ rule, points: 1 }] : [];
  })
  .sort((a, b) => b.points - a.points);

/** Points of a bad sign. */
const A_SIGN = 2;

/**
 * How many bad signs the company's own facts show; proxies of one fact count once, two slight signs as one, a grave one
 * as two. Never looks at a verdict or at others, so that what companies say of each other is not circular.
 */
export function ownSigns(facts: Omit<CompanyFacts, 'bands'>, measures: readonly Measure[] = MEASURES): number {
  return ownSignsOf(profileOf({ ...facts, bands: [] }, measures));
}

/** The same of facts already read; counted no further where so many are enough. */
export function ownSignsOf(reading: CompanyProfile, enough = Number.POSITIVE_INFINITY): number {
  let total = 0;
  const seen: string[] = [];
  for (const { rule, points } of RULES) {
    if (seen.includes(rule.fact) || (rule.measure && !reading.measures.includes(rule.measure))) continue;
    if (!rule.evaluate(reading)) continue;
    seen.push(rule.fact);
    total += points;
    if (total >= enough * A_SIGN) break;
  }
  return Math.floor(total / A_SIGN);
}
