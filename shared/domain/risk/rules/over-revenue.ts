import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import { type RulePrecondition, OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { decimal } from './wording.ts';

type InvoiceEvidence = Evidence & {
  readonly invoiced: number;
  readonly revenue: number;
  /** Absent where there is no revenue. */
  readonly times?: number;
};

const FICTITIOUS = `Điều 7, 8 Thông tư 91/2026/TT-BTC; số lần là ${OPERATIONAL_INDICATOR}`;
const SMALLEST_GAP = 1_000_000_000;

const invoicedFarMore: RulePrecondition = ({ invoicedDeclared, returns }) =>
  returns.known && invoicedDeclared - returns.revenue >= SMALLEST_GAP;

const overRevenue = (from: number, below: number): RuleRecord<InvoiceEvidence> =>
  rule<InvoiceEvidence>({
    version: 4,
    kind: 'sales',
    madeBy: ['HOA_DON', 'TO_KHAI_THUE'],
    question: `Hóa đơn đã xuất có gấp từ ${decimal(from)} lần doanh thu kê khai của cùng kỳ, chênh từ ${formatMoney(SMALLEST_GAP)} không?`,
    legalBasis: FICTITIOUS,
    fact: 'invoices',
    restsOn: ['HOA_DON', 'TO_KHAI_THUE', 'BHXH', 'flows'],
    sign: from >= 3 ? 'grave' : 'bad',
    needs: invoicedFarMore,
    figures: {
      invoiced: figure.money('hóa đơn đã xuất trong các quý đã khai'),
      revenue: figure.money('doanh thu kê khai của mọi quý đã khai'),
      times: figure.multiple('hóa đơn gấp doanh thu (lần)'),
    },
    evaluate: ({ invoicedDeclared: invoiced, returns }) => {
      const { revenue } = returns;
      if (invoiced - revenue < SMALLEST_GAP || returns.declared.length === 0 || !returns.known) return undefined;
      const times = invoiced / Math.max(revenue, 1);
      if (times < from || times >= below) return undefined;
      return { invoiced, revenue, ...(revenue > 0 && { times: Math.round(times * 10) / 10 }) };
    },
    message: ({ invoiced, revenue, times }) =>
      times === undefined
        ? `Hóa đơn đã xuất ${formatMoney(invoiced)}, trong khi tờ khai của cùng kỳ không có doanh thu nào.`
        : `Hóa đơn đã xuất ${formatMoney(invoiced)}, gấp ${decimal(times)} lần doanh thu kê khai ${formatMoney(revenue)} của cùng kỳ.`,
  });

/** Rules that compare invoices with the revenue declared for the same quarters. */
export const OVER_REVENUE_RULES = {
  INVOICES_8_TIMES_REVENUE: overRevenue(8, Number.POSITIVE_INFINITY),
  INVOICES_3_TIMES_REVENUE: { ...overRevenue(3, 8), milderThan: 'INVOICES_8_TIMES_REVENUE' },
  INVOICES_ABOVE_REVENUE: { ...overRevenue(1.8, 3), milderThan: 'INVOICES_3_TIMES_REVENUE' },
} satisfies Readonly<Record<string, RuleRecord>>;
