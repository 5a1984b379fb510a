import {
  type EarlyMoney,
  FIRST_DAYS,
  type FirstDays,
  firstDaysOfTheYoung,
  firstDaysPassedOn,
  firstDaysUnderTheNew,
} from '../facts/first-days.ts';
import type { RepresentativeChange } from '../facts/representative-change.ts';
import { EARLIER_SHARE, moneyBefore, representativeChanged } from './registration.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { UNDECLARED } from './many-payments.ts';
import { banksOfStretch, passedOn } from './pass-through.ts';
import {
  type MonthShares,
  monthSharesSentence,
  monthSharesOf,
  PASS_THROUGH_LEGAL_BASIS,
  passThroughEvidence,
  type ThroughEvidence,
  passThroughMessage,
} from './pass-through-finding.ts';
import type { Evidence } from './finding.ts';
import { type FindingSource, OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { decimal, percent } from './wording.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney, withThousandsDots } from '#shared/domain/vietnamese/money.ts';

const GUIDANCE = `dấu hiệu theo hướng dẫn của cơ quan thuế về doanh nghiệp rủi ro; ${OPERATIONAL_INDICATOR}`;
const LEGAL_BASIS = `${PASS_THROUGH_LEGAL_BASIS}; mã nghi ngờ 6; số ngày, số giao dịch, thời gian, tỷ lệ là ${OPERATIONAL_INDICATOR}`;

const MONEY_AND_RETURNS: readonly FindingSource[] = [
  'registrations',
  'flows',
  'THAY_DOI',
  'TO_KHAI_THUE',
  'GOP_VON',
  'BHXH',
];

/** The first days, as the evidence of a finding. */
type DaysEvidence = Evidence & { readonly firstDay: string } & Readonly<
    Record<'days' | 'daysWithMoney' | 'creditThen' | 'paymentsADay', number>
  >;

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

const firstDays = (
  question: (payments: string) => string,
  payments: number,
  isMeant: (early: EarlyMoney) => boolean,
  more: Pick<RuleRecord, 'milderThan'> & Partial<Pick<RuleRecord, 'sign'>>,
): RuleRecord<FirstDaysEvidence> =>
  rule<FirstDaysEvidence>({
    version: 1,
    kind: 'money',
    sender: 'bank',
    question: `${WHOSE}, trong ${FIRST_DAYS.days} ngày (ngân hàng báo theo ngày) tiền vào từ ${formatMoney(FIRST_DAYS.credit)} trở lên, mỗi ngày có tiền bình quân từ ${payments} giao dịch, mỗi giao dịch bình quân không quá ${formatMoney(FIRST_DAYS.each)} tiền vào; ${question(SO_FAR)}, mà ${UNDECLARED} không?`,
    legalBasis: LEGAL_BASIS,
    fact: 'pass-through',
    restsOn: MONEY_AND_RETURNS,
    // Only later months could show another share, and by then the money has left.
    urgent: true,
    ...more,
    needs: passedOn,
    evaluate: (reading) => {
      const found = firstDaysPassedOn(reading, (early) => early.paymentsADay >= payments && isMeant(early));
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

const isSlice = ({ money }: EarlyMoney): boolean => money.remainder === 'slice';
const isSliceOrNothing = (early: EarlyMoney): boolean => isSlice(early) || early.money.remainder === 'nothing';

type YoungDaysEvidence = DaysEvidence & { readonly banks: string; readonly registeredOn: string };

function youngForItsFirstDays(reading: CompanyProfile): YoungDaysEvidence | undefined {
  const found = firstDaysOfTheYoung(reading);
  return found && { banks: reading.banks, registeredOn: reading.facts.registeredOn, ...daysEvidence(found) };
}

type NewHandsEvidence = RepresentativeChange & DaysEvidence & { readonly banks: string; readonly before: number };

function newHandsThenDays(reading: CompanyProfile): NewHandsEvidence | undefined {
  const { representativeChange, months } = reading;
  const found = firstDaysUnderTheNew(reading);
  if (representativeChange === undefined || found === undefined) return undefined;
  const { credit: before, monthly } = moneyBefore(representativeChange, months);
  if (monthly > found.creditThen * EARLIER_SHARE) return undefined;
  return { ...representativeChange, banks: reading.banks, before, ...daysEvidence(found) };
}

/** The rules about the first days of money, where banks report days. */
export const FIRST_DAYS_RULES = {
  FIRST_DAYS_WITHIN_THE_HOUR: firstDays(
    (soFar) => `${soFar}, từ ${percent(PASS_THROUGH.margin)} được chuyển đi trong vòng ${PASS_THROUGH.hour} phút`,
    FIRST_DAYS.payments,
    (early) => (early.money.pace === 'minutes' || early.money.pace === 'hour') && isSliceOrNothing(early),
    { milderThan: 'FIRST_MONEY_WITHIN_THE_HOUR', sign: 'grave' },
  ),
  FIRST_DAYS_UNTIMED: firstDays(
    (soFar) =>
      `${soFar}, từ ${percent(PASS_THROUGH.margin)} đến dưới ${percent(PASS_THROUGH.nothing)} được chuyển đi, không rõ lưu lại bao lâu`,
    FIRST_DAYS.paymentsUntimed,
    (early) => early.money.pace === 'unknown' && isSlice(early),
    { milderThan: 'MANY_PAYMENTS_UNTIMED' },
  ),
  YOUNG_FOR_ITS_FIRST_DAYS: rule<YoungDaysEvidence>({
    version: 1,
    kind: 'registration',
    sender: 'bank',
    question: `Doanh nghiệp đăng ký chưa quá ${FIRST_DAYS.ageDays} ngày có từ ${formatMoney(FIRST_DAYS.credit)} vào tài khoản trong ${FIRST_DAYS.days} ngày từ ngày đầu có tiền (ngân hàng báo theo ngày) không?`,
    legalBasis: GUIDANCE,
    fact: 'age',
    restsOn: ['registrations', 'flows'],
    milderThan: 'YOUNG_FOR_ITS_MONEY',
    needs: ({ months }) => months.length > 0,
    evaluate: youngForItsFirstDays,
    message: ({ registeredOn, firstDay, days, daysWithMoney, creditThen, paymentsADay }) =>
      `Đăng ký ngày ${formatDate(registeredOn)}, có tiền vào tài khoản từ ngày ${formatDate(firstDay)}: trong ${days} ngày có ${daysWithMoney} ngày tiền vào, tổng cộng ${formatMoney(creditThen)}, mỗi ngày ấy bình quân ${withThousandsDots(paymentsADay)} giao dịch.`,
  }),
  NEW_HANDS_THEN_DAYS_OF_MONEY: rule<NewHandsEvidence>({
    version: 1,
    kind: 'registration',
    sender: 'bank',
    // The date of the change is the registration office's.
    alsoMadeBy: 'registry',
    question: `Trong 12 tháng, sau khi đổi người đại diện, có từ ${formatMoney(FIRST_DAYS.credit)} vào tài khoản trong ${FIRST_DAYS.days} ngày từ ngày đầu có tiền (ngân hàng báo theo ngày), mà trước đó bình quân một tháng không quá một phần mười số đó không?`,
    legalBasis: GUIDANCE,
    fact: 'representativeChange',
    restsOn: ['registrations', 'accounts', 'flows', 'THAY_DOI'],
    milderThan: 'NEW_HANDS_THEN_MONEY',
    needs: ({ representativeChange }) => representativeChange !== undefined,
    evaluate: newHandsThenDays,
    message: ({ on, ageThen, before, firstDay, days, daysWithMoney, creditThen, paymentsADay }) =>
      `${representativeChanged({ on, ageThen, before })} từ ngày ${formatDate(firstDay)} có tiền vào: trong ${days} ngày có ${daysWithMoney} ngày tiền vào, tổng cộng ${formatMoney(creditThen)}, mỗi ngày ấy bình quân ${withThousandsDots(paymentsADay)} giao dịch.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
