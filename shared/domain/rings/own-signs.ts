import type { CompanyFacts } from '../facts/company-facts.ts';
import { type Reading, readFacts } from '../facts/reading.ts';
import { ACCOUNT_RULES } from '../rules/accounts.ts';
import { ACTIVITY_RULES } from '../rules/activity.ts';
import { CHANGE_RULES } from '../rules/changes.ts';
import { IDENTITY_RULES } from '../rules/identity.ts';
import { INVOICE_RULES } from '../rules/invoices.ts';

/** What counts as a bad sign of a company's own: facts that seldom befall an honest one, and none that only measures switch on. */
const COUNTED = new Set([
  'REP_NOT_FOUND',
  'REP_MISMATCH',
  'REP_DECEASED',
  'REP_DOCUMENT_LOST',
  'REP_DOCUMENT_CANCELLED',
  'AUTHORISATION_DENIED',
  'NO_TAX_RETURN',
  'TAX_RETURNS_MISSED',
  'TAX_STATUS_REMINDED',
  'TAX_STATUS_VERIFYING',
  'TAX_STATUS_ENDING',
  'LEGAL_STATUS_REVOKED',
  'NOT_AT_ADDRESS',
  'INSPECTION_NOT_FOUND',
  'NO_TRADE_FOR_A_YEAR',
  'NO_TRADE',
  'INVOICES_8_TIMES_REVENUE',
  'INVOICES_3_TIMES_REVENUE',
  'WOKEN_BY_NEW_HANDS',
  'DORMANT_THEN_NEW_HANDS',
  'DORMANT_THEN_NEW_REPRESENTATIVE',
  'PASS_THROUGH_FAST',
  'PASS_THROUGH',
  'MONEY_TOKEN_REVENUE',
]);

const RULES = [...IDENTITY_RULES, ...ACTIVITY_RULES, ...INVOICE_RULES, ...CHANGE_RULES, ...ACCOUNT_RULES].filter(
  ({ code }) => COUNTED.has(code),
);

/**
 * How many bad signs the company's own facts show; proxies of one fact count once. Never looks at a verdict or at
 * others, so that what companies say of each other is not circular.
 */
export function ownSigns(facts: Omit<CompanyFacts, 'bands'>): number {
  return ownSignsOf(readFacts({ ...facts, bands: [] }));
}

/** The same of facts already read. */
export function ownSignsOf(reading: Reading): number {
  const seen = new Set<string>();
  for (const rule of RULES) if (!seen.has(rule.fact) && rule.evaluate(reading)) seen.add(rule.fact);
  return seen.size;
}
