import type { OwnFields } from './figure.ts';
import { OWN_RULES } from './own-rules.ts';
import type { Rule, RuleRecord } from './rule.ts';
import { TIE_RULES } from './ties.ts';

/** Every rule by its code, in the order in which their weights are summed. */
export const RULES = { ...OWN_RULES, ...TIE_RULES };
export type RuleCode = keyof typeof RULES;

/** The names of all figures in the evidence of rules. */
export type FigureName = {
  [Code in RuleCode]: (typeof RULES)[Code] extends RuleRecord<infer E> ? OwnFields<E> : never;
}[RuleCode];

/** All rules as a list. */
export const ALL_RULES: readonly Rule[] = Object.entries<RuleRecord>(RULES).map(([code, record]) => ({
  code,
  ...record,
}));

const BY_CODE: ReadonlyMap<string, Rule> = new Map(ALL_RULES.map((one) => [one.code, one]));

/** The rule of a finding; undefined where it was removed since. */
export const ruleOf = (code: string): Rule | undefined => BY_CODE.get(code);
