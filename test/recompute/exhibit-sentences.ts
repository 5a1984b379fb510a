import { documentOf, phoneOf } from './cells.ts';
import { isHead } from './head-changes.ts';
import { same } from './dossier-table.ts';
import { throughOf } from './money-figures.ts';
import { is, type Right, type SentenceClass } from './sentence-class.ts';
import { DAY, MONEY, MONTH, when } from './shown.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import type { World } from './world.ts';
import type { Company, Month } from './company.ts';

const TIME = `(?:[Tt]háng (?<only>${MONTH})|[Tt]ừ tháng (?<from>${MONTH}) đến tháng (?<to>${MONTH}))`;

export function moneyIn(months: readonly Month[]): Right {
  const periods = months.map(({ period }) => period).sort();
  const sum = (of: 'credit' | 'debit') => months.reduce((all, month) => all + month[of], 0);
  return { only: periods[0], from: periods[0], to: periods.at(-1), credit: sum('credit'), debit: sum('debit') };
}

const accountOf = (company: Company, number = '') => company.accounts.find((one) => one['so tai khoan'] === number);
const monthsOf = (company: Company, number = '') => company.months.filter((month) => month.number === number);

const policeOf = (world: World, number: string) =>
  world
    .of('identities', 'so giay to')
    .filter(({ cells }) => [cells['so giay to'], cells['so cmnd cu']].map(documentOf).includes(documentOf(number)))
    .map(({ cells }) => cells);

/** The kinds of rows about a company, by their names before the annexes. */
const KINDS: readonly (readonly [string, string])[] = [
  ['TRANG_THAI_THUE', 'trạng thái thuế'],
  ['TRANG_THAI_PHAP_LY', 'trạng thái pháp lý'],
  ['TO_KHAI_THUE', 'tờ khai thuế'],
  ['HOA_DON', 'hóa đơn'],
  ['GOP_VON', 'góp vốn'],
  ['BHXH', 'lao động đóng bảo hiểm xã hội'],
  ['KIEM_TRA_TRU_SO', 'kiểm tra trụ sở'],
];

