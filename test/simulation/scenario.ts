import { seeded } from '#test/support/seeded.ts';
import {
  accounts,
  activities,
  code,
  flows,
  identities,
  listings,
  registrations,
  type SampleCompany,
  subscribers,
} from '#test/support/sample-feeds.ts';

/** The day by the rules' clock. */
export const AS_OF = '2025-12-31';

export interface DroppedText {
  readonly key: string;
  readonly text: string;
}

/** A small province with the files of its senders and the answers of its receivers. */
export interface Scenario {
  readonly name: string;
  /** The files that are dropped together, by act. */
  readonly files: readonly (readonly DroppedText[])[];
  /** The files that are dropped once the others have been read to their end. */
  readonly later: readonly DroppedText[];
  /** The police's consecutive decisions on one notice. */
  readonly decisions: readonly ('confirmed' | 'dismissed')[];
  /** The bank answers a notice, and reports an account that no notice is about. */
  readonly bankAnswers: boolean;
}

export const SCENARIOS = 24;
/** In one scenario of so many an account moves to another company at the end. */
const MOVED_IN = 2;
/** In these scenarios a company declares the victim's old number. */
const OLD_NUMBER_IN = new Set([0, 1, 7, 9, 12, 17, 20]);
/** Among so many acts the files of a scenario are divided at most; in every third scenario fewer are read at once. */
const FEW_GROUPS = 3;
const MANY_GROUPS = 6;
export const BANK = 'bank#970436';
/** The account that the bank itself reports. */
export const REPORTED = { bank: '970436', accountNumber: '777888999', code: 4, on: '2025-12-20' };

const VICTIM = '033085000123';
const HONEST = '033085000124';
const OTHER = '033085000125';
/** A person whom two files know by different names. */
const RENAMED = '033085000126';
/** The old number of the victim, and the one that a wrong file gives. */
const OLD_NUMBER = '145678901';
const WRONG_NUMBER = '145678902';
const THIEF = 'Trần Thị Kẻ Gian';

/**
 * A company with a stolen identity, its honest neighbours, and an amended company. Which companies share values differs
 * by scenario.
 */
export function scenarioOf(number: number): Scenario {
  const chance = seeded(number * 7919 + 1);
  const often = (probability: number) => chance() < probability;
  const thief: SampleCompany = { code: code(1), person: THIEF, born: '01/01/1990', document: VICTIM };
  const honest: SampleCompany = { code: code(2), document: HONEST, person: 'Lê Văn Thật', phone: '0987654321' };
  const neighbour: SampleCompany = {
    code: code(3),
    document: often(0.5) ? HONEST : OTHER,
    person: 'Lê Văn Thật',
    address: often(0.5)
      ? 'Số 12, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên'
      : 'Số 7, đường Trưng Trắc, Phường Phố Hiến, Tỉnh Hưng Yên',
  };
  const declared = often(0.5) ? VICTIM : OTHER;
  const second: SampleCompany = {
    code: code(4),
    person: THIEF,
    born: '01/01/1990',
    ...(OLD_NUMBER_IN.has(number) ? { document: OLD_NUMBER, documentType: 'CMND' } : { document: declared }),
  };
  const companies = [thief, honest, neighbour, ...(often(0.7) ? [second] : [])];
  const bankAccounts = accounts(
    `970436,0001112223,${thief.code},CÔNG TY TNHH MẪU,${THIEF},${VICTIM},0912345678,20/01/2025,1`,
    `970436,0001112224,${honest.code},CÔNG TY TNHH MẪU,${THIEF},${OTHER},0912345678,20/01/2025,1`,
    `970418,12310001234567,${neighbour.code},CÔNG TY TNHH MẪU,Lê Văn Thật,${HONEST},0987654321,20/01/2025,1`,
  );
  const files = [
    { key: 'registrations/1.csv', text: registrations(...companies.slice(0, 2)) },
    {
      key: 'registrations/2.csv',
      // This row of the same day names another representative of the honest company
      text: registrations(
        ...companies.slice(1),
        { ...honest, person: 'Phạm Văn Khác', document: OTHER },
        { ...honest, registeredOn: '31/02/2025' },
      ),
    },
    {
      key: 'identities/1.csv',
      text: identities(
        `${VICTIM},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,${OLD_NUMBER}`,
        `${HONEST},CCCD,Lê Văn Thật,12/03/1985,Nam,BINH_THUONG,,,`,
        `${RENAMED},CCCD,Phạm Văn Nạn Nhân,12/03/1986,Nam,DA_CHET,,,`,
      ),
    },
    {
      key: 'identities/2.csv',
      text: identities(
        `${OTHER},CCCD,Lê Văn Thật,12/03/1985,Nam,BINH_THUONG,,,`,
        // Another version of a person of the other file, with the same search keys
        `${HONEST},CCCD,Lê Văn Thật,12/03/1985,Nam,BINH_THUONG,,15/01/2035,`,
        `${RENAMED},CCCD,Phạm Văn Đổi Tên,12/03/1986,Nam,DA_CHET,,,`,
      ),
    },
    {
      key: 'accounts/1.csv',
      text: bankAccounts,
    },
    {
      key: 'activities/1.csv',
      text: activities(
        `${honest.code},BHXH,30/06/2025,3,`,
        // An officer copied a row
        `${honest.code},BHXH,30/06/2025,3,`,
        `${honest.code},HOA_DON,15/06/2025,500000000,2025-Q2`,
        `${neighbour.code},GOP_VON,01/03/2025,1000000000,`,
        `${thief.code},KIEM_TRA_TRU_SO,01/06/2025,KHONG_TIM_THAY,`,
        `${code(2)},BHXH,khong phai ngay,3,`,
      ),
    },
    ...(often(0.6)
      ? [{ key: 'subscribers/1.csv', text: subscribers(`0912345678,${VICTIM}`, `0987654321,${HONEST}`) }]
      : []),
    ...(often(0.6)
      ? [{ key: 'accounts/2.csv', text: flows('970436,0001112223,2025-05,90000000000,89900000000,900,4') }]
      : []),
    ...(often(0.6) ? [{ key: 'suspicious-accounts/1.csv', text: listings('970436,0001112224,4,,01/06/2025') }] : []),
    ...(often(0.3) ? [{ key: 'activities/broken.csv', text: 'Ngày\n01/01/2025' }] : []),
  ];
  const drops = [
    {
      key: 'activities/1.csv',
      text: activities(`${neighbour.code},BHXH,30/09/2025,2,`, `${thief.code},TRANG_THAI_THUE,01/07/2025,06,`),
    },
    ...(often(0.5)
      ? [
          {
            key: 'identities/1.csv',
            text: identities(`${VICTIM},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,${OLD_NUMBER}`),
          },
        ]
      : []),
  ];
  // An account has moved to another company
  if (number % MOVED_IN === 0)
    drops.push({ key: 'accounts/1.csv', text: bankAccounts.replaceAll(`,${neighbour.code},`, `,${honest.code},`) });
  const decisions =
    ([['confirmed', 'dismissed'], ['dismissed', 'confirmed'], []] as const)[Math.floor(chance() * 3)] ?? [];
  const groups = number === 0 ? [files] : groupsOf(files, number % FEW_GROUPS === 0 ? FEW_GROUPS : MANY_GROUPS, chance);
  return { name: `scenario ${number}`, files: groups, later: drops, decisions, bankAnswers: often(0.6) };
}

