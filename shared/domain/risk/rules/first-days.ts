import {
  type EarlyMoney,
  FIRST_DAYS,
  type FirstDays,
  firstDaysOfTheYoung,
  firstDaysPassedOn,
  firstDaysPassedOnAtOnce,
  firstDaysUnderTheNew,
} from '../facts/first-days.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { MONEY_AND_RETURNS, UNDECLARED } from './many-payments.ts';
import { banksOfStretch } from './pass-through.ts';
import {
  type MonthShares,
  monthSharesSentence,
  monthSharesOf,
  PASS_THROUGH_LEGAL_BASIS,
  MONTH_SHARES_FIGURES,
  passThroughEvidence,
  THROUGH_FIGURES,
  type ThroughEvidence,
  passThroughMessage,
} from './pass-through-finding.ts';
import { figure, type Figures, REGISTRATION_DAY, REPORTING_BANKS } from './figure.ts';
import type { Evidence } from './finding.ts';
import { reportsDays } from './preconditions.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { decimal, percent } from './wording.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney, withThousandsDots } from '#shared/domain/vietnamese/money.ts';
import type { RepresentativeChange } from '../facts/representative-change.ts';
import {
  CHANGE_FIGURES,
  EARLIER_SHARE,
  moneyBefore,
  type MoneyBefore,
  representativeChanged,
} from './change-of-representative.ts';

const LEGAL_BASIS = `${PASS_THROUGH_LEGAL_BASIS}; mã nghi ngờ 6; số ngày, số giao dịch, thời gian, tỷ lệ là ${OPERATIONAL_INDICATOR}`;

/** The first days, as the evidence of a finding. */
type DaysEvidence = Evidence & { readonly firstDay: string } & Readonly<
    Record<'days' | 'daysWithMoney' | 'creditThen' | 'paymentsADay', number>
  >;

const DAYS_FIGURES: Figures<DaysEvidence> = {
  firstDay: figure.day('ngày đầu có tiền vào'),
  days: figure.count('số ngày được xét từ ngày đó'),
  daysWithMoney: figure.count('số ngày có tiền vào, trong các ngày đó'),
  creditThen: figure.money('tiền vào, trong các ngày đó'),
  paymentsADay: figure.count('số giao dịch, bình quân mỗi ngày có tiền vào'),
};

type FirstDaysEvidence = ThroughEvidence & MonthShares & DaysEvidence & { readonly registeredOn: string };

const daysEvidence = ({ firstDay, daysWithMoney, creditThen, paymentsADay }: FirstDays): DaysEvidence => ({
  firstDay,
  days: FIRST_DAYS.days,
  daysWithMoney,
  creditThen,
  paymentsADay,
});

const WHOSE = `Từ ngày đầu có tiền vào của doanh nghiệp đăng ký chưa quá ${FIRST_DAYS.ageDays} ngày, hoặc từ khi đổi người đại diện`;
const SO_FAR = `đến nay, trong một đến ${PASS_THROUGH.evenMonths - 1} tháng cùng một tỷ lệ (lệch không quá ${decimal(PASS_THROUGH.spread * 100)} điểm phần trăm)`;

const inFirstDays = (credit: number, payments: number, asked: string): string =>
  `${WHOSE}, trong ${FIRST_DAYS.days} ngày (ngân hàng báo theo ngày) tiền vào từ ${formatMoney(credit)} trở lên, mỗi ngày có tiền bình quân từ ${payments} giao dịch, mỗi giao dịch bình quân không quá ${formatMoney(FIRST_DAYS.each)} tiền vào; ${SO_FAR}, ${asked}`;

