import { addAccountColumns } from './account-columns.ts';
import type { Reader } from './column.ts';
import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import type { SuspicionCode } from './feed-record.ts';
import { cellText } from '#shared/tabular/cell.ts';
import { readAccount } from './values/account.ts';
import { readDate } from './values/dates.ts';
import { memoisedReader } from './values/memoised-reader.ts';
import { readText } from './values/text.ts';

const list = columnList();
const { columns, add } = list;
const ACCOUNT = addAccountColumns(list);
const needed = { required: true };

const CODE = add('code', 'Mã nghi ngờ', {
  ...needed,
  allowed: '0 đến 8',
  aliases: ['Mã lý do', 'Mã nghi vấn', 'Nghi ngờ'],
});
const REASON = add('reason', 'Lý do', { aliases: ['Ghi chú', 'Nội dung', 'Lý do nghi ngờ'] });
const DATE = add('date', 'Ngày', {
  holds: 'day',
  ...needed,
  aliases: ['Ngày đưa vào danh sách', 'Ngày ghi nhận', 'Ngày nghi ngờ', 'Ngày cập nhật'],
});

const CODES: readonly SuspicionCode[] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Reads a code such as `5`, `05` or `5 - …`. */
const readCode: Reader<SuspicionCode> = memoisedReader((cell) => {
  const digit = /^0?([0-8])(?:\.0+)?(?:\s*[-–:.].*)?$/u.exec(cellText(cell))?.[1];
  const code = CODES.find((known) => String(known) === digit);
  return code === undefined ? { ok: false, code: 'unknown' } : { ok: true, value: code };
});

/**
 * Accounts and wallets under suspicion (tài khoản, ví điện tử có nghi vấn). Code 0 clears an account; code 8, another
 * sign, needs a reason.
 */
export const SUSPICIOUS_ACCOUNTS: Layout = {
  rows: 'suspicious-accounts',
  columns,
  read(row, source) {
    const account = readAccount(row, ACCOUNT, source);
    const code = row.required(CODE, readCode);
    const reason = code === 8 ? row.required(REASON, readText) : row.wanted(REASON, readText);
    const on = row.required(DATE, readDate);
    row.rejectFuture(DATE, on, source.today);
    if (account === undefined || code === undefined || on === undefined || row.problems.length > 0) return [];
    return [{ feed: 'suspicious-accounts', ...account, code, reason, on }];
  },
};
