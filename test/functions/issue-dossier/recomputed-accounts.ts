import { day, type InboxFacts, type Sentence } from './recomputed-sentences.ts';

const BANKS: Readonly<Record<string, string>> = { '970436': 'Vietcombank', '970418': 'BIDV' };
type InboxAccount = InboxFacts['accounts'][number];

const banksOf = (accounts: readonly InboxAccount[]) =>
  [...new Set(accounts.map((row) => row['Ngân hàng'] ?? ''))].map((bin) => BANKS[bin] ?? bin).sort();
const banksNamed = (text = '') => text.split(', ').sort();

/** The number of accounts that a sentence names, and of how many. */
function counted(said: string, all: number): number {
  if (said.startsWith('Tài khoản duy nhất')) return all === 1 ? 1 : Number.NaN;
  const [, whole] = /^Cả (\d+) tài khoản/u.exec(said) ?? [];
  if (whole !== undefined) return Number(whole) === all ? all : Number.NaN;
  const [, some, of] = /^(\d+) trên (\d+) tài khoản/u.exec(said) ?? [];
  return Number(of) === all ? Number(some) : Number.NaN;
}

/** The accounts whose phone is in no registration of the company, and whose subscriber meets the condition. */
function strangePhones({ all, accounts, people }: InboxFacts, isMeant: (subscriber: string | undefined) => boolean) {
  const own = new Set(people.flatMap((row) => [row['Điện thoại'], row['Điện thoại cá nhân']]));
  return accounts.filter((row) => !own.has(row['Số điện thoại']) && isMeant(subscriberOf(all, row)));
}

const subscriberOf = (all: InboxFacts['all'], account: InboxAccount): string | undefined =>
  all.find(
    ({ row }) => row['Số giấy tờ chủ thuê bao'] !== undefined && row['Số điện thoại'] === account['Số điện thoại'],
  )?.row['Số giấy tờ chủ thuê bao'];

/** The accounts that a finding of this rule means. */
export function meantAccounts(rule: string, facts: InboxFacts): readonly InboxAccount[] {
  const { all, accounts, people } = facts;
  const documents = new Set(people.map((row) => row['Số giấy tờ']));
  if (rule === 'ACCOUNT_OF_ANOTHER_PERSON')
    return accounts.filter((row) => !documents.has(row['Số giấy tờ người đại diện']));
  if (rule === 'ACCOUNT_PHONE_OF_ANOTHER_PERSON')
    return accounts.filter((row) => {
      const holder = subscriberOf(all, row);
      return holder !== undefined && holder !== row['Số giấy tờ người đại diện'];
    });
  return strangePhones(facts, (holder) =>
    rule === 'ACCOUNT_PHONE_OF_A_STRANGER' ? holder !== undefined && !documents.has(holder) : holder === undefined,
  );
}

/** The accounts of which the rows don't say what a finding of this rule asks. */
export function unsaidAccounts(
  rule: string,
  { all, accounts }: InboxFacts,
  meant: readonly InboxAccount[],
): readonly InboxAccount[] {
  const others = accounts.filter((row) => !meant.includes(row));
  if (rule.endsWith('OF_ANOTHER_PERSON') && !rule.includes('PHONE'))
    return others.filter((row) => row['Số giấy tờ người đại diện'] === '');
  return others.filter((row) => subscriberOf(all, row) === undefined);
}

const SOME = '(?:Tài khoản duy nhất|Cả \\d+ tài khoản|\\d+ trên \\d+ tài khoản)';

/** Recomputes the sentences about a company's accounts and their phones. */
export const ACCOUNT_SENTENCES: readonly Sentence[] = [
  [
    new RegExp(`^(${SOME}) \\(ngân hàng ([^)]+)\\) dùng số điện thoại không có trong hồ sơ đăng ký, (đứng|không)`, 'u'),
    ([, some = '', banks, whose], facts) => {
      const meant = meantAccounts(
        whose === 'đứng' ? 'ACCOUNT_PHONE_OF_A_STRANGER' : 'ACCOUNT_PHONE_UNREGISTERED',
        facts,
      );
      return [
        [counted(some, facts.accounts.length), banksNamed(banks)],
        [meant.length, banksOf(meant)],
      ];
    },
  ],
  [
    new RegExp(`^(${SOME}) dùng số điện thoại mà chủ thuê bao không phải người đại diện của tài khoản`, 'u'),
    ([, some = ''], facts) => [
      [counted(some, facts.accounts.length)],
      [meantAccounts('ACCOUNT_PHONE_OF_ANOTHER_PERSON', facts).length],
    ],
  ],
  [
    new RegExp(
      `^(${SOME}) do người khác, không phải người đại diện của doanh nghiệp, .*\\(theo ngân hàng ([^)]+)\\)`,
      'u',
    ),
    ([, some = '', banks], facts) => {
      const others = meantAccounts('ACCOUNT_OF_ANOTHER_PERSON', facts);
      return [
        [counted(some, facts.accounts.length), banksNamed(banks)],
        [others.length, banksOf(others)],
      ];
    },
  ],
  [
    /^Trong (\d+) ngày từ khi đăng ký \(ngày ([\d/]+)\), mở (\d+) tài khoản ở các ngân hàng (.+)\.$/u,
    ([, days, registered, count, banks], { accounts, first }) => {
      const from = day(first['Ngày đăng ký']);
      const until = Date.parse(from) + 30 * 86_400_000;
      const opened = accounts.filter((row) => Date.parse(day(row['Ngày mở'])) <= until);
      return [
        [Number(days), day(registered), Number(count), banksNamed(banks)],
        [30, from, opened.length, banksOf(opened)],
      ];
    },
  ],
];
