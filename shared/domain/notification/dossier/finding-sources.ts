import { ruleOf } from '#shared/domain/risk/rules/all-rules.ts';
import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import type { FindingSource } from '#shared/domain/risk/rules/rule.ts';
import type { SourceKind } from './sources.ts';

type Found = Pick<Finding, 'code' | 'evidence'>;

function sourcesOf({ code, evidence }: Found): readonly FindingSource[] | undefined {
  const known = ruleOf(code);
  return known?.restsOnFor?.(evidence) ?? known?.restsOn;
}

/** Whether a finding may rest on a row of the company. A finding of a removed rule may rest on every row. */
export function sourceFilterOf(finding: Found): (row: SourceKind) => boolean {
  const sources = sourcesOf(finding);
  return ({ feed, kind }) => sources === undefined || sources.some((source) => source === feed || source === kind);
}

/**
 * The rows that date a finding: those of its first source that has any among them. A rule names what it is about first; what else it
 * asks, such as a return of before the company's first money, says nothing about when.
 */
export function datingRows<R extends SourceKind>(finding: Found, rows: readonly R[]): readonly R[] {
  const sources = sourcesOf(finding) ?? [];
  const ofEach = sources.map((source) => rows.filter(({ feed, kind }) => source === feed || source === kind));
  return ofEach.find((own) => own.length > 0) ?? rows;
}
