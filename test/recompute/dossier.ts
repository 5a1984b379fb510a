import type { Check } from './recomputed.ts';
import { LABELS } from './figures.ts';
import { type Printed } from './printed.ts';
import { plain } from './rows.ts';
import { isHead, type Right } from './sentences.ts';
import { money, numberIn, when } from './shown.ts';
import { type Company, documentOf, phoneOf, type World } from './world.ts';

type TableRow = readonly string[];
/** A class of tables by the words of its heading, and the statements of its rows. */
type TableClass = readonly [name: string, heading: RegExp, check: (rows: readonly TableRow[], about: About) => void];

export interface About {
  readonly company: Company;
  readonly world: World;
  readonly check: Check;
  /** Checks a sentence of a class, and gives what the rows say of its figures. */
  readonly sentence: (text: string) => Right | undefined;
  readonly dossier: Printed;
}

const registeredOn = (world: World, code: string) => world.company(code).registeredOn;

const CURRENT: Readonly<Record<string, (company: Company) => string | undefined>> = {
  'Tên doanh nghiệp': ({ first }) => first['ten doanh nghiep'],
  'Mã số doanh nghiệp': ({ code }) => code,
  'Ngày đăng ký': (company) => company.registeredOn,
  'Địa chỉ trụ sở': ({ first }) => first['dia chi tru so'],
  'Ngành nghề chính (mã VSIC)': ({ first }) => first['nganh nghe chinh'] || 'Chưa có dữ liệu',
  'Số lao động dự kiến': ({ first }) => first['so lao dong'] || 'Chưa có dữ liệu',
  'Điện thoại': ({ first }) => phoneOf(first['dien thoai']) || 'Chưa có dữ liệu',
  'Thư điện tử': ({ first }) => first['email'] || 'Chưa có dữ liệu',
  'Bản đăng ký nêu ở trên có từ ngày': ({ versions }) => versions.at(-1)?.on,
};

const STATES: Readonly<Record<string, string>> = {
  'Trạng thái thuế': 'TRANG_THAI_THUE',
  'Trạng thái pháp lý': 'TRANG_THAI_PHAP_LY',
};

const same = (text = '') => plain(text.replace(/ \(trước khi thay đổi\)$/u, ''));

