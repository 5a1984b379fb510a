import type { CompanyProfile } from '../facts/company-profile.ts';
import { quarterName, quarterNumber } from '../facts/tax-calendar.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import { CAPITAL, figure, REGISTRATION_DAY } from './figure.ts';
import type { Evidence } from './finding.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { capitalOf } from './wording.ts';

type FirstSalesEvidence = Evidence & {
  readonly quarter: string;
  readonly turnover: number;
  readonly registeredOn: string;
  readonly capital?: number;
};

const MUCH_IN_A_QUARTER = 20_000_000_000;
const FIRST_DAYS = 270;
/** A company that insures more people counts as having staff. */
const HANDFUL = 3;

/**
 * The first quarter that counts for such sales. A company that is known to insure people may have taken them over from
 * an earlier business.
 */
function soldMuchAtOnce({ facts, returns }: CompanyProfile): FirstSalesEvidence | undefined {
  const { registeredOn, charterCapital: capital, insured } = facts;
  if ((insured.at(-1)?.count ?? 0) > HANDFUL) return undefined;
  const until = addDays(registeredOn, FIRST_DAYS);
  const invoiced = new Map<number, number>();
  for (const { period, total = 0 } of facts.invoices) {
    const quarter = quarterNumber(period);
    if (quarter !== undefined) invoiced.set(quarter, (invoiced.get(quarter) ?? 0) + total);
  }
  const declared = returns.declared.map(({ quarter, revenue = 0 }) => [quarter, revenue] as const);
  const [first] = [...invoiced, ...declared]
    .filter(([, sold]) => sold >= MUCH_IN_A_QUARTER)
    .sort(([a, more], [b, less]) => a - b || less - more);
  if (first === undefined) return undefined;
  const quarter = quarterName(first[0]);
  return periodEnd(quarter) <= until
    ? { quarter, turnover: first[1], registeredOn, ...(capital !== undefined && { capital }) }
    : undefined;
}

/** Rules about sales directly after the foundation. */
export const FIRST_SALES_RULES = {
  SOLD_MUCH_AT_ONCE: rule<FirstSalesEvidence>({
    version: 2,
    kind: 'sales',
    madeBy: ['HOA_DON', 'TO_KHAI_THUE'],
    question:
      'Trong 9 tháng đầu từ khi đăng ký, có quý doanh số từ 20 tỷ đồng, mà chưa có trên 3 lao động đóng bảo hiểm xã hội không?',
    legalBasis: `Điều 7, 8 Thông tư 91/2026/TT-BTC; mức tiền, thời gian là ${OPERATIONAL_INDICATOR}`,
    fact: 'first-sales',
    restsOn: ['registrations', 'HOA_DON', 'TO_KHAI_THUE', 'BHXH'],
    // A former household business or a foreign investor's company may sell much from its first day.
    atMost: 3,
    needs: ({ invoiced, returns }) => invoiced >= MUCH_IN_A_QUARTER || returns.revenue >= MUCH_IN_A_QUARTER,
    figures: {
      quarter: figure.quarter('quý đầu tiên có doanh số từ 20 tỷ đồng'),
      turnover: figure.money('doanh số của quý đó'),
      registeredOn: REGISTRATION_DAY,
      capital: CAPITAL,
    },
    evaluate: soldMuchAtOnce,
    message: ({ capital }, said) =>
      `Đăng ký ngày ${said.registeredOn}, ngay quý ${said.quarter} đã có doanh số ${said.turnover} (${capitalOf(capital, said.capital)}), chưa thấy có trên 3 lao động đóng bảo hiểm xã hội.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