const firstDays = (
  question: string,
  findIn: (reading: CompanyProfile) => EarlyMoney | undefined,
  more: Pick<RuleRecord, 'milderThan' | 'restsOn'> & Partial<Pick<RuleRecord, 'sign'>>,
): RuleRecord<FirstDaysEvidence> =>
  rule<FirstDaysEvidence>({
    version: 2,
    kind: 'money',
    madeBy: ['flows'],
    question: `${question} không?`,
    legalBasis: LEGAL_BASIS,
    fact: 'pass-through',
    // Only later months could show another share, and by then the money has left.
    urgent: true,
    needs: reportsDays,
    ...more,
    figures: { ...THROUGH_FIGURES, ...MONTH_SHARES_FIGURES, ...DAYS_FIGURES, registeredOn: REGISTRATION_DAY },
    evaluate: (reading) => {
      const found = findIn(reading);
      if (found === undefined) return undefined;
      const { money } = found;
      return {
        ...passThroughEvidence(money, banksOfStretch(reading, money)),
        ...monthSharesOf(money),
        ...daysEvidence(found),
        registeredOn: reading.facts.registeredOn,
      };
    },
    message: (evidence) =>
      `${passThroughMessage(evidence)}${monthSharesSentence(evidence)} Riêng ${evidence.days} ngày kể từ ngày ${formatDate(evidence.firstDay)}, ngày đầu có tiền vào: ${evidence.daysWithMoney} ngày có tiền, tổng cộng ${formatMoney(evidence.creditThen)}, mỗi ngày ấy bình quân ${withThousandsDots(evidence.paymentsADay)} giao dịch. Doanh nghiệp đăng ký ngày ${formatDate(evidence.registeredOn)}.`,
  });

/** Such days of a company of which no trade is known. */
const firstDaysWithoutTrade = (
  asked: string,
  payments: number,
  isMeant: (early: EarlyMoney) => boolean,
  more: Pick<RuleRecord, 'milderThan'> & Partial<Pick<RuleRecord, 'sign'>>,
): RuleRecord<FirstDaysEvidence> =>
  firstDays(
    `${inFirstDays(FIRST_DAYS.credit, payments, asked)}, mà ${UNDECLARED}`,
    (reading) => firstDaysPassedOn(reading, (early) => early.paymentsADay >= payments && isMeant(early)),
    { ...more, restsOn: MONEY_AND_RETURNS },
  );

const isSlice = ({ money }: EarlyMoney): boolean => money.remainder === 'slice';
const isSliceOrNothing = (early: EarlyMoney): boolean => isSlice(early) || early.money.remainder === 'nothing';

/** The rules about first days of money that are passed on, where banks report days. */
export const FIRST_DAYS_RULES = {
  FIRST_DAYS_AT_ONCE: firstDays(
    inFirstDays(
      FIRST_DAYS.creditAtOnce,
      FIRST_DAYS.payments,
      `từ ${percent(PASS_THROUGH.margin)} được chuyển đi trong vòng ${PASS_THROUGH.minutes} phút`,
    ),
    firstDaysPassedOnAtOnce,
    {
      milderThan: 'PASS_THROUGH_AT_ONCE_BRIEFLY',
      sign: 'grave',
      restsOn: ['registrations', 'flows', 'THAY_DOI'],
    },
  ),
  FIRST_DAYS_WITHIN_THE_HOUR: firstDaysWithoutTrade(
    `từ ${percent(PASS_THROUGH.margin)} được chuyển đi trong vòng ${PASS_THROUGH.hour} phút`,
    FIRST_DAYS.payments,
    (early) => (early.money.pace === 'minutes' || early.money.pace === 'hour') && isSliceOrNothing(early),
    { milderThan: 'FIRST_MONEY_WITHIN_THE_HOUR', sign: 'grave' },
  ),
  FIRST_DAYS_UNTIMED: firstDaysWithoutTrade(
    `từ ${percent(PASS_THROUGH.margin)} đến dưới ${percent(PASS_THROUGH.nothing)} được chuyển đi, không rõ lưu lại bao lâu`,
    FIRST_DAYS.paymentsUntimed,
    (early) => early.money.pace === 'unknown' && isSlice(early),
    { milderThan: 'MANY_PAYMENTS_UNTIMED' },
  ),
} satisfies Readonly<Record<string, RuleRecord>>;

const GUIDANCE = `dấu hiệu theo hướng dẫn của cơ quan thuế về doanh nghiệp rủi ro; ${OPERATIONAL_INDICATOR}`;