function checkCompany(rows: readonly TableRow[], { company, check }: About): void {
  for (const [label = '', value = ''] of rows) {
    const current = CURRENT[label];
    if (current !== undefined)
      check(
        'dữ liệu đăng ký',
        `${label}: ${value}`,
        same(/^\d\d\/\d\d\/\d{4}$/u.test(value) ? when(value) : value),
        same(current(company)),
      );
    else if (label === 'Vốn điều lệ') check('vốn điều lệ', value, money(value.replace(/\(.*/u, '')), company.capital);
    else if (label === 'Lao động đóng bảo hiểm xã hội') {
      const last = company.signals('BHXH').at(-1);
      const said = /^(?:(\d[\d.]*) người|Không có ai), theo số báo ngày (\S+)/u.exec(value);
      check(
        'lao động đóng bảo hiểm',
        value,
        said ? [numberIn(said[1] ?? '0'), when(said[2])] : value,
        last ? [last.amount, last.on] : 'Chưa có dữ liệu',
      );
    } else if (label === 'Kiểm tra trụ sở gần nhất') {
      const last = company.signals('KIEM_TRA_TRU_SO').at(-1);
      const right =
        last &&
        `Ngày ${last.on.split('-').reverse().join('/')}: ${last.value === 'CO_HOAT_DONG' ? 'có hoạt động' : 'không tìm thấy doanh nghiệp'}`;
      check('kiểm tra trụ sở', value, value, right ?? 'Chưa có dữ liệu');
    } else if (STATES[label] !== undefined) {
      const last = company.signals(STATES[label] ?? '').at(-1);
      const said = /^([\d-]+).*?từ ngày (\d\d\/\d\d\/\d{4})/u.exec(value);
      check(
        'trạng thái',
        `${label}: ${value}`,
        said ? [said[1], when(said[2])] : value,
        last ? [last.value, last.on] : 'Chưa có dữ liệu',
      );
      const later = /sau tháng đó các ngân hàng vẫn báo tiền vào ([\d.]+ đồng)/u.exec(value)?.[1];
      if (later !== undefined && last !== undefined)
        check(
          'tiền sau khi ngừng',
          value,
          money(later),
          sumOf(
            company.months.filter(({ period, credit }) => period > last.on.slice(0, 7) && credit > 0),
            'credit',
          ),
        );
    } else if (label === 'Thay đổi đã được báo')
      check(
        'thay đổi',
        value,
        value.startsWith('Chưa có dòng') ? 0 : [...value.matchAll(/\d\d\/\d\d\/\d{4}: /gu)].length > 0 ? 1 : 0,
        company.signals('THAY_DOI').length > 0 || company.versions.length > 1 ? 1 : 0,
      );
    else check.uncovered(`dòng "${label}"`);
  }
}

const sumOf = (rows: readonly { readonly credit: number; readonly debit: number }[], of: 'credit' | 'debit') =>
  rows.reduce((total, one) => total + one[of], 0);

function checkPeople(rows: readonly TableRow[], { company, world, check }: About): void {
  const all = company.versions.flatMap(({ rows: people }) => people);
  for (const [, who = '', declared = '', known = '', compared = ''] of rows) {
    const number = /số (\S+)/u.exec(declared)?.[1] ?? '';
    const row = all.findLast((one) => documentOf(one['so giay to']) === number) ?? {};
    check(
      'người khai báo',
      who,
      [same(who.split('\n')[0]), when(/Sinh ([\d/]+)/u.exec(declared)?.[1])],
      [same(row['ho va ten']), when(row['ngay sinh'])],
    );
    if (/đại diện theo pháp luật/u.test(who)) check('vai trò', who, isHead(row), true);
    const police = world
      .of('identities', 'so giay to')
      .filter(({ cells }) => [cells['so giay to'], cells['so cmnd cu']].map(documentOf).includes(number));
    if (police.length === 0) check('theo dữ liệu Công an', known, known.split('\n')[0], 'Chưa có dữ liệu');
    else
      check(
        'theo dữ liệu Công an',
        known,
        police.some(({ cells }) => same(cells['ho va ten']) === same(known.split('\n')[0])),
        true,
      );
    const on = /báo mất[^\d]*(\d\d\/\d\d\/\d{4})/u.exec(`${known}\n${compared}`)?.[1];
    if (on !== undefined)
      check(
        'ngày của giấy tờ',
        on,
        police.some(({ cells }) => when(cells['ngay trang thai']) === when(on)),
        true,
      );
  }
}

function checkAccounts(rows: readonly TableRow[], { company, world, check }: About): void {
  const numbers = rows.map(([, account = '']) => /Số (\S+)/u.exec(account)?.[1] ?? '');
  check(
    'các tài khoản',
    numbers.join(', '),
    numbers.toSorted(),
    company.accounts.map((one) => one['so tai khoan'] ?? '').sort(),
  );
  for (const [, account = '', holder = '', opened = ''] of rows) {
    const row = company.accounts.find((one) => account.endsWith(`Số ${one['so tai khoan']}`)) ?? {};
    check('ngày mở tài khoản', opened, when(opened.split('\n')[0]), when(row['ngay mo']) || 'Chưa có dữ'.slice(0, 10));
    check(
      'chủ tài khoản',
      holder,
      [same(holder.split('\n')[0]), /Giấy tờ số (\S+)/u.exec(holder)?.[1] ?? ''],
      [same(row['ten chu tai khoan'] || 'Chưa có dữ liệu'), row['so giay to nguoi dai dien'] ?? ''],
    );
    check(
      'điện thoại của tài khoản',
      holder,
      /Điện thoại (\S+)/u.exec(holder)?.[1] ?? '',
      phoneOf(row['so dien thoai']),
    );
    const owner = /Chủ thuê bao: (.+?)(?:, giấy tờ số (\S+))?$/mu.exec(holder);
    if (owner?.[2] !== undefined) {
      const number = world
        .of('subscribers', 'so giay to chu thue bao')
        .find(({ cells }) => phoneOf(cells['so dien thoai']) === phoneOf(row['so dien thoai']))?.cells[
        'so giay to chu thue bao'
      ];
      const name = world
        .of('identities', 'so giay to')
        .find(({ cells }) => documentOf(cells['so giay to']) === documentOf(number))?.cells['ho va ten'];
      check('chủ thuê bao', holder, [owner[2], same(owner[1])], [number, same(name ?? owner[1])]);
    }
  }
}

function checkMonths(rows: readonly TableRow[], { company, check }: About): void {
  const lines = rows.slice(0, -1).filter(([period = '']) => /^\d\d\/\d{4}$/u.test(period));
  const known = company.months.map(({ period, credit, debit, payments }) =>
    [period, credit, debit, payments ?? null].join(),
  );
  for (const [period, credit, debit, payments = ''] of lines)
    check(
      'tháng của tài khoản',
      `${period}: ${credit}`,
      known.includes([when(period), money(credit), money(debit), payments === '-' ? null : numberIn(payments)].join()),
      true,
    );
  const [, credit, debit] = rows.at(-1) ?? [];
  if (lines.length === rows.length - 1)
    check(
      'cộng các tháng',
      `${credit}`,
      [money(credit), money(debit)],
      [
        lines.reduce((all, line) => all + (money(line[1]) ?? 0), 0),
        lines.reduce((all, line) => all + (money(line[2]) ?? 0), 0),
      ],
    );
}

/** The ties that a dossier shows: from when, and of which companies. */
const tiesIn = (dossier: Printed) =>
  dossier.flatMap((part) =>
    typeof part !== 'string' && TIES.test(part[0]?.join('|') ?? '')
      ? part.slice(1).map(([, , since, companies = '']) => ({ since: when(since), codes: companies.split(', ') }))
      : [],
  );
/** The day from which a company has a tie with another. */
function joinedOn(code: string, { dossier, world }: Pick<About, 'dossier' | 'world'>): string | undefined {
  const own = tiesIn(dossier).filter(({ codes }) => codes.includes(code));
  return own.map(({ since }) => [since, registeredOn(world, code)].sort()[1] ?? '').sort()[0];
}

function checkMembers(rows: readonly TableRow[], about: About): void {
  const { world, check } = about;
  for (const [, member = '', since = ''] of rows) {
    const code = member.slice(0, 10);
    const name = member.slice(13).replace(/ \(doanh nghiệp trong hồ sơ này\)$/u, '');
    check('doanh nghiệp của nhóm', member, same(name), same(world.company(code).first['ten doanh nghiep']));
    check('ngày vào nhóm', member, when(since), joinedOn(code, about));
  }
}

function checkTies(rows: readonly TableRow[], { world, check }: About): void {
  for (const [, shared = '', since = '', companies = ''] of rows) {
    const codes = companies.split(', ').sort();
    const kind = (shared.split('\n')[0] ?? '').replace(/ thứ \d+$/u, '').toLowerCase();
    const days = codes.map((code) => registeredOn(world, code)).sort();
    check('ngày của liên hệ', `${shared}: ${since}`, when(since), days[1]);
    check(
      'doanh nghiệp có liên hệ',
      companies,
      codes.every((code) => world.codes.has(code)),
      true,
    );
    const groups = [...world.sharing(kind).values()];
    if (groups.length === 0 || kind === 'trụ sở') check.uncovered(`giá trị chung: ${kind}`);
    else
      check(
        'giá trị chung',
        `${shared}: ${companies}`,
        groups.some((group) => codes.every((code) => group.has(code))),
        true,
      );
  }
}

function checkSources(rows: readonly TableRow[], { company, world, dossier, check }: About): void {
  const files = new Map<string, string>();
  for (const [number = '', where = '', received = '', sha = ''] of rows) {
    if (world.receivedOn !== undefined) check('ngày nhận tệp', where, when(received), world.receivedOn);
    const file = where.split('\n').at(-1) ?? '';
    files.set(number, file);
    check('mã kiểm tra của tệp', file, sha.replaceAll(/\s/gu, ''), world.checksums.get(file));
  }
  const own = new Set([company.code, company.code.replace(/^0/u, '')]);
  const numbers = new Set(company.accounts.map((one) => one['so tai khoan']));
  const phones = new Set(company.accounts.map((one) => phoneOf(one['so dien thoai'])));
  const documents = new Set(
    [
      ...company.versions.flatMap(({ rows: people }) => people.map((one) => one['so giay to'])),
      ...company.accounts.map((one) => one['so giay to nguoi dai dien']),
    ].map(documentOf),
  );
  const concerns = (cells: Readonly<Record<string, string>>) =>
    Object.entries(cells).some(
      ([heading, value]) =>
        own.has(value) ||
        (heading === 'so tai khoan' && numbers.has(value)) ||
        (/^so (?:giay to|cmnd)/u.test(heading) && documents.has(documentOf(value))) ||
        (heading === 'so dien thoai' && phones.has(phoneOf(value))),
    );
  const byPlace = rowsByPlace(world);
  const text = dossier.flatMap((part) => (typeof part === 'string' ? [part] : part.flat())).join('\n');
  const cited = new Set(
    [...text.matchAll(/(\[\d+\]) dòng ([\d–, ]*\d)/gu)].map(([, number, ranges]) => `${number} ${ranges}`),
  );
  for (const one of cited) {
    const [number, ranges] = [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)];
    for (const range of ranges.split(', ')) {
      const [from = 0, to = from] = range.split('–').map(Number);
      for (let n = from; n <= to; n += 1) {
        const found = byPlace.get(`${files.get(number)} ${n}`) ?? [];
        check('dòng nguồn', `${files.get(number)} dòng ${n}`, found.some(concerns), true);
      }
    }
  }
}
const places = new WeakMap<World, Map<string, Readonly<Record<string, string>>[]>>();
function rowsByPlace(world: World) {
  const known = places.get(world) ?? new Map<string, Readonly<Record<string, string>>[]>();
  if (known.size === 0)
    for (const { file, number, cells } of world.rows)
      known.set(`${file} ${number}`, [...(known.get(`${file} ${number}`) ?? []), cells]);
  places.set(world, known);
  return known;
}

