import { ACCOUNT_RULES } from './accounts.ts';
import { ACCOUNT_SURGE_RULES } from './account-surge.ts';
import { ACCOUNTS_OPENED_RULES } from './accounts-opened.ts';
import { AUTHORITY_RULES } from './authority.ts';
import { FIRST_DAYS_REGISTERED_RULES, FIRST_DAYS_RULES } from './first-days.ts';
import { FIRST_SALES_RULES } from './first-sales.ts';
import { IDENTITY_RULES } from './identity.ts';
import { MANY_PAYMENTS_RULES } from './many-payments.ts';
import { MONEY_HISTORY_RULES } from './money-history.ts';
import { MONEY_RULES } from './money.ts';
import { NEW_HANDS_RULES } from './new-hands.ts';
import { PARTNER_RULES } from './partners.ts';
import { PASS_THROUGH_RULES } from './pass-through.ts';
import { REGISTRATION_RULES } from './registration.ts';
import { SALES_RULES } from './sales.ts';

/** The rules that use only a company's own facts. */
export const OWN_RULES = {
  ...IDENTITY_RULES,
  ...PASS_THROUGH_RULES,
  ...MONEY_RULES,
  ...MANY_PAYMENTS_RULES,
  ...FIRST_DAYS_RULES,
  ...FIRST_DAYS_REGISTERED_RULES,
  ...SALES_RULES,
  ...FIRST_SALES_RULES,
  ...PARTNER_RULES,
  ...REGISTRATION_RULES,
  ...ACCOUNTS_OPENED_RULES,
  ...MONEY_HISTORY_RULES,
  ...NEW_HANDS_RULES,
  ...ACCOUNT_RULES,
  ...ACCOUNT_SURGE_RULES,
  ...AUTHORITY_RULES,
};
