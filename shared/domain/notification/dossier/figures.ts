import { formatDate, formatMonth, formatQuarter } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { SHARED_KINDS } from '#shared/domain/risk/rings/band.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import type { Evidence } from '#shared/domain/risk/rules/finding.ts';
import { percent } from '#shared/domain/risk/rules/wording.ts';

/** One figure of a finding as an officer reads it. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

const LABELS: Readonly<Record<string, string>> = {
  accounts: 'số tài khoản',
  address: 'số lần đổi địa chỉ',
  addressOn: 'ngày đổi địa chỉ',
  ageDays: 'tuổi doanh nghiệp (ngày)',
  ageThen: 'tuổi khi đó (ngày)',
  answerBy: 'hạn trả lời',
  answerable: 'tiền vào các quý đã khai hoặc đến hạn khai',
  apartment: 'trong nhà chung cư',
  badShare: 'tỷ lệ có dấu hiệu, từ',
  banks: 'số ngân hàng',
  before: 'trước đó',
  birthYear: 'năm sinh',
  capital: 'vốn điều lệ',
  companies: 'số doanh nghiệp dùng chung, từ',
  contributed: 'đã góp',
  credit: 'tiền vào',
  debit: 'tiền ra',
  documentNumber: 'số giấy tờ',
  due: 'số tờ khai đến hạn',
  dueOn: 'ngày đến hạn',
  firstMonth: 'tháng đầu có tiền',
  from: 'từ tháng',
  fromQuarter: 'từ quý',
  openedSince: 'tài khoản mở từ đó',
  holdMinutes: 'lưu tiền, bình quân các trung vị tháng (phút)',
  holdMinutesBefore: 'lưu tiền trước đó, bình quân các trung vị tháng (phút)',
  insured: 'lao động đóng bảo hiểm',
  invoiced: 'hóa đơn',
  kind: 'dùng chung',
  lately: 'gần đây',
  leastOutShare: 'tỷ lệ tiền ra của tháng ít nhất',
  missed: 'số tờ khai không nộp',
  months: 'số tháng có giao dịch',
  movedToo: 'đổi cả địa chỉ',
  on: 'ngày',
  openedOn: 'ngày mở tài khoản',
  others: 'số người khác',
  othersBad: 'doanh nghiệp khác có dấu hiệu, ít nhất',
  othersWorse: 'doanh nghiệp khác có từ hai dấu hiệu hoặc một dấu hiệu nặng, ít nhất',
  outShare: 'tỷ lệ tiền ra',
  outShareBefore: 'tỷ lệ tiền ra trước đó',
  people: 'số người',
  planned: 'lao động dự kiến',
  plannedEmployees: 'lao động dự kiến',
  quarters: 'số quý',
  representative: 'số lần đổi người đại diện',
  representativeOn: 'ngày đổi người đại diện',
  requestedOn: 'ngày yêu cầu báo cáo',
  revenue: 'doanh thu kê khai',
  revenueBefore: 'doanh thu trước đó',
  share: 'tỷ lệ',
  since: 'từ khi đó',
  specific: 'địa chỉ cụ thể',
  spreadDays: 'khoảng cách ngày đăng ký, từ (ngày)',
  status: 'mã trạng thái',
  suspendedFrom: 'tạm ngừng kinh doanh từ ngày',
  suspicion: 'mã nghi ngờ',
  times: 'số lần',
  to: 'đến tháng',
  toQuarter: 'đến quý',
  turnover: 'doanh số',
  unfiled: 'các quý không có tờ khai',
  worseShare: 'tỷ lệ có từ hai dấu hiệu hoặc một dấu hiệu nặng, từ',
  year: 'năm',
  zeroQuarters: 'số quý không doanh thu',
};
const MONEY = new Set(
  'answerable before capital contributed credit debit invoiced lately revenue revenueBefore since turnover'.split(' '),
);
const SHARES = new Set(['badShare', 'worseShare', 'outShare', 'outShareBefore', 'leastOutShare', 'share']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;
const QUARTER = /^\d{4}-Q[1-4]$/;

/** A finding's evidence, every figure of it, in its own order. A name that no label is known for stands as it is. */
export function figuresOf(evidence: Evidence): Figure[] {
  return Object.entries(evidence).map(([name, value]) => ({ label: LABELS[name] ?? name, value: show(name, value) }));
}

function show(name: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'string') return words(value);
  if (MONEY.has(name)) return formatMoney(value);
  if (SHARES.has(name)) return percent(value);
  return String(value).replace('.', ',');
}

function words(value: string): string {
  if (DAY.test(value)) return formatDate(value);
  if (MONTH.test(value)) return formatMonth(value);
  if (QUARTER.test(value)) return formatQuarter(value);
  const kind = SHARED_KINDS.find((shared) => shared === value);
  return kind ? KIND_NAMES[kind].toLowerCase() : value;
}
