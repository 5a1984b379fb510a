import { ACCOUNT_RULES } from './accounts.ts';
import { ACTIVITY_RULES } from './activity.ts';
import { CAPITAL_RULES } from './capital.ts';
import { CHANGE_RULES } from './changes.ts';
import { IDENTITY_RULES } from './identity.ts';
import { INVOICE_RULES } from './invoices.ts';
import { MONEY_RULES } from './money.ts';
import { PREMISES_RULES } from './premises.ts';
import { NETWORK_RULES } from './network.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which their weights are summed. */
export const ALL_RULES: readonly Rule[] = [
  ...IDENTITY_RULES,
  ...CAPITAL_RULES,
  ...ACTIVITY_RULES,
  ...PREMISES_RULES,
  ...INVOICE_RULES,
  ...CHANGE_RULES,
  ...MONEY_RULES,
  ...ACCOUNT_RULES,
  ...NETWORK_RULES,
];