type YoungDaysEvidence = DaysEvidence & { readonly banks: string; readonly registeredOn: string };

function youngForItsFirstDays(reading: CompanyProfile): YoungDaysEvidence | undefined {
  const found = firstDaysOfTheYoung(reading);
  return found && { banks: reading.banks, registeredOn: reading.facts.registeredOn, ...daysEvidence(found) };
}

type NewHandsEvidence = RepresentativeChange & DaysEvidence & MoneyBefore & { readonly banks: string };

function newHandsThenDays(reading: CompanyProfile): NewHandsEvidence | undefined {
  const { representativeChange } = reading;
  const found = firstDaysUnderTheNew(reading);
  if (representativeChange === undefined || found === undefined) return undefined;
  const { known, monthly } = moneyBefore(representativeChange, reading);
  if (monthly > found.creditThen * EARLIER_SHARE) return undefined;
  return { ...representativeChange, banks: reading.banks, ...known, ...daysEvidence(found) };
}

/** The rules that compare first days of money with the register: the age of a company, and its representative. */
export const FIRST_DAYS_REGISTERED_RULES = {
  YOUNG_FOR_ITS_FIRST_DAYS: rule<YoungDaysEvidence>({
    version: 3,
    kind: 'registration',
    madeBy: ['flows', 'registrations'],
    question: `Doanh nghiệp đăng ký chưa quá ${FIRST_DAYS.ageDays} ngày có từ ${formatMoney(FIRST_DAYS.credit)}, hoặc tiền như \`FIRST_DAYS_AT_ONCE\` nêu, vào tài khoản trong ${FIRST_DAYS.days} ngày từ ngày đầu có tiền (ngân hàng báo theo ngày) không?`,
    legalBasis: GUIDANCE,
    fact: 'age',
    restsOn: ['registrations', 'flows'],
    milderThan: 'YOUNG_FOR_ITS_MONEY',
    needs: reportsDays,
    figures: { banks: REPORTING_BANKS, registeredOn: REGISTRATION_DAY, ...DAYS_FIGURES },
    evaluate: youngForItsFirstDays,
    message: ({ registeredOn, firstDay, days, daysWithMoney, creditThen, paymentsADay }) =>
      `Đăng ký ngày ${formatDate(registeredOn)}, có tiền vào tài khoản từ ngày ${formatDate(firstDay)}: trong ${days} ngày có ${daysWithMoney} ngày tiền vào, tổng cộng ${formatMoney(creditThen)}, mỗi ngày ấy bình quân ${withThousandsDots(paymentsADay)} giao dịch.`,
  }),
  NEW_HANDS_THEN_DAYS_OF_MONEY: rule<NewHandsEvidence>({
    version: 2,
    kind: 'registration',
    madeBy: ['flows', 'registrations', 'THAY_DOI'],
    question: `Trong 12 tháng, sau khi đổi người đại diện, có từ ${formatMoney(FIRST_DAYS.credit)} vào tài khoản trong ${FIRST_DAYS.days} ngày từ ngày đầu có tiền (ngân hàng báo theo ngày), mà trước đó bình quân một tháng không quá một phần mười số đó không?`,
    legalBasis: GUIDANCE,
    fact: 'representativeChange',
    restsOn: ['registrations', 'accounts', 'flows', 'THAY_DOI', 'TO_KHAI_THUE'],
    milderThan: 'NEW_HANDS_THEN_MONEY',
    needs: reportsDays,
    figures: { ...CHANGE_FIGURES, banks: REPORTING_BANKS, ...DAYS_FIGURES },
    evaluate: newHandsThenDays,
    message: ({ firstDay, days, daysWithMoney, creditThen, paymentsADay, ...change }) =>
      `${representativeChanged(change)} từ ngày ${formatDate(firstDay)} có tiền vào: trong ${days} ngày có ${daysWithMoney} ngày tiền vào, tổng cộng ${formatMoney(creditThen)}, mỗi ngày ấy bình quân ${withThousandsDots(paymentsADay)} giao dịch.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
