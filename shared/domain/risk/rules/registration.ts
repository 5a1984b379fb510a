import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { LEAST_MONTHLY_MOVEMENT, type Month, flowTotalsOf } from '../facts/flows.ts';
import { ageInMonth, heardSince, isBefore } from '../facts/money-history.ts';
import { quartersWithoutSales } from '../facts/returns.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { type RepresentativeChange, firstMonthUnder } from '../facts/representative-change.ts';
import { monthNumber } from '../facts/tax-calendar.ts';
import {
  CHANGE_FIGURES,
  EARLIER_SHARE,
  type MoneyBefore,
  moneyBefore,
  representativeChanged,
} from './change-of-representative.ts';
import { CAPITAL, REGISTRATION_DAY, REPORTING_BANKS, type Said, figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import { hasNewRepresentative, moneyMoved } from './preconditions.ts';
import { OPERATIONAL_INDICATOR, type RuleRecord, rule } from './rule.ts';
import { capitalOf, decimal, percent } from './wording.ts';
import { type WithoutSales, withoutSalesEvidence, withoutSalesFigures, withoutSalesInWords } from './without-sales.ts';

const GUIDANCE = `dấu hiệu theo hướng dẫn của cơ quan thuế về doanh nghiệp rủi ro; ${OPERATIONAL_INDICATOR}`;

type YoungEvidence = Evidence & {
  readonly banks: string;
  readonly registeredOn: string;
  readonly month: string;
  readonly credit: number;
  readonly capital?: number;
};

const YOUNG_DAYS = 365;

const A_LARGE_MONTH = 500_000_000;

/** The least money under a new representative. */
const MONEY_OF_NEW_HANDS = 200_000_000;

type RepresentativeChangeEvidence = RepresentativeChange &
  MoneyBefore & {
    readonly banks: string;
    readonly firstMonth: string;
    readonly credit: number;
  };

function moneyAfterRepresentativeChange(reading: CompanyProfile): RepresentativeChangeEvidence | undefined {
  const { representativeChange, months } = reading;
  if (!representativeChange) return undefined;
  const since = firstMonthUnder(representativeChange);
  const later = flowTotalsOf(months.filter(({ period }) => period >= since));
  if (later.credit < MONEY_OF_NEW_HANDS) return undefined;
  const { known, monthly } = moneyBefore(representativeChange, reading);
  if (monthly > (later.credit / later.months) * EARLIER_SHARE) return undefined;
  return { ...representativeChange, banks: reading.banks, firstMonth: later.from, credit: later.credit, ...known };
}

type ReactivatedEvidence = WithoutSales & {
  readonly banks: string;
  readonly asleepFrom: string;
  readonly firstMonth: string;
  readonly months: number;
  readonly credit: number;
};

const INACTIVE_MONTHS = 6;

const INACTIVE_QUARTERS = 2;

/** Returns of zero, or an open account without money, for half a year, and then much money. */
function reactivated(reading: CompanyProfile): ReactivatedEvidence | undefined {
  const { facts, months, returns, moneyLife } = reading;
  if (moneyLife === undefined) return undefined;
  const before = quartersWithoutSales(returns, isBefore(moneyLife));
  if (before === undefined) return undefined;
  const { firstMonth } = moneyLife;
  const heard = heardSince(facts);
  if (heard === undefined || heard >= firstMonth) return undefined;
  const openedOn = firstUsedAccountOpenedOn(facts.accounts);
  const openFrom = openedOn !== undefined && openedOn > heard ? openedOn : heard;
  const inactiveMonths = openedOn === undefined ? 0 : monthNumber(firstMonth) - monthNumber(openFrom);
  if (before.nought < INACTIVE_QUARTERS && inactiveMonths <= INACTIVE_MONTHS) return undefined;
  const money = flowTotalsOf(months.filter(({ period }) => period >= firstMonth));
  if (money.credit < PASS_THROUGH.large) return undefined;
  const asleepFrom = inactiveMonths > INACTIVE_MONTHS ? openFrom : heard;
  const { months: count, credit } = money;
  return { banks: reading.banks, asleepFrom, firstMonth, months: count, credit, ...withoutSalesEvidence(before) };
}

function firstUsedAccountOpenedOn(accounts: CompanyProfile['facts']['accounts']): string | undefined {
  let first: string | undefined;
  for (const { openedOn, flows } of accounts) {
    if (openedOn === undefined || (first !== undefined && openedOn >= first)) continue;
    if (flows.some(({ credit }) => credit >= LEAST_MONTHLY_MOVEMENT)) first = openedOn;
  }
  return first;
}

/** The month with the most money in the first year, of two alike the earlier, where it is large. */
function largestOfFirstYear({ months, facts }: CompanyProfile): Month | undefined {
  let largest: Month | undefined;
  for (const month of months) {
    if (month.period < facts.registeredOn.slice(0, 7)) continue;
    if (month.credit < A_LARGE_MONTH || month.credit <= (largest?.credit ?? 0)) continue;
    if (ageInMonth(month.period, facts) >= YOUNG_DAYS) break;
    largest = month;
  }
  return largest;
}

/** Compares money with the capital, as in `gấp 4,4 lần vốn điều lệ …` or `bằng 28,4 % vốn điều lệ …`. */
function timesCapital({ credit, capital }: YoungEvidence, said: Said<YoungEvidence>): string {
  if (capital === undefined) return 'chưa rõ vốn điều lệ';
  if (capital === 0) return 'tuy không có vốn điều lệ';
  const times = credit / capital;
  const shown = times >= 1 ? `gấp ${decimal(times)} lần` : `bằng ${percent(times)}`;
  const isSame = shown === 'gấp 1 lần' || shown === 'bằng 100 %';
  return `${isSame ? 'xấp xỉ' : shown} ${capitalOf(capital, said.capital)}`;
}

/** Rules that compare the money with the register: a company's age, its capital and its representative. */
export const REGISTRATION_RULES = {
  YOUNG_FOR_ITS_MONEY: rule<YoungEvidence>({
    version: 5,
    kind: 'registration',
    madeBy: ['flows', 'registrations'],
    question: 'Trong năm đầu từ khi đăng ký, có tháng nào tiền vào tài khoản từ 500 triệu đồng không?',
    legalBasis: GUIDANCE,
    fact: 'age',
    restsOn: ['registrations', 'flows'],
    needs: moneyMoved,
    figures: {
      banks: REPORTING_BANKS,
      registeredOn: REGISTRATION_DAY,
      month: figure.month('tháng có nhiều tiền vào nhất trong năm đầu từ khi đăng ký'),
      credit: figure.money('tiền vào của cả tháng đó'),
      capital: CAPITAL,
    },
    evaluate: (reading) => {
      const { registeredOn, charterCapital: capital } = reading.facts;
      const largest = largestOfFirstYear(reading);
      if (largest === undefined) return undefined;
      return {
        banks: reading.banks,
        registeredOn,
        month: largest.period,
        credit: largest.credit,
        ...(capital !== undefined && { capital }),
      };
    },
    degree: ({ credit }) => Math.floor(Math.log2(credit / A_LARGE_MONTH)),
    message: (evidence, said) =>
      `Đăng ký ngày ${said.registeredOn}; cả tháng ${said.month}, tháng có nhiều tiền vào tài khoản nhất trong năm đầu, có ${said.credit}, ${timesCapital(evidence, said)}.`,
  }),
  NEW_HANDS_THEN_MONEY: rule<RepresentativeChangeEvidence>({
    version: 5,
    kind: 'registration',
    madeBy: ['flows', 'registrations', 'THAY_DOI'],
    question: `Trong 12 tháng, sau khi đổi người đại diện, có từ ${formatMoney(MONEY_OF_NEW_HANDS)} vào tài khoản, mà trước đó bình quân một tháng chưa đến một phần mười?`,
    legalBasis: GUIDANCE,
    fact: 'representativeChange',
    restsOn: ['registrations', 'accounts', 'flows', 'THAY_DOI', 'TO_KHAI_THUE'],
    sign: 'bad',
    needs: hasNewRepresentative,
    figures: {
      ...CHANGE_FIGURES,
      banks: REPORTING_BANKS,
      firstMonth: figure.month('tháng đầu có tiền vào từ khi đổi'),
      credit: figure.money('tiền vào từ tháng đó'),
    },
    evaluate: moneyAfterRepresentativeChange,
    message: (evidence, said) =>
      `${representativeChanged(evidence, said)} từ đầu tháng ${said.firstMonth} tiền vào ${said.credit}.`,
  }),
  REACTIVATED: rule<ReactivatedEvidence>({
    version: 3,
    kind: 'registration',
    madeBy: ['flows'],
    question:
      'Từ 2 quý khai doanh thu bằng 0 và chưa từng bán hàng, hoặc tài khoản mở quá 6 tháng không có tiền vào đáng kể, rồi có từ 500 triệu đồng vào tài khoản?',
    legalBasis: GUIDANCE,
    fact: 'representativeChange',
    restsOn: ['accounts', 'flows', 'registrations', 'TO_KHAI_THUE', 'TRANG_THAI_PHAP_LY'],
    milderThan: 'WOKEN_BRIEFLY',
    needs: moneyMoved,
    figures: {
      banks: REPORTING_BANKS,
      asleepFrom: figure.day('chưa thấy tiền vào đáng kể từ ngày'),
      firstMonth: figure.month('đến tháng'),
      months: figure.count('số tháng có giao dịch từ tháng đó'),
      credit: figure.money('tiền vào từ tháng đó'),
      ...withoutSalesFigures('trước đó'),
    },
    evaluate: reactivated,
    message: (evidence, said) =>
      `Từ ngày ${said.asleepFrom} chưa thấy tiền vào đáng kể, đến tháng ${said.firstMonth} mới có; ${evidence.months === 1 ? 'riêng tháng đó' : `trong ${said.months} tháng`} tiền vào ${said.credit}. Các quý trước đó: ${withoutSalesInWords(evidence, said)}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
