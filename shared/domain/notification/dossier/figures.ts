import { ruleOf } from '#shared/domain/risk/rules/all-rules.ts';
import type { Figure } from '#shared/domain/risk/rules/figure.ts';
import type { Evidence, Finding } from '#shared/domain/risk/rules/finding.ts';

/** One figure of a finding, as officers read it. */
export interface ShownFigure {
  readonly label: string;
  readonly value: string;
}

/** The figures of a finding that are known, in their rule's order. A finding of a removed rule has none. */
export function figuresOf({ code, evidence }: Pick<Finding, 'code' | 'evidence'>): ShownFigure[] {
  const figures: Readonly<Record<string, Figure<Evidence[string]>>> = ruleOf(code)?.figures ?? {};
  return Object.entries(figures).flatMap(([name, { label, write }]) => {
    const value = evidence[name];
    return value === undefined ? [] : [{ label, value: write(value) }];
  });
}
