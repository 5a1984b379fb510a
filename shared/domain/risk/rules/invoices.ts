import { formatQuarter } from '#shared/domain/vietnamese/dates.ts';
import { quarterName } from '../facts/tax-calendar.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { backingOf, isBeyondMeans, LARGE_TURNOVER, turnoverOf, unpaidSales } from '../facts/means.ts';
import type { Evidence } from './finding.ts';
import { type Need, needing, PRACTICE, type Rule } from './rule.ts';
import { decimal, percent, rounded, roundedShare } from './wording.ts';

type InvoiceEvidence = Evidence & { readonly invoiced: number; readonly revenue: number; readonly times: number };

const FICTITIOUS = `Điều 7, 8 Thông tư 91/2026/TT-BTC; số lần là ${PRACTICE}`;

const SMALLEST_GAP = 1_000_000_000;
const WIDE_GAP = 10_000_000_000;

const invoicedFarMore: Need = ({ invoicedDeclared, returns }) =>
  returns.known && invoicedDeclared - returns.revenue >= SMALLEST_GAP;

const overRevenue = (
  code: string,
  from: number,
  below: number,
  gap = SMALLEST_GAP,
  wideGap = Number.POSITIVE_INFINITY,
): Rule<InvoiceEvidence> => ({
  code,
  version: 2,
  group: 'invoices',
  question: `Hóa đơn đã xuất có gấp từ ${decimal(from)} lần doanh thu kê khai của cùng kỳ, chênh từ ${formatMoney(gap)} không?`,
  legalBasis: FICTITIOUS,
  fact: 'invoices',
  evaluate: ({ invoicedDeclared: invoiced, returns }) => {
    const { revenue } = returns;
    const difference = invoiced - revenue;
    if (difference < gap || difference >= wideGap || returns.declared.length === 0 || !returns.known) return undefined;
    const times = invoiced / Math.max(revenue, 1);
    return times >= from && times < below ? { invoiced, revenue, times: rounded(times) } : undefined;
  },
  message: ({ invoiced, revenue, times }) =>
    `Hóa đơn đã xuất ${formatMoney(invoiced)}, gấp ${decimal(times)} lần doanh thu kê khai ${formatMoney(revenue)} của cùng kỳ.`,
});

const soldMuch: Need = (reading) => turnoverOf(reading) >= LARGE_TURNOVER;

type MeansEvidence = Evidence & {
  readonly turnover: number;
  readonly capital: number;
  readonly times: number;
  readonly insured: number;
};

const beyondMeans: Rule<MeansEvidence> = {
  code: 'TURNOVER_BEYOND_MEANS',
  version: 2,
  group: 'invoices',
  question: 'Doanh thu, hóa đơn lớn có tương xứng với vốn (đã chứng minh, nếu được yêu cầu) và lao động không?',
  legalBasis: PRACTICE,
  fact: 'means',
  evaluate: (reading) => {
    if (!isBeyondMeans(reading)) return undefined;
    const capital = backingOf(reading);
    const turnover = turnoverOf(reading);
    return { turnover, capital, times: capital > 0 ? rounded(turnover / capital) : 0, insured: 0 };
  },
  message: ({ turnover, capital, times }) =>
    `Doanh số ${formatMoney(turnover)} ${capital > 0 ? `gấp ${decimal(times)} lần vốn ${formatMoney(capital)}` : 'trong khi không chứng minh được khoản vốn nào'}, không có lao động đóng bảo hiểm xã hội.`,
};

type CashEvidence = Evidence & {
  readonly fromQuarter: string;
  readonly toQuarter: string;
  readonly turnover: number;
  readonly credit: number;
  readonly share: number;
  readonly insured: number;
};

const withoutMoney: Rule<CashEvidence> = {
  code: 'TURNOVER_WITHOUT_MONEY',
  version: 2,
  group: 'invoices',
  question:
    'Trong các quý đã biết tiền vào của mọi tài khoản, doanh số từ 2 tỷ đồng, với nhiều nhất 2 lao động đóng bảo hiểm xã hội, có được thanh toán từ 15 % qua tài khoản của doanh nghiệp không?',
  legalBasis: `điểm b khoản 2 Điều 14 Luật Thuế giá trị gia tăng 48/2024/QH15 (thanh toán không dùng tiền mặt); tỷ lệ là ${PRACTICE}`,
  fact: 'turnover-paid',
  evaluate: (reading) => {
    const sold = unpaidSales(reading);
    if (!sold) return undefined;
    const { turnover } = sold;
    const { credit } = reading.money;
    return {
      fromQuarter: quarterName(sold.fromQuarter),
      toQuarter: quarterName(sold.toQuarter),
      turnover,
      credit,
      share: roundedShare(credit / turnover),
      insured: reading.staff.insured ?? 0,
    };
  },
  message: ({ fromQuarter, toQuarter, turnover, credit, share, insured }) =>
    `Từ quý ${formatQuarter(fromQuarter)} đến quý ${formatQuarter(toQuarter)}, doanh số ${formatMoney(turnover)} nhưng tiền vào các tài khoản chỉ ${formatMoney(credit)} (${percent(share)}); ${insured} lao động đóng bảo hiểm xã hội.`,
};

/** Invoices against revenue, capital and staff: what a mill sells has nothing behind it. */
export const INVOICE_RULES: readonly Rule[] = [
  ...needing(invoicedFarMore, [
    overRevenue('INVOICES_8_TIMES_REVENUE', 8, Number.POSITIVE_INFINITY),
    overRevenue('INVOICES_3_TIMES_REVENUE', 3, 8),
    overRevenue('INVOICES_FAR_ABOVE_REVENUE', 1.8, 3, WIDE_GAP),
    overRevenue('INVOICES_ABOVE_REVENUE', 1.8, 3, SMALLEST_GAP, WIDE_GAP),
  ]),
  ...needing(soldMuch, [beyondMeans]),
  withoutMoney,
];
