import { addAccountColumns } from './account-columns.ts';
import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import { readAccount } from './values/account.ts';
import { readFlowPeriod, firstDayOf } from './values/dates.ts';
import { minutesReader, moneyReader, readCount, shareReader } from './values/numbers.ts';

const list = columnList();
const { columns, add } = list;
const ACCOUNT = addAccountColumns(list);
const needed = { required: true };

const PERIOD = add('period', 'Kỳ', {
  holds: 'period',
  ...needed,
  aliases: ['Tháng', 'Kỳ báo cáo', 'Kỳ dữ liệu', 'Tuần', 'Ngày'],
});
const CREDIT = add('credit', 'Tổng ghi có', {
  holds: 'money',
  aliases: ['Ghi có', 'Tổng tiền vào', 'Phát sinh có', 'Tổng phát sinh có'],
});
const DEBIT = add('debit', 'Tổng ghi nợ', {
  holds: 'money',
  aliases: ['Ghi nợ', 'Tổng tiền ra', 'Phát sinh nợ', 'Tổng phát sinh nợ'],
});
const TRANSACTIONS = add('transactions', 'Số giao dịch', { holds: 'number', aliases: ['Số lượng giao dịch', 'Số GD'] });
const HOLD = add('medianHoldMinutes', 'Thời gian lưu tiền trung vị (phút)', {
  holds: 'number',
  aliases: [
    'Thời gian lưu tiền trung vị',
    'Thời gian lưu tiền (phút)',
    'Thời gian giữ tiền trung vị',
    'Thời gian giữ tiền trung vị (phút)',
    'Thời gian giữ tiền (phút)',
  ],
});
const FOREIGN = add('foreignIpShare', 'Tỷ lệ giao dịch IP nước ngoài', {
  holds: 'share',
  allowed: '0 đến 1, hoặc có dấu phần trăm: 0,377 hay 37,7%',
  aliases: ['Tỷ lệ IP nước ngoài', 'Tỉ lệ giao dịch IP nước ngoài', 'Tỷ lệ giao dịch từ IP nước ngoài'],
});

/** Totals of an account in a month, a week or on a day (tổng hợp giao dịch), whole đồng. One empty total counts as zero. */
export const FLOWS: Layout = {
  rows: 'flows',
  never: ['Mã đối ứng', 'counterparty'],
  columns,
  read(row, source) {
    const account = readAccount(row, ACCOUNT, source);
    const period = row.required(PERIOD, readFlowPeriod);
    const credit = row.optional(CREDIT, moneyReader(row.heading(CREDIT)));
    const debit = row.optional(DEBIT, moneyReader(row.heading(DEBIT)));
    const transactions = row.optional(TRANSACTIONS, readCount);
    const medianHoldMinutes = row.optional(HOLD, minutesReader(row.heading(HOLD)));
    const foreignIpShare = row.optional(FOREIGN, shareReader(row.heading(FOREIGN)));
    if (credit === undefined && debit === undefined && row.problems.length === 0) row.reject(CREDIT, 'required');
    row.rejectFuture(PERIOD, firstDayOf(period), source.today);
    if (account === undefined || period === undefined || row.problems.length > 0) return [];
    return [
      {
        feed: 'flows',
        ...account,
        flow: { period, credit: credit ?? 0, debit: debit ?? 0, transactions, medianHoldMinutes, foreignIpShare },
      },
    ];
  },
};
