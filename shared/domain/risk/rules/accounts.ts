import type { AccountFacts } from '../facts/company-facts.ts';
import { addInOrder, foreignShareOf } from '../facts/flows.ts';
import { creditOf } from '../facts/means.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { Evidence } from './finding.ts';
import { type RulePrecondition, rule, type RuleRecord } from './rule.ts';
import { someOfAccounts, percent, roundedShare } from './wording.ts';

const OFTEN = 0.25;
const AT_ALL = 0.08;
const FOREIGN_IP = 'Kế hoạch của UBND tỉnh thực hiện Công điện 139/CĐ-TTg (khi có chỉ đạo)';
const HELD =
  'Điều 14, điểm c khoản 5 Điều 17 Thông tư 17/2024/TT-NHNN; Điều 8 Nghị định 52/2024/NĐ-CP (khi có chỉ đạo)';

type ForeignEvidence = Evidence & { readonly banks: string; readonly share: number; readonly credit: number };

/** The condition is tested once for both rules, because most companies have no such account. */
const usedFromAbroad: RulePrecondition = ({ facts, months }) =>
  months.length > 0 && foreignShareOf(facts.accounts) >= AT_ALL;

const foreign = (from: number, below: number): RuleRecord<ForeignEvidence> =>
  rule<ForeignEvidence>({
    version: 2,
    kind: 'account',
    sender: 'bank',
    question: `Khi tiền vào từ ${formatMoney(PASS_THROUGH.small)} trở lên, có từ ${percent(from)} số giao dịch đến từ IP nước ngoài không?`,
    legalBasis: FOREIGN_IP,
    fact: 'foreign-ip',
    restsOn: ['flows', 'TO_KHAI_THUE', 'GOP_VON'],
    measure: 'foreignIp',
    needs: usedFromAbroad,
    evaluate: (reading) => {
      const credit = creditOf(reading.months);
      if (credit < PASS_THROUGH.small) return undefined;
      const share = foreignShareOf(reading.facts.accounts);
      // A foreign owner uses the accounts from abroad, which is no sign.
      if (share < from || share >= below || reading.facts.people.some((person) => person.foreign)) return undefined;
      return { banks: reading.banks, share: roundedShare(share), credit };
    },
    message: ({ banks, share, credit }) =>
      `${percent(share)} số giao dịch là từ IP nước ngoài; tiền vào các tài khoản ${formatMoney(credit)}, theo ngân hàng ${banks}.`,
  });

type CountEvidence = Evidence & { readonly others: number; readonly accounts: number; readonly banks: string };

function countAccounts(
  { facts }: CompanyProfile,
  asked: (account: AccountFacts) => boolean,
): CountEvidence | undefined {
  const banks: string[] = [];
  let others = 0;
  for (const account of facts.accounts) {
    if (!asked(account)) continue;
    others += 1;
    addInOrder(account.bank, banks);
  }
  return others === 0 ? undefined : { others, accounts: facts.accounts.length, banks: banks.join(', ') };
}

/** An accountant may manage one of several accounts; others who manage most of them control the company. */
const isMost = ({ others, accounts }: CountEvidence): boolean => others >= 2 && others * 2 > accounts;

const isHeldByAnother = ({ representative }: AccountFacts): boolean => representative === 'other';

const heldByOthers = rule<CountEvidence>({
  version: 2,
  kind: 'account',
  sender: 'bank',
  question: 'Người đại diện của tài khoản có phải người đại diện của doanh nghiệp không?',
  legalBasis: HELD,
  fact: 'account-holder',
  restsOn: ['accounts', 'registrations', 'identities'],
  milderThan: 'ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON',
  measure: 'accountReview',
  needs: ({ facts }) => facts.accounts.some(isHeldByAnother),
  evaluate: (reading) => countAccounts(reading, isHeldByAnother),
  message: ({ others, accounts, banks }) =>
    `${someOfAccounts(others, accounts)} do người khác, không phải người đại diện của doanh nghiệp, đứng tên đại diện (theo ngân hàng ${banks}).`,
});

const isStrangers = ({ strangersPhone }: AccountFacts): boolean => strangersPhone !== undefined;

const phonesOf = (accounts: readonly AccountFacts[]): number =>
  new Set(accounts.flatMap(({ strangersPhone }) => strangersPhone ?? [])).size;

/** A phone without a known subscriber says something only where carriers were heard. */
const withoutSubscriber = ({ facts }: CompanyProfile, { unregisteredPhone }: AccountFacts): string | undefined =>
  facts.coverage.subscribers ? unregisteredPhone : undefined;

/** The phone is not in the registration, and no person of the company is known to be its subscriber. */
const phoneOfNobodyKnown = (reading: CompanyProfile, account: AccountFacts): string | undefined =>
  withoutSubscriber(reading, account) ?? account.strangersPhone;

/** The condition is tested once for all rules about such phones. */
const unknownPhones: RulePrecondition = (reading) =>
  reading.facts.accounts.some((account) => phoneOfNobodyKnown(reading, account) !== undefined);

