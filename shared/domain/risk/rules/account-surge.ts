import { SURGE } from '../facts/account-surge.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { figure } from './figure.ts';
import {
  PASS_THROUGH_LEGAL_BASIS,
  passThroughEvidence,
  THROUGH_FIGURES,
  heldFor,
  type ThroughEvidence,
} from './pass-through-finding.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { percent } from './wording.ts';

type SurgeEvidence = ThroughEvidence & {
  readonly usualMonths: number;
  readonly usualCredit: number;
  /** The numbers of payments in a month; the usual one is absent where the bank did not count it. */
  readonly payments: number;
  readonly usualPayments?: number;
  readonly mostUsualCredit: number;
  readonly usualHoldMinutes: number;
  /** Absent where there is none. */
  readonly alsoQuick?: number;
};

/** The rule about an account that somebody else seems to use for a while: it concerns the account, and the company only with it. */
export const ACCOUNT_SURGE_RULES = {
  ACCOUNT_UNLIKE_ITSELF: rule<SurgeEvidence>({
    version: 4,
    kind: 'account',
    concernsAccount: true,
    madeBy: ['flows'],
    question: `Ở một tài khoản có ít nhất ${SURGE.months} tháng thường, có những tháng tiền vào gấp từ ${SURGE.times} lần mức thường thấy của các tháng đó (số ở giữa khi xếp các tháng theo tiền vào), hoặc số giao dịch gấp từ ${SURGE.paymentsTimes} lần, bình quân mỗi tháng từ ${formatMoney(PASS_THROUGH.householdMonth)}, mỗi giao dịch bình quân không quá ${formatMoney(SURGE.each)}, và từ ${percent(PASS_THROUGH.kept)} được chuyển đi trong vòng ${SURGE.minutes} phút, trong khi tháng thường nào tiền cũng lưu lại quá ${PASS_THROUGH.hour} phút và lâu gấp từ ${SURGE.holdTimes} lần không?`,
    legalBasis: `${PASS_THROUGH_LEGAL_BASIS}; mã nghi ngờ 6; số lần, thời gian, tỷ lệ là ${OPERATIONAL_INDICATOR}`,
    fact: 'account-surge',
    restsOn: ['flows'],
    sign: 'grave',
    // The money has left, and later months are those of the owner again.
    urgent: true,
    needs: ({ surge }) => surge !== undefined,
    figures: {
      ...THROUGH_FIGURES,
      usualMonths: figure.count('số tháng khác của tài khoản đó'),
      usualCredit: figure.money('tiền vào một tháng, mức thường thấy (số ở giữa) của các tháng khác đó'),
      payments: figure.count('số giao dịch, bình quân mỗi tháng trong các tháng đó'),
      usualPayments: figure.count('số giao dịch một tháng, mức thường thấy (số ở giữa) của các tháng khác đó'),
      mostUsualCredit: figure.money('tiền vào của tháng nhiều nhất trong các tháng khác đó'),
      usualHoldMinutes: figure.minutes('lưu tiền, của tháng ngắn nhất trong các tháng khác đó mà có báo'),
      alsoQuick: figure.count(
        'số tháng nữa có tiền cũng đi nhanh, mà tiền vào, số giao dịch chưa tăng đến mức được xét',
      ),
    },
    evaluate: ({ surge }) =>
      surge && {
        ...passThroughEvidence(surge.money, surge.bank),
        usualMonths: surge.usualMonths,
        usualCredit: surge.usualCredit,
        payments: surge.money.payments ?? 0,
        ...(surge.usualPayments !== undefined && { usualPayments: surge.usualPayments }),
        mostUsualCredit: surge.mostUsualCredit,
        usualHoldMinutes: Math.round(surge.usualHoldMinutes),
        ...(surge.alsoQuick > 0 && { alsoQuick: surge.alsoQuick }),
      },
    // The finding about money passed on already contains the other sums
    message: ({ months }, said) =>
      `Ở một tài khoản, ${months === 1 ? `tháng ${said.from}` : `${said.months} tháng trong thời gian ${said.from} đến ${said.to}`} có tiền vào ${said.credit}, bình quân mỗi tháng ${said.payments} giao dịch, ${said.outShare} được chuyển đi, thường sau ${heldFor(said)} (theo ngân hàng ${said.banks}); trong ${said.usualMonths} tháng khác của tài khoản đó, tiền vào một tháng thường là ${said.usualCredit} (số ở giữa khi xếp các tháng theo tiền vào), nhiều nhất ${said.mostUsualCredit}${said.usualPayments === undefined ? '' : `, thường ${said.usualPayments} giao dịch`}, tháng có báo thì lưu lại ít nhất ${said.usualHoldMinutes}${said.alsoQuick === undefined ? '' : `; ${said.alsoQuick} tháng nữa tiền cũng đi nhanh nhưng tiền vào, số giao dịch chưa tăng đến mức được xét`}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
