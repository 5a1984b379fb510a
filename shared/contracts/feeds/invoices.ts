import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import { readPeriod, firstDayOf } from './values/dates.ts';
import { moneyReader } from './values/numbers.ts';
import { readPartyCode } from './values/pseudonym.ts';

const { columns, add } = columnList();
const needed = { required: true };

const SELLER = add('seller', 'Mã số bên bán', {
  ...needed,
  personal: true,
  aliases: ['MST bên bán', 'Mã số thuế bên bán', 'Mã số thuế người bán', 'Bên bán'],
});
const BUYER = add('buyer', 'Mã số bên mua', {
  ...needed,
  personal: true,
  aliases: ['MST bên mua', 'Mã số thuế bên mua', 'Mã số thuế người mua', 'Bên mua'],
});
const PERIOD = add('period', 'Kỳ', {
  holds: 'period',
  ...needed,
  aliases: ['Tháng', 'Quý', 'Kỳ hóa đơn', 'Kỳ báo cáo'],
});
const TOTAL = add('total', 'Tổng tiền', { ...needed, aliases: ['Tổng tiền hóa đơn', 'Tổng giá trị', 'Thành tiền'] });

/**
 * The invoices of one party to another in a period (hóa đơn điện tử by pair), whole đồng. Either party may be outside
 * the province.
 */
export const INVOICES: Layout = {
  rows: 'invoices',
  columns,
  read(row, source) {
    const seller = row.required(SELLER, readPartyCode);
    const buyer = row.required(BUYER, readPartyCode);
    const period = row.required(PERIOD, readPeriod);
    const total = row.required(TOTAL, moneyReader(row.heading(TOTAL)));
    row.rejectFuture(PERIOD, firstDayOf(period), source.today);
    if (source.kinds?.has('invoices') === false) row.reject(SELLER, 'kind_not_yours');
    if (seller === undefined || buyer === undefined || period === undefined) return [];
    if (total === undefined || row.problems.length > 0) return [];
    return [{ feed: 'invoices', seller, buyer, period, total }];
  },
};
