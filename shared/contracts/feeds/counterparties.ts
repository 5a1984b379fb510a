import { addAccountColumns } from './account-columns.ts';
import type { Layout } from './layout.ts';
import { readValues } from './read-values.ts';
import { columnList } from './column.ts';
import { readAccount } from './values/account.ts';
import { readPeriod } from './values/dates.ts';
import { moneyOfHeading } from './values/numbers.ts';
import { readPseudonym } from './values/pseudonym.ts';

const list = columnList();
const { columns, needed, optional } = list;
const ACCOUNT = addAccountColumns(list);
const PAYMENT = {
  period: needed('period', 'Kỳ', readPeriod, {
    past: true,
    holds: 'period',
    aliases: ['Tháng', 'Kỳ báo cáo', 'Kỳ dữ liệu'],
  }),
  counterparty: needed('counterparty', 'Mã đối ứng', readPseudonym, {
    personal: true,
    aliases: ['Mã tài khoản đối ứng', 'Đối ứng', 'Tài khoản đối ứng'],
  }),
  debit: needed('debit', 'Tổng ghi nợ', moneyOfHeading, {
    aliases: ['Ghi nợ', 'Tổng tiền ra', 'Phát sinh nợ', 'Tổng phát sinh nợ'],
  }),
  credit: optional('credit', 'Tổng ghi có', moneyOfHeading, {
    aliases: ['Ghi có', 'Tổng tiền vào', 'Phát sinh có', 'Tổng phát sinh có'],
  }),
};

/**
 * The payments between two accounts in a period (State Bank, code 4). The second account is named by the banks' common
 * pseudonym.
 */
export const COUNTERPARTIES: Layout = {
  rows: 'counterparties',
  columns,
  read(row, source) {
    const account = readAccount(row, ACCOUNT, source);
    const payment = readValues(row, PAYMENT, source.today);
    if (account === undefined || payment === undefined || row.problems.length > 0) return [];
    return [{ feed: 'counterparties', ...account, ...payment, credit: payment.credit ?? 0 }];
  },
};