const unregisteredPhones = rule<CountEvidence>({
  version: 1,
  kind: 'account',
  sender: 'bank',
  question:
    'Từ hai tài khoản có dùng số điện thoại khác nhau, đều không có trong hồ sơ đăng ký và không rõ hoặc không phải của người trong hồ sơ không?',
  legalBasis: FOREIGN_IP,
  fact: 'account-phone',
  restsOn: ['accounts', 'subscribers', 'registrations'],
  measure: 'accountReview',
  milderThan: 'ACCOUNT_PHONES_OF_STRANGERS',
  // The weight is limited because a phone card is cheap.
  atMost: 4,
  needs: unknownPhones,
  evaluate: (reading) => {
    const counted = countAccounts(reading, (account) => phoneOfNobodyKnown(reading, account) !== undefined);
    const phones = new Set(reading.facts.accounts.flatMap((account) => phoneOfNobodyKnown(reading, account) ?? []));
    return counted && phones.size >= 2 ? counted : undefined;
  },
  message: ({ others, accounts, banks }) =>
    `${someOfAccounts(others, accounts)} (ngân hàng ${banks}) dùng các số điện thoại khác nhau, đều không có trong hồ sơ đăng ký và không ai trong hồ sơ được biết là chủ thuê bao.`,
});

const strangersPhones = rule<CountEvidence>({
  version: 1,
  kind: 'account',
  sender: 'bank',
  question: 'Tài khoản có dùng số điện thoại không có trong hồ sơ đăng ký và đứng tên người lạ không?',
  legalBasis: FOREIGN_IP,
  fact: 'account-phone',
  restsOn: ['accounts', 'subscribers', 'registrations'],
  measure: 'accountReview',
  needs: unknownPhones,
  evaluate: (reading) => countAccounts(reading, isStrangers),
  message: ({ others, accounts, banks }) =>
    `${someOfAccounts(others, accounts)} (ngân hàng ${banks}) dùng số điện thoại không có trong hồ sơ đăng ký, đứng tên người không liên quan đến doanh nghiệp.`,
});

const isPhoneOfAnother = ({ phoneOwner }: AccountFacts): boolean => phoneOwner === 'other';

/** Rules about the people behind accounts, and about the places from which accounts are used. */
export const ACCOUNT_RULES = {
  FOREIGN_IP_OFTEN: foreign(OFTEN, Number.POSITIVE_INFINITY),
  FOREIGN_IP: { ...foreign(AT_ALL, OFTEN), milderThan: 'FOREIGN_IP_OFTEN' },
  ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON: rule<CountEvidence>({
    ...heldByOthers,
    question:
      'Từ hai tài khoản và quá nửa số tài khoản có do người khác, không phải người đại diện của doanh nghiệp, đứng tên không?',
    milderThan: undefined,
    evaluate: (reading) => {
      const counted = heldByOthers.evaluate(reading);
      return counted && isMost(counted) ? counted : undefined;
    },
  }),
  ACCOUNT_OF_ANOTHER_PERSON: heldByOthers,
  ACCOUNT_PHONES_OF_STRANGERS: rule<CountEvidence>({
    ...strangersPhones,
    question:
      'Từ hai tài khoản có dùng số điện thoại khác nhau, đều không có trong hồ sơ đăng ký và đứng tên người lạ không?',
    sign: 'bad',
    // The weight is limited because a criminal who knows this rule can cheaply buy a phone card in
    // the director's name.
    atMost: 4.5,
    evaluate: (reading) => {
      const counted = strangersPhones.evaluate(reading);
      return counted && phonesOf(reading.facts.accounts) >= 2 ? counted : undefined;
    },
  }),
  ACCOUNT_PHONES_UNREGISTERED: unregisteredPhones,
  ACCOUNT_PHONE_OF_A_STRANGER: { ...strangersPhones, milderThan: 'ACCOUNT_PHONES_OF_STRANGERS' },
  ACCOUNT_PHONE_UNREGISTERED: rule<CountEvidence>({
    ...unregisteredPhones,
    question: 'Tài khoản có dùng số điện thoại không có trong hồ sơ đăng ký, không rõ chủ thuê bao không?',
    milderThan: 'ACCOUNT_PHONE_OF_A_STRANGER',
    atMost: 1.5,
    evaluate: (reading) => countAccounts(reading, (account) => withoutSubscriber(reading, account) !== undefined),
    message: ({ others, accounts, banks }) =>
      `${someOfAccounts(others, accounts)} (ngân hàng ${banks}) dùng số điện thoại không có trong hồ sơ đăng ký, không rõ chủ thuê bao.`,
  }),
  ACCOUNT_PHONE_OF_ANOTHER_PERSON: rule<CountEvidence>({
    version: 2,
    kind: 'account',
    sender: 'bank',
    question: 'Số điện thoại của tài khoản có đứng tên người đại diện tài khoản không?',
    legalBasis: FOREIGN_IP,
    fact: 'account-phone',
    restsOn: ['accounts', 'subscribers', 'registrations'],
    milderThan: 'ACCOUNT_PHONE_OF_A_STRANGER',
    measure: 'accountReview',
    evaluate: (reading) => countAccounts(reading, isPhoneOfAnother),
    message: ({ others, accounts }) => `${someOfAccounts(others, accounts)} dùng số điện thoại đứng tên người khác.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
