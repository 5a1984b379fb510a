import { formatQuarter } from '#shared/domain/vietnamese/dates.ts';
import { isBeyondMeans, unpaidSales } from '../facts/means.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { unfiledQuarters } from '../facts/returns.ts';
import { quarterName } from '../facts/tax-calendar.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Evidence } from './finding.ts';
import { leavesAtOnceNow } from './passage.ts';
import { type Need, needing, PRACTICE, type Rule } from './rule.ts';

type ReturnsEvidence = Evidence & {
  readonly due: number;
  readonly missed: number;
  /** Those without a return: `2025-Q2, 2025-Q3`. */
  readonly unfiled: string;
};

const returnsEvidence = ({ returns }: CompanyProfile): ReturnsEvidence => ({
  due: returns.due,
  missed: returns.missed,
  unfiled: unfiledQuarters(returns).map(quarterName).join(', '),
});

const quartersOf = (unfiled: string): string => `quý ${unfiled.split(', ').map(formatQuarter).join(', ')}`;

const DUTY_TO_FILE = 'Điều 43, 44 Luật Quản lý thuế 38/2019/QH14';

const missingReturns: Need = ({ answersForActivity, returns }) => answersForActivity && returns.missed > 0;

// One return that isn't there may be late.
const MISSED = 2;

const noReturn: Rule<ReturnsEvidence> = {
  code: 'NO_TAX_RETURN',
  version: 2,
  group: 'activity',
  question: 'Đã có từ 2 kỳ đến hạn, doanh nghiệp có nộp tờ khai thuế nào không?',
  legalBasis: DUTY_TO_FILE,
  fact: 'returns',
  evaluate: (reading) =>
    reading.answersForActivity && reading.returns.missed >= MISSED && reading.returns.declared.length === 0
      ? returnsEvidence(reading)
      : undefined,
  message: ({ due, unfiled }) => `Không nộp tờ khai thuế nào trong ${due} quý đã đến hạn (${quartersOf(unfiled)}).`,
};

const returnsMissed: Rule<ReturnsEvidence> = {
  code: 'TAX_RETURNS_MISSED',
  version: 2,
  group: 'activity',
  question: 'Doanh nghiệp có bỏ từ 2 kỳ khai thuế trở lên không?',
  legalBasis: DUTY_TO_FILE,
  fact: 'returns',
  evaluate: (reading) =>
    reading.answersForActivity && reading.returns.missed >= MISSED && reading.returns.declared.length > 0
      ? returnsEvidence(reading)
      : undefined,
  message: ({ due, missed, unfiled }) =>
    `Thiếu tờ khai thuế ${missed} trên ${due} quý đã đến hạn (${quartersOf(unfiled)}).`,
};

const oneReturnMissed: Rule<ReturnsEvidence> = {
  ...returnsMissed,
  code: 'TAX_RETURN_MISSED',
  version: 2,
  question: 'Doanh nghiệp có bỏ một kỳ khai thuế không?',
  evaluate: (reading) =>
    reading.answersForActivity && reading.returns.missed === 1 ? returnsEvidence(reading) : undefined,
};

const noStaff: Rule<Evidence & { readonly planned: number; readonly insured: number; readonly ageDays: number }> = {
  code: 'NO_INSURED_STAFF',
  version: 1,
  group: 'activity',
  question: 'Quá 180 ngày, có lao động nào đóng bảo hiểm xã hội không?',
  legalBasis: `Điều 80, 81 Nghị định 168/2025/NĐ-CP; mốc 180 ngày là ${PRACTICE}`,
  fact: 'trade',
  evaluate: ({ answersForActivity, staff, ageDays }) =>
    answersForActivity && staff.insured === 0 && (staff.planned ?? 0) >= 1
      ? { planned: staff.planned ?? 0, insured: 0, ageDays }
      : undefined,
  message: ({ planned, ageDays }) =>
    `Dự kiến ${planned} lao động nhưng sau ${ageDays} ngày không có ai đóng bảo hiểm xã hội.`,
};

type TradeEvidence = Evidence & { readonly ageDays: number; readonly quarters: number };

const nothingSold: Need = ({ answersForActivity, returns, invoiced, salesKnown }) =>
  answersForActivity && salesKnown && returns.revenue <= 0 && invoiced <= 0;

const HALF_YEAR = 180;
const YEAR = 365;

