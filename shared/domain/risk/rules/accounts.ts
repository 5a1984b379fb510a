import type { AccountFacts } from '../facts/company-facts.ts';
import { addInOrder, foreignUseOf } from '../facts/flows.ts';
import { creditOf } from '../facts/means.ts';
import { PASS_THROUGH } from '../facts/pass-through.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import { formatMoney, withThousandsDots } from '#shared/domain/vietnamese/money.ts';
import { figure, type Figures } from './figure.ts';
import type { Evidence } from './finding.ts';
import { type RulePrecondition, rule, type RuleRecord } from './rule.ts';
import { someOfAccounts, percent, roundedShare, unsaidThen } from './wording.ts';

const OFTEN = 0.25;
const AT_ALL = 0.08;
const FOREIGN_IP = 'Kế hoạch của UBND tỉnh thực hiện Công điện 139/CĐ-TTg (khi có chỉ đạo)';
const HELD =
  'Điều 14, điểm c khoản 5 Điều 17 Thông tư 17/2024/TT-NHNN; Điều 8 Nghị định 52/2024/NĐ-CP (khi có chỉ đạo)';

type ForeignEvidence = Evidence & {
  readonly banks: string;
  readonly credit: number;
  /** The banks that reported from where transactions came, and the number of these transactions. */
  readonly telling: string;
  readonly told: number;
  readonly share: number;
  /** The transactions of which no bank reported it. */
  readonly untold: number;
};

/** The condition is tested once for both rules, because most companies have no such account. */
const usedFromAbroad: RulePrecondition = ({ facts, months }) =>
  months.length > 0 && foreignUseOf(facts.accounts).share >= AT_ALL;

const foreign = (from: number, below: number): RuleRecord<ForeignEvidence> =>
  rule<ForeignEvidence>({
    version: 3,
    kind: 'account',
    sender: 'bank',
    question: `Khi tiền vào từ ${formatMoney(PASS_THROUGH.small)} trở lên, có từ ${percent(from)} số giao dịch mà ngân hàng báo địa chỉ IP đến từ IP nước ngoài không?`,
    legalBasis: FOREIGN_IP,
    fact: 'foreign-ip',
    restsOn: ['flows', 'TO_KHAI_THUE', 'GOP_VON'],
    measure: 'foreignIp',
    needs: usedFromAbroad,
    figures: {
      telling: figure.banks('ngân hàng có báo tỷ lệ IP nước ngoài'),
      told: figure.count('số giao dịch được báo'),
      share: figure.share('tỷ lệ từ IP nước ngoài, trong số giao dịch được báo'),
      untold: figure.count('số giao dịch khác, không được báo'),
      credit: figure.money('tiền vào mọi tài khoản'),
      banks: figure.banks('ngân hàng báo dòng tiền'),
    },
    evaluate: (reading) => {
      const credit = creditOf(reading.months);
      if (credit < PASS_THROUGH.small) return undefined;
      const { share, banks: telling, told, untold } = foreignUseOf(reading.facts.accounts);
      // A foreign owner uses the accounts from abroad, which is no sign.
      if (share < from || share >= below || reading.facts.people.some((person) => person.foreign)) return undefined;
      return { banks: reading.banks, credit, telling, told, share: roundedShare(share), untold };
    },
    message: ({ banks, credit, telling, told, share, untold }) =>
      `${percent(share)} trong ${withThousandsDots(told)} giao dịch mà ngân hàng ${telling} báo tỷ lệ IP nước ngoài là từ IP nước ngoài${untold === 0 ? '' : ` (${withThousandsDots(untold)} giao dịch khác không được báo)`}; tiền vào mọi tài khoản ${formatMoney(credit)}, theo ngân hàng ${banks}.`,
  });

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
  sender: 'bank',
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
  message: ({ others, accounts, banks, unsaid }) =>
    `${someOfAccounts(others, accounts)} do người khác, không phải người đại diện của doanh nghiệp, đứng tên đại diện (theo ngân hàng ${banks})${unsaidThen(unsaid, 'không ghi số giấy tờ người đại diện, hoặc số đó chưa đối chiếu được,')}.`,
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

const isOfUnknownPhone = ({ phoneOwner }: AccountFacts): boolean => phoneOwner === 'unknown';

