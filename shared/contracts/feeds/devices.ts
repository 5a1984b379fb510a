import { addAccountColumns } from './account-columns.ts';
import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import { readAccount } from './values/account.ts';
import { readPeriod, firstDayOf } from './values/dates.ts';
import { readPseudonym } from './values/pseudonym.ts';

const list = columnList();
const { columns, add } = list;
const ACCOUNT = addAccountColumns(list);

const DEVICE = add('device', 'Mã thiết bị', {
  required: true,
  personal: true,
  aliases: ['Thiết bị', 'Mã định danh thiết bị'],
});
const PERIOD = add('period', 'Kỳ', { holds: 'period', aliases: ['Tháng', 'Kỳ báo cáo', 'Kỳ dữ liệu'] });

/** The device from which an account was used (State Bank, code 7), under the banks' common pseudonym of the device. */
export const DEVICES: Layout = {
  rows: 'devices',
  columns,
  read(row, source) {
    const account = readAccount(row, ACCOUNT, source);
    const device = row.required(DEVICE, readPseudonym);
    const period = row.optional(PERIOD, readPeriod);
    row.rejectFuture(PERIOD, firstDayOf(period), source.today);
    if (account === undefined || device === undefined || row.problems.length > 0) return [];
    return [{ feed: 'devices', ...account, device, period }];
  },
};