/** Divides the files among the acts at random, so that some scenario reads each pair of files at the same time. */
function groupsOf(files: readonly DroppedText[], most: number, chance: () => number): DroppedText[][] {
  const groups = Array.from({ length: most }, (): DroppedText[] => []);
  // The registrations come first, because without them no other file changes anything
  for (const [n, file] of files.entries()) groups[n === 0 ? 0 : Math.floor(chance() * most)]?.push(file);
  return groups.filter(({ length }) => length > 0);
}

/** The codes of the companies in the rows of a file of registrations that are not to be rejected. */
export const rowsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .slice(1)
    .filter((row) => row !== '' && !row.includes('31/02/2025'))
    .map((row) => /\b\d{10}\b/u.exec(row)?.[0].padStart(10, '0') ?? '');

const PERSONAL =
  /Nạn Nhân|Kẻ Gian|Lê Văn Thật|Phạm Văn|\b(?:033085\d{6}|14567890\d|0912345678|0987654321|000111222\d|12310001234567)\b/u;
/** A name or number of a person or an account that a text has; undefined where it has none. */
export const personalIn = (text: string): readonly string[] => PERSONAL.exec(text) ?? [];

/** The file as a machine wrote it that puts the month first: it is stopped, and none of its rows counts. */
export function stoppedOf({ key, text }: DroppedText): DroppedText | undefined {
  const monthFirst = text.replaceAll(/\b(\d\d)\/(\d\d)\/(\d{4})/gu, '$2/$1/$3');
  // Two days after the twelfth show the order
  return (monthFirst.match(/\/(?:1[3-9]|2\d|3[01])\//gu)?.length ?? 0) > 1 ? { key, text: monthFirst } : undefined;
}

/** The file as an insider changed it: the same companies, people, accounts and periods with other values. */
export function wrongOf({ key, text }: DroppedText): DroppedText | undefined {
  const spoilt = SPOILS[key]?.(text);
  return spoilt === undefined || spoilt === text ? undefined : { key, text: spoilt };
}

const SPOILS: Readonly<Record<string, (text: string) => string>> = {
  // Codes have lost their zeros, which is repaired and reported
  'registrations/1.csv': (text) =>
    text
      .replaceAll('Lê Văn Thật', 'Đỗ Thị Lạ')
      .replaceAll('1.000.000.000', '7.000.000')
      .replaceAll(/^0(?=\d{9},)/gmu, ''),
  // One of its rows is that of another file
  'identities/1.csv': (text) =>
    text
      .replaceAll('BINH_THUONG', 'BAO_MAT_GIAY_TO')
      .replaceAll('Phạm Văn Nạn Nhân', 'Phạm Văn Đổi Tên')
      .replaceAll('Nạn Nhân', 'Người Khác')
      .replaceAll(OLD_NUMBER, WRONG_NUMBER),
  // It also gives an account to a company that the right file does not name
  'accounts/1.csv': (text) =>
    text.replaceAll(`${THIEF},${OTHER}`, `Lê Văn Thật,${HONEST}`).replaceAll(`,${code(3)},`, `,${code(4)},`),
  'activities/1.csv': (text) =>
    text
      .replaceAll('KHONG_TIM_THAY', 'CO_HOAT_DONG')
      .replaceAll(/,[23],/gu, ',9,')
      .replaceAll(',06,', ',00,'),
  'accounts/2.csv': (text) => text.replaceAll('90000000000,89900000000', '90000,89900'),
  'suspicious-accounts/1.csv': (text) => text.replaceAll(',4,', ',0,'),
};
