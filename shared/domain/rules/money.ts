import { isFast, keepsMoney, type MoneyThrough, type Stretch } from '../facts/flows.ts';
import { isBeyondMeans } from '../facts/means.ts';
import type { Reading } from '../facts/reading.ts';
import { formatMoney } from '../money.ts';
import type { Evidence } from './finding.ts';
import { type Need, needing, PRACTICE, type Rule } from './rule.ts';
import {
  evidenceOf,
  isMuch,
  LARGE,
  monthsOf,
  SEVERAL_MONTHS,
  SIGNS_OF_MONEY,
  SMALL,
  throughMessage,
  type ThroughEvidence,
  wentThrough,
} from './passage.ts';
import { oneAccount, undeclaredPassage } from './undeclared-passage.ts';
import { decimal, percent, rounded } from './wording.ts';

const EXPLAINS = 0.4;
const SURGE_TIMES = 4;

const moneyMoved: Need = ({ money }) => money.months > 0;
const hardlyRests: Need = ({ money }) => isFast(money) || isFast(money.lately) || wentThrough(money);

const throughRule = (
  code: string,
  version: number,
  question: string,
  asked: (money: MoneyThrough, reading: Reading) => Stretch | undefined,
  said: (evidence: ThroughEvidence) => string = throughMessage,
): Rule<ThroughEvidence> => ({
  code,
  version,
  group: 'accounts',
  question,
  legalBasis: SIGNS_OF_MONEY,
  fact: 'pass-through',
  evaluate: (reading) => {
    const { money } = reading;
    const found = money.months > 0 ? asked(money, reading) : undefined;
    return found && evidenceOf(found);
  },
  message: (evidence) => said(evidence),
});

/** A shop or a broker whose money moves fast declares it: revenue in the size of the money, invoices in the size of the revenue. */
function isExplained({ credit }: Stretch, reading: Reading): boolean {
  const {
    returns: { revenue },
    invoiced,
  } = reading;
  if (isBeyondMeans(reading)) return false;
  return revenue >= credit * EXPLAINS && invoiced >= revenue / 2 && invoiced <= revenue * 2;
}

const staysRule: Rule<ThroughEvidence> = {
  ...throughRule(
    'MONEY_STAYS',
    2,
    'Tài khoản có giữ lại tiền như một hoạt động kinh doanh không (giảm nhẹ)?',
    (money) => (money.months >= SEVERAL_MONTHS && keepsMoney(money) && keepsMoney(money.lately) ? money : undefined),
  ),
  message: (evidence) =>
    `Giảm nhẹ: trong ${monthsOf(evidence)}, tiền ra bằng ${percent(evidence.outShare)} tiền vào, tiền được giữ lại như kinh doanh.`,
};

const RUSHING: readonly Rule[] = [
  throughRule(
    'PASS_THROUGH_FAST',
    2,
    'Tiền vào có được chuyển đi hầu hết và ngay, mà không khai doanh thu tương ứng?',
    (money, reading) =>
      isMuch(money) && wentThrough(money) && isFast(money) && !isExplained(money, reading) ? money : undefined,
  ),
  throughRule(
    'PASS_THROUGH_BRIEFLY',
    1,
    'Tiền vào của một, hai tháng, hoặc dưới 500 triệu đồng, có được chuyển đi hầu hết và ngay, mà không khai doanh thu tương ứng?',
    (money, reading) =>
      !isMuch(money) && wentThrough(money) && isFast(money) && !isExplained(money, reading) ? money : undefined,
  ),
  throughRule(
    'PASS_THROUGH_LATELY',
    2,
    'Tiền trước đó lưu lại trong tài khoản, mà ba tháng có giao dịch gần nhất được chuyển đi hầu hết và ngay, không khai doanh thu tương ứng?',
    (money, reading) =>
      money.before &&
      !isFast(money.before) &&
      isMuch(money.lately) &&
      wentThrough(money.lately) &&
      isFast(money.lately) &&
      !isExplained(money.lately, reading)
        ? money.lately
        : undefined,
    (evidence) => throughMessage(evidence, 'Khác hẳn trước đó, trong'),
  ),
  throughRule(
    'PASS_THROUGH_DECLARED',
    2,
    'Tiền vào có được chuyển đi hầu hết và ngay, dù có khai doanh thu?',
    (money, reading) => (wentThrough(money) && isFast(money) && isExplained(money, reading) ? money : undefined),
  ),
];

