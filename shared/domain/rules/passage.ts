import { formatMonth } from '../dates.ts';
import type { Stretch } from '../facts/flows.ts';
import { formatMoney } from '../money.ts';
import type { Evidence } from './finding.ts';
import { percent, rounded } from './wording.ts';

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

export const SIGNS_OF_MONEY = 'Điều 29 Luật Phòng, chống rửa tiền 14/2022/QH15; mã nghi ngờ 3';
export const SMALL = 100_000_000;
export const LARGE = 500_000_000;
export const SEVERAL_MONTHS = 3;
const THROUGH = { manyMonths: 0.94, fewMonths: 0.965 } as const;

/** All that came in went out again: over several months hardly by chance, over one with a narrower margin. */
export function wentThrough({ credit, months, outShare }: Stretch): boolean {
  return credit >= SMALL && outShare >= (months >= SEVERAL_MONTHS ? THROUGH.manyMonths : THROUGH.fewMonths);
}

/** Enough of it, and for long enough, that a shop's thin month is ruled out. */
export const isMuch = ({ months, credit }: Stretch) => months >= SEVERAL_MONTHS && credit >= LARGE;

export function evidenceOf({ months, from, to, credit, debit, outShare, holdMinutes }: Stretch): ThroughEvidence {
  const evidence: ThroughEvidence & { holdMinutes?: number } = {
    months,
    from,
    to,
    credit,
    debit,
    outShare: rounded(outShare),
  };
  if (holdMinutes !== undefined) evidence.holdMinutes = Math.round(holdMinutes);
  return evidence;
}

export const monthsOf = ({ months, from, to }: ThroughEvidence): string =>
  months === 1
    ? `tháng ${formatMonth(from)}`
    : `${months} tháng có giao dịch (${formatMonth(from)} đến ${formatMonth(to)})`;

export const throughMessage = (evidence: ThroughEvidence, opening = 'Trong'): string => {
  const { credit, debit, outShare, holdMinutes } = evidence;
  const held = holdMinutes === undefined ? '' : `, lưu lại trung vị ${holdMinutes} phút`;
  return `${opening} ${monthsOf(evidence)}, tiền vào ${formatMoney(credit)}, tiền ra ${formatMoney(debit)} (${percent(outShare)})${held}.`;
};
