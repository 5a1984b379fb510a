import { manyPaymentsPassedOn } from '../facts/many-payments.ts';
import { isPassedOnWithinHours, PASS_THROUGH } from '../facts/pass-through.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { quarterName } from '../facts/tax-calendar.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Evidence } from './finding.ts';
import { moneyMoved } from './preconditions.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import {
  PASS_THROUGH_LEGAL_BASIS,
  passThroughEvidence,
  type ThroughEvidence,
  passThroughMessage,
} from './pass-through-finding.ts';
import { minutes, percent, percentOfSome, quartersOf, roundedShare } from './wording.ts';

type PeerEvidence = ThroughEvidence & { readonly peers: number; readonly longer: number };

/** The share of peers that must keep their money longer: nineteen of twenty. */
const TWENTIETH = 0.05;

const quickerThanPeers = rule<PeerEvidence>({
  version: 1,
  kind: 'money',
  madeBy: ['flows'],
  question:
    'So với doanh nghiệp cùng ngành, quy mô, tuổi trong tỉnh, tiền có được chuyển đi nhanh hơn 19 trong 20 doanh nghiệp, mà không còn lại bao nhiêu?',
  legalBasis: `${PASS_THROUGH_LEGAL_BASIS}; so sánh cùng ngành là ${OPERATIONAL_INDICATOR}`,
  fact: 'peers-hold',
  restsOn: ['flows', 'registrations', 'TO_KHAI_THUE', 'GOP_VON'],
  needs: moneyMoved,
  evaluate: (reading) => {
    const { peers } = reading.facts;
    const [money] = reading.stretches;
    const below = peers?.below.holdMinutes;
    if (peers === undefined || below === undefined || money === undefined) return undefined;
    if (below >= TWENTIETH || money.outShare < PASS_THROUGH.kept || money.credit < PASS_THROUGH.small) return undefined;
    return { ...passThroughEvidence(money, reading.banks), peers: peers.count, longer: 19 };
  },
  // The finding of the pass-through rule already contains these sums
  message: ({ holdMinutes, outShare, banks, peers }) => {
    const held = holdMinutes === undefined ? '' : `lưu lại ${minutes(holdMinutes)} rồi `;
    const out = outShare >= 1 ? 'được chuyển đi hết' : `${percent(outShare)} được chuyển đi`;
    return `Tiền ${held}${out} (theo ngân hàng ${banks}): 19 trong 20 doanh nghiệp cùng ngành (so với ít nhất ${peers} doanh nghiệp) giữ tiền lâu hơn.`;
  },
});

type UndeclaredEvidence = Evidence & {
  readonly fromQuarter: string;
  readonly toQuarter: string;
  readonly banks: string;
  readonly credit: number;
  readonly revenue: number;
  readonly share: number;
};

const declaredShare = (reading: CompanyProfile): UndeclaredEvidence => {
  const { answerable, revenue, fromQuarter, toQuarter } = reading.declared;
  return {
    fromQuarter: quarterName(fromQuarter),
    toQuarter: quarterName(toQuarter),
    banks: reading.banks,
    credit: answerable,
    revenue,
    share: roundedShare(revenue / answerable),
  };
};

const undeclared = (explained: 'hardly' | 'partly', question: string): RuleRecord<UndeclaredEvidence> =>
  rule<UndeclaredEvidence>({
    version: 3,
    kind: 'sales',
    madeBy: ['flows', 'TO_KHAI_THUE'],
    question,
    legalBasis: `khoản 1 Điều 17 Luật Quản lý thuế 38/2019/QH14; tỷ lệ là ${OPERATIONAL_INDICATOR}`,
    fact: 'declared',
    restsOn: ['flows', 'registrations', 'TRANG_THAI_PHAP_LY', 'TO_KHAI_THUE', 'GOP_VON'],
    needs: moneyMoved,
    evaluate: (reading) => (reading.declared.explained === explained ? declaredShare(reading) : undefined),
    message: ({ fromQuarter, toQuarter, banks, credit, revenue, share }) =>
      `${quartersOf(fromQuarter, toQuarter)}, trong các quý đã khai hoặc quá hạn khai thuế, tiền vào tài khoản ${formatMoney(credit)} (theo ngân hàng ${banks}; đã trừ toàn bộ số vốn đã góp đến nay); ${revenue === 0 ? 'không kê khai doanh thu nào' : `doanh thu kê khai chỉ ${formatMoney(revenue)} (${percentOfSome(share)})`}.`,
  });

/** Rules that compare a company's money with its peers and with its declarations, and against what was declared. */
export const MONEY_RULES = {
  QUICKER_THAN_PEERS: quickerThanPeers,
  MONEY_UNDECLARED: undeclared(
    'hardly',
    'Doanh thu kê khai có chưa đến một phần mười tiền vào tài khoản (từ 200 triệu đồng) trong các quý đã khai hoặc đến hạn khai không?',
  ),
  MONEY_PARTLY_DECLARED: {
    ...undeclared(
      'partly',
      'Doanh thu kê khai có từ một phần mười đến dưới bốn phần mười tiền vào tài khoản trong các quý đã khai hoặc đến hạn khai không?',
    ),
    milderThan: 'MONEY_UNDECLARED',
  },
  MONEY_RESTS: rule<ThroughEvidence>({
    version: 6,
    kind: 'money',
    madeBy: ['flows'],
    question:
      'Tiền có lưu lại trong tài khoản quá nửa ngày làm việc, và các tháng khác nhau, như một hoạt động kinh doanh (mà không riêng một tài khoản nào, cũng không phải từ khi đổi người đại diện, tiền được chuyển đi trong vòng 5 giờ, và cũng không phải nhiều giao dịch được chuyển tiếp) không (giảm nhẹ)?',
    legalBasis: OPERATIONAL_INDICATOR,
    fact: 'money-rests',
    restsOn: ['flows', 'TO_KHAI_THUE', 'GOP_VON', 'BHXH'],
    relief: true,
    needs: moneyMoved,
    evaluate: (reading) => {
      const [money, ...parts] = reading.stretches;
      if (money === undefined || money.volume !== 'much' || money.pace !== 'slow' || money.evenness !== 'uneven')
        return undefined;
      // Money of many payments that leaves nearly evenly only waits.
      if (manyPaymentsPassedOn(reading) !== undefined) return undefined;
      // Money that rested with the former owner, or in another account, is no excuse for money that is passed on.
      if (parts.some(isPassedOnWithinHours)) return undefined;
      return passThroughEvidence(money, reading.banks);
    },
    message: (evidence) => `Giảm nhẹ: ${passThroughMessage(evidence, 'trong')} Tiền lưu lại, các tháng khác nhau.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
