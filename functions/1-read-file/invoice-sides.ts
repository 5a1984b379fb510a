import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import { isCompanyCode } from '#shared/runtime/party-ref.ts';

interface InvoiceSide {
  readonly enterpriseCode: string;
  readonly side: 'sold' | 'bought';
  readonly other: string;
}

/**
 * The companies of which an invoice total tells, each with its side and the other party. None where a company invoices
 * itself, or where neither party is a company.
 */
export function invoiceSides({ seller, buyer }: Extract<FeedRecord, { feed: 'invoices' }>): readonly InvoiceSide[] {
  if (seller === buyer) return [];
  const sides = [
    { enterpriseCode: seller, side: 'sold', other: buyer },
    { enterpriseCode: buyer, side: 'bought', other: seller },
  ] as const;
  return sides.filter(({ enterpriseCode }) => isCompanyCode(enterpriseCode));
}
