import type { Stretch } from '../facts/flows.ts';
import { formatMoney } from '../money.ts';
import type { Evidence } from './finding.ts';
import { percent, rounded } from './wording.ts';

export type ThroughEvidence = Evidence & {
  readonly months: number;
  readonly credit: number;
  readonly debit: number;
  readonly outShare: number;
  readonly holdMinutes: number;
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

export const evidenceOf = ({ months, credit, debit, outShare, holdMinutes }: Stretch): ThroughEvidence => ({
  months,
  credit,
  debit,
  outShare: rounded(outShare),
  holdMinutes: holdMinutes === undefined ? -1 : Math.round(holdMinutes),
});

export const throughMessage = ({ months, credit, debit, outShare, holdMinutes }: ThroughEvidence): string =>
  `Trong ${months} tháng có giao dịch, tiền vào ${formatMoney(credit)}, tiền ra ${formatMoney(debit)} (${percent(outShare)})${holdMinutes >= 0 ? `, lưu lại trung vị ${holdMinutes} phút` : ''}.`;
