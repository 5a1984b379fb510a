import { OWN_RULES } from './own-rules.ts';
import type { Rule, RuleRecord } from './rule.ts';
import { TIE_RULES } from './ties.ts';

/** Every rule by its code, in the order in which their weights are summed. */
export const RULES = { ...OWN_RULES, ...TIE_RULES };
export type RuleCode = keyof typeof RULES;

/** The names of a type's own fields, without those that its index signature allows. */
type OwnFields<E> = keyof { [K in keyof E as string extends K ? never : K]: true };
/** The names of all figures in the evidence of rules. */
export type FigureName = {
  [Code in RuleCode]: (typeof RULES)[Code] extends RuleRecord<infer E> ? OwnFields<E> : never;
}[RuleCode];

/** All rules as a list. */
export const ALL_RULES: readonly Rule[] = Object.entries<RuleRecord>(RULES).map(([code, record]) => ({
  code,
  ...record,
}));