function checkEvents(rows: readonly TableRow[], about: About): void {
  const { company, world, check, sentence, dossier } = about;
  check(
    'thứ tự của diễn biến',
    '',
    rows.map(([on]) => when(on)),
    rows.map(([on]) => when(on)).sort(),
  );
  const begun = tiesIn(dossier)
    .map(({ since }) => since)
    .sort()[0];
  for (const [on = '', what = ''] of rows) {
    const right = dayOf(what);
    if (right !== undefined) check('ngày của diễn biến', what, when(on), right);
    else if (sentence(what) !== undefined)
      check('ngày của diễn biến', what, what.includes(on) || !/\d\d\/\d\d\/\d{4}/u.test(what), true);
  }
  function dayOf(what: string): string | undefined {
    if (what === 'Đăng ký doanh nghiệp') return company.registeredOn;
    if (what === 'Gửi thông báo cho cơ quan Công an') return world.asOf;
    if (what.startsWith('Doanh nghiệp này và một doanh nghiệp khác có thông tin')) return joinedOn(company.code, about);
    return what.startsWith('Hai doanh nghiệp đầu tiên của nhóm có thông tin') ? begun : undefined;
  }
}

/** A finding's sentence, and its figures, each of which is a figure of the sentence. */
function checkFindings(rows: readonly TableRow[], { check, sentence }: About): void {
  for (const [, text = '', figures = ''] of rows) {
    const right = sentence(text.split('\n')[0] ?? '');
    if (right === undefined) continue;
    for (const line of figures.split('\n').filter(Boolean)) {
      const at = line.lastIndexOf(': ');
      const [label, value] = [line.slice(0, at), line.slice(at + 2)];
      const name = LABELS.find(([form]) => form.test(label))?.[1];
      if (name === undefined || right[name] === undefined) check.uncovered(`số liệu: ${label}`);
      else check.figure(`số liệu: ${label}`, line, value, right[name]);
    }
  }
}

const TIES = /^TT\|Thông tin dùng chung/u;

export const TABLES: readonly TableClass[] = [
  ['doanh nghiệp', /^Nội dung\|Theo dữ liệu đăng ký/u, checkCompany],
  ['người', /^TT\|Họ tên, vai trò/u, checkPeople],
  ['tài khoản', /^TT\|Ngân hàng, ví; số tài khoản/u, checkAccounts],
  ['dòng tiền', /^Tháng\|Tiền vào/u, checkMonths],
  ['nhóm', /^TT\|Doanh nghiệp\|Sớm nhất/u, checkMembers],
  ['liên hệ', TIES, checkTies],
  ['diễn biến', /^Ngày\|Diễn biến/u, checkEvents],
  ['nguồn', /^Số\|Nguồn, tệp/u, checkSources],
  ['dấu hiệu', /^TT\|Dấu hiệu/u, checkFindings],
];