const DRAINING: readonly Rule[] = [
  throughRule(
    'PASS_THROUGH',
    2,
    'Qua nhiều tháng, từ 500 triệu đồng tiền vào có được chuyển đi hầu hết không?',
    (money) => (isMuch(money) && wentThrough(money) && !isFast(money) ? money : undefined),
  ),
  throughRule('MONEY_MOVES_FAST', 2, 'Tiền vào có lưu lại rất ngắn không?', (money) =>
    !wentThrough(money) && isFast(money) && money.credit >= SMALL ? money : undefined,
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

type UndeclaredEvidence = Evidence & { readonly credit: number; readonly revenue: number; readonly share: number };

// A share below this is no revenue at all.
const NOTHING = 1e-6;

const MOSTLY = 0.1;

const mostlyUndeclared: Need = ({ money: { answerable, revenue } }) =>
  answerable >= LARGE && revenue / answerable < MOSTLY;

const undeclared = (code: string, from: number, below: number): Rule<UndeclaredEvidence> => ({
  code,
  version: 1,
  group: 'accounts',
  question: 'Doanh thu kê khai có giải thích được tiền vào tài khoản trong các quý đã khai hoặc đến hạn khai không?',
  legalBasis: `khoản 1 Điều 17 Luật Quản lý thuế 38/2019/QH14; tỷ lệ là ${PRACTICE}`,
  fact: 'undeclared',
  evaluate: (reading) => {
    const { money } = reading;
    if (money.answerable < LARGE) return undefined;
    const share = money.revenue / money.answerable;
    return share >= from && share < below ? declaredShare(reading) : undefined;
  },
  message: ({ credit, revenue, share }) =>
    `Tiền vào tài khoản ${formatMoney(credit)} trong các quý đã khai hoặc đến hạn khai thuế, doanh thu kê khai chỉ ${formatMoney(revenue)} (${percent(share)}).`,
});

const declaredShare = ({ money }: Reading): UndeclaredEvidence => ({
  credit: money.answerable,
  revenue: money.revenue,
  share: rounded(money.revenue / money.answerable),
});

const explained: Rule<UndeclaredEvidence> = {
  code: 'MONEY_DECLARED',
  version: 2,
  group: 'accounts',
  question: 'Doanh thu kê khai có tương ứng với tiền vào tài khoản không (giảm nhẹ)?',
  legalBasis: PRACTICE,
  fact: 'undeclared',
  evaluate: (reading) =>
    reading.money.answerable > 0 && reading.money.revenue >= reading.money.answerable / 4 && !isBeyondMeans(reading)
      ? declaredShare(reading)
      : undefined,
  message: ({ share }) => `Giảm nhẹ: doanh thu kê khai bằng ${percent(share)} tiền vào tài khoản.`,
};

/** What goes through the accounts; a bank that was not heard says nothing. */
export const MONEY_RULES: readonly Rule[] = [
  ...needing(hardlyRests, RUSHING),
  oneAccount,
  ...needing(hardlyRests, [undeclaredPassage, ...DRAINING]),
  ...needing(moneyMoved, [staysRule, surge]),
  ...needing(mostlyUndeclared, [
    undeclared('MONEY_UNDECLARED', 0, NOTHING),
    undeclared('MONEY_TOKEN_REVENUE', NOTHING, 0.02),
    undeclared('MONEY_MOSTLY_UNDECLARED', 0.02, MOSTLY),
  ]),
  explained,
];
