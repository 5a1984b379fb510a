import { formatDate, formatMonth } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts } from '../facts/company-facts.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { keepsMoney, openedBefore } from '../facts/flows.ts';
import { monthNumber } from '../facts/tax-calendar.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Evidence } from './finding.ts';
import { SMALL } from './passage.ts';
import { type Need, needing, PRACTICE, type Rule } from './rule.ts';
import { percent, roundedShare } from './wording.ts';

type ReactivatedEvidence = Evidence & {
  readonly openedOn: string;
  readonly firstMonth: string;
  readonly credit: number;
  readonly debit: number;
};

const ASLEEP_MONTHS = 6;

const reactivatedAccount: Rule<ReactivatedEvidence> = {
  code: 'ACCOUNT_WOKEN',
  version: 3,
  group: 'accounts',
  question:
    'Các tài khoản mở đã quá 6 tháng không có giao dịch từ 1 triệu đồng một tháng, rồi từ 100 triệu đồng chảy qua mà không lưu lại?',
  legalBasis: `Điều 29 Luật Phòng, chống rửa tiền 14/2022/QH15, mã nghi ngờ 6; mốc ${ASLEEP_MONTHS} tháng là ${PRACTICE}`,
  fact: 'woken-account',
  evaluate: ({ facts, money }) => {
    // A slow starter's first sales stay, or are spent over days.
    if (money.credit < SMALL || keepsMoney(money)) return undefined;
    const openedOn = openedBefore(facts.asOf, facts.accounts);
    if (openedOn === undefined || monthNumber(money.from) - monthNumber(openedOn) <= ASLEEP_MONTHS) return undefined;
    return { openedOn, firstMonth: money.from, credit: money.credit, debit: money.debit };
  },
  message: ({ openedOn, firstMonth, credit, debit }) =>
    `Tài khoản mở từ ngày ${formatDate(openedOn)} hầu như không có giao dịch đến tháng ${formatMonth(firstMonth)}, rồi nhận ${formatMoney(credit)} và chuyển đi ${formatMoney(debit)}.`,
};

const OFTEN = 0.25;
const AT_ALL = 0.08;

const fromAbroad: Need = ({ money }) => money.foreignShare >= AT_ALL;

type ForeignEvidence = Evidence & { readonly share: number; readonly credit: number };

const foreign = (code: string, from: number, below: number): Rule<ForeignEvidence> => ({
  code,
  version: 1,
  group: 'accounts',
  question: `Số giao dịch từ IP nước ngoài có từ ${percent(from)} không?`,
  legalBasis: 'Kế hoạch của UBND tỉnh thực hiện Công điện 139/CĐ-TTg (khi có chỉ đạo)',
  fact: 'foreign-ip',
  measure: 'foreignIp',
  evaluate: ({ money }) =>
    money.credit > 0 && money.foreignShare >= from && money.foreignShare < below
      ? { share: roundedShare(money.foreignShare), credit: money.credit }
      : undefined,
  message: ({ share, credit }) =>
    `${percent(share)} số giao dịch là từ IP nước ngoài; tiền vào các tài khoản ${formatMoney(credit)}.`,
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
    `${accounts} tài khoản trong danh sách nghi vấn (mã ${suspicion}, ngày ${formatDate(on)}).`,
};

const accountAmiss: Need = ({ facts }) =>
  facts.accounts.some(
    ({ listing, representative, phoneOwner }) =>
      listing !== undefined || representative === 'other' || phoneOwner === 'other',
  );

type CountEvidence = Evidence & { readonly others: number; readonly accounts: number };

function countAccounts(reading: CompanyProfile, asked: (account: AccountFacts) => boolean): CountEvidence | undefined {
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

/** An accountant keeps one of several; whoever runs them all is behind the company. */
const isMost = ({ others, accounts }: CountEvidence): boolean => others >= 2 && others * 2 > accounts;

const mostlyHeldByOthers: Rule<CountEvidence> = {
  ...heldByOthers,
  code: 'ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON',
  version: 1,
  question:
    'Từ hai tài khoản và quá nửa số tài khoản có do người khác, không phải người đại diện của doanh nghiệp, đứng tên không?',
  evaluate: (reading) => {
    const counted = heldByOthers.evaluate(reading);
    return counted && isMost(counted) ? counted : undefined;
  },
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

/** Whose the accounts are, where they are used from, and since when. */
export const ACCOUNT_RULES: readonly Rule[] = [
  reactivatedAccount,
  ...needing(fromAbroad, [
    foreign('FOREIGN_IP_OFTEN', OFTEN, Number.POSITIVE_INFINITY),
    foreign('FOREIGN_IP', AT_ALL, OFTEN),
  ]),
  ...needing(accountAmiss, [listed, mostlyHeldByOthers, heldByOthers, phoneOfAnother]),
  manyBanks,
];
