import { FIRST_MONEY, type FirstMoney, firstMoneyPassedOn } from '../facts/first-money.ts';
import {
  type CompanyProfile,
  firstPaymentsPassedOn,
  MANY_PAYMENTS,
  manyPaymentsPassedOn,
} from '../facts/company-profile.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { banksOfStretch } from './pass-through.ts';
import { askedWith, type PassThroughLimits, UNDECLARED } from './pass-through-limits.ts';
import { passedOn } from './preconditions.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { figure, REGISTRATION_DAY, type Said } from './figure.ts';
import {
  type MonthShares,
  MONTH_SHARES_FIGURES,
  monthSharesSentence,
  monthSharesOf,
  PASS_THROUGH_LEGAL_BASIS,
  passThroughEvidence,
  passThroughMessage,
  THROUGH_FIGURES,
  type ThroughEvidence,
} from './pass-through-finding.ts';
import type { FindingSource } from '../senders/writers.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { decimal, percent } from './wording.ts';

const LEGAL_BASIS = `${PASS_THROUGH_LEGAL_BASIS}; mã nghi ngờ 6; số giao dịch, thời gian, tỷ lệ là ${OPERATIONAL_INDICATOR}`;

/** The rows that findings about money passed on without a business rest on. */
export const MONEY_AND_RETURNS: readonly FindingSource[] = [
  'flows',
  'registrations',
  'THAY_DOI',
  'TO_KHAI_THUE',
  'GOP_VON',
  'BHXH',
];

type ManyPaymentsEvidence = ThroughEvidence & MonthShares & { readonly payments: number };

const MANY_FIGURES = {
  ...THROUGH_FIGURES,
  ...MONTH_SHARES_FIGURES,
  payments: figure.count('số giao dịch, bình quân mỗi tháng có giao dịch'),
};

type FirstPaymentsEvidence = ManyPaymentsEvidence & {
  /** Only of first money. */
  readonly registeredOn?: string;
  /** Only of first money under a new representative. */
  readonly representativeOn?: string;
  readonly monthlyBefore?: number;
};

const firstPayments = (
  version: number,
  limits: PassThroughLimits,
  findIn: (reading: CompanyProfile) => (FirstMoney & Pick<FirstPaymentsEvidence, 'registeredOn'>) | undefined,
  more: Pick<RuleRecord, 'milderThan'> & Partial<Pick<RuleRecord, 'sign'>>,
): RuleRecord<FirstPaymentsEvidence> =>
  rule<FirstPaymentsEvidence>({
    version,
    kind: 'money',
    madeBy: ['flows'],
    ...askedWith(limits),
    legalBasis: LEGAL_BASIS,
    fact: 'pass-through',
    restsOn: MONEY_AND_RETURNS,
    // Only later months could show another share, and by then the money has left.
    urgent: true,
    ...more,
    needs: passedOn,
    figures: {
      ...MANY_FIGURES,
      registeredOn: REGISTRATION_DAY,
      representativeOn: figure.day('ngày đổi người đại diện'),
      monthlyBefore: figure.money('tiền vào của các tháng trước các tháng đó, bình quân mỗi tháng có giao dịch'),
    },
    evaluate: (reading) => {
      const found = findIn(reading);
      if (found === undefined) return undefined;
      return {
        ...passThroughEvidence(found, banksOfStretch(reading, found)),
        ...monthSharesOf(found),
        payments: found.payments,
        ...(found.registeredOn !== undefined && { registeredOn: found.registeredOn }),
        ...(found.representativeOn !== undefined && { representativeOn: found.representativeOn }),
        ...(found.monthlyBefore !== undefined && { monthlyBefore: found.monthlyBefore }),
      };
    },
    message: (evidence, said) => `${manyPaymentsMessage(evidence, said)}${registeredThen(said)}`,
  });

