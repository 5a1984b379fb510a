import { OWN_RULES } from './own-rules.ts';
import type { Rule, RuleRecord } from './rule.ts';
import { TIE_RULES } from './ties.ts';

/** Every rule by its code, in the order in which their weights are summed. */
export const RULES = { ...OWN_RULES, ...TIE_RULES };
export type RuleCode = keyof typeof RULES;

/** The same as a list. */
export const ALL_RULES: readonly Rule[] = Object.entries<RuleRecord>(RULES).map(([code, record]) => ({
  code,
  ...record,
}));
