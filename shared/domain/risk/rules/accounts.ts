import type { AccountFacts } from '../facts/company-facts.ts';
import { addInOrder } from '../facts/flows.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { figure, type Figures, type Said } from './figure.ts';
import type { Evidence } from './finding.ts';
import { BY_DIRECTIVE, FOREIGN_IP_RULES } from './foreign-ip.ts';
import { type RulePrecondition, rule, type RuleRecord } from './rule.ts';

const HELD =
  'Điều 14, điểm c khoản 5 Điều 17 Thông tư 17/2024/TT-NHNN; Điều 8 Nghị định 52/2024/NĐ-CP (khi có chỉ đạo)';

type CountEvidence = Evidence & {
  readonly others: number;
  readonly accounts: number;
  readonly banks: string;
  /** The accounts of which the banks' and carriers' rows don't say it. */
  readonly unsaid: number;
};

const countFigures = (others: string, unsaid: string): Figures<CountEvidence> => ({
  others: figure.count(others),
  accounts: figure.count('số tài khoản của doanh nghiệp'),
  banks: figure.banks('ngân hàng của các tài khoản có dấu hiệu này'),
  unsaid: figure.count(unsaid),
});

/** Says how many of a company's accounts are meant, at the beginning of a sentence. */
function someOfAccounts({ others, accounts }: CountEvidence, said: Said<CountEvidence>): string {
  if (others < accounts) return `${said.others} trên ${said.accounts} tài khoản`;
  return accounts === 1 ? 'Tài khoản duy nhất' : `Cả ${said.accounts} tài khoản`;
}

/** Says of how many other accounts a matter is unknown, at the end of a sentence. */
const unsaidThen = ({ unsaid }: CountEvidence, said: Said<CountEvidence>, why: string): string =>
  unsaid === 0 ? '' : `; ${said.unsaid} tài khoản khác ${why} nên chưa so được`;

function countAccounts(
  { facts }: CompanyProfile,
  asked: (account: AccountFacts) => boolean,
  isUnsaid: (account: AccountFacts) => boolean,
): CountEvidence | undefined {
  const banks: string[] = [];
  let [others, unsaid] = [0, 0];
  for (const account of facts.accounts) {
    if (!asked(account)) {
      if (isUnsaid(account)) unsaid += 1;
      continue;
    }
    others += 1;
    addInOrder(account.bank, banks);
  }
  return others === 0 ? undefined : { others, accounts: facts.accounts.length, banks: banks.join(', '), unsaid };
}

/** An accountant may manage one of several accounts; others who manage most of them control the company. */
const isMost = ({ others, accounts }: CountEvidence): boolean => others >= 2 && others * 2 > accounts;

const isHeldByAnother = ({ representative }: AccountFacts): boolean => representative === 'other';
const isHeldByUnknown = ({ representative }: AccountFacts): boolean =>
  representative === 'unknown' || representative === 'unchecked';

const heldByOthers = rule<CountEvidence>({
  version: 3,
  kind: 'account',
  madeBy: ['accounts'],
  question: 'Người đại diện của tài khoản có phải người đại diện của doanh nghiệp không?',
  legalBasis: HELD,
  fact: 'account-holder',
  restsOn: ['accounts', 'registrations', 'identities'],
  milderThan: 'ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON',
  measure: 'accountReview',
  needs: ({ facts }) => facts.accounts.some(isHeldByAnother),
  figures: countFigures(
    'số tài khoản do người khác đứng tên đại diện',
    'số tài khoản chưa so được người đại diện (không ghi số giấy tờ, hoặc số chưa đối chiếu được)',
  ),
  evaluate: (reading) => countAccounts(reading, isHeldByAnother, isHeldByUnknown),
  message: (evidence, said) =>
    `${someOfAccounts(evidence, said)} do người khác, không phải người đại diện của doanh nghiệp, đứng tên đại diện (theo ngân hàng ${said.banks})${unsaidThen(evidence, said, 'không ghi số giấy tờ người đại diện, hoặc số đó chưa đối chiếu được,')}.`,
});

const isStrangers = ({ strangersPhone }: AccountFacts): boolean => strangersPhone !== undefined;

const phonesOf = (accounts: readonly AccountFacts[]): number =>
  new Set(accounts.flatMap(({ strangersPhone }) => strangersPhone ?? [])).size;

/** A phone without a known subscriber says something only where carriers were heard. */
const unregisteredPhone = ({ facts }: CompanyProfile, account: AccountFacts): string | undefined =>
  facts.coverage.subscribers ? account.unregisteredPhone : undefined;

/** The phone is not in the registration, and no person of the company is known to be its subscriber. */
const phoneOfNobodyKnown = (reading: CompanyProfile, account: AccountFacts): string | undefined =>
  unregisteredPhone(reading, account) ?? account.strangersPhone;

const isWithoutSubscriber = ({ withoutSubscriber: is }: AccountFacts): boolean => is === true;

const NO_SUBSCRIBER = 'không có số điện thoại hoặc không rõ chủ thuê bao';
const phoneFigures = (others: string): Figures<CountEvidence> =>
  countFigures(others, `số tài khoản khác ${NO_SUBSCRIBER}`);

