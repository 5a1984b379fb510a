import { isFast, moneyThrough, type MoneyThrough, type Stretch, stretchOfAccount } from '../facts/flows.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import {
  type DeclaredEvidence,
  declaredEvidenceOf,
  declaredMessage,
  isMuch,
  LARGE,
  rushedThrough,
  SEVERAL_MONTHS,
  SIGNS_OF_MONEY,
  wasDrained,
} from './passage.ts';
import { PRACTICE, type Rule } from './rule.ts';

const declares = ({ answerable, revenue }: MoneyThrough, { returns }: CompanyProfile, share: number): boolean =>
  answerable < LARGE || !returns.known || revenue >= answerable * share;

const HUGE = 2_000_000_000;
const TENTH = 0.1;
const QUARTER = 0.25;

/**
 * However long it rested, past the minutes of a fast passage: what the owners put in, and as much again in loans, may be
 * spent before the first sale; strangers' money may not.
 */
export const undeclaredPassage: Rule<DeclaredEvidence & { readonly contributed: number }> = {
  code: 'PASS_THROUGH_UNDECLARED',
  version: 2,
  group: 'accounts',
  question:
    'Ngoài vốn góp, từ 2 tỷ đồng và từ mức vốn góp trở lên có vào tài khoản rồi từ 96,5 % được chuyển đi trong nhiều tháng, mà doanh thu kê khai chưa đến một phần mười?',
  legalBasis: `${SIGNS_OF_MONEY}; tỷ lệ là ${PRACTICE}`,
  fact: 'pass-through',
  evaluate: (reading) => {
    const { money, contributed } = reading;
    if (money.months < SEVERAL_MONTHS || !wasDrained(money) || isFast(money)) return undefined;
    if (money.credit - contributed < Math.max(HUGE, contributed) || declares(money, reading, TENTH)) return undefined;
    return { ...declaredEvidenceOf(money, reading), contributed };
  },
  message: (found) => `${declaredMessage(found)} Vốn góp đã chứng minh ${formatMoney(found.contributed)}.`,
};

/** A front keeps its true trade in one account and lets strangers' money through another: together they look slow. */
export const oneAccount: Rule<DeclaredEvidence> = {
  code: 'PASS_THROUGH_ONE_ACCOUNT',
  version: 2,
  group: 'accounts',
  question:
    'Một trong các tài khoản có nhận từ 500 triệu đồng rồi chuyển đi từ 94 % trong vòng 3 giờ, qua nhiều tháng, mà toàn bộ doanh thu kê khai chưa đến một phần tư số đó?',
  legalBasis: `${SIGNS_OF_MONEY}; tỷ lệ là ${PRACTICE}`,
  fact: 'pass-through',
  evaluate: (reading) => {
    const { money } = reading;
    if (reading.facts.accounts.length < 2 || !isMuch(money) || rushedThrough(money)) return undefined;
    // What explains all the money explains that of one account
    if (declares(money, reading, QUARTER)) return undefined;
    const one = busiestPassage(reading);
    return one && declaredEvidenceOf(one, { ...reading, money: one });
  },
  message: (found) => declaredMessage(found, 'Riêng một tài khoản, trong'),
};

const rushesThrough = (one: Stretch): boolean => isMuch(one) && rushedThrough(one);

function busiestPassage(reading: CompanyProfile): MoneyThrough | undefined {
  const { facts, returns } = reading;
  let busiest: MoneyThrough | undefined;
  for (const account of facts.accounts) {
    if (!rushesThrough(stretchOfAccount(account))) continue;
    const one = moneyThrough([account], returns);
    if (declares(one, reading, QUARTER)) continue;
    if (busiest === undefined || one.credit > busiest.credit) busiest = one;
  }
  return busiest;
}
