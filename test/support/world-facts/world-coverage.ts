import { joinSpans, type Span } from '#shared/domain/risk/coverage.ts';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import type { WorldRow } from '#test/support/world-rows.ts';
import { bankOf, tellsFlow } from './account-rows.ts';

/** The coverage by the rows of a whole province. */
export function coverageIn(
  activities: readonly WorldRow[],
  accountRows: readonly WorldRow[],
  invoices: readonly WorldRow[],
): ProvinceCoverage {
  const signals = spansOf(
    activities,
    (row) => (SIGNAL_KINDS.some((kind) => kind === row['kind']) ? row['kind'] : undefined),
    (row) => {
      const on = parseDate(row['date'] ?? '');
      return on === undefined ? undefined : { from: on, to: on };
    },
  );
  const ofBank = (passes: (row: WorldRow) => boolean) =>
    spansOf(accountRows.filter(passes), bankOf, (row) => daysOfPeriod(row['period'] || '2025'));
  const notified = (spans: Record<string, Span>) => (Object.keys(spans).length > 0 ? spans : undefined);
  return {
    signals,
    identities: 'listed',
    subscribers: true,
    flows: ofBank(tellsFlow),
    counterparties: notified(ofBank((row) => Boolean(row['counterparty']))),
    devices: notified(ofBank((row) => Boolean(row['device']))),
    invoicePairs: spansOf(
      invoices,
      () => 'invoices',
      (row) => daysOfPeriod(row['period'] ?? ''),
    )['invoices'],
    statements: [],
  };
}

function spansOf(
  rows: readonly WorldRow[],
  kindOf: (row: WorldRow) => string | undefined,
  daysOf: (row: WorldRow) => Span | undefined,
) {
  let spans: Record<string, Span> = {};
  for (const row of rows) {
    const [kind, days] = [kindOf(row), daysOf(row)];
    if (kind !== undefined && days !== undefined) spans = joinSpans(spans, { [kind]: days });
  }
  return spans;
}