const withoutTrade = (reading: CompanyProfile, fromAge: number, quarters: number): TradeEvidence | undefined => {
  const { returns, ageDays, facts } = reading;
  if (ageDays < fromAge || !nothingSold(reading)) return undefined;
  if (facts.coverage.signals.HOA_DON === undefined) return undefined;
  const asked = returns.due;
  // One quarter's return that isn't there may be late: its revenue is unknown, not zero.
  if (asked < quarters || (asked === 1 && returns.declared.length === 0)) return undefined;
  return { ageDays, quarters: asked };
};

const tradeMessage = ({ ageDays, quarters }: TradeEvidence): string =>
  `Sau ${ageDays} ngày, ${quarters} quý đã đến hạn khai thuế, không có doanh thu kê khai và không có hóa đơn điện tử nào.`;

const noTradeForAYear: Rule<TradeEvidence> = {
  code: 'NO_TRADE_FOR_A_YEAR',
  version: 1,
  group: 'activity',
  question: 'Sau một năm, doanh nghiệp có doanh thu hay hóa đơn nào không?',
  legalBasis: 'điểm c khoản 1 Điều 212 Luật Doanh nghiệp',
  fact: 'trade',
  evaluate: (reading) => withoutTrade(reading, YEAR, 3),
  message: tradeMessage,
};

const noTrade: Rule<TradeEvidence> = {
  code: 'NO_TRADE',
  version: 2,
  group: 'activity',
  question: 'Sau 180 ngày, doanh nghiệp có doanh thu hay hóa đơn nào không?',
  legalBasis: PRACTICE,
  fact: 'trade',
  evaluate: (reading) => withoutTrade(reading, HALF_YEAR, 1),
  message: tradeMessage,
};

type SalesEvidence = Evidence & { readonly quarters: number; readonly revenue: number; readonly invoiced: number };

const A_QUARTERS_SALES = 150_000_000;
const UNEXPLAINED_TIMES = 4;

/**
 * Sales declared and invoiced alike. A shell that files a little for show doesn't reach what a going business sells, and
 * a front's true trade doesn't speak for money that it can't explain.
 */
const trades: Rule<SalesEvidence> = {
  code: 'TRADES',
  version: 4,
  group: 'activity',
  question:
    'Doanh nghiệp có doanh thu kê khai từ 150 triệu đồng một quý, khớp với hóa đơn và tiền vào tài khoản không (giảm nhẹ)?',
  legalBasis: PRACTICE,
  fact: 'trade',
  evaluate: (reading) => {
    const { returns, invoicedAnswered: invoiced, money } = reading;
    const { revenue, declared } = returns;
    if (money.answerable > revenue * UNEXPLAINED_TIMES || leavesAtOnceNow(money)) return undefined;
    if (revenue < A_QUARTERS_SALES * declared.length || isBeyondMeans(reading) || unpaidSales(reading) !== undefined)
      return undefined;
    if (revenue <= 0 || invoiced > revenue * 2 || invoiced < revenue / 2) return undefined;
    return { quarters: declared.length, revenue, invoiced };
  },
  message: ({ quarters, revenue, invoiced }) =>
    `Giảm nhẹ: khai thuế ${quarters} quý, doanh thu ${formatMoney(revenue)} và hóa đơn ${formatMoney(invoiced)} tương ứng.`,
};

const employs: Rule<Evidence & { readonly insured: number }> = {
  code: 'STAFF_INSURED',
  version: 1,
  group: 'activity',
  question: 'Doanh nghiệp có lao động đóng bảo hiểm xã hội không (giảm nhẹ)?',
  legalBasis: 'Điều 80 Nghị định 168/2025/NĐ-CP',
  fact: 'staff',
  evaluate: ({ staff }) => (staff.insured !== undefined && staff.insured > 0 ? { insured: staff.insured } : undefined),
  message: ({ insured }) => `Giảm nhẹ: có ${insured} lao động đóng bảo hiểm xã hội.`,
};

/** What a living business shows. Silent for the young, the suspended, and what was not listened to. */
export const ACTIVITY_RULES: readonly Rule[] = [
  ...needing(missingReturns, [noReturn, returnsMissed, oneReturnMissed]),
  noStaff,
  ...needing(nothingSold, [noTradeForAYear, noTrade]),
  trades,
  employs,
];
