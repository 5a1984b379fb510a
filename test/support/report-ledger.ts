import type { MeasureSwitch } from '#shared/domain/outcomes/report/measures-in-period.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import type { Report, ReportTable } from '#shared/domain/outcomes/report/report.ts';
import type { LedgerInput } from '#shared/contracts/ledger-files.ts';
import type { LedgerSource } from '#shared/use-cases/reports/ledger-of-tables.ts';
import { yearOfOutcomes } from '#test/support/year-of-outcomes.ts';

export const YEAR = { from: '2025-01-01', to: '2025-12-31' };
export const cases = [...yearOfOutcomes(300, 11)];
export const input: LedgerInput = {
  sender: '970436',
  feed: 'accounts',
  file: '970436/2025-01.csv',
  receivedOn: '2025-02-15',
  state: 'read',
  read: 100,
  accepted: 97,
  rejected: 3,
  repaired: 1,
  covers: { 'flows#970436': { from: '2025-01-01', to: '2025-01-31' } },
};

/** A ledger with the facts of these cases, one file, and what is told about it. */
export const ledger = (
  facts: readonly (readonly OutcomeFact[])[],
  measures = ['suspiciousAccounts'],
  switched: MeasureSwitch[] = [],
  duties?: Readonly<Record<string, Record<string, number>>>,
): LedgerSource => ({
  async *cases() {
    yield* facts;
  },
  inputs: async () => [input],
  about: async () => ({
    asOf: '2025-12-31',
    ruleSet: '2026-11-5',
    measures,
    switched,
    checkpoint: 'haukiem\n5\nabc=',
    ...(duties && { duties }),
  }),
});

export const tableOf = ({ sections }: Report, name: string): ReportTable =>
  sections.flatMap(({ tables }) => tables).find((table) => table.name === name)!;
