import type { FlowTotals } from '../facts/flows.ts';
import { PASS_THROUGH, type PassThrough } from '../facts/pass-through.ts';
import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { REPORTING_BANKS, figure, type Figures } from './figure.ts';
import type { Evidence } from './finding.ts';
import { minutes, percent, percentOfSome, roundedShare } from './wording.ts';

export const PASS_THROUGH_LEGAL_BASIS =
  'Điều 28 (với ví điện tử: Điều 29) Luật Phòng, chống rửa tiền 14/2022/QH15; mã nghi ngờ 3; không tính tháng mà tiền vào, tiền ra đều dưới 1 triệu đồng';

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

export const THROUGH_FIGURES: Figures<ThroughEvidence> = {
  banks: REPORTING_BANKS,
  months: figure.count('số tháng có giao dịch'),
  from: figure.month('từ tháng'),
  to: figure.month('đến tháng'),
  credit: figure.money('tiền vào, trong các tháng đó'),
  debit: figure.money('tiền ra, trong các tháng đó'),
  outShare: figure.share('tiền ra so với tiền vào'),
  holdMinutes: figure.count('thời gian tiền thường lưu lại (phút)'),
};

/** That only one of several accounts is meant; absent where it is all accounts. */
export const ONE_ACCOUNT = figure.known('chỉ tính một trong các tài khoản');

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
  const held = holdMinutes === undefined ? '' : `, tiền thường lưu lại ${minutes(holdMinutes)}`;
  return `${opening} ${monthsOf(evidence)}, tiền vào ${formatMoney(credit)}, ${paidOutOf(debit, outShare)}${held}, theo ngân hàng ${banks}.`;
};

/**
 * The number of months that were large enough to be compared, and the smallest and the largest share that left in one of
 * them. Without such a month there is no share.
 */
export type MonthShares = Evidence & {
  readonly monthsCompared: number;
  readonly leastOutShare?: number;
  readonly mostOutShare?: number;
};

const COMPARED = `tháng có tiền vào từ ${formatMoney(PASS_THROUGH.month)}`;

export const MONTH_SHARES_FIGURES: Figures<MonthShares> = {
  monthsCompared: figure.count(`số ${COMPARED}, được so với nhau`),
  leastOutShare: figure.share('tiền ra so với tiền vào, của tháng ít nhất trong số đó'),
  mostOutShare: figure.share('tiền ra so với tiền vào, của tháng nhiều nhất trong số đó'),
};

export const monthSharesOf = ({ monthsCompared, leastOutShare, mostOutShare }: PassThrough): MonthShares => ({
  monthsCompared,
  ...(monthsCompared > 0 && { leastOutShare: roundedShare(leastOutShare), mostOutShare: roundedShare(mostOutShare) }),
});

/** The sentence on what the compared months have in common; empty where there is only one month, or none to compare. */
export function monthSharesSentence(evidence: ThroughEvidence & MonthShares): string {
  const { months, monthsCompared, leastOutShare: least, mostOutShare: most } = evidence;
  if (months === 1 || least === undefined || most === undefined) return '';
  if (monthsCompared === 1) return ` Riêng ${COMPARED} chuyển đi ${percent(most)}.`;
  const among = monthsCompared === months ? '' : ` trong ${monthsCompared} ${COMPARED}`;
  if (least === most) return ` Tháng nào${among} cũng chuyển đi ${percent(most)}.`;
  if (least === 0) return ` Có tháng${among} chưa chuyển đi, tháng nhiều nhất chuyển đi ${percent(most)}.`;
  return ` Tháng ít nhất${among} chuyển đi ${percent(least)}, nhiều nhất ${percent(most)}.`;
}
