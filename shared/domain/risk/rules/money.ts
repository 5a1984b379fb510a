import { type CompanyProfile, manyPaymentsPassedOn } from '../facts/company-profile.ts';
import { peersInWords } from '../facts/peers.ts';
import { isPassedOnWithinHours, PASS_THROUGH } from '../facts/pass-through.ts';
import { quarterName } from '../facts/tax-calendar.ts';
import { REPORTING_BANKS, type Said, figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import { moneyMoved } from './preconditions.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import {
  PASS_THROUGH_LEGAL_BASIS,
  passThroughEvidence,
  THROUGH_FIGURES,
  heldFor,
  type ThroughEvidence,
  passThroughMessage,
} from './pass-through-finding.ts';
import { quartersOf, roundedShare } from './wording.ts';

type PeerEvidence = ThroughEvidence & { readonly peers: number; readonly peersAre: string };

/** The share of peers that must keep their money longer: nineteen of twenty. */
const TWENTIETH = 0.05;

const quickerThanPeers = rule<PeerEvidence>({
  version: 3,
  kind: 'money',
  madeBy: ['flows'],
  question:
    'So với doanh nghiệp cùng ngành, mức vốn, độ tuổi trong tỉnh (không đủ 40 doanh nghiệp có số liệu thì so rộng hơn), tiền có được chuyển đi nhanh hơn 19 trong 20 doanh nghiệp, mà không còn lại bao nhiêu?',
  legalBasis: `${PASS_THROUGH_LEGAL_BASIS}; so sánh với doanh nghiệp khác là ${OPERATIONAL_INDICATOR}`,
  fact: 'peers-hold',
  restsOn: ['flows', 'registrations', 'TO_KHAI_THUE', 'GOP_VON'],
  needs: moneyMoved,
  figures: {
    ...THROUGH_FIGURES,
    peersAre: figure.text('được so với các doanh nghiệp trong tỉnh'),
    peers: figure.count('số doanh nghiệp được so, ít nhất'),
  },
  evaluate: (reading) => {
    const { peers } = reading.facts;
    const [money] = reading.stretches;
    if (peers === undefined || money === undefined) return undefined;
    if (peers.below >= TWENTIETH || money.outShare < PASS_THROUGH.kept || money.credit < PASS_THROUGH.small)
      return undefined;
    return { ...passThroughEvidence(money, reading.banks), peers: peers.count, peersAre: peersInWords(peers.cell) };
  },
  // The finding of the pass-through rule already contains these sums
  message: ({ outShare }, said) => {
    const held = said.holdMinutes === undefined ? '' : `lưu lại ${heldFor(said)} rồi `;
    const out = outShare >= 1 ? 'được chuyển đi hết' : `${said.outShare} được chuyển đi`;
    return `Tiền ${held}${out} (theo ngân hàng ${said.banks}): so với ít nhất ${said.peers} doanh nghiệp trong tỉnh có số liệu (${said.peersAre}), 19 trong 20 doanh nghiệp giữ tiền lâu hơn.`;
  },
});

type UndeclaredEvidence = Evidence & {
  readonly fromQuarter: string;
  readonly toQuarter: string;
  readonly banks: string;
  readonly credit: number;
  readonly revenue: number;
  readonly share: number;
  readonly filed: number;
  readonly owed: number;
  readonly unanswered: number;
};

const declaredShare = (reading: CompanyProfile): UndeclaredEvidence => {
  const { answerable, revenue, fromQuarter, toQuarter, filed, owed, unanswered } = reading.declared;
  return {
    fromQuarter: quarterName(fromQuarter),
    toQuarter: quarterName(toQuarter),
    banks: reading.banks,
    credit: answerable,
    revenue,
    share: roundedShare(revenue / answerable),
    filed,
    owed,
    unanswered,
  };
};

/** Which quarters' money is meant: returns of no revenue and returns that were never filed are two different matters. */
function ofQuarters({ filed, owed }: UndeclaredEvidence, said: Said<UndeclaredEvidence>): string {
  const kinds = [
    ...(filed === 0 ? [] : [[said.filed, 'đã khai'] as const]),
    ...(owed === 0 ? [] : [[said.owed, 'quá hạn khai 90 ngày mà không nộp tờ khai'] as const]),
  ];
  return kinds.map(([count, kind]) => (filed + owed === 1 ? kind : `${count} quý ${kind}`)).join(' và ');
}

