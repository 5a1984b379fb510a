import type { FeedEvent, FeedRecord, Repair } from '#shared/contracts/feeds/feed-record.ts';

/** The event of a row that was read; its repairs carry the company they belong to. */
export function acceptedRow(
  row: number,
  records: readonly FeedRecord[],
  repairs: readonly Repair[],
  startsCompany: boolean | undefined,
): FeedEvent & { readonly type: 'accepted' } {
  const enterpriseCode = repairs.length === 0 || records[0] === undefined ? undefined : companyOf(records[0]);
  // A copy: the row reader reuses its list for the next row's repairs.
  const known = repairs.map((repair) => (enterpriseCode === undefined ? repair : { ...repair, enterpriseCode }));
  return { type: 'accepted', row, records, repairs: known, startsCompany };
}

const companyOf = (record: FeedRecord): string | undefined => {
  switch (record.feed) {
    case 'registrations':
      return record.company.enterpriseCode;
    case 'activities':
    case 'owners':
      return record.enterpriseCode;
    case 'accounts':
      return record.account.enterpriseCode;
    case 'crime-reports':
      return record.enterpriseCode;
    case 'identities':
    case 'flows':
    case 'counterparties':
    case 'devices':
    case 'invoices':
    case 'subscribers':
    case 'suspicious-accounts':
      return undefined;
  }
};
