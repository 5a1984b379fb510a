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
import { MONEY_AND_RETURNS } from './many-payments.ts';
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
import { askedWith, type PassThroughLimits } from './pass-through-limits.ts';
import { reportsDays } from './preconditions.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
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

const firstDays = (
  limits: PassThroughLimits,
  findIn: (reading: CompanyProfile) => EarlyMoney | undefined,
  more: Pick<RuleRecord, 'milderThan' | 'restsOn'> & Partial<Pick<RuleRecord, 'sign'>>,
): RuleRecord<FirstDaysEvidence> =>
  rule<FirstDaysEvidence>({
    version: 3,
    kind: 'money',
    madeBy: ['flows'],
    ...askedWith(limits),
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
    message: (evidence, said) =>
      `${passThroughMessage(evidence, said)}${monthSharesSentence(evidence, said)} Riêng ${said.days} ngày kể từ ngày ${said.firstDay}, ngày đầu có tiền vào: ${said.daysWithMoney} ngày có tiền, tổng cộng ${said.creditThen}, mỗi ngày ấy bình quân ${said.paymentsADay} giao dịch. Doanh nghiệp đăng ký ngày ${said.registeredOn}.`,
  });

/** Such days of a company of which no trade is known. */
const firstDaysWithoutTrade = (
  limits: Pick<PassThroughLimits, 'pace' | 'remainder'> & { readonly payments: number },
  more: Pick<RuleRecord, 'milderThan'> & Partial<Pick<RuleRecord, 'sign'>>,
): RuleRecord<FirstDaysEvidence> =>
  firstDays(
    { ...limits, evenness: 'short', credit: FIRST_DAYS.credit, also: ['ngày đầu', 'không thấy kinh doanh'] },
    (reading) =>
      firstDaysPassedOn(
        reading,
        ({ paymentsADay, money: { pace, remainder } }) =>
          paymentsADay >= limits.payments &&
          limits.pace.includes(pace) &&
          remainder !== 'kept' &&
          limits.remainder.includes(remainder),
      ),
    { ...more, restsOn: MONEY_AND_RETURNS },
  );

/** The rules about first days of money that are passed on, where banks report days. */
export const FIRST_DAYS_RULES = {
  FIRST_DAYS_AT_ONCE: firstDays(
    {
      pace: ['minutes'],
      evenness: 'short',
      remainder: ['slice', 'nothing'],
      credit: FIRST_DAYS.creditAtOnce,
      payments: FIRST_DAYS.payments,
      also: ['ngày đầu'],
    },
    firstDaysPassedOnAtOnce,
    {
      milderThan: 'PASS_THROUGH_AT_ONCE_BRIEFLY',
      sign: 'grave',
      restsOn: ['registrations', 'flows', 'THAY_DOI'],
    },
  ),
  FIRST_DAYS_WITHIN_THE_HOUR: firstDaysWithoutTrade(
    { pace: ['minutes', 'hour'], remainder: ['slice', 'nothing'], payments: FIRST_DAYS.payments },
    { milderThan: 'FIRST_MONEY_WITHIN_THE_HOUR', sign: 'grave' },
  ),
  FIRST_DAYS_UNTIMED: firstDaysWithoutTrade(
    { pace: ['unknown'], remainder: ['slice'], payments: FIRST_DAYS.paymentsUntimed },
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
    message: (_, said) =>
      `Đăng ký ngày ${said.registeredOn}, có tiền vào tài khoản từ ngày ${said.firstDay}: trong ${said.days} ngày có ${said.daysWithMoney} ngày tiền vào, tổng cộng ${said.creditThen}, mỗi ngày ấy bình quân ${said.paymentsADay} giao dịch.`,
  }),
  NEW_HANDS_THEN_DAYS_OF_MONEY: rule<NewHandsEvidence>({
    version: 3,
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
    message: (evidence, said) =>
      `${representativeChanged(evidence, said)} từ ngày ${said.firstDay} có tiền vào: trong ${said.days} ngày có ${said.daysWithMoney} ngày tiền vào, tổng cộng ${said.creditThen}, mỗi ngày ấy bình quân ${said.paymentsADay} giao dịch.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