function declaredOf({ filed, revenue }: UndeclaredEvidence, said: Said<UndeclaredEvidence>): string {
  if (revenue > 0) return `doanh thu kê khai chỉ ${said.revenue} (${said.share})`;
  return filed === 0 ? 'không kê khai doanh thu nào' : 'các tờ khai không có doanh thu nào';
}

const undeclared = (explained: 'hardly' | 'partly', question: string): RuleRecord<UndeclaredEvidence> =>
  rule<UndeclaredEvidence>({
    version: 5,
    kind: 'sales',
    madeBy: ['flows', 'TO_KHAI_THUE'],
    question,
    legalBasis: `khoản 2 Điều 17 Luật Quản lý thuế 38/2019/QH14; tỷ lệ là ${OPERATIONAL_INDICATOR}`,
    fact: 'declared',
    restsOn: ['flows', 'registrations', 'TRANG_THAI_PHAP_LY', 'TO_KHAI_THUE', 'GOP_VON'],
    needs: moneyMoved,
    figures: {
      fromQuarter: figure.quarter('từ quý'),
      toQuarter: figure.quarter('đến quý'),
      filed: figure.count('số quý có tiền vào đã khai'),
      owed: figure.count('số quý có tiền vào quá hạn khai 90 ngày, không nộp'),
      banks: REPORTING_BANKS,
      credit: figure.money('tiền vào trong các quý đó, đã trừ vốn góp'),
      revenue: figure.money('doanh thu kê khai từ quý đầu đến quý cuối'),
      share: figure.share('doanh thu so với tiền vào'),
      unanswered: figure.money('tiền vào của các quý khác, chưa tính'),
    },
    evaluate: (reading) => (reading.declared.explained === explained ? declaredShare(reading) : undefined),
    message: (evidence, said) => {
      const others =
        evidence.unanswered === 0
          ? ''
          : ` Chưa tính ${said.unanswered} tiền vào của các quý khác (quý đăng ký, quý chưa quá hạn khai 90 ngày, từ khi tạm ngừng, hoặc chưa có dữ liệu thuế).`;
      return `${quartersOf(said)} (${ofQuarters(evidence, said)}), tiền vào tài khoản ${said.credit} (theo ngân hàng ${said.banks}; đã trừ toàn bộ số vốn đã góp đến nay); ${declaredOf(evidence, said)}.${others}`;
    },
  });

/** Rules that compare a company's money with its peers and with its declarations, and against what was declared. */
export const MONEY_RULES = {
  QUICKER_THAN_PEERS: quickerThanPeers,
  MONEY_UNDECLARED: undeclared(
    'hardly',
    'Doanh thu kê khai có chưa đến một phần mười tiền vào tài khoản (từ 200 triệu đồng) trong các quý đã khai hoặc quá hạn khai 90 ngày không?',
  ),
  MONEY_PARTLY_DECLARED: {
    ...undeclared(
      'partly',
      'Doanh thu kê khai có từ một phần mười đến dưới bốn phần mười tiền vào tài khoản trong các quý đã khai hoặc quá hạn khai 90 ngày không?',
    ),
    milderThan: 'MONEY_UNDECLARED',
  },
  MONEY_RESTS: rule<ThroughEvidence>({
    version: 8,
    kind: 'money',
    madeBy: ['flows'],
    question:
      'Tiền có lưu lại trong tài khoản quá nửa ngày làm việc, và các tháng khác nhau, như một hoạt động kinh doanh (mà không riêng một tài khoản nào, cũng không phải từ khi đổi người đại diện, tiền được chuyển đi trong vòng 5 giờ, và cũng không phải nhiều giao dịch được chuyển tiếp) không (giảm nhẹ)?',
    legalBasis: OPERATIONAL_INDICATOR,
    fact: 'money-rests',
    restsOn: ['flows', 'TO_KHAI_THUE', 'GOP_VON', 'BHXH'],
    relief: true,
    needs: moneyMoved,
    figures: THROUGH_FIGURES,
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
    message: (evidence, said) =>
      `Giảm nhẹ: ${passThroughMessage(evidence, said, 'trong')} Tiền lưu lại, các tháng khác nhau.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