const phoneFigures = (others: string): Figures<CountEvidence> =>
  countFigures(others, 'số tài khoản khác không rõ chủ thuê bao của số điện thoại, hoặc không có số');
const phoneThen = (unsaid: number): string => unsaidThen(unsaid, 'không có số điện thoại hoặc không rõ chủ thuê bao');

/** The condition is tested once for all rules about such phones. */
const unknownPhones: RulePrecondition = (reading) =>
  reading.facts.accounts.some((account) => phoneOfNobodyKnown(reading, account) !== undefined);

const unregisteredPhones = rule<CountEvidence>({
  version: 2,
  kind: 'account',
  sender: 'bank',
  question:
    'Từ hai tài khoản có dùng số điện thoại khác nhau, đều không có trong hồ sơ đăng ký và không rõ hoặc không phải của người trong hồ sơ không?',
  legalBasis: FOREIGN_IP,
  fact: 'account-phone',
  reportedAs: 'account-phone-unknown',
  restsOn: ['accounts', 'subscribers', 'registrations'],
  measure: 'accountReview',
  milderThan: 'ACCOUNT_PHONES_OF_STRANGERS',
  // The weight is limited because a phone card is cheap.
  atMost: 4,
  needs: unknownPhones,
  figures: phoneFigures('số tài khoản dùng số điện thoại không có trong hồ sơ đăng ký'),
  evaluate: (reading) => {
    const counted = countAccounts(
      reading,
      (account) => phoneOfNobodyKnown(reading, account) !== undefined,
      isOfUnknownPhone,
    );
    const phones = new Set(reading.facts.accounts.flatMap((account) => phoneOfNobodyKnown(reading, account) ?? []));
    return counted && phones.size >= 2 ? counted : undefined;
  },
  message: ({ others, accounts, banks, unsaid }) =>
    `${someOfAccounts(others, accounts)} (ngân hàng ${banks}) dùng các số điện thoại khác nhau, đều không có trong hồ sơ đăng ký và không ai trong hồ sơ được biết là chủ thuê bao${phoneThen(unsaid)}.`,
});

const strangersPhones = rule<CountEvidence>({
  version: 2,
  kind: 'account',
  sender: 'bank',
  question: 'Tài khoản có dùng số điện thoại không có trong hồ sơ đăng ký và đứng tên người lạ không?',
  legalBasis: FOREIGN_IP,
  fact: 'account-phone',
  restsOn: ['accounts', 'subscribers', 'registrations'],
  measure: 'accountReview',
  needs: unknownPhones,
  figures: phoneFigures('số tài khoản dùng số điện thoại đứng tên người lạ'),
  evaluate: (reading) => countAccounts(reading, isStrangers, isOfUnknownPhone),
  message: ({ others, accounts, banks, unsaid }) =>
    `${someOfAccounts(others, accounts)} (ngân hàng ${banks}) dùng số điện thoại không có trong hồ sơ đăng ký, đứng tên người không liên quan đến doanh nghiệp${phoneThen(unsaid)}.`,
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
    evaluate: (reading) =>
      countAccounts(reading, (account) => withoutSubscriber(reading, account) !== undefined, isOfUnknownPhone),
    message: ({ others, accounts, banks, unsaid }) =>
      `${someOfAccounts(others, accounts)} (ngân hàng ${banks}) dùng số điện thoại không có trong hồ sơ đăng ký, không rõ chủ thuê bao${phoneThen(unsaid)}.`,
  }),
  ACCOUNT_PHONE_OF_ANOTHER_PERSON: rule<CountEvidence>({
    version: 3,
    kind: 'account',
    sender: 'bank',
    question: 'Số điện thoại của tài khoản có đứng tên người đại diện tài khoản không?',
    legalBasis: FOREIGN_IP,
    fact: 'account-phone',
    restsOn: ['accounts', 'subscribers', 'registrations'],
    milderThan: 'ACCOUNT_PHONE_OF_A_STRANGER',
    measure: 'accountReview',
    figures: phoneFigures('số tài khoản dùng số điện thoại không đứng tên người đại diện tài khoản'),
    evaluate: (reading) => countAccounts(reading, isPhoneOfAnother, isOfUnknownPhone),
    message: ({ others, accounts, unsaid }) =>
      `${someOfAccounts(others, accounts)} dùng số điện thoại mà chủ thuê bao không phải người đại diện của tài khoản${phoneThen(unsaid)}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
