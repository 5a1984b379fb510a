import { addAccountColumns } from './account-columns.ts';
import type { Layout } from './layout.ts';
import { readValues } from './read-values.ts';
import { columnList } from './column.ts';
import { readAccount } from './values/account.ts';
import { readFlowPeriod } from './values/dates.ts';
import { minutesOfHeading, moneyOfHeading, readCount, shareOfHeading } from './values/numbers.ts';

const list = columnList();
const { columns, needed, optional } = list;
const ACCOUNT = addAccountColumns(list);
const FLOW = {
  period: needed('period', 'Kỳ', readFlowPeriod, {
    past: true,
    holds: 'period',
    aliases: ['Tháng', 'Kỳ báo cáo', 'Kỳ dữ liệu', 'Tuần', 'Ngày'],
  }),
  credit: optional('credit', 'Tổng ghi có', moneyOfHeading, {
    holds: 'money',
    aliases: ['Ghi có', 'Tổng tiền vào', 'Phát sinh có', 'Tổng phát sinh có', 'Doanh số ghi có'],
  }),
  debit: optional('debit', 'Tổng ghi nợ', moneyOfHeading, {
    holds: 'money',
    aliases: ['Ghi nợ', 'Tổng tiền ra', 'Phát sinh nợ', 'Tổng phát sinh nợ', 'Doanh số ghi nợ'],
  }),
  transactions: optional('transactions', 'Số giao dịch', readCount, {
    holds: 'number',
    aliases: ['Số lượng giao dịch'],
  }),
  medianHoldMinutes: optional('medianHoldMinutes', 'Thời gian lưu tiền trung vị (phút)', minutesOfHeading, {
    holds: 'number',
    aliases: [
      'Thời gian lưu tiền trung vị',
      'Thời gian lưu tiền (phút)',
      'Thời gian giữ tiền trung vị',
      'Thời gian giữ tiền trung vị (phút)',
      'Thời gian giữ tiền (phút)',
    ],
  }),
  foreignIpShare: optional('foreignIpShare', 'Tỷ lệ giao dịch IP nước ngoài', shareOfHeading, {
    holds: 'share',
    allowed: '0 đến 1, hoặc có dấu phần trăm: 0,377 hay 37,7%',
    aliases: ['Tỷ lệ IP nước ngoài', 'Tỷ lệ giao dịch từ IP nước ngoài'],
  }),
  payers: optional('payers', 'Số người chuyển đến', readCount, {
    rare: true,
    holds: 'number',
    aliases: ['Số người chuyển tiền đến', 'Số người gửi'],
  }),
  shareOfIndividuals: optional('shareOfIndividuals', 'Tỷ lệ từ cá nhân', shareOfHeading, {
    rare: true,
    holds: 'share',
    allowed: '0 đến 1, hoặc có dấu phần trăm: 0,377 hay 37,7%',
    aliases: ['Tỷ lệ tiền vào từ cá nhân'],
  }),
};

/** Totals of an account in a month, a week or on a day (tổng hợp giao dịch), whole đồng. An empty total adds nothing, and is kept as untold. */
export const FLOWS: Layout = {
  rows: 'flows',
  never: ['Mã đối ứng', 'counterparty'],
  columns,
  read(row, source) {
    const account = readAccount(row, ACCOUNT, source);
    const flow = readValues(row, FLOW, source.today);
    if (flow?.credit === undefined && flow?.debit === undefined && row.problems.length === 0)
      row.reject(FLOW.credit, 'required');
    if (account === undefined || flow === undefined || row.problems.length > 0) return [];
    const { credit = 0, debit = 0 } = flow;
    const untold = flow.credit === undefined ? 'credit' : flow.debit === undefined ? 'debit' : undefined;
    return [{ feed: 'flows', ...account, flow: { ...flow, credit, debit, ...(untold && { untold }) } }];
  },
};
