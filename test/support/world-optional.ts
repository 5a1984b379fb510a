import type { AccountFacts, CompanyFacts, Counterparty, InvoicePair } from '#shared/domain/risk/facts/company-facts.ts';
import type { SharedValue } from '#shared/domain/risk/rings/shared-values.ts';
import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { parsePeriod, periodEnd, periodStart } from '#shared/domain/vietnamese/periods.ts';
import type { Row } from './world-rows.ts';

/** What a world's optional feeds say; empty where it has none. */
export interface OptionalFeeds {
  counterpartiesOf(account: string): Pick<AccountFacts, 'counterparties'>;
  devicesOf(account: string): Pick<AccountFacts, 'devices'>;
  readonly pairsHeard: boolean;
  pairsOf(enterpriseCode: string): CompanyFacts['invoicePairs'];
}

const accountKey = (row: Row) => `${findInstitution(row['bank'] ?? '')?.id ?? ''} ${row['accountNumber']}`;

/** Reads the optional rows of the accounts and activities feeds. */
export function optionalFeeds(accountRows: readonly Row[], activityRows: readonly Row[]): OptionalFeeds {
  const paid = Map.groupBy(
    accountRows.filter((row) => row['counterparty']),
    accountKey,
  );
  const used = Map.groupBy(
    accountRows.filter((row) => row['device']),
    accountKey,
  );
  const pairs = activityRows.filter((row) => row['seller']);
  const sold = Map.groupBy(pairs, (row) => row['seller'] ?? '');
  const bought = Map.groupBy(pairs, (row) => row['buyer'] ?? '');
  return {
    counterpartiesOf: (account) => {
      const rows = paid.get(account);
      return rows ? { counterparties: foldCounterparties(rows) } : {};
    },
    devicesOf: (account) => {
      const rows = used.get(account);
      return rows ? { devices: [...new Set(rows.map((row) => row['device'] ?? ''))] } : {};
    },
    pairsHeard: pairs.length > 0,
    pairsOf: (code) =>
      pairs.length === 0
        ? undefined
        : {
            sold: (sold.get(code) ?? []).map((row) => pairOf(row, row['buyer'])),
            bought: (bought.get(code) ?? []).map((row) => pairOf(row, row['seller'])),
          },
  };
}

const pairOf = (row: Row, party: string | undefined): InvoicePair => ({
  party: party ?? '',
  period: parsePeriod(row['period'] ?? '') ?? '',
  total: Number(row['total']),
});

function foldCounterparties(rows: readonly Row[]): Counterparty[] {
  const byRef = new Map<string, Counterparty>();
  for (const row of rows) {
    const ref = row['counterparty'] ?? '';
    const period = parsePeriod(row['period'] ?? '') ?? '2025';
    const held = byRef.get(ref) ?? { ref, debit: 0, credit: 0, from: periodStart(period), to: periodEnd(period) };
    byRef.set(ref, {
      ...held,
      debit: held.debit + Number(row['debit'] || 0),
      credit: held.credit + Number(row['credit'] || 0),
      from: periodStart(period) < held.from ? periodStart(period) : held.from,
      to: periodEnd(period) > held.to ? periodEnd(period) : held.to,
    });
  }
  return [...byRef.values()].sort((a, b) => b.debit - a.debit || (a.ref < b.ref ? -1 : 1));
}

const SHARE = 0.05;
const WORTH_SHARING = 50_000_000;

/** What optional feeds add to what a company may share. */
export function optionalValues(accounts: readonly AccountFacts[]): SharedValue[] {
  return accounts.flatMap(({ counterparties = [], devices = [] }) => {
    const total = counterparties.reduce((sum, { debit }) => sum + debit, 0);
    const large = counterparties.filter(({ debit }) => debit >= WORTH_SHARING && debit >= total * SHARE);
    return [
      ...large.map(({ ref }): SharedValue => ({ kind: 'counterparty', ref })),
      ...devices.map((ref): SharedValue => ({ kind: 'device', ref })),
    ];
  });
}
