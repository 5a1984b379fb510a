import { addAccountColumns } from './account-columns.ts';
import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import { readAccount } from './values/account.ts';
import { readPeriod, firstDayOf } from './values/dates.ts';
import { moneyReader } from './values/numbers.ts';
import { readPseudonym } from './values/pseudonym.ts';

const list = columnList();
const { columns, add } = list;
const ACCOUNT = addAccountColumns(list);
const needed = { required: true };

const PERIOD = add('period', 'Kỳ', { holds: 'period', ...needed, aliases: ['Tháng', 'Kỳ báo cáo', 'Kỳ dữ liệu'] });
const COUNTERPARTY = add('counterparty', 'Mã đối ứng', {
  ...needed,
  personal: true,
  aliases: ['Mã tài khoản đối ứng', 'Đối ứng', 'Tài khoản đối ứng'],
});
const DEBIT = add('debit', 'Tổng ghi nợ', {
  ...needed,
  aliases: ['Ghi nợ', 'Tổng tiền ra', 'Phát sinh nợ', 'Tổng phát sinh nợ'],
});
const CREDIT = add('credit', 'Tổng ghi có', {
  aliases: ['Ghi có', 'Tổng tiền vào', 'Phát sinh có', 'Tổng phát sinh có'],
});

/**
 * The payments between two accounts in a period (State Bank, code 4). The second account is named by the banks' common
 * pseudonym.
 */
export const COUNTERPARTIES: Layout = {
  rows: 'counterparties',
  columns,
  read(row, source) {
    const account = readAccount(row, ACCOUNT, source);
    const period = row.required(PERIOD, readPeriod);
    const counterparty = row.required(COUNTERPARTY, readPseudonym);
    const debit = row.required(DEBIT, moneyReader(row.heading(DEBIT)));
    const credit = row.optional(CREDIT, moneyReader(row.heading(CREDIT))) ?? 0;
    row.rejectFuture(PERIOD, firstDayOf(period), source.today);
    if (account === undefined || period === undefined || counterparty === undefined) return [];
    if (debit === undefined || row.problems.length > 0) return [];
    return [{ feed: 'counterparties', ...account, counterparty, period, debit, credit }];
  },
};
