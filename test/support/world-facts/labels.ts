import { readFileSync } from 'node:fs';
import type { IdentityResult } from '#shared/domain/identity/person-verdict.ts';
import type { WorldCompany } from './world-company.ts';

export interface CompanyLabel {
  readonly code: string;
  readonly shell: boolean;
  readonly kind: string;
  readonly why: string;
  readonly position?: number;
  /** The number of the declared document, as its reader gives it. */
  readonly doc?: string;
  readonly expected?: IdentityResult;
  readonly crime?: WorldCompany['crime'];
  readonly seen?: boolean;
  readonly told?: boolean;
  readonly truth?: { readonly documentNumber: string } | undefined;
}

export function labels(world: string, name: string): CompanyLabel[] {
  const lines = readFileSync(`${world}/labels/${name}.jsonl`, 'utf8').split('\n');
  return lines.filter(Boolean).map((line): CompanyLabel => JSON.parse(line));
}
