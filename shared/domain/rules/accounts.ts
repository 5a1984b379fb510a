import type { Reading } from '../facts/reading.ts';
import { formatMoney } from '../money.ts';
import type { AccountFacts } from '../facts/company-facts.ts';
import type { Evidence } from './finding.ts';
import { PRACTICE, type Rule } from './rule.ts';
import { percent, rounded } from './wording.ts';

type ThroughEvidence = Evidence & {
  readonly months: number;
  readonly credit: number;
  readonly debit: number;
  readonly outShare: number;
  readonly holdMinutes: number;
};

const SIGNS_OF_MONEY = 'Điều 29 Luật Phòng, chống rửa tiền 14/2022/QH15; mã nghi ngờ 3';
const SMALL = 100_000_000;
const FAST_MINUTES = 180;
const THROUGH = { manyMonths: 0.94, oneMonth: 0.965 } as const;

/** All that came in went out again: over several months hardly by chance, over one with a narrower margin. */
function wentThrough({ money }: Reading): boolean {
  if (money.credit < SMALL) return false;
  return money.outShare >= (money.months >= 3 ? THROUGH.manyMonths : THROUGH.oneMonth);
}

const isFast = ({ money }: Reading) => money.holdMinutes !== undefined && money.holdMinutes <= FAST_MINUTES;

const throughEvidence = ({ money }: Reading): ThroughEvidence => ({
  months: money.months,
  credit: money.credit,
  debit: money.debit,
  outShare: rounded(money.outShare),
  holdMinutes: money.holdMinutes === undefined ? -1 : Math.round(money.holdMinutes),
});

const throughMessage = ({ months, credit, debit, outShare, holdMinutes }: ThroughEvidence): string =>
  `Trong ${months} lượt tháng, tiền vào ${formatMoney(credit)}, tiền ra ${formatMoney(debit)} (${percent(outShare)})${holdMinutes >= 0 ? `, lưu lại trung vị ${holdMinutes} phút` : ''}.`;

const passThroughFast: Rule<ThroughEvidence> = {
  code: 'PASS_THROUGH_FAST',
  version: 1,
  group: 'accounts',
  question: 'Tiền vào có được chuyển đi hầu hết và ngay không?',
  legalBasis: SIGNS_OF_MONEY,
  fact: 'pass-through',
  evaluate: (reading) => (wentThrough(reading) && isFast(reading) ? throughEvidence(reading) : undefined),
  message: throughMessage,
};

const passThrough: Rule<ThroughEvidence> = {
  code: 'PASS_THROUGH',
  version: 1,
  group: 'accounts',
  question: 'Tiền vào có được chuyển đi hầu hết không?',
  legalBasis: SIGNS_OF_MONEY,
  fact: 'pass-through',
  evaluate: (reading) => (wentThrough(reading) && !isFast(reading) ? throughEvidence(reading) : undefined),
  message: throughMessage,
};

const fastMoney: Rule<ThroughEvidence> = {
  code: 'MONEY_MOVES_FAST',
  version: 1,
  group: 'accounts',
  question: 'Tiền vào có lưu lại rất ngắn không?',
  legalBasis: SIGNS_OF_MONEY,
  fact: 'pass-through',
  evaluate: (reading) =>
    !wentThrough(reading) && isFast(reading) && reading.money.credit >= SMALL ? throughEvidence(reading) : undefined,
  message: throughMessage,
};

type UndeclaredEvidence = Evidence & { readonly credit: number; readonly revenue: number; readonly share: number };

const LARGE = 500_000_000;
// A share below this is no revenue at all.
const NOTHING = 1e-6;

const undeclared = (code: string, from: number, below: number): Rule<UndeclaredEvidence> => ({
  code,
  version: 1,
  group: 'accounts',
  question: 'Doanh thu kê khai có giải thích được tiền vào tài khoản trong các quý đã khai hoặc đến hạn khai không?',
  legalBasis: `khoản 1 Điều 17 Luật Quản lý thuế 38/2019/QH14; tỷ lệ là ${PRACTICE}`,
  fact: 'undeclared',
  evaluate: ({ money }) => {
    if (money.answerable < LARGE) return undefined;
    const share = money.revenue / money.answerable;
    return share >= from && share < below
      ? { credit: money.answerable, revenue: money.revenue, share: rounded(share) }
      : undefined;
  },
  message: ({ credit, revenue, share }) =>
    `Tiền vào tài khoản ${formatMoney(credit)} trong các quý đã khai hoặc đến hạn khai thuế, doanh thu kê khai chỉ ${formatMoney(revenue)} (${percent(share)}).`,
});

const explained: Rule<UndeclaredEvidence> = {
  code: 'MONEY_DECLARED',
  version: 1,
  group: 'accounts',
  question: 'Doanh thu kê khai có tương ứng với tiền vào tài khoản không (giảm nhẹ)?',
  legalBasis: PRACTICE,
  fact: 'undeclared',
  evaluate: ({ money }) =>
    money.answerable > 0 && money.revenue >= money.answerable / 4
      ? { credit: money.answerable, revenue: money.revenue, share: rounded(money.revenue / money.answerable) }
      : undefined,
  message: ({ credit, revenue, share }) =>
    `Giảm nhẹ: doanh thu kê khai ${formatMoney(revenue)} bằng ${percent(share)} tiền vào ${formatMoney(credit)}.`,
};

const keepsMoney: Rule<ThroughEvidence> = {
  code: 'MONEY_STAYS',
  version: 1,
  group: 'accounts',
  question: 'Tài khoản có giữ lại tiền như một hoạt động kinh doanh không (giảm nhẹ)?',
  legalBasis: PRACTICE,
  fact: 'pass-through',
  evaluate: (reading) =>
    reading.money.months >= 3 && reading.money.outShare < 0.92 && !isFast(reading)
      ? throughEvidence(reading)
      : undefined,
  message: (evidence) => `Giảm nhẹ: ${throughMessage(evidence)}`,
};

