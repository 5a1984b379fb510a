import { SURGE } from '../facts/account-surge.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { figure } from './figure.ts';
import {
  PASS_THROUGH_LEGAL_BASIS,
  passThroughEvidence,
  THROUGH_FIGURES,
  type ThroughEvidence,
} from './pass-through-finding.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { percent } from './wording.ts';

type SurgeEvidence = ThroughEvidence & {
  readonly usualMonths: number;
  readonly usualCredit: number;
  readonly mostUsualCredit: number;
  readonly usualHoldMinutes: number;
};

/** The rule about an account that somebody else seems to use for a while: it concerns the account, and the company only with it. */
export const ACCOUNT_SURGE_RULES = {
  ACCOUNT_UNLIKE_ITSELF: rule<SurgeEvidence>({
    version: 2,
    kind: 'account',
    concernsAccount: true,
    madeBy: ['flows'],
    question: `Ở một tài khoản có ít nhất ${PASS_THROUGH.severalMonths} tháng mà tháng nào tiền cũng lưu lại quá ${PASS_THROUGH.hours / 60} giờ, có những tháng tiền vào gấp từ ${SURGE.times} lần mức thường thấy của các tháng đó (số ở giữa khi xếp các tháng theo tiền vào), cộng từ ${formatMoney(PASS_THROUGH.large)}, mỗi giao dịch bình quân không quá ${formatMoney(SURGE.each)}, và từ ${percent(PASS_THROUGH.kept)} được chuyển đi trong vòng ${PASS_THROUGH.hour} phút không?`,
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
      mostUsualCredit: figure.money('tiền vào của tháng nhiều nhất trong các tháng khác đó'),
      usualHoldMinutes: figure.minutes('lưu tiền, của tháng ngắn nhất trong các tháng khác đó'),
    },
    evaluate: ({ surge }) =>
      surge && {
        ...passThroughEvidence(surge.money, surge.bank),
        usualMonths: surge.usualMonths,
        usualCredit: surge.usualCredit,
        mostUsualCredit: surge.mostUsualCredit,
        usualHoldMinutes: Math.round(surge.usualHoldMinutes),
      },
    // The finding about money passed on already contains the other sums
    message: ({ months }, said) =>
      `Ở một tài khoản, ${months === 1 ? `tháng ${said.from}` : `${said.months} tháng trong thời gian ${said.from} đến ${said.to}`} có tiền vào ${said.credit}, ${said.outShare} được chuyển đi, thường sau ${said.holdMinutes} (theo ngân hàng ${said.banks}); trong ${said.usualMonths} tháng khác của tài khoản đó, tiền vào một tháng thường là ${said.usualCredit} (số ở giữa khi xếp các tháng theo tiền vào), nhiều nhất ${said.mostUsualCredit}, lưu lại ít nhất ${said.usualHoldMinutes}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
