import type { MoneyThrough, Stretch } from '../facts/flows.ts';
import type { Reading } from '../facts/reading.ts';
import { formatMoney } from '../money.ts';
import { daysBetween, formatDate } from '../dates.ts';
import type { AccountFacts } from '../facts/company-facts.ts';
import type { Evidence } from './finding.ts';
import { PRACTICE, type Rule } from './rule.ts';
import { decimal, percent, rounded } from './wording.ts';

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
const THROUGH = { manyMonths: 0.94, fewMonths: 0.965 } as const;
const KEEPS = 0.92;
const SURGE_TIMES = 4;
const LARGE = 500_000_000;

/** All that came in went out again: over several months hardly by chance, over one with a narrower margin. */
function wentThrough({ credit, months, outShare }: Stretch): boolean {
  return credit >= SMALL && outShare >= (months >= 3 ? THROUGH.manyMonths : THROUGH.fewMonths);
}

const isFast = ({ holdMinutes }: Stretch) => holdMinutes !== undefined && holdMinutes <= FAST_MINUTES;

const evidenceOf = ({ months, credit, debit, outShare, holdMinutes }: Stretch): ThroughEvidence => ({
  months,
  credit,
  debit,
  outShare: rounded(outShare),
  holdMinutes: holdMinutes === undefined ? -1 : Math.round(holdMinutes),
});

const throughMessage = ({ months, credit, debit, outShare, holdMinutes }: ThroughEvidence): string =>
  `Trong ${months} tháng có giao dịch, tiền vào ${formatMoney(credit)}, tiền ra ${formatMoney(debit)} (${percent(outShare)})${holdMinutes >= 0 ? `, lưu lại trung vị ${holdMinutes} phút` : ''}.`;

const throughRule = (
  code: string,
  question: string,
  asked: (money: MoneyThrough) => Stretch | undefined,
  prefix = '',
): Rule<ThroughEvidence> => ({
  code,
  version: 1,
  group: 'accounts',
  question,
  legalBasis: SIGNS_OF_MONEY,
  fact: 'pass-through',
  evaluate: ({ money }) => {
    const found = money.months > 0 ? asked(money) : undefined;
    return found && evidenceOf(found);
  },
  message: (evidence) => `${prefix}${throughMessage(evidence)}`,
});

const THROUGH_RULES = [
  throughRule('PASS_THROUGH_FAST', 'Tiền vào có được chuyển đi hầu hết và ngay không?', (money) =>
    wentThrough(money) && isFast(money) ? money : undefined,
  ),
  throughRule(
    'PASS_THROUGH_LATELY',
    'Trong ba tháng có giao dịch gần nhất, tiền vào có được chuyển đi hầu hết và ngay không?',
    ({ before, lately }) => (before && wentThrough(lately) && isFast(lately) ? lately : undefined),
    'Ba tháng có giao dịch gần nhất: ',
  ),
  throughRule('PASS_THROUGH', 'Tiền vào có được chuyển đi hầu hết không?', (money) =>
    wentThrough(money) && !isFast(money) ? money : undefined,
  ),
  throughRule('MONEY_MOVES_FAST', 'Tiền vào có lưu lại rất ngắn không?', (money) =>
    !wentThrough(money) && isFast(money) && money.credit >= SMALL ? money : undefined,
  ),
  throughRule(
    'MONEY_STAYS',
    'Tài khoản có giữ lại tiền như một hoạt động kinh doanh không (giảm nhẹ)?',
    (money) => (money.months >= 3 && money.outShare < KEEPS && !isFast(money) ? money : undefined),
    'Giảm nhẹ: ',
  ),
];

type SurgeEvidence = Evidence & {
  readonly lately: number;
  readonly before: number;
  readonly times: number;
};

const surge: Rule<SurgeEvidence> = {
  code: 'MONEY_SURGE',
  version: 1,
  group: 'accounts',
  question: 'Tiền vào bình quân ba tháng gần nhất có gấp từ 4 lần trước đó không?',
  legalBasis: `Điều 29 Luật Phòng, chống rửa tiền 14/2022/QH15, mã nghi ngờ 6; số lần là ${PRACTICE}`,
  fact: 'surge',
  evaluate: ({ money: { lately, before } }) => {
    if (!before || before.months < 2 || before.credit <= 0 || lately.credit < LARGE) return undefined;
    const times = lately.credit / lately.months / (before.credit / before.months);
    if (times < SURGE_TIMES) return undefined;
    return {
      lately: Math.round(lately.credit / lately.months),
      before: Math.round(before.credit / before.months),
      times: rounded(times),
    };
  },
  message: ({ lately, before, times }) =>
    `Tiền vào bình quân ${formatMoney(lately)} một tháng trong ba tháng gần nhất, gấp ${decimal(times)} lần trước đó (${formatMoney(before)}).`,
};

type WokenEvidence = Evidence & { readonly openedOn: string; readonly firstMonth: string; readonly credit: number };

const ASLEEP_DAYS = 180;

const wokenAccount: Rule<WokenEvidence> = {
  code: 'ACCOUNT_WOKEN',
  version: 1,
  group: 'accounts',
  question: 'Tài khoản mở đã lâu không có giao dịch, rồi tiền lớn chảy qua?',
  legalBasis: `Điều 29 Luật Phòng, chống rửa tiền 14/2022/QH15, mã nghi ngờ 6; mốc ${ASLEEP_DAYS} ngày là ${PRACTICE}`,
  fact: 'woken-account',
  evaluate: ({ facts }) => {
    for (const { openedOn, flows } of facts.accounts) {
      const [first] = flows;
      if (!first || openedOn === undefined || openedOn.slice(0, 7) >= first.period) continue;
      let credit = 0;
      for (const flow of flows) credit += flow.credit;
      if (credit < SMALL || daysBetween(openedOn, `${first.period}-01`) < ASLEEP_DAYS) continue;
      return { openedOn, firstMonth: first.period, credit };
    }
    return undefined;
  },
  message: ({ openedOn, firstMonth, credit }) =>
    `Tài khoản mở ngày ${formatDate(openedOn)} không có giao dịch đến tháng ${firstMonth.slice(5)}/${firstMonth.slice(0, 4)}, rồi nhận ${formatMoney(credit)}.`,
};

type UndeclaredEvidence = Evidence & { readonly credit: number; readonly revenue: number; readonly share: number };

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
  ...THROUGH_RULES,
  surge,
  wokenAccount,
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
