import { formatDate, formatMonth, formatQuarter } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney, withThousandsDots } from '#shared/domain/vietnamese/money.ts';
import { FIRST_DAYS } from '#shared/domain/risk/facts/first-days.ts';
import { SHARED_KINDS } from '#shared/domain/risk/rings/band.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import type { FigureName } from '#shared/domain/risk/rules/all-rules.ts';
import type { Evidence } from '#shared/domain/risk/rules/finding.ts';
import { percent } from '#shared/domain/risk/rules/wording.ts';
import { banksNamed } from './bank-names.ts';

/** One figure of a finding, with its Vietnamese label. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

/** The labels of the figures by rule; a rule whose figure has no label does not compile. */
const LABELS = {
  asleepFrom: 'không có tiền vào từ ngày',
  banks: 'ngân hàng',
  by: 'bên báo',
  companies: 'số doanh nghiệp dùng chung, từ',
  days: 'trong (ngày)',
  firstDay: 'ngày đầu có tiền vào',
  daysWithMoney: `số ngày có tiền vào trong ${FIRST_DAYS.days} ngày đầu`,
  creditThen: `tiền vào trong ${FIRST_DAYS.days} ngày đầu`,
  paymentsADay: 'số giao dịch, bình quân mỗi ngày có tiền vào',
  longer: 'giữ tiền lâu hơn, trong 20 doanh nghiệp',
  money: 'tiền qua tài khoản',
  mostOutShare: 'tỷ lệ tiền ra của tháng nhiều nhất',
  oneAccount: 'riêng một tài khoản',
  paidIn: 'vốn góp',
  payments: 'số giao dịch, bình quân mỗi tháng',
  peers: 'số doanh nghiệp cùng ngành được so sánh',
  quarter: 'quý có hóa đơn cuối',
  receivers: 'số tài khoản nhận',
  receiversOfTwo: 'trong đó chỉ 2 đến 3 doanh nghiệp cùng trả',
  monthlyBefore: 'tiền vào trước đó, bình quân mỗi tháng',
  registeredOn: 'ngày đăng ký',
  representativeOn: 'ngày đổi người đại diện',
  sold: 'doanh số',
  toThem: 'tiền đến các tài khoản đó',
  withinDays: 'đăng ký trong vòng (ngày)',
  accounts: 'số tài khoản',
  ageDays: 'tuổi doanh nghiệp (ngày)',
  ageThen: 'tuổi khi đó (ngày)',
  badShare: 'tỷ lệ có dấu hiệu, từ',
  before: 'trước đó',
  birthYear: 'năm sinh',
  capital: 'vốn điều lệ',
  credit: 'tiền vào',
  debit: 'tiền ra',
  documentNumber: 'số giấy tờ',
  due: 'số kỳ khai thuế đã đến hạn',
  firstMonth: 'tháng đầu có tiền',
  from: 'từ tháng',
  fromQuarter: 'từ quý',
  holdMinutes: 'lưu tiền, bình quân các trung vị tháng tính theo tiền vào (phút)',
  insured: 'lao động đóng bảo hiểm',
  invoiced: 'hóa đơn',
  kind: 'dùng chung',
  largestMonth: 'tháng nhiều tiền nhất',
  lastMonth: 'tháng cuối có tiền',
  lastQuarter: 'quý bán hàng cuối',
  leastOutShare: 'tỷ lệ tiền ra của tháng ít nhất',
  months: 'số tháng có giao dịch',
  month: 'tháng',
  movedToo: 'đổi cả địa chỉ',
  on: 'ngày',
  others: 'số tài khoản có dấu hiệu này',
  othersBad: 'doanh nghiệp khác có dấu hiệu, ít nhất',
  othersWorse: 'doanh nghiệp khác có từ hai dấu hiệu hoặc một dấu hiệu nặng, ít nhất',
  outShare: 'tỷ lệ tiền ra',
  people: 'số người',
  quarters: 'số quý',
  revenue: 'doanh thu kê khai',
  revenueBefore: 'doanh thu trước đó',
  share: 'tỷ lệ',
  since: 'tính từ ngày',
  status: 'mã trạng thái',
  suspicion: 'mã nghi ngờ',
  times: 'số lần',
  to: 'đến tháng',
  toQuarter: 'đến quý',
  turnover: 'doanh số',
  until: 'không còn tiền vào đến ngày',
  worseShare: 'tỷ lệ có từ hai dấu hiệu hoặc một dấu hiệu nặng, từ',
  year: 'năm',
  zeroQuarters: 'số quý không doanh thu',
} satisfies Readonly<Record<FigureName, string>>;
const LABEL_OF: ReadonlyMap<string, string> = new Map(Object.entries(LABELS));
const MONEY = new Set(
  'before capital credit creditThen debit invoiced largestMonth money monthlyBefore paidIn revenue revenueBefore sold toThem turnover'.split(
    ' ',
  ),
);
const SHARES = new Set(['badShare', 'worseShare', 'outShare', 'leastOutShare', 'mostOutShare', 'share']);
const YEARS = new Set(['birthYear', 'year']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;
const QUARTER = /^\d{4}-Q[1-4]$/;

/** All figures of a finding's evidence in their order. A figure without a label keeps its own name. */
export function figuresOf(evidence: Evidence): Figure[] {
  return Object.entries(evidence).map(([name, value]) => ({
    label: LABEL_OF.get(name) ?? name,
    value: show(name, value),
  }));
}

function show(name: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (name === 'banks') return banksNamed(String(value));
  if (typeof value === 'string') return words(value);
  if (MONEY.has(name)) return formatMoney(value);
  if (SHARES.has(name)) return percent(value);
  if (YEARS.has(name)) return String(value);
  const [whole, part] = String(value).split('.');
  return `${withThousandsDots(Number(whole))}${part === undefined ? '' : `,${part}`}`;
}

function words(value: string): string {
  if (DAY.test(value)) return formatDate(value);
  if (MONTH.test(value)) return formatMonth(value);
  if (QUARTER.test(value)) return formatQuarter(value);
  const kind = SHARED_KINDS.find((shared) => shared === value);
  return kind ? KIND_NAMES[kind].toLowerCase() : value;
}
