import { SURGE } from '../facts/account-surge.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { figure } from './figure.ts';
import {
  PASS_THROUGH_LEGAL_BASIS,
  passThroughEvidence,
  passThroughMessage,
  THROUGH_FIGURES,
  type ThroughEvidence,
} from './pass-through-finding.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { minutes, percent } from './wording.ts';

type SurgeEvidence = ThroughEvidence & {
  readonly usualMonths: number;
  readonly usualCredit: number;
  readonly usualHoldMinutes: number;
};

/** The rule about an account that somebody else seems to use for a while: it concerns the account, and the company only with it. */
export const ACCOUNT_SURGE_RULES = {
  ACCOUNT_UNLIKE_ITSELF: rule<SurgeEvidence>({
    version: 1,
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
      usualHoldMinutes: figure.count('lưu tiền, của tháng ngắn nhất trong các tháng khác đó (phút)'),
    },
    evaluate: ({ surge }) =>
      surge && {
        ...passThroughEvidence(surge.money, surge.bank),
        usualMonths: surge.usualMonths,
        usualCredit: surge.usualCredit,
        usualHoldMinutes: Math.round(surge.usualHoldMinutes),
      },
    message: (evidence) =>
      `${passThroughMessage(evidence, 'Riêng một tài khoản, trong')} Trong ${evidence.usualMonths} tháng khác của tài khoản đó, mức thường thấy (số ở giữa) của tiền vào một tháng là ${formatMoney(evidence.usualCredit)}, tiền lưu lại ít nhất ${minutes(evidence.usualHoldMinutes)}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
