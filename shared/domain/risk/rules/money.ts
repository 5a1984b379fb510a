import { isFast, keepsMoney } from '../facts/flows.ts';
import { isBeyondMeans } from '../facts/means.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Evidence } from './finding.ts';
import { type Need, needing, PRACTICE, type Rule } from './rule.ts';
import {
  isMuch,
  leavesAtOnceNow,
  LARGE,
  monthsOf,
  SEVERAL_MONTHS,
  SMALL,
  type ThroughEvidence,
  throughRule,
  wentThrough,
} from './passage.ts';
import { RUSHING_RULES } from './rushing.ts';
import { SUSPENDED_PASSAGES } from './suspended-passage.ts';
import { oneAccount, undeclaredPassage } from './undeclared-passage.ts';
import { decimal, percent, rounded, roundedShare } from './wording.ts';

const SURGE_TIMES = 4;

const moneyMoved: Need = ({ money }) => money.months > 0;
const isSuspended: Need = ({ officialStatus }) => officialStatus.suspendedFrom !== undefined;
const hardlyRests: Need = ({ money }) => isFast(money) || isFast(money.lately) || wentThrough(money);

const staysRule: Rule<ThroughEvidence> = {
  ...throughRule(
    'MONEY_STAYS',
    3,
    'Tài khoản có giữ lại tiền như một hoạt động kinh doanh không (giảm nhẹ)?',
    ({ money }) =>
      money.months >= SEVERAL_MONTHS && keepsMoney(money) && keepsMoney(money.lately) ? money : undefined,
  ),
  message: (evidence) =>
    `Giảm nhẹ: trong ${monthsOf(evidence)}, tiền ra bằng ${percent(evidence.outShare)} tiền vào, tiền được giữ lại như kinh doanh.`,
};

const DRAINING: readonly Rule[] = [
  throughRule(
    'PASS_THROUGH',
    3,
    'Qua nhiều tháng, từ 500 triệu đồng tiền vào có từ 94 % được chuyển đi không?',
    ({ money }) => (isMuch(money) && wentThrough(money) && !isFast(money) ? money : undefined),
  ),
  throughRule('MONEY_MOVES_FAST', 3, 'Tiền vào từ 100 triệu đồng có lưu lại không quá 3 giờ không?', ({ money }) =>
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

const mostlyUndeclared: Need = ({ money: { answerable, revenue }, returns }) =>
  returns.known && answerable >= LARGE && revenue / answerable < MOSTLY;

const undeclared = (code: string, from: number, below: number): Rule<UndeclaredEvidence> => ({
  code,
  version: 2,
  group: 'accounts',
  question: 'Doanh thu kê khai có giải thích được tiền vào tài khoản trong các quý đã khai hoặc đến hạn khai không?',
  legalBasis: `khoản 1 Điều 17 Luật Quản lý thuế 38/2019/QH14; tỷ lệ là ${PRACTICE}`,
  fact: 'undeclared',
  evaluate: (reading) => {
    const { money } = reading;
    if (!mostlyUndeclared(reading)) return undefined;
    const share = money.revenue / money.answerable;
    return share >= from && share < below ? declaredShare(reading) : undefined;
  },
  message: ({ credit, revenue, share }) =>
    `Tiền vào tài khoản ${formatMoney(credit)} trong các quý đã khai hoặc đến hạn khai thuế, doanh thu kê khai chỉ ${formatMoney(revenue)} (${percent(share)}).`,
});

const declaredShare = ({ money }: CompanyProfile): UndeclaredEvidence => ({
  credit: money.answerable,
  revenue: money.revenue,
  share: roundedShare(money.revenue / money.answerable),
});

// Beyond this the money is not that of the sales.
const SOLD_FOR_CASH = 5;

const explained: Rule<UndeclaredEvidence> = {
  code: 'MONEY_DECLARED',
  version: 3,
  group: 'accounts',
  question:
    'Doanh thu kê khai có tương ứng với tiền vào tài khoản, không ít hơn một phần tư và không quá 5 lần (giảm nhẹ)?',
  legalBasis: PRACTICE,
  fact: 'undeclared',
  evaluate: (reading) => {
    const { answerable, revenue } = reading.money;
    if (answerable <= 0 || revenue < answerable / 4 || revenue > answerable * SOLD_FOR_CASH) return undefined;
    return isBeyondMeans(reading) || leavesAtOnceNow(reading.money) ? undefined : declaredShare(reading);
  },
  message: ({ share }) => `Giảm nhẹ: doanh thu kê khai bằng ${percent(share)} tiền vào tài khoản.`,
};

/** What goes through the accounts; a bank that was not heard says nothing. */
export const MONEY_RULES: readonly Rule[] = [
  ...needing(hardlyRests, RUSHING_RULES),
  oneAccount,
  ...needing(isSuspended, SUSPENDED_PASSAGES),
  ...needing(hardlyRests, [undeclaredPassage, ...DRAINING]),
  ...needing(moneyMoved, [staysRule, surge]),
  ...needing(mostlyUndeclared, [
    undeclared('MONEY_UNDECLARED', 0, NOTHING),
    undeclared('MONEY_TOKEN_REVENUE', NOTHING, 0.02),
    undeclared('MONEY_MOSTLY_UNDECLARED', 0.02, MOSTLY),
  ]),
  explained,
];
