import { MANY_PAYMENTS, manyPaymentsPassedOn } from '../facts/many-payments.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import { formatMoney, withThousandsDots } from '#shared/domain/vietnamese/money.ts';
import {
  type MonthShares,
  monthsApart,
  monthSharesOf,
  PASS_THROUGH_LEGAL_BASIS,
  passThroughEvidence,
  passThroughMessage,
  type ThroughEvidence,
} from './pass-through-finding.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { decimal, percent } from './wording.ts';

type ManyPaymentsEvidence = ThroughEvidence & MonthShares & { readonly payments: number };

/** The rule about money of many payments that leaves too slowly for the rules about pass-through. */
export const MANY_PAYMENTS_RULES = {
  MANY_PAYMENTS_PASSED_ON: rule<ManyPaymentsEvidence>({
    version: 1,
    kind: 'money',
    sender: 'bank',
    question: `Mỗi tháng bình quân có từ ${MANY_PAYMENTS.payments} giao dịch, tiền vào từ ${formatMoney(PASS_THROUGH.small)} trở lên có từ ${percent(PASS_THROUGH.kept)} được chuyển đi sau hơn ${PASS_THROUGH.hours / 60} giờ, trong vòng ${MANY_PAYMENTS.within / 1440} ngày, hầu hết các tháng gần cùng một tỷ lệ (lệch không quá ${decimal(MANY_PAYMENTS.spread * 100)} điểm phần trăm), mà doanh thu kê khai chưa đến một phần mười số tiền đó (hoặc chưa đến kỳ khai, và các quý trước không khai được 150 triệu đồng một quý), chưa thấy có trên ${MANY_PAYMENTS.staff} lao động đóng bảo hiểm xã hội không?`,
    legalBasis: `${PASS_THROUGH_LEGAL_BASIS}; mã nghi ngờ 6; số giao dịch, thời gian, tỷ lệ là ${OPERATIONAL_INDICATOR}`,
    fact: 'many-payments',
    restsOn: ['flows', 'TO_KHAI_THUE', 'GOP_VON', 'BHXH'],
    needs: ({ stretches }) => stretches.length > 0,
    evaluate: (reading) => {
      const found = manyPaymentsPassedOn(reading);
      if (found === undefined) return undefined;
      const { money, payments } = found;
      return { ...passThroughEvidence(money, reading.banks), ...monthSharesOf(money), payments };
    },
    message: (evidence) =>
      `${passThroughMessage(evidence)} Bình quân mỗi tháng ${withThousandsDots(evidence.payments)} giao dịch.${monthsApart(evidence)}`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