type ForeignEvidence = Evidence & { readonly share: number; readonly credit: number };

const foreign = (code: string, from: number, below: number): Rule<ForeignEvidence> => ({
  code,
  version: 1,
  group: 'accounts',
  question: `Giao dịch từ IP nước ngoài có từ ${percent(from)} không?`,
  legalBasis: 'Kế hoạch của UBND tỉnh thực hiện Công điện 139/CĐ-TTg (khi có chỉ đạo)',
  fact: 'foreign-ip',
  measure: 'foreignIp',
  evaluate: ({ money }) =>
    money.credit > 0 && money.foreignShare >= from && money.foreignShare < below
      ? { share: rounded(money.foreignShare), credit: money.credit }
      : undefined,
  message: ({ share, credit }) => `${percent(share)} giao dịch (tiền vào ${formatMoney(credit)}) từ IP nước ngoài.`,
});

const listed: Rule<Evidence & { readonly accounts: number; readonly suspicion: number; readonly on: string }> = {
  code: 'LISTED_ACCOUNT',
  version: 1,
  group: 'accounts',
  question: 'Doanh nghiệp có tài khoản trong danh sách nghi vấn không?',
  legalBasis: 'Thông tư 17/2024/TT-NHNN; danh sách tài khoản nghi vấn của Công an tỉnh (khi có chỉ đạo)',
  fact: 'listing',
  measure: 'suspiciousAccounts',
  evaluate: ({ facts }) => {
    const first = facts.accounts.find(({ listing }) => listing !== undefined)?.listing;
    if (!first) return undefined;
    const accounts = facts.accounts.filter(({ listing }) => listing !== undefined).length;
    return { accounts, suspicion: first.code, on: first.on };
  },
  message: ({ accounts, suspicion, on }) =>
    `${accounts} tài khoản trong danh sách nghi vấn (mã ${suspicion}, ngày ${on}).`,
};

type CountEvidence = Evidence & { readonly others: number; readonly accounts: number };

function countAccounts(reading: Reading, asked: (account: AccountFacts) => boolean): CountEvidence | undefined {
  const { accounts } = reading.facts;
  let others = 0;
  for (const account of accounts) if (asked(account)) others += 1;
  return others > 0 ? { others, accounts: accounts.length } : undefined;
}

const heldByOthers: Rule<CountEvidence> = {
  code: 'ACCOUNT_OF_ANOTHER_PERSON',
  version: 1,
  group: 'accounts',
  question: 'Người đại diện của tài khoản có phải người đại diện của doanh nghiệp không?',
  legalBasis:
    'Điều 14, điểm c khoản 5 Điều 17 Thông tư 17/2024/TT-NHNN; Điều 8 Nghị định 52/2024/NĐ-CP (khi có chỉ đạo)',
  fact: 'account-holder',
  measure: 'accountReview',
  evaluate: (reading) => countAccounts(reading, ({ representative }) => representative === 'other'),
  message: ({ others, accounts }) =>
    `${others} trên ${accounts} tài khoản do người khác, không phải người đại diện của doanh nghiệp, đứng tên đại diện.`,
};

const phoneOfAnother: Rule<CountEvidence> = {
  code: 'ACCOUNT_PHONE_OF_ANOTHER_PERSON',
  version: 1,
  group: 'accounts',
  question: 'Số điện thoại của tài khoản có đứng tên người đại diện tài khoản không?',
  legalBasis: 'Kế hoạch của UBND tỉnh thực hiện Công điện 139/CĐ-TTg (khi có chỉ đạo)',
  fact: 'account-phone',
  measure: 'accountReview',
  evaluate: (reading) => countAccounts(reading, ({ phoneOwner }) => phoneOwner === 'other'),
  message: ({ others, accounts }) => `${others} trên ${accounts} tài khoản dùng số điện thoại đứng tên người khác.`,
};

const MANY_BANKS = 3;

const manyBanks: Rule<Evidence & { readonly banks: number; readonly revenue: number }> = {
  code: 'MANY_BANKS',
  version: 1,
  group: 'accounts',
  question: 'Doanh nghiệp có mở tài khoản ở từ 3 ngân hàng trở lên không?',
  legalBasis: PRACTICE,
  fact: 'banks',
  evaluate: ({ facts, returns }) => {
    if (facts.accounts.length < MANY_BANKS) return undefined;
    const banks = new Set(facts.accounts.map(({ bank }) => bank)).size;
    return banks >= MANY_BANKS ? { banks, revenue: returns.revenue } : undefined;
  },
  message: ({ banks, revenue }) => `Có tài khoản ở ${banks} ngân hàng, doanh thu kê khai ${formatMoney(revenue)}.`,
};

/** Accounts and what goes through them; a bank that was not heard says nothing. */
export const ACCOUNT_RULES: readonly Rule[] = [
  passThroughFast,
  passThrough,
  fastMoney,
  keepsMoney,
  undeclared('MONEY_UNDECLARED', 0, NOTHING),
  undeclared('MONEY_TOKEN_REVENUE', NOTHING, 0.02),
  undeclared('MONEY_MOSTLY_UNDECLARED', 0.02, 0.1),
  explained,
  foreign('FOREIGN_IP_OFTEN', 0.25, Number.POSITIVE_INFINITY),
  foreign('FOREIGN_IP', 0.08, 0.25),
  listed,
  heldByOthers,
  phoneOfAnother,
  manyBanks,
];
