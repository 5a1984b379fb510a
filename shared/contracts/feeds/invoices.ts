import type { Layout } from './layout.ts';
import { readValues } from './read-values.ts';
import { columnList } from './column.ts';
import { readPeriod } from './values/dates.ts';
import { moneyOfHeading } from './values/numbers.ts';
import { readPartyCode } from './values/pseudonym.ts';

const { columns, needed } = columnList();
const INVOICE = {
  seller: needed('seller', 'Mã số bên bán', readPartyCode, {
    personal: true,
    aliases: ['MST bên bán', 'Mã số thuế người bán', 'Bên bán'],
  }),
  buyer: needed('buyer', 'Mã số bên mua', readPartyCode, {
    personal: true,
    aliases: ['MST bên mua', 'Mã số thuế người mua', 'Bên mua'],
  }),
  period: needed('period', 'Kỳ', readPeriod, {
    past: true,
    holds: 'period',
    aliases: ['Tháng', 'Quý', 'Kỳ hóa đơn', 'Kỳ báo cáo'],
  }),
  total: needed('total', 'Tổng tiền', moneyOfHeading, { aliases: ['Tổng tiền hóa đơn', 'Tổng giá trị', 'Thành tiền'] }),
};

/**
 * The invoices of one party to another in a period (hóa đơn điện tử by pair), whole đồng. Either party may be outside
 * the province.
 */
export const INVOICES: Layout = {
  rows: 'invoices',
  columns,
  read(row, { today, kinds }) {
    const invoice = readValues(row, INVOICE, today);
    if (kinds?.has('invoices') === false) row.reject(INVOICE.seller, 'kind_not_yours');
    return invoice === undefined || row.problems.length > 0 ? [] : [{ feed: 'invoices', ...invoice }];
  },
};
