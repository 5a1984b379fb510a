import {
  heardSince,
  isAfter,
  isBefore,
  type MoneyHistory,
  returnsNeverFiled,
  silentUntil,
} from '../facts/money-history.ts';
import { quartersWithoutSales } from '../facts/returns.ts';
import { quarterNumber } from '../facts/tax-calendar.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { daysBetween, yearOf } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { REPORTING_BANKS, figure, type Figures, type Said } from './figure.ts';
import type { Evidence } from './finding.ts';
import { type RulePrecondition, OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { type WithoutSales, withoutSalesEvidence, withoutSalesFigures, withoutSalesInWords } from './without-sales.ts';

const GUIDANCE = `dấu hiệu theo hướng dẫn của cơ quan thuế về doanh nghiệp rủi ro; ${OPERATIONAL_INDICATOR}`;
/** The least total money for these rules. */
const MUCH = 1_000_000_000;
/** The most months of money; a real business has money for longer. */
const SHORT_MONTHS = 6;
const BRIEF_MONTHS = 4;
/** The time without use after which a company counts as dormant. */
const INACTIVE_DAYS = 180;

const brought: RulePrecondition = ({ moneyLife }) => moneyLife !== undefined && moneyLife.credit >= MUCH;

type LifeEvidence = Evidence & {
  readonly banks: string;
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly months: number;
  readonly credit: number;
};

const lifeEvidence = (
  { firstMonth, lastMonth, months, credit }: MoneyHistory,
  reading: CompanyProfile,
): LifeEvidence => ({
  banks: reading.banks,
  firstMonth,
  lastMonth,
  months,
  credit,
});

/** A month of less is no month of considerable money, and its money is not counted. */
const CONSIDERABLE = `từ ${formatMoney(PASS_THROUGH.month)}`;

const LIFE_FIGURES: Figures<LifeEvidence> = {
  banks: REPORTING_BANKS,
  firstMonth: figure.month(`tháng đầu có tiền vào ${CONSIDERABLE}`),
  lastMonth: figure.month(`tháng cuối có tiền vào ${CONSIDERABLE}`),
  months: figure.count(`số tháng có tiền vào ${CONSIDERABLE}`),
  credit: figure.money('tiền vào của các tháng đó'),
};

const lifeMessage = ({ months }: LifeEvidence, said: Said<LifeEvidence>): string =>
  months === 1
    ? `Chỉ tháng ${said.firstMonth} có tiền vào ${CONSIDERABLE}: ${said.credit} (theo ngân hàng ${said.banks})`
    : `Chỉ ${said.months} tháng (${said.firstMonth} đến ${said.lastMonth}) có tiền vào ${CONSIDERABLE} một tháng, cộng ${said.credit} (theo ngân hàng ${said.banks})`;

type GoneEvidence = LifeEvidence & WithoutSales & { readonly until: string };
type NeverFiledEvidence = GoneEvidence & { readonly due: number };

/** Money of only a few months, without sales before or after and without money since. */
function gone(reading: CompanyProfile): GoneEvidence | undefined {
  const { moneyLife, returns, facts, officialStatus } = reading;
  if (moneyLife === undefined || moneyLife.credit < MUCH || moneyLife.months > SHORT_MONTHS) return undefined;
  // A company that gave notice of its suspension says itself why no money comes
  if (officialStatus.suspendedFrom !== undefined) return undefined;
  const [isEarlier, isLater] = [isBefore(moneyLife), isAfter(moneyLife)];
  if (facts.invoices.some(({ period, total }) => isLater(quarterNumber(period) ?? 0) && total !== 0)) return undefined;
  const around = quartersWithoutSales(returns, (quarter) => isEarlier(quarter) || isLater(quarter));
  if (around === undefined) return undefined;
  const until = silentUntil(moneyLife, facts);
  if (until === undefined) return undefined;
  return { ...lifeEvidence(moneyLife, reading), ...withoutSalesEvidence(around), until };
}

function goneUnfiled(reading: CompanyProfile): NeverFiledEvidence | undefined {
  const due = reading.moneyLife === undefined ? 0 : returnsNeverFiled(reading.moneyLife, reading.returns);
  const found = due >= 2 ? gone(reading) : undefined;
  return found && { ...found, due };
}

const goneMessage = (evidence: GoneEvidence, said: Said<GoneEvidence>): string =>
  `${lifeMessage(evidence, said)}; các tháng khác đến ngày ${said.until} chưa thấy tiền vào như vậy. Các quý trước và sau đó: ${withoutSalesInWords(evidence, said)}.`;
const GONE_FIGURES: Figures<GoneEvidence> = {
  ...LIFE_FIGURES,
  ...withoutSalesFigures('trước và sau các tháng đó'),
  until: figure.day('có số liệu của các ngân hàng đó đến ngày'),
};

type ReactivationEvidence = LifeEvidence & WithoutSales & { readonly asleepFrom: string; readonly asleepDays: number };

/** No money for at least half a year, and then much money for a few months. */
function reactivatedBriefly(reading: CompanyProfile): ReactivationEvidence | undefined {
  const { moneyLife, returns } = reading;
  if (moneyLife === undefined || moneyLife.credit < MUCH || moneyLife.months > BRIEF_MONTHS) return undefined;
  const asleepFrom = heardSince(reading.facts);
  const asleepDays = asleepFrom === undefined ? 0 : daysBetween(asleepFrom, `${moneyLife.firstMonth}-01`);
  const before = quartersWithoutSales(returns, isBefore(moneyLife));
  if (asleepFrom === undefined || asleepDays <= INACTIVE_DAYS || before === undefined) return undefined;
  return { ...lifeEvidence(moneyLife, reading), ...withoutSalesEvidence(before), asleepFrom, asleepDays };
}

type NomineeEvidence = Evidence & {
  /** The years of birth of all representatives. */
  readonly birthYear: string;
  readonly year: number;
  readonly month: string;
  readonly largestMonth: number;
  readonly banks: string;
};

const HARDLY_GROWN = 21;
const RETIRED = 65;
const A_LARGE_MONTH = 2_000_000_000;

/** People of this age hardly run a company of such turnover, but often lend their name for a few million đồng. */
function unlikelyHead(reading: CompanyProfile): NomineeEvidence | undefined {
  const { moneyLife, facts } = reading;
  if (moneyLife === undefined || moneyLife.largest.credit < A_LARGE_MONTH) return undefined;
  const year = yearOf(facts.registeredOn);
  const unlikely = ({ birthYear }: { readonly birthYear: number }) =>
    birthYear > 0 && (year - birthYear <= HARDLY_GROWN || year - birthYear >= RETIRED);
  const heads = facts.people.filter(({ role }) => role === 'legal_representative');
  if (heads.length === 0 || !heads.every(unlikely)) return undefined;
  const birthYear = [...new Set(heads.map((head) => head.birthYear))].join(', ');
  const { period, credit } = moneyLife.largest;
  return { birthYear, year, month: period, largestMonth: credit, banks: reading.banks };
}

/** Rules about money without a business around it and without a likely owner. */
export const MONEY_HISTORY_RULES = {
  GONE_WITHOUT_A_RETURN: rule<NeverFiledEvidence>({
    version: 5,
    kind: 'registration',
    madeBy: ['flows', 'TO_KHAI_THUE'],
    question:
      'Từ 1 tỷ đồng đi qua tài khoản trong nhiều nhất 6 tháng, rồi ngân hàng báo 3 tháng liền không còn tiền vào; trước và sau không khai doanh thu, sau đó không xuất hóa đơn, không phải đang tạm ngừng kinh doanh; từ khi có tiền đến nay, từ 2 kỳ quá hạn khai 90 ngày, chưa nộp tờ khai nào?',
    legalBasis: `Điều 43, 44 Luật Quản lý thuế 38/2019/QH14; ${GUIDANCE}`,
    fact: 'money-life',
    restsOn: ['flows', 'accounts', 'registrations', 'TO_KHAI_THUE', 'TRANG_THAI_PHAP_LY', 'TRANG_THAI_THUE', 'HOA_DON'],
    sign: 'bad',
    needs: brought,
    figures: { ...GONE_FIGURES, due: figure.count('số kỳ khai từ khi có tiền, đã quá hạn 90 ngày') },
    evaluate: goneUnfiled,
    message: (evidence, said) =>
      `${goneMessage(evidence, said)} Từ khi có tiền, ${said.due} kỳ khai thuế đã quá hạn 90 ngày mà không nộp tờ khai nào.`,
  }),
  MONEY_CAME_AND_WENT: rule<GoneEvidence>({
    version: 5,
    kind: 'registration',
    madeBy: ['flows', 'TO_KHAI_THUE'],
    question:
      'Từ 1 tỷ đồng đi qua tài khoản trong nhiều nhất 6 tháng, rồi ngân hàng báo 3 tháng liền không còn tiền vào; trước và sau không khai doanh thu, sau đó không xuất hóa đơn, không phải đang tạm ngừng kinh doanh?',
    legalBasis: GUIDANCE,
    fact: 'money-life',
    restsOn: ['flows', 'accounts', 'registrations', 'TO_KHAI_THUE', 'TRANG_THAI_PHAP_LY', 'TRANG_THAI_THUE', 'HOA_DON'],
    milderThan: 'GONE_WITHOUT_A_RETURN',
    needs: brought,
    figures: GONE_FIGURES,
    evaluate: gone,
    message: goneMessage,
  }),
  WOKEN_BRIEFLY: rule<ReactivationEvidence>({
    version: 3,
    kind: 'registration',
    madeBy: ['flows', 'TO_KHAI_THUE'],
    question:
      'Quá 180 ngày từ khi đăng ký, trong thời gian có số liệu ngân hàng, chưa có tiền vào đáng kể, chưa khai doanh thu, rồi có từ 1 tỷ đồng trong nhiều nhất 4 tháng?',
    legalBasis: GUIDANCE,
    fact: 'representativeChange',
    restsOn: ['flows', 'accounts', 'registrations', 'TO_KHAI_THUE', 'TRANG_THAI_PHAP_LY'],
    milderThan: 'NEW_HANDS_THEN_MONEY',
    needs: brought,
    figures: {
      ...LIFE_FIGURES,
      ...withoutSalesFigures('trước đó'),
      asleepFrom: figure.day('chưa thấy tiền vào như vậy từ ngày'),
      asleepDays: figure.count('số ngày từ đó đến đầu tháng đầu có tiền'),
    },
    evaluate: reactivatedBriefly,
    message: (evidence, said) =>
      `${lifeMessage(evidence, said)}; từ ngày ${said.asleepFrom} (không sớm hơn ngày đăng ký và ngày số liệu của các ngân hàng ấy bắt đầu) đến đầu tháng ${said.firstMonth} là ${said.asleepDays} ngày chưa thấy tiền vào như vậy. Các quý trước đó: ${withoutSalesInWords(evidence, said)}.`,
  }),
  HEAD_UNLIKELY_FOR_ITS_MONEY: rule<NomineeEvidence>({
    version: 3,
    kind: 'registration',
    madeBy: ['flows', 'registrations'],
    question:
      'Mọi người đại diện theo pháp luật, khi đăng ký, có nhiều nhất 21 tuổi hoặc từ 65 tuổi, mà có tháng tiền vào từ 2 tỷ đồng không?',
    legalBasis: GUIDANCE,
    // Of one birth year only one finding counts
    fact: 'representative-age',
    reportedAs: 'head',
    restsOn: ['registrations', 'flows'],
    // The weight is limited because age alone is no offence and must not decide.
    atMost: 1.5,
    needs: ({ moneyLife }) => moneyLife !== undefined && moneyLife.largest.credit >= A_LARGE_MONTH,
    figures: {
      birthYear: figure.text('năm sinh của mọi người đại diện theo pháp luật'),
      year: figure.year('năm đăng ký'),
      month: figure.month('tháng có nhiều tiền vào nhất'),
      largestMonth: figure.money('tiền vào của tháng đó'),
      banks: REPORTING_BANKS,
    },
    evaluate: unlikelyHead,
    message: (_, said) =>
      `Người đại diện theo pháp luật sinh năm ${said.birthYear} (đăng ký năm ${said.year}); tháng ${said.month}, tháng có nhiều tiền vào nhất, có ${said.largestMonth}, theo ngân hàng ${said.banks}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
