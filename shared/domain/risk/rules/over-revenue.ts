import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { quarterName } from '../facts/tax-calendar.ts';
import { figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import { type RulePrecondition, OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { decimal, quartersOf } from './wording.ts';

type InvoiceEvidence = Evidence & {
  readonly fromQuarter: string;
  readonly toQuarter: string;
  readonly invoiced: number;
  readonly revenue: number;
  /** Absent where there is no revenue. */
  readonly times?: number;
  readonly unanswered: number;
};

const FICTITIOUS = `Điều 7, 8 Thông tư 91/2026/TT-BTC; số lần là ${OPERATIONAL_INDICATOR}`;
const SMALLEST_GAP = 1_000_000_000;

const invoicedFarMore: RulePrecondition = ({ invoicedDeclared, returns }) =>
  returns.known && invoicedDeclared - returns.revenue >= SMALLEST_GAP;

const overRevenue = (from: number, below: number): RuleRecord<InvoiceEvidence> =>
  rule<InvoiceEvidence>({
    version: 5,
    kind: 'sales',
    madeBy: ['HOA_DON', 'TO_KHAI_THUE'],
    question: `Hóa đơn đã xuất có gấp từ ${decimal(from)} lần doanh thu kê khai của cùng kỳ, chênh từ ${formatMoney(SMALLEST_GAP)} không?`,
    legalBasis: FICTITIOUS,
    fact: 'invoices',
    restsOn: ['HOA_DON', 'TO_KHAI_THUE', 'BHXH', 'flows'],
    sign: from >= 3 ? 'grave' : 'bad',
    needs: invoicedFarMore,
    figures: {
      fromQuarter: figure.quarter('từ quý'),
      toQuarter: figure.quarter('đến quý'),
      invoiced: figure.money('hóa đơn đã xuất trong các quý đã khai'),
      revenue: figure.money('doanh thu kê khai của mọi quý đã khai'),
      times: figure.multiple('hóa đơn gấp doanh thu (lần)'),
      unanswered: figure.money('hóa đơn khác, chưa tính'),
    },
    evaluate: ({ invoiced: all, invoicedDeclared: invoiced, returns }) => {
      const { declared, revenue } = returns;
      if (invoiced - revenue < SMALLEST_GAP || declared.length === 0 || !returns.known) return undefined;
      const times = invoiced / Math.max(revenue, 1);
      if (times < from || times >= below) return undefined;
      const quarters = declared.map(({ quarter }) => quarter);
      return {
        fromQuarter: quarterName(Math.min(...quarters)),
        toQuarter: quarterName(Math.max(...quarters)),
        invoiced,
        revenue,
        ...(revenue > 0 && { times: Math.round(times * 10) / 10 }),
        unanswered: all - invoiced,
      };
    },
    message: ({ unanswered }, said) => {
      const beside =
        said.times === undefined
          ? 'trong khi các tờ khai không có doanh thu nào'
          : `gấp ${said.times} lần doanh thu kê khai ${said.revenue}`;
      const others =
        unanswered === 0
          ? ''
          : ` Chưa tính ${said.unanswered} hóa đơn của các quý chưa có tờ khai, hoặc của quý duy nhất khai không có doanh thu.`;
      return `${quartersOf(said)}, trong các quý đã khai, hóa đơn đã xuất ${said.invoiced}, ${beside}.${others}`;
    },
  });

/** Rules that compare invoices with the revenue declared for the same quarters. */
export const OVER_REVENUE_RULES = {
  INVOICES_3_TIMES_REVENUE: overRevenue(3, Number.POSITIVE_INFINITY),
  INVOICES_ABOVE_REVENUE: { ...overRevenue(1.8, 3), milderThan: 'INVOICES_3_TIMES_REVENUE' },
} satisfies Readonly<Record<string, RuleRecord>>;
