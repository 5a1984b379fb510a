import { creditOf, isBeyondMeans, turnoverOf, unpaidSales } from '../facts/means.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { isStaffOfPresent, sellsUnderPresent } from '../facts/representative-change.ts';
import { quarterName, quarterNumber } from '../facts/tax-calendar.ts';
import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import { CAPITAL, figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import { OVER_REVENUE_RULES } from './over-revenue.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { capitalOf, insuredStaff, quartersOf, roundedShare } from './wording.ts';

const INSURED = figure.count('lao động đóng bảo hiểm xã hội, theo số báo gần nhất hoặc vì không ai được báo');

type MeansEvidence = Evidence & {
  readonly turnover: number;
  readonly quarters: number;
  readonly lastQuarter: string;
  readonly capital?: number;
  /** The company's age at the end of the last quarter with sales, so that a company gets older by selling and not by waiting. */
  readonly ageThen: number;
  readonly insured: number;
};

const YOUNG_SELLER_DAYS = 540;

const beyondMeans = rule<MeansEvidence>({
  version: 5,
  // Bought invoices do not create staff, which the social insurance office counts.
  kind: 'means',
  madeBy: ['HOA_DON', 'TO_KHAI_THUE', 'BHXH'],
  // The turnover is the tax office's, and nobody insured is what half of the honest companies have.
  question:
    'Trong 18 tháng đầu, doanh số bình quân một quý từ 5 tỷ đồng cho mỗi người (chủ và nhiều nhất 3 lao động đóng bảo hiểm xã hội)?',
  legalBasis: OPERATIONAL_INDICATOR,
  fact: 'means',
  restsOn: ['HOA_DON', 'TO_KHAI_THUE', 'registrations', 'BHXH', 'flows'],
  needs: isBeyondMeans,
  figures: {
    turnover: figure.money('doanh số (số lớn hơn của doanh thu kê khai và hóa đơn)'),
    quarters: figure.count('số quý có doanh số'),
    lastQuarter: figure.quarter('quý cuối có doanh số'),
    ageThen: figure.count('số ngày từ khi đăng ký đến hết quý đó'),
    insured: INSURED,
    capital: CAPITAL,
  },
  evaluate: (reading) => {
    const {
      facts,
      staff: { insured },
    } = reading;
    if (insured === undefined || !isBeyondMeans(reading)) return undefined;
    const { turnover, quarters, lastQuarter } = turnoverOf(reading);
    const last = quarterName(lastQuarter);
    const ageThen = Math.max(0, daysBetween(facts.registeredOn, periodEnd(last)));
    if (ageThen >= YOUNG_SELLER_DAYS) return undefined;
    return {
      turnover,
      quarters,
      lastQuarter: last,
      ...(facts.charterCapital !== undefined && { capital: facts.charterCapital }),
      ageThen,
      insured,
    };
  },
  message: ({ quarters, capital, ageThen, insured }, said) => {
    const last = `quý ${said.lastQuarter}`;
    const age = ageThen === 0 ? '' : `${said.ageThen} ngày sau khi đăng ký`;
    const within =
      quarters === 1 ? [last, age] : [`${said.quarters} quý`, age === '' ? `đến ${last}` : `đến ${last}, ${age}`];
    const [period = '', note = ''] = within;
    return `Doanh số ${said.turnover} trong ${period}${note === '' ? '' : ` (${note})`}, ${insuredStaff(insured, said.insured)}; ${capitalOf(capital, said.capital)}.`;
  },
});

type CashEvidence = Evidence & {
  readonly fromQuarter: string;
  readonly toQuarter: string;
  readonly turnover: number;
  readonly credit: number;
  readonly share: number;
  readonly insured: number;
};

type VanishedEvidence = Evidence & {
  readonly lastQuarter: string;
  readonly invoiced: number;
  readonly ageDays: number;
};

const MUCH_INVOICED = 3_000_000_000;
const YOUNG_DAYS = 730;
const MISSED_RETURNS = 2;

/** The last quarter with invoices, where no return was ever filed and that quarter's was due two quarters ago. */
function vanished(reading: CompanyProfile): VanishedEvidence | undefined {
  const { facts, returns, invoiced, ageDays, officialStatus } = reading;
  if (invoiced < MUCH_INVOICED || returns.declared.length > 0 || ageDays > YOUNG_DAYS) return undefined;
  if (officialStatus.suspendedFrom !== undefined) return undefined;
  const quarters = facts.invoices.flatMap(({ period }) => quarterNumber(period) ?? []);
  const quarter = Math.max(...quarters);
  if (quarters.length === 0 || quarter > returns.dueTo || returns.due < MISSED_RETURNS) return undefined;
  return { lastQuarter: quarterName(quarter), invoiced, ageDays };
}

type SalesEvidence = Evidence & {
  readonly quarters: number;
  /** The quarters of which no revenue is known; absent where there are none. */
  readonly unknownQuarters?: number;
  readonly lastQuarter: string;
  readonly revenue: number;
  readonly invoiced: number;
};
const STAFFED = 5;

/** Rules that compare sales with declarations, payments, and the company's means. */
export const SALES_RULES = {
  ...OVER_REVENUE_RULES,
  INVOICES_WITHOUT_RETURN: rule<VanishedEvidence>({
    version: 3,
    kind: 'sales',
    madeBy: ['HOA_DON', 'TO_KHAI_THUE'],
    question:
      'Doanh nghiệp dưới 2 năm tuổi đã xuất hóa đơn từ 3 tỷ đồng mà chưa từng nộp tờ khai nào, dù từ 2 kỳ, kể cả kỳ có hóa đơn cuối, đã quá hạn khai 90 ngày?',
    legalBasis: `Điều 43, 44 Luật Quản lý thuế 38/2019/QH14; Điều 7, 8 Thông tư 91/2026/TT-BTC; mức tiền là ${OPERATIONAL_INDICATOR}`,
    fact: 'invoices',
    restsOn: ['HOA_DON', 'TO_KHAI_THUE', 'registrations', 'BHXH', 'flows'],
    sign: 'bad',
    milderThan: 'INVOICES_3_TIMES_REVENUE',
    figures: {
      lastQuarter: figure.quarter('quý cuối có hóa đơn'),
      invoiced: figure.money('hóa đơn đã xuất, mọi quý'),
      ageDays: figure.count('số ngày từ khi đăng ký đến ngày xét'),
    },
    evaluate: vanished,
    message: (_, said) =>
      `Đã xuất hóa đơn ${said.invoiced} (đến quý ${said.lastQuarter}) mà không nộp tờ khai thuế nào trong ${said.ageDays} ngày kể từ khi đăng ký.`,
  }),
  TURNOVER_BEYOND_MEANS_YOUNG: beyondMeans,
  TURNOVER_WITHOUT_MONEY: rule<CashEvidence>({
    version: 4,
    kind: 'sales',
    madeBy: ['HOA_DON', 'TO_KHAI_THUE'],
    question:
      'Trong các quý đã biết tiền vào của mọi tài khoản, doanh số từ 2 tỷ đồng, với nhiều nhất 2 lao động đóng bảo hiểm xã hội, có được thanh toán từ 15 % qua tài khoản của doanh nghiệp không?',
    legalBasis: `điểm b khoản 2 Điều 14 Luật Thuế giá trị gia tăng 48/2024/QH15 (thanh toán không dùng tiền mặt); tỷ lệ là ${OPERATIONAL_INDICATOR}`,
    fact: 'turnover-paid',
    restsOn: ['HOA_DON', 'TO_KHAI_THUE', 'BHXH', 'flows'],
    figures: {
      fromQuarter: figure.quarter('từ quý'),
      toQuarter: figure.quarter('đến quý'),
      turnover: figure.money('doanh số của các quý đó'),
      credit: figure.money('tiền vào các tài khoản, mọi tháng đã biết'),
      share: figure.share('tiền vào so với doanh số'),
      insured: INSURED,
    },
    evaluate: (reading) => {
      const sold = unpaidSales(reading);
      const { insured } = reading.staff;
      if (!sold || insured === undefined) return undefined;
      const { turnover } = sold;
      const credit = creditOf(reading.months);
      return {
        fromQuarter: quarterName(sold.fromQuarter),
        toQuarter: quarterName(sold.toQuarter),
        turnover,
        credit,
        share: roundedShare(credit / turnover),
        insured,
      };
    },
    message: ({ credit, insured }, said) =>
      `${quartersOf(said)}, doanh số ${said.turnover} nhưng ${
        credit === 0
          ? 'các tài khoản không có tiền vào đáng kể trong mọi tháng đã biết'
          : `tiền vào các tài khoản trong mọi tháng đã biết chỉ ${said.credit} (${said.share})`
      }; ${insuredStaff(insured, said.insured)}.`,
  }),
  TRADES: rule<SalesEvidence>({
    version: 12,
    kind: 'sales',
    madeBy: ['HOA_DON', 'TO_KHAI_THUE'],
    question:
      'Doanh nghiệp có doanh thu kê khai từ 150 triệu đồng một quý (nếu đổi người đại diện trong 12 tháng: kể cả từ quý đổi), khớp với hóa đơn và tiền vào tài khoản, mà không tài khoản nào khác hẳn chính nó, không (giảm nhẹ)?',
    legalBasis: OPERATIONAL_INDICATOR,
    fact: 'trade',
    restsOn: ['HOA_DON', 'TO_KHAI_THUE', 'registrations', 'BHXH', 'flows', 'GOP_VON', 'THAY_DOI', 'TRANG_THAI_PHAP_LY'],
    relief: true,
    figures: {
      quarters: figure.count('số quý đã khai'),
      unknownQuarters: figure.count('trong đó số quý chưa rõ doanh thu'),
      lastQuarter: figure.quarter('quý cuối đã khai'),
      revenue: figure.money('doanh thu kê khai'),
      invoiced: figure.money('hóa đơn đã xuất trong các quý đã rõ doanh thu hoặc quá hạn khai'),
    },
    evaluate: (reading) => {
      const { returns, invoicedAnswered: invoiced, declared } = reading;
      const { revenue } = returns;
      if (!sellsUnderPresent(reading) || reading.surge !== undefined) return undefined;
      if (invoiced > revenue * 2 || invoiced < revenue / 2) return undefined;
      if (declared.explained === 'hardly' || declared.explained === 'partly') return undefined;
      if (isBeyondMeans(reading) || unpaidSales(reading) !== undefined) return undefined;
      const lastQuarter = quarterName(Math.max(...returns.declared.map(({ quarter }) => quarter)));
      const unknown = returns.declared.filter((one) => one.revenue === undefined).length;
      const quarters = returns.declared.length;
      return { quarters, ...(unknown > 0 && { unknownQuarters: unknown }), lastQuarter, revenue, invoiced };
    },
    message: (_, said) =>
      `Giảm nhẹ: khai thuế ${said.quarters} quý${said.unknownQuarters === undefined ? '' : ` (${said.unknownQuarters} quý chưa rõ doanh thu, không tính)`}, đến quý ${said.lastQuarter}, doanh thu ${said.revenue}, hóa đơn ${said.invoiced}, không số nào quá hai lần số kia.`,
  }),
  STAFF_INSURED: rule<Evidence & { readonly insured: number; readonly on: string }>({
    version: 6,
    kind: 'sales',
    madeBy: ['BHXH'],
    question:
      'Doanh nghiệp có từ 5 lao động đóng bảo hiểm xã hội (nếu đổi người đại diện trong 12 tháng: theo số báo từ ngày đổi), mà không tài khoản nào khác hẳn chính nó, không (giảm nhẹ)?',
    legalBasis: 'Điều 80 Nghị định 168/2025/NĐ-CP',
    fact: 'staff',
    restsOn: ['BHXH', 'registrations', 'THAY_DOI', 'flows'],
    relief: true,
    figures: {
      insured: figure.count('lao động đóng bảo hiểm xã hội, theo số báo gần nhất'),
      on: figure.day('ngày của số báo đó'),
    },
    evaluate: (reading) => {
      const last = reading.facts.insured.at(-1);
      if (reading.surge !== undefined || !isStaffOfPresent(reading)) return undefined;
      return last !== undefined && last.count >= STAFFED ? { insured: last.count, on: last.on } : undefined;
    },
    message: ({ insured }, said) => `Giảm nhẹ: có ${insuredStaff(insured, said.insured)}, theo số báo ngày ${said.on}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
