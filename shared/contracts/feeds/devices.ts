import { addAccountColumns } from './account-columns.ts';
import type { Layout } from './layout.ts';
import { readValues } from './read-values.ts';
import { columnList } from './column.ts';
import { readAccount } from './values/account.ts';
import { readPeriod } from './values/dates.ts';
import { readPseudonym } from './values/pseudonym.ts';

const list = columnList();
const { columns, needed, optional } = list;
const ACCOUNT = addAccountColumns(list);
const USE = {
  device: needed('device', 'Mã thiết bị', readPseudonym, {
    personal: true,
    aliases: ['Thiết bị', 'Mã định danh thiết bị'],
  }),
  period: optional('period', 'Kỳ', readPeriod, {
    past: true,
    holds: 'period',
    aliases: ['Tháng', 'Kỳ báo cáo', 'Kỳ dữ liệu'],
  }),
};

/** The device from which an account was used (State Bank, code 7), under the banks' common pseudonym of the device. */
export const DEVICES: Layout = {
  rows: 'devices',
  columns,
  read(row, source) {
    const account = readAccount(row, ACCOUNT, source);
    const use = readValues(row, USE, source.today);
    if (account === undefined || use === undefined || row.problems.length > 0) return [];
    return [{ feed: 'devices', ...account, ...use }];
  },
};