/** The classes of the sentences before the annexes of a dossier. */
export const EXHIBIT_SENTENCES: readonly SentenceClass[] = [
  is(
    'tóm tắt: doanh nghiệp',
    String.raw`Doanh nghiệp: (?<name>.+), mã số (?<code>\d{10,13}), đăng ký ngày (?<on>${DAY})\.(?: Người đại diện theo pháp luật(?: trước khi thay đổi)?: (?<head>.+?) \(\S+ số (?<document>\S+)\)(?<others>;.+)?\.)?`,
    ({ document, name = '' }, company) => {
      const registered = company.first['ten doanh nghiep'];
      const head = company.people.find((one) => isHead(one) && documentOf(one['so giay to']) === document);
      return {
        name: same(name) === same(registered) ? name : registered,
        code: company.code,
        on: company.registeredOn,
        document: documentOf(head?.['so giay to']),
      };
    },
  ),
  is('tên dưới tiêu đề', String.raw`(?<name>.+), mã số doanh nghiệp (?<code>\d{10,13})`, (_, { code, first }) => ({
    name: first['ten doanh nghiep'],
    code,
  })),
  is(
    'bảng dòng tiền của tài khoản',
    String.raw`(?:Dòng tiền theo tháng|Chưa nhận được số liệu dòng tiền) của tài khoản số (?<number>\S+) \((?<bank>[^)]+)\)(?:, đồng|\.)`,
    ({ number = '' }, company) => {
      const account = accountOf(company, number);
      return { number: account?.['so tai khoan'], bank: bankNameOf(account?.['ngan hang'] ?? '') };
    },
  ),
  is(
    'tóm tắt: tài khoản',
    String.raw`Tài khoản: (?<numbers>số .+?)(?: và (?<more>\d+) tài khoản khác)?\.`,
    ({ numbers = '' }, { accounts }) => {
      const known = accounts.map((one) => `số ${one['so tai khoan']} tại ${bankNameOf(one['ngan hang'] ?? '')}`);
      const said = numbers.split('; ');
      return {
        numbers: said.every((one) => known.includes(one)) ? numbers : known.join('; '),
        more: known.length - said.length,
      };
    },
  ),
  is(
    'tóm tắt: tiền',
    String.raw`${TIME}, ngân hàng báo tiền vào (?<credit>${MONEY}), tiền ra (?<debit>${MONEY})(?: \(số liệu của (?<told>\d+) trên (?<all>\d+) tài khoản\))?\.`,
    (_, { months, accounts }) => ({
      ...moneyIn(months),
      told: new Set(months.map(({ bank, number }) => `${bank} ${number}`)).size,
      all: accounts.length,
    }),
  ),
  is(
    'tóm tắt: dấu hiệu nặng nhất về tiền',
    String.raw`Dấu hiệu nặng nhất về tiền: ${TIME}, tiền vào (?<credit>${MONEY}), tiền ra (?<debit>${MONEY})(?:, qua tài khoản số (?<number>\d+) tại (?<bank>.+))?\.`,
    ({ number, only, from = only, to = only }, company) => {
      const own = number === undefined ? company.months : monthsOf(company, number);
      const found = throughOf(own, when(from), when(to));
      return { ...found, only: found['from'], number: number === undefined ? undefined : found['number'] };
    },
  ),
  is(
    'tiền của một tài khoản',
    String.raw`Số (?<number>\S+) \((?<bank>[^)]+)\), (?:mở ngày (?<opened>${DAY})|chưa rõ ngày mở): (?:${TIME}, tiền vào (?<credit>${MONEY}), tiền ra (?<debit>${MONEY})|chưa nhận được số liệu dòng tiền)\.`,
    ({ number = '' }, company) => {
      const account = accountOf(company, number);
      return {
        ...moneyIn(monthsOf(company, number)),
        number: account?.['so tai khoan'],
        bank: bankNameOf(account?.['ngan hang'] ?? ''),
        opened: when(account?.['ngay mo']),
      };
    },
  ),
  is(
    'tiền trước ngày mở',
    String.raw`.+ báo tài khoản số (?<number>\S+) mở ngày (?<opened>${DAY}), nhưng cũng báo tiền vào (?<credit>${MONEY}) trong (?<count>\d+) tháng trước tháng đó; .+\.`,
    ({ number = '' }, company) => {
      const opened = when(accountOf(company, number)?.['ngay mo']);
      const before = monthsOf(company, number).filter(
        ({ period, credit, debit }) => period < opened.slice(0, 7) && credit + debit > 0,
      );
      return { number, opened, credit: moneyIn(before)['credit'], count: before.length };
    },
  ),
  is(
    'người: giấy tờ',
    String.raw`.+ \(\S+ số (?<document>\S+)\): (?:số giấy tờ này trong dữ liệu Công an là của (?<owner>.+), sinh (?<born>[\d/]+)|đối chiếu với dữ liệu Công an: [^;]+)(?:; (?:[^;]+?) ngày (?<matter>${DAY})(?:, còn hồ sơ đăng ký ghi giấy tờ cấp ngày (?<issued>${DAY}))?)?(?:; giấy tờ khi nhận vai trò: [^;]+)?\.`,
    ({ document = '', owner, born }, company, world) => {
      const police = policeOf(world, document);
      const own = company.people.find((one) => documentOf(one['so giay to']) === document);
      return {
        document: own ? document : undefined,
        issued: when(own?.['ngay cap']),
        owner: police.some((one) => one['ho va ten'] === owner) ? owner : police[0]?.['ho va ten'],
        born: police.some((one) => when(one['ngay sinh']) === when(born)) ? born : when(police[0]?.['ngay sinh']),
        matter: police
          .map((one) => when(one['ngay trang thai']))
          .sort()
          .at(-1),
      };
    },
  ),
  is(
    'người: đại diện tại ngân hàng',
    String.raw`Tài khoản số (?<number>\S+): người đại diện tại ngân hàng là (?<name>.+)\.`,
    ({ number = '' }, company) => {
      const account = accountOf(company, number);
      return { number: account?.['so tai khoan'], name: account?.['ho ten nguoi dai dien'] };
    },
  ),
  is(
    'người: chưa có dữ liệu Công an',
    String.raw`Chưa có dữ liệu Công an về (?<unknown>\d+) trên (?<all>\d+) người\.`,
    (_, { people }, world) => ({
      unknown: people.filter((one) => policeOf(world, one['so giay to'] ?? '').length === 0).length,
      all: people.length,
    }),
  ),
  is(
    'người: chủ thuê bao',
    String.raw`Điện thoại (?<phone>\d+) của (?<accounts>\d+) tài khoản đứng tên (?<owner>.+), giấy tờ số (?<document>\S+) \(theo dữ liệu thuê bao và dữ liệu Công an\)\.`,
    ({ phone = '', document = '' }, company, world) => {
      const held = world
        .of('subscribers', 'so giay to chu thue bao')
        .filter(({ cells }) => phoneOf(cells['so dien thoai']) === phone)
        .map(({ cells }) => documentOf(cells['so giay to chu thue bao']));
      return {
        accounts: company.accounts.filter((one) => phoneOf(one['so dien thoai']) === phone).length,
        document: held.includes(document) ? document : held[0],
        owner: policeOf(world, document)[0]?.['ho va ten'],
      };
    },
  ),
  is('chưa nhận được', String.raw`Chưa nhận được dòng nào của doanh nghiệp này về: (?<kinds>.+)\.`, (_, company) => ({
    kinds: KINDS.filter(([kind]) => company.signals(kind).length === 0)
      .map(([, name]) => name)
      .join(', '),
  })),
  is(
    'tài khoản chưa có số liệu',
    String.raw`Chưa nhận được số liệu dòng tiền của (?<silent>\d+) trên (?<all>\d+) tài khoản\.`,
    (_, company) => ({
      silent: company.accounts.filter((one) => monthsOf(company, one['so tai khoan']).length === 0).length,
      all: company.accounts.length,
    }),
  ),
];
