import type { FlowTotals } from '../facts/flows.ts';
import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Evidence } from './finding.ts';
import { minutes, percentOfSome, roundedShare } from './wording.ts';

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
