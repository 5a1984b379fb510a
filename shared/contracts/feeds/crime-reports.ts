import type { CrimeReport } from '#shared/domain/risk/facts/crime-reports.ts';
import { isBlank } from '#shared/tabular/cell.ts';
import { addAccountColumns } from './account-columns.ts';
import { columnList, type Reader } from './column.ts';
import type { Layout } from './layout.ts';
import { readAccount } from './values/account.ts';
import { choiceReader } from './values/choice.ts';
import { readPhone } from './values/contact.ts';
import { readDate } from './values/dates.ts';
import { NAMES_OF_ENTERPRISE_CODE, readEnterpriseCode } from './values/enterprise.ts';
import { moneyReader } from './values/numbers.ts';
import { readText } from './values/text.ts';

const list = columnList();
const { columns, add } = list;

const CASE = add('caseId', 'Mã vụ việc', {
  required: true,
  aliases: ['Số vụ việc', 'Mã tin báo', 'Số tin báo', 'Mã tố giác'],
});
const DATE = add('date', 'Ngày', {
  holds: 'day',
  required: true,
  aliases: ['Ngày tiếp nhận', 'Ngày trình báo', 'Ngày tin báo', 'Ngày tố giác'],
});
const STATE = add('state', 'Trạng thái', { allowed: 'MOI, DA_RUT', aliases: ['Tình trạng', 'Trạng thái vụ việc'] });
const ACCOUNT = addAccountColumns(list, { required: false });
const CODE = add('enterpriseCode', 'Mã số doanh nghiệp', {
  aliases: NAMES_OF_ENTERPRISE_CODE,
});
const PHONE = add('phone', 'Số điện thoại', { personal: true, aliases: ['Điện thoại'] });
const AMOUNT = add('amount', 'Số tiền', { holds: 'money', aliases: ['Số tiền thiệt hại', 'Số tiền bị chuyển'] });
const TRANSFERRED = add('transferredOn', 'Ngày chuyển tiền', { holds: 'day', aliases: ['Ngày chuyển khoản'] });

const readState: Reader<'MOI' | 'DA_RUT'> = choiceReader({ MOI: ['Mới', 'new'], DA_RUT: ['Đã rút', 'withdrawn'] });

/**
 * Victims' reports (tố giác, tin báo về tội phạm). Each names what the money or the words came through: an account, a
 * company, or a phone. The latest row of a case counts, and `DA_RUT` takes the report back.
 */
export const CRIME_REPORTS: Layout = {
  rows: 'crime-reports',
  columns,
  read(row, source) {
    const caseId = row.required(CASE, readText);
    const on = row.required(DATE, readDate);
    const state = row.optional(STATE, readState);
    const hasAccount = [ACCOUNT.bank, ACCOUNT.number].some((column) => !isBlank(row.cell(column)));
    const account = hasAccount ? readAccount(row, ACCOUNT, source) : undefined;
    const enterpriseCode = row.optional(CODE, readEnterpriseCode);
    const phone = row.optional(PHONE, readPhone);
    const amount = row.wanted(AMOUNT, moneyReader(row.heading(AMOUNT)));
    const transferredOn = row.wanted(TRANSFERRED, readDate);
    row.rejectFuture(DATE, on, source.today);
    row.rejectFuture(TRANSFERRED, transferredOn, source.today);
    if (!hasAccount && isBlank(row.cell(CODE)) && isBlank(row.cell(PHONE))) row.reject(ACCOUNT.number, 'nothing_named');
    if (caseId === undefined || on === undefined || row.problems.length > 0) return [];
    const report: CrimeReport = { caseId, on, ...(state === 'DA_RUT' && { isWithdrawn: true }), amount, transferredOn };
    return [{ feed: 'crime-reports', report, account, enterpriseCode, phone }];
  },
};
