import type { FlowTotals } from '../facts/flows.ts';
import { PASS_THROUGH, type PassThrough } from '../facts/pass-through.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { REPORTING_BANKS, figure, type Figures, type Said } from './figure.ts';
import type { Evidence } from './finding.ts';
import { roundedShare } from './wording.ts';

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
  /** Absent where the months don't differ. */
  readonly leastHoldMinutes?: number;
  readonly mostHoldMinutes?: number;
  /** The money of which that was reported, where it was not reported of all. */
  readonly timedCredit?: number;
  /** The number of totals that a bank left empty; absent where it is none. */
  readonly emptyTotals?: number;
  /** That only one of several accounts is meant; absent where it is all accounts. */
  readonly oneAccount?: true;
};

export const THROUGH_FIGURES: Figures<ThroughEvidence> = {
  banks: REPORTING_BANKS,
  months: figure.count('số tháng có giao dịch'),
  from: figure.month('từ tháng'),
  to: figure.month('đến tháng'),
  credit: figure.money('tiền vào, trong các tháng đó'),
  debit: figure.money('tiền ra, trong các tháng đó'),
  outShare: figure.share('tiền ra so với tiền vào'),
  holdMinutes: figure.minutes('thời gian tiền lưu lại, bình quân theo tiền vào'),
  leastHoldMinutes: figure.minutes('thời gian tiền lưu lại, của tháng ngắn nhất'),
  mostHoldMinutes: figure.minutes('thời gian tiền lưu lại, của tháng dài nhất'),
  timedCredit: figure.money('tiền vào mà ngân hàng có báo thời gian lưu lại'),
  emptyTotals: figure.count('số tổng tiền vào, tiền ra mà ngân hàng để trống, tính là 0'),
  oneAccount: figure.known('chỉ tính một trong các tài khoản'),
};

export function passThroughEvidence(
  totals: FlowTotals & Pick<PassThrough, 'accountRef'>,
  banks: string,
): ThroughEvidence {
  const { months, from, to, credit, debit, outShare, timedCredit, untold, accountRef } = totals;
  const { holdMinutes, leastHoldMinutes = 0, mostHoldMinutes = 0 } = totals;
  const [least, most] = [Math.round(leastHoldMinutes), Math.round(mostHoldMinutes)];
  return {
    banks,
    months,
    from,
    to,
    credit,
    debit,
    outShare: roundedShare(outShare),
    ...(holdMinutes !== undefined && { holdMinutes: Math.round(holdMinutes) }),
    ...(least < most && { leastHoldMinutes: least, mostHoldMinutes: most }),
    ...(timedCredit > 0 && timedCredit < credit && { timedCredit }),
    ...(untold > 0 && { emptyTotals: untold }),
    ...(accountRef !== undefined && { oneAccount: true as const }),
  };
}

/** @param opening the words before the months, where they are not those of all accounts or of one at the beginning of a sentence */
export function passThroughMessage(
  { months, debit, oneAccount }: ThroughEvidence,
  said: Said<ThroughEvidence>,
  opening = oneAccount === true ? 'Riêng một tài khoản, trong' : 'Trong',
): string {
  const during =
    months === 1 ? `tháng ${said.from}` : `${said.months} tháng có giao dịch (${said.from} đến ${said.to})`;
  const empty = said.emptyTotals === undefined ? '' : ` (${said.emptyTotals} tổng mà ngân hàng để trống, tính là 0)`;
  const out =
    debit === 0
      ? said.emptyTotals === undefined
        ? 'không có tiền ra'
        : 'chưa thấy tiền ra'
      : `tiền ra ${said.debit} (${said.outShare})`;
  const held = said.holdMinutes === undefined ? '' : `, tiền thường lưu lại ${heldFor(said)}`;
  return `${opening} ${during}, tiền vào ${said.credit}, ${out}${held}, theo ngân hàng ${said.banks}${empty}.`;
}

/** For how long money stayed: of months that differ an average, which is not of each of them, and perhaps not of all money. */
export function heldFor({
  holdMinutes,
  leastHoldMinutes,
  mostHoldMinutes,
  timedCredit,
}: Said<ThroughEvidence>): string {
  const notes = [
    ...(mostHoldMinutes === undefined
      ? []
      : [`bình quân; tháng ngắn nhất ${leastHoldMinutes}, dài nhất ${mostHoldMinutes}`]),
    ...(timedCredit === undefined ? [] : [`tính trên ${timedCredit} tiền vào có báo thời gian`]),
  ];
  return notes.length === 0 ? `${holdMinutes}` : `${holdMinutes} (${notes.join('; ')})`;
}

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
export function monthSharesSentence(
  { months, monthsCompared, leastOutShare }: ThroughEvidence & MonthShares,
  { monthsCompared: compared, leastOutShare: least, mostOutShare: most }: Said<MonthShares>,
): string {
  if (months === 1 || monthsCompared === 0) return '';
  if (monthsCompared === 1) return ` Riêng ${COMPARED} chuyển đi ${most}.`;
  const among = monthsCompared === months ? '' : ` trong ${compared} ${COMPARED}`;
  if (least === most) return ` Tháng nào${among} cũng chuyển đi ${most}.`;
  if (leastOutShare === 0) return ` Có tháng${among} chưa chuyển đi, tháng nhiều nhất chuyển đi ${most}.`;
  return ` Tháng ít nhất${among} chuyển đi ${least}, nhiều nhất ${most}.`;
}
