import type { QuartersWithoutSales } from '../facts/returns.ts';
import { figure, type Figures, type Said } from './figure.ts';
import type { Evidence } from './finding.ts';

/** Returns of nought and returns never filed, which are two different matters. */
export type WithoutSales = Evidence & { readonly noughtQuarters: number; readonly owedQuarters: number };

/** @param which the quarters, such as `trước đó` */
export const withoutSalesFigures = (which: string): Figures<WithoutSales> => ({
  noughtQuarters: figure.count(`số quý ${which} đã khai, không có doanh thu`),
  owedQuarters: figure.count(`số quý ${which} quá hạn khai 90 ngày, chưa thấy tờ khai`),
});

export const withoutSalesEvidence = ({ nought, owed }: QuartersWithoutSales): WithoutSales => ({
  noughtQuarters: nought,
  owedQuarters: owed,
});

/** Says which of the quarters declared no sales and which never declared, and that nothing is known where there are neither. */
export function withoutSalesInWords({ noughtQuarters, owedQuarters }: WithoutSales, said: Said<WithoutSales>): string {
  const quarters = [
    ...(noughtQuarters === 0 ? [] : [`${said.noughtQuarters} quý đã khai, không có doanh thu`]),
    ...(owedQuarters === 0 ? [] : [`${said.owedQuarters} quý quá hạn khai 90 ngày, chưa thấy tờ khai`]),
  ];
  return quarters.length === 0 ? 'chưa có dữ liệu tờ khai thuế' : quarters.join('; ');
}