const manyPaymentsMessage = (evidence: ManyPaymentsEvidence, said: Said<ManyPaymentsEvidence>): string =>
  `${passThroughMessage(evidence, said)} Bình quân mỗi tháng ${said.payments} giao dịch.${monthSharesSentence(evidence, said)}`;

function registeredThen({ from, registeredOn, representativeOn, monthlyBefore }: Said<FirstPaymentsEvidence>): string {
  if (registeredOn === undefined) return '';
  const change = representativeOn === undefined ? '' : `, đổi người đại diện ngày ${representativeOn}`;
  const before =
    monthlyBefore === undefined
      ? ''
      : `; trước tháng ${from} tiền vào bình quân mỗi tháng có giao dịch ${monthlyBefore}`;
  return ` Doanh nghiệp đăng ký ngày ${registeredOn}${change}${before}.`;
}

const SHORTLY = {
  evenness: 'short',
  remainder: ['slice'],
  payments: MANY_PAYMENTS.payments,
  also: ['không thấy kinh doanh'],
} as const;

/** The rules about money of many payments: in the first months, and where it leaves too slowly for the rules about pass-through. */
export const MANY_PAYMENTS_RULES = {
  MANY_PAYMENTS_WITHIN_THE_HOUR: firstPayments(
    4,
    { ...SHORTLY, pace: ['minutes', 'hour'], credit: PASS_THROUGH.small },
    (reading) => firstPaymentsPassedOn(reading, ({ pace }) => pace === 'minutes' || pace === 'hour'),
    { milderThan: 'PASS_THROUGH_AT_ONCE_BRIEFLY', sign: 'grave' },
  ),
  MANY_PAYMENTS_UNTIMED: firstPayments(
    4,
    { ...SHORTLY, pace: ['unknown'], credit: PASS_THROUGH.large },
    (reading) =>
      firstPaymentsPassedOn(reading, ({ pace, credit }) => pace === 'unknown' && credit >= PASS_THROUGH.large),
    { milderThan: 'PASS_THROUGH_BRIEFLY_UNTIMED' },
  ),
  FIRST_MONEY_WITHIN_THE_HOUR: firstPayments(
    4,
    {
      pace: ['minutes', 'hour'],
      evenness: 'short',
      remainder: ['slice', 'nothing'],
      credit: FIRST_MONEY.credit,
      payments: FIRST_MONEY.payments,
      also: ['tiền đầu', 'không thấy kinh doanh'],
    },
    (reading) => {
      const found = firstMoneyPassedOn(reading);
      return found && { ...found, registeredOn: reading.facts.registeredOn };
    },
    { milderThan: 'MANY_PAYMENTS_WITHIN_THE_HOUR', sign: 'grave' },
  ),
  MANY_PAYMENTS_PASSED_ON: rule<ManyPaymentsEvidence>({
    version: 4,
    kind: 'money',
    madeBy: ['flows'],
    question: `Mỗi tháng bình quân có từ ${MANY_PAYMENTS.payments} giao dịch, tiền vào từ ${formatMoney(PASS_THROUGH.small)} trở lên có từ ${percent(PASS_THROUGH.kept)} được chuyển đi sau hơn ${PASS_THROUGH.hours / 60} giờ, trong vòng ${MANY_PAYMENTS.within / 1440} ngày, hầu hết các tháng gần cùng một tỷ lệ (lệch không quá ${decimal(MANY_PAYMENTS.spread * 100)} điểm phần trăm), mà ${UNDECLARED} không?`,
    legalBasis: LEGAL_BASIS,
    fact: 'many-payments',
    restsOn: MONEY_AND_RETURNS,
    sign: 'bad',
    // Months that kept the same share of slow money are a sign too, and the same one.
    signOf: 'pass-through',
    needs: passedOn,
    figures: MANY_FIGURES,
    evaluate: (reading) => {
      const found = manyPaymentsPassedOn(reading);
      if (found === undefined) return undefined;
      return { ...passThroughEvidence(found, reading.banks), ...monthSharesOf(found), payments: found.payments };
    },
    message: manyPaymentsMessage,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
