import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { isFast, type MoneyThrough, type Stretch } from '../facts/flows.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { isDependentUnit } from '../facts/returns.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Evidence } from './finding.ts';
import type { Rule } from './rule.ts';
import { percent, roundedShare } from './wording.ts';

export type ThroughEvidence = Evidence & {
  readonly months: number;
  readonly from: string;
  readonly to: string;
  readonly credit: number;
  readonly debit: number;
  readonly outShare: number;
  /** Left out where no bank gave it. */
  readonly holdMinutes?: number;
};

/** With what was declared of it. */
export type DeclaredEvidence = ThroughEvidence & {
  /** What came in, was declared and invoiced in quarters that a return answers for, or should. */
  readonly answerable: number;
  readonly revenue: number;
  readonly invoiced: number;
};

export const SIGNS_OF_MONEY =
  'Điều 29 Luật Phòng, chống rửa tiền 14/2022/QH15; mã nghi ngờ 3; không tính tháng mà tài khoản có tiền vào, tiền ra đều dưới 1 triệu đồng';
export const SMALL = 100_000_000;
export const LARGE = 500_000_000;
export const SEVERAL_MONTHS = 3;
const THROUGH = 0.94;
const DRAINED = 0.965;
const AT_ONCE_MINUTES = 45;

/** All that came in went out again: over several months hardly by chance, over one with a narrower margin. */
export function wentThrough(stretch: Stretch): boolean {
  if (stretch.months < SEVERAL_MONTHS) return wasDrained(stretch);
  return stretch.credit >= SMALL && stretch.outShare >= THROUGH;
}

/** Hardly a fee's worth stayed. */
export const wasDrained = ({ credit, outShare }: Stretch): boolean => credit >= SMALL && outShare >= DRAINED;

/** Drained within the hour in which it came: no trade pays its suppliers so. */
export const leftAtOnce = (stretch: Stretch): boolean =>
  wasDrained(stretch) && stretch.holdMinutes !== undefined && stretch.holdMinutes <= AT_ONCE_MINUTES;

/** So it was all along, or is of late: what was sold before doesn't speak for what passes now. */
export const leavesAtOnceNow = (money: MoneyThrough): boolean => leftAtOnce(money) || leftAtOnce(money.lately);

/** A dependent unit's account is emptied into its parent's by the day; what leaves within minutes is no sweeping. */
export const isSwept = (stretch: Stretch, { facts }: CompanyProfile): boolean =>
  isDependentUnit(facts) && !leftAtOnce(stretch);

/** Went through within hours. */
export const rushedThrough = (stretch: Stretch): boolean => isFast(stretch) && wentThrough(stretch);

/** Enough of it, and for long enough, that a shop's thin month is ruled out. */
export const isMuch = ({ months, credit }: Stretch) => months >= SEVERAL_MONTHS && credit >= LARGE;

export function evidenceOf({ months, from, to, credit, debit, outShare, holdMinutes }: Stretch): ThroughEvidence {
  const evidence: ThroughEvidence & { holdMinutes?: number } = {
    months,
    from,
    to,
    credit,
    debit,
    outShare: roundedShare(outShare),
  };
  if (holdMinutes !== undefined) evidence.holdMinutes = Math.round(holdMinutes);
  return evidence;
}

export const declaredEvidenceOf = (
  stretch: Stretch,
  { money, invoicedAnswered }: CompanyProfile,
): DeclaredEvidence => ({
  ...evidenceOf(stretch),
  answerable: money.answerable,
  revenue: money.revenue,
  invoiced: invoicedAnswered,
});

export const monthsOf = ({ months, from, to }: ThroughEvidence): string =>
  months === 1
    ? `tháng ${formatMonth(from)}`
    : `${months} tháng có giao dịch (${formatMonth(from)} đến ${formatMonth(to)})`;

/** What the figure is: banks give a median for each month, and medians can't be put together into one. */
export const heldFor = (minutes: number): string => `tiền lưu lại ${minutes} phút (bình quân các trung vị tháng)`;

export const throughMessage = (evidence: ThroughEvidence, opening = 'Trong'): string => {
  const { credit, debit, outShare, holdMinutes } = evidence;
  const held = holdMinutes === undefined ? '' : `, ${heldFor(holdMinutes)}`;
  return `${opening} ${monthsOf(evidence)}, tiền vào ${formatMoney(credit)}, tiền ra ${formatMoney(debit)} (${percent(outShare)})${held}.`;
};

export const declaredMessage = (evidence: DeclaredEvidence, opening?: string): string => {
  const { answerable, revenue, invoiced } = evidence;
  return `${throughMessage(evidence, opening)} Đối chiếu các quý đã khai hoặc đến hạn khai: tiền vào ${formatMoney(answerable)}, doanh thu kê khai ${formatMoney(revenue)}, hóa đơn ${formatMoney(invoiced)}.`;
};

/** A question about one stretch of what went through the accounts. */
export const throughRule = (
  code: string,
  version: number,
  question: string,
  asked: (reading: CompanyProfile) => Stretch | undefined,
): Rule<ThroughEvidence> => ({
  code,
  version,
  group: 'accounts',
  question,
  legalBasis: SIGNS_OF_MONEY,
  fact: 'pass-through',
  evaluate: (reading) => {
    const found = asked(reading);
    return found && evidenceOf(found);
  },
  message: throughMessage,
});
