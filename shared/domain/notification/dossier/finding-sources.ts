import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import type { FindingSource } from '#shared/domain/risk/rules/rule.ts';
import type { SourcedRow } from './sources.ts';

const BY_CODE = new Map<string, readonly FindingSource[]>(ALL_RULES.map((known) => [known.code, known.restsOn]));

/** Whether a finding may rest on a row of the company; on every row where no rule has its code any more. */
export function sourceFilterOf(code: string): (row: SourcedRow) => boolean {
  const sources = BY_CODE.get(code);
  return ({ feed, kind }) => sources === undefined || sources.some((source) => source === feed || source === kind);
}
