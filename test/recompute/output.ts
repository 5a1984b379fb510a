import type { Printed } from './printed.ts';

export interface Task {
  readonly enterpriseCode: string;
  readonly kind: string;
  readonly field: string;
  readonly current: string;
  readonly proposed: string;
  readonly why: string;
}

export interface AssessedCompany {
  readonly enterpriseCode: string;
  readonly verdict: string;
  readonly activity: string;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

export interface Output {
  readonly companies: readonly AssessedCompany[];
  readonly dossiers: readonly { readonly code: string; readonly text: Printed }[];
  readonly worklist: readonly Task[];
  readonly reports: readonly Printed[];
  readonly notices: readonly {
    readonly bank: string;
    readonly accountNumber: string | null;
    readonly enterpriseCode: string;
    readonly reasonCodes: readonly number[];
  }[];
}