const NOBODY_OF_THE_FILE =
  'chủ thuê bao không phải người nào trong hồ sơ đăng ký, cũng không phải người đại diện của tài khoản';

/** The condition is tested once for all rules about such phones. */
const unknownPhones: RulePrecondition = (reading) =>
  reading.facts.accounts.some((account) => phoneOfNobodyKnown(reading, account) !== undefined);

const unregisteredPhones = rule<CountEvidence>({
  version: 3,
  kind: 'account',
  madeBy: ['accounts', 'subscribers'],
  question:
    'Từ hai tài khoản có dùng số điện thoại khác nhau, đều không có trong hồ sơ đăng ký và không rõ hoặc không phải của người trong hồ sơ không?',
  legalBasis: BY_DIRECTIVE,
  fact: 'account-phone',
  reportedAs: 'account-phone-unknown',
  restsOn: ['accounts', 'subscribers', 'registrations'],
  measure: 'accountReview',
  milderThan: 'ACCOUNT_PHONES_OF_STRANGERS',
  // The weight is limited because carriers send only some subscribers: a phone that is absent may well be somebody's.
  atMost: 1.5,
  needs: unknownPhones,
  figures: phoneFigures('số tài khoản dùng số điện thoại không có trong hồ sơ đăng ký'),
  evaluate: (reading) => {
    const counted = countAccounts(
      reading,
      (account) => phoneOfNobodyKnown(reading, account) !== undefined,
      isWithoutSubscriber,
    );
    const phones = new Set(reading.facts.accounts.flatMap((account) => phoneOfNobodyKnown(reading, account) ?? []));
    // Where all are strangers' the graver rule says more, and the registration may contain no phone at all
    const isOneUnregistered = reading.facts.accounts.some((account) => unregisteredPhone(reading, account));
    return isOneUnregistered && phones.size >= 2 ? counted : undefined;
  },
  message: (evidence, said) =>
    `${someOfAccounts(evidence, said)} (ngân hàng ${said.banks}) dùng các số điện thoại khác nhau, đều không có trong hồ sơ đăng ký, không rõ chủ thuê bao hoặc ${NOBODY_OF_THE_FILE}${unsaidThen(evidence, said, NO_SUBSCRIBER)}.`,
});

const strangersPhones = rule<CountEvidence>({
  version: 3,
  kind: 'account',
  madeBy: ['accounts', 'subscribers'],
  question: 'Tài khoản có dùng số điện thoại không có trong hồ sơ đăng ký và đứng tên người lạ không?',
  legalBasis: BY_DIRECTIVE,
  fact: 'account-phone',
  restsOn: ['accounts', 'subscribers', 'registrations'],
  measure: 'accountReview',
  needs: unknownPhones,
  figures: phoneFigures(`số tài khoản dùng số điện thoại mà ${NOBODY_OF_THE_FILE}`),
  evaluate: (reading) => countAccounts(reading, isStrangers, isWithoutSubscriber),
  message: (evidence, said) =>
    `${someOfAccounts(evidence, said)} (ngân hàng ${said.banks}) dùng số điện thoại mà ${NOBODY_OF_THE_FILE} (không kể số đã đăng ký)${unsaidThen(evidence, said, NO_SUBSCRIBER)}.`,
});

const NOT_COMPARED = 'không có số điện thoại, không rõ chủ thuê bao hoặc không rõ người đại diện của tài khoản';
const isOwnerUnknown = ({ phoneOwner }: AccountFacts): boolean => phoneOwner === 'unknown';
const isPhoneOfAnother = ({ phoneOwner }: AccountFacts): boolean => phoneOwner === 'other';

/** Rules about the people behind accounts, and about the places from which accounts are used. */
export const ACCOUNT_RULES = {
  ...FOREIGN_IP_RULES,
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
    evaluate: (reading) =>
      countAccounts(reading, (account) => unregisteredPhone(reading, account) !== undefined, isWithoutSubscriber),
    message: (evidence, said) =>
      `${someOfAccounts(evidence, said)} (ngân hàng ${said.banks}) dùng số điện thoại không có trong hồ sơ đăng ký, không rõ chủ thuê bao${unsaidThen(evidence, said, NO_SUBSCRIBER)}.`,
  }),
  ACCOUNT_PHONE_OF_ANOTHER_PERSON: rule<CountEvidence>({
    version: 3,
    kind: 'account',
    madeBy: ['accounts', 'subscribers'],
    question: 'Số điện thoại của tài khoản có đứng tên người đại diện tài khoản không?',
    legalBasis: BY_DIRECTIVE,
    fact: 'account-phone',
    restsOn: ['accounts', 'subscribers', 'registrations'],
    milderThan: 'ACCOUNT_PHONE_OF_A_STRANGER',
    measure: 'accountReview',
    figures: countFigures(
      'số tài khoản dùng số điện thoại không đứng tên người đại diện tài khoản',
      `số tài khoản khác ${NOT_COMPARED}`,
    ),
    evaluate: (reading) => countAccounts(reading, isPhoneOfAnother, isOwnerUnknown),
    message: (evidence, said) =>
      `${someOfAccounts(evidence, said)} dùng số điện thoại mà chủ thuê bao không phải người đại diện của tài khoản${unsaidThen(evidence, said, NOT_COMPARED)}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
