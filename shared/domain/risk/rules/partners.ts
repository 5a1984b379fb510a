import { creditOf } from '../facts/means.ts';
import type { PaidPartners } from '../facts/partners.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { quarterName } from '../facts/tax-calendar.ts';
import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { figure, type Said } from './figure.ts';
import type { Evidence } from './finding.ts';
import { type RulePrecondition, OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { quartersOf, roundedShare } from './wording.ts';

const SIGNS = `Điều 28 (với ví điện tử: Điều 29) Luật Phòng, chống rửa tiền 14/2022/QH15; mã nghi ngờ 4; tỷ lệ là ${OPERATIONAL_INDICATOR}`;

/** The least payments for this rule. */
const WORTH_ASKING = 500_000_000;
const HARDLY = 0.1;
const FEW_RECEIVERS = 2;

const paidOut: RulePrecondition = ({ partners }) => partners !== undefined && partners.debit >= WORTH_ASKING;

type SharedEvidence = Evidence & {
  readonly banks: string;
  readonly debit: number;
  readonly receivers: number;
  readonly receiversOfTwo: number;
};

const SEVERAL_RECEIVERS = 3;

/**
 * A group needs receivers for the money that it passes on, and unrelated companies seldom share two or three such
 * receivers.
 */
export function sharedReceivers({ partners }: CompanyProfile): SharedEvidence | undefined {
  if (!partners || partners.debit < WORTH_ASKING) return undefined;
  const { banks, debit, ofNine, ofThree } = partners;
  if (ofNine < SEVERAL_RECEIVERS && ofThree < FEW_RECEIVERS) return undefined;
  return { banks, debit, receivers: ofNine, receiversOfTwo: ofThree };
}

type UnboughtEvidence = Evidence & {
  readonly since: string;
  readonly until: string;
  readonly money?: number;
  readonly sold?: number;
};

/** Many honest companies get their first invoice in their second half-year. */
const LONG_ENOUGH_DAYS = 365;

/** Nobody in or outside the province ever issued an invoice to the company, although it moved or sold much. */
function boughtNothing(reading: CompanyProfile): UnboughtEvidence | undefined {
  const { facts, partners, invoiced, returns } = reading;
  const covered = facts.coverage.invoicePairs;
  if (covered === undefined || (facts.invoicePairs?.bought.length ?? 0) > 0) return undefined;
  const since = covered.from > facts.registeredOn ? covered.from : facts.registeredOn;
  if (daysBetween(since, covered.to) < LONG_ENOUGH_DAYS) return undefined;
  const money = Math.max(creditOf(reading.months), partners?.debit ?? 0);
  const sold = Math.max(invoiced, returns.revenue);
  if (money < WORTH_ASKING && sold < WORTH_ASKING) return undefined;
  // None of either that is known is not none
  return { since, until: covered.to, ...(money > 0 && { money }), ...(sold > 0 && { sold }) };
}

type PaidEvidence = Evidence & {
  readonly banks: string;
  readonly fromQuarter: string;
  readonly toQuarter: string;
  readonly filed: number;
  readonly debit: number;
  readonly revenue: number;
  readonly share: number;
};

const declaredLittle = ({ debit, revenue }: PaidPartners): boolean =>
  revenue !== undefined && debit >= WORTH_ASKING * 2 && revenue < debit * HARDLY;

/** How many of the receivers only two or three companies pay. */
function ofTwoToThree(some: number, all: number): string {
  if (some === 0) return '';
  return some === all
    ? ', đều chỉ của 2 đến 3 doanh nghiệp'
    : `, trong đó ${some} tài khoản chỉ của 2 đến 3 doanh nghiệp`;
}

/** The money and the sales, of which there is at least one. */
const moved = ({ money, sold }: Said<UnboughtEvidence>): string =>
  [
    ...(money === undefined ? [] : [`tiền qua tài khoản ${money}`]),
    ...(sold === undefined ? [] : [`doanh số ${sold}`]),
  ].join(', ');
const PAYING_BANKS = figure.banks('ngân hàng báo tài khoản nhận tiền');
const PAID_OUT = figure.money('tiền chuyển đi, theo các ngân hàng đó');

/** Rules about the receivers and suppliers of a company, by banks and invoices (optional feeds). */
export const PARTNER_RULES = {
  RECEIVERS_OF_THE_SAME_FEW: rule<SharedEvidence>({
    version: 2,
    kind: 'money',
    madeBy: ['counterparties'],
    question:
      'Trong các tài khoản nhận nhiều tiền nhất (mỗi tài khoản từ 5 % tiền chuyển đi), có từ 3 tài khoản mà chỉ dưới 10 doanh nghiệp trong tỉnh cùng trả, hoặc từ 2 tài khoản mà chỉ 2 đến 3 doanh nghiệp cùng trả không?',
    legalBasis: SIGNS,
    fact: 'receivers',
    restsOn: ['counterparties'],
    needs: paidOut,
    figures: {
      banks: PAYING_BANKS,
      debit: PAID_OUT,
      receivers: figure.count('số tài khoản nhận chính mà dưới 10 doanh nghiệp cùng trả'),
      receiversOfTwo: figure.count('trong đó chỉ 2 đến 3 doanh nghiệp cùng trả'),
    },
    evaluate: sharedReceivers,
    message: ({ receivers, receiversOfTwo }, said) =>
      `Trong các tài khoản nhận chính của ${said.debit} chuyển đi (theo ngân hàng ${said.banks}), có ${said.receivers} tài khoản mà ngoài doanh nghiệp này chỉ vài doanh nghiệp khác trong tỉnh (dưới 10) trả nhiều tiền${ofTwoToThree(receiversOfTwo, receivers)}.`,
  }),
  PAID_OUT_UNDECLARED: rule<PaidEvidence>({
    version: 2,
    kind: 'sales',
    madeBy: ['counterparties', 'TO_KHAI_THUE'],
    question: 'Doanh thu kê khai có chưa đến một phần mười tiền chuyển đi (từ 1 tỷ đồng) trong cùng thời gian không?',
    legalBasis: `khoản 2 Điều 17 Luật Quản lý thuế 38/2019/QH14; tỷ lệ là ${OPERATIONAL_INDICATOR}`,
    fact: 'declared',
    restsOn: ['counterparties', 'registrations', 'TO_KHAI_THUE'],
    milderThan: 'MONEY_UNDECLARED',
    needs: paidOut,
    figures: {
      fromQuarter: figure.quarter('từ quý'),
      toQuarter: figure.quarter('đến quý'),
      filed: figure.count('số quý đã khai trong thời gian đó'),
      banks: PAYING_BANKS,
      debit: PAID_OUT,
      revenue: figure.money('doanh thu kê khai trong thời gian đó'),
      share: figure.share('doanh thu so với tiền chuyển đi'),
    },
    evaluate: ({ partners }) =>
      partners && partners.revenue !== undefined && declaredLittle(partners)
        ? {
            banks: partners.banks,
            fromQuarter: quarterName(partners.fromQuarter),
            toQuarter: quarterName(partners.toQuarter),
            filed: partners.filed,
            debit: partners.debit,
            revenue: partners.revenue,
            share: roundedShare(partners.revenue / partners.debit),
          }
        : undefined,
    message: ({ filed, revenue }, said) =>
      `${quartersOf(said)}, tiền chuyển đi ${said.debit} (theo ngân hàng ${said.banks}); ${
        filed === 0
          ? 'đến nay chưa nộp tờ khai nào của các quý đó'
          : `đến nay đã khai ${said.filed} quý trong thời gian đó, ${revenue === 0 ? 'không có doanh thu nào' : `doanh thu chỉ ${said.revenue} (${said.share})`}`
      }.`,
  }),
  NOTHING_BOUGHT: rule<UnboughtEvidence>({
    version: 4,
    kind: 'sales',
    madeBy: ['invoice-pairs', 'HOA_DON', 'TO_KHAI_THUE'],
    question:
      'Sau 365 ngày có dữ liệu hóa đơn từ khi đăng ký, có từ 500 triệu đồng tiền qua tài khoản hoặc doanh số, doanh nghiệp có mua hàng hóa, dịch vụ có hóa đơn của ai không?',
    legalBasis: `Điều 7 Thông tư 91/2026/TT-BTC; mức tiền, thời gian là ${OPERATIONAL_INDICATOR}`,
    fact: 'bought',
    restsOn: ['flows', 'counterparties', 'registrations', 'invoice-pairs', 'HOA_DON', 'TO_KHAI_THUE'],
    // The weight is limited because the rule depends on complete invoices and can be evaded by
    // purchases of a few million đồng.
    atMost: 3,
    figures: {
      since: figure.day('có dữ liệu hóa đơn từ ngày'),
      until: figure.day('đến ngày'),
      money: figure.money('tiền qua tài khoản, mọi thời gian đã biết'),
      sold: figure.money('doanh số, mọi thời gian đã biết'),
    },
    evaluate: boughtNothing,
    message: (_, said) =>
      `Trong dữ liệu hóa đơn từ ngày ${said.since} đến ngày ${said.until} không có ai xuất hóa đơn cho doanh nghiệp, trong khi ${moved(said)}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
