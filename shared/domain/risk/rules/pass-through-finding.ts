import type { FlowTotals } from '../facts/flows.ts';
import type { PassThrough } from '../facts/pass-through.ts';
import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Evidence } from './finding.ts';
import { minutes, percent, percentOfSome, roundedShare } from './wording.ts';

export const PASS_THROUGH_LEGAL_BASIS =
  'Điều 29 Luật Phòng, chống rửa tiền 14/2022/QH15; mã nghi ngờ 3; không tính tháng mà tiền vào, tiền ra đều dưới 1 triệu đồng';

/** The evidence of money that passed through in some months, with the sorted BINs of the reporting banks. */
export type ThroughEvidence = Evidence & {
  readonly banks: string;
  readonly months: number;
  readonly from: string;
  readonly to: string;
  readonly credit: number;
  readonly debit: number;
  readonly outShare: number;
  /** Absent where no bank reported it. */
  readonly holdMinutes?: number;
};

export function passThroughEvidence(
  { months, from, to, credit, debit, outShare, holdMinutes }: FlowTotals,
  banks: string,
): ThroughEvidence {
  const evidence: ThroughEvidence = { banks, months, from, to, credit, debit, outShare: roundedShare(outShare) };
  return holdMinutes === undefined ? evidence : { ...evidence, holdMinutes: Math.round(holdMinutes) };
}

const monthsOf = ({ months, from, to }: ThroughEvidence): string =>
  months === 1
    ? `tháng ${formatMonth(from)}`
    : `${months} tháng có giao dịch (${formatMonth(from)} đến ${formatMonth(to)})`;

const paidOutOf = (debit: number, outShare: number): string =>
  debit === 0 ? 'không có tiền ra' : `tiền ra ${formatMoney(debit)} (${percentOfSome(outShare)})`;

export const passThroughMessage = (evidence: ThroughEvidence, opening = 'Trong'): string => {
  const { banks, credit, debit, outShare, holdMinutes } = evidence;
  const held =
    holdMinutes === undefined
      ? ''
      : `, tiền lưu lại ${minutes(holdMinutes)} (bình quân các trung vị tháng, tính theo tiền vào)`;
  return `${opening} ${monthsOf(evidence)}, tiền vào ${formatMoney(credit)}, ${paidOutOf(debit, outShare)}${held}, theo ngân hàng ${banks}.`;
};

/** The smallest and the largest share that left in a month that was large enough to be compared. */
export interface MonthShares {
  readonly leastOutShare: number;
  readonly mostOutShare: number;
}

export const monthSharesOf = ({ leastOutShare, mostOutShare }: PassThrough): MonthShares => ({
  leastOutShare: roundedShare(leastOutShare),
  mostOutShare: roundedShare(mostOutShare),
});

/** The sentence on what the months have in common; empty for a single month. */
export function monthSharesSentence({ months, leastOutShare, mostOutShare }: ThroughEvidence & MonthShares): string {
  if (months === 1) return '';
  if (leastOutShare === mostOutShare) return ` Tháng nào cũng chuyển đi ${percent(mostOutShare)}.`;
  if (leastOutShare === 0) return ` Có tháng chưa chuyển đi, tháng nhiều nhất chuyển đi ${percent(mostOutShare)}.`;
  return ` Tháng ít nhất chuyển đi ${percent(leastOutShare)}, nhiều nhất ${percent(mostOutShare)}.`;
}
