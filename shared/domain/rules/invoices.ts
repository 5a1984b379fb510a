import { formatMoney } from '../money.ts';
import type { Evidence } from './finding.ts';
import { PRACTICE, type Rule } from './rule.ts';
import { decimal, rounded } from './wording.ts';

type InvoiceEvidence = Evidence & { readonly invoiced: number; readonly revenue: number; readonly times: number };

const FICTITIOUS = `Điều 7, 8 Thông tư 91/2026/TT-BTC; số lần là ${PRACTICE}`;

const SMALLEST_GAP = 1_000_000_000;

const overRevenue = (code: string, from: number, below: number): Rule<InvoiceEvidence> => ({
  code,
  version: 1,
  group: 'invoices',
  question: `Hóa đơn đã xuất có gấp từ ${decimal(from)} lần doanh thu kê khai của cùng kỳ không?`,
  legalBasis: FICTITIOUS,
  fact: 'invoices',
  evaluate: ({ invoicedDeclared: invoiced, returns }) => {
    const { revenue } = returns;
    if (invoiced - revenue < SMALLEST_GAP || returns.declared.size === 0) return undefined;
    const times = invoiced / Math.max(revenue, 1);
    return times >= from && times < below ? { invoiced, revenue, times: rounded(times) } : undefined;
  },
  message: ({ invoiced, revenue, times }) =>
    `Hóa đơn đã xuất ${formatMoney(invoiced)}, gấp ${decimal(times)} lần doanh thu kê khai ${formatMoney(revenue)} của cùng kỳ.`,
});

type MeansEvidence = Evidence & {
  readonly turnover: number;
  readonly capital: number;
  readonly times: number;
  readonly insured: number;
};

const LARGE = 10_000_000_000;
const TIMES_CAPITAL = 20;

const beyondMeans: Rule<MeansEvidence> = {
  code: 'TURNOVER_BEYOND_MEANS',
  version: 1,
  group: 'invoices',
  question: 'Doanh thu, hóa đơn lớn có tương xứng với vốn và lao động không?',
  legalBasis: PRACTICE,
  fact: 'means',
  evaluate: ({ facts, returns, invoiced, staff }) => {
    const turnover = Math.max(returns.revenue, invoiced);
    const times = turnover / Math.max(facts.charterCapital, 1);
    if (staff.insured !== 0 || turnover < LARGE || times < TIMES_CAPITAL) return undefined;
    return { turnover, capital: facts.charterCapital, times: rounded(times), insured: 0 };
  },
  message: ({ turnover, capital, times }) =>
    `Doanh số ${formatMoney(turnover)} gấp ${decimal(times)} lần vốn điều lệ ${formatMoney(capital)}, không có lao động đóng bảo hiểm xã hội.`,
};

/** Invoices against revenue, capital and staff: what a mill sells has nothing behind it. */
export const INVOICE_RULES: readonly Rule[] = [
  overRevenue('INVOICES_8_TIMES_REVENUE', 8, Number.POSITIVE_INFINITY),
  overRevenue('INVOICES_3_TIMES_REVENUE', 3, 8),
  overRevenue('INVOICES_ABOVE_REVENUE', 1.8, 3),
  beyondMeans,
];
