import { documentOf, phoneOf, type Company, type Month, type World } from './world.ts';
import { type Cells, plain } from './rows.ts';
import { BANKS, DAY, type Known, MONEY, MONTH, QUARTER, SHARE, when } from './shown.ts';

/** What the rows say of each figure of a sentence, by the name of the figure. */
export type Right = Readonly<Record<string, Known | readonly string[]>>;
type Said = Readonly<Record<string, string>>;

/** A class of sentences: how they read, and what the rows say of their figures. A figure that is missing in `right` is not checked. */
export interface SentenceClass {
  readonly name: string;
  readonly form: RegExp;
  readonly right: (said: Said, company: Company, world: World) => Right;
}

const DAY_MS = 86_400_000;
export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
const plusDays = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const sum = <T>(all: readonly T[], of: (one: T) => number | undefined) =>
  all.reduce((total, one) => total + (of(one) ?? 0), 0);
export const quarterOf = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
const QUARTER_OF = /^(?:(?<year>\d{4})-Q(?<quarter>\d)|(?:Q|Quý )(?<quarter2>\d)\/(?<year2>\d{4}))$/u;
export function periodIn(note: string): string {
  const { year, quarter, quarter2, year2 } = QUARTER_OF.exec(note)?.groups ?? {};
  if (quarter !== undefined) return `${year}-Q${quarter}`;
  if (quarter2 !== undefined) return `${year2}-Q${quarter2}`;
  return /^\d{4}-\d\d/u.test(note) ? quarterOf(note) : note;
}
export const endOf = (period: string): string => {
  if (period === '') return '';
  const month = period[5] === 'Q' ? Number(period[6]) * 3 : Number(period.slice(5, 7));
  return new Date(Date.UTC(Number(period.slice(0, 4)), month || 12, 0)).toISOString().slice(0, 10);
};

const LEAST_MOVEMENT = 1_000_000;
const CONSIDERABLE = 20_000_000;
const SEVERAL = { from: 2, below: 20, nine: 10, three: 4 };

interface Added {
  readonly period: string;
  readonly credit: number;
  readonly debit: number;
  readonly rows: readonly Month[];
}
/** The months in which money moved through some accounts. */
function monthsOf(rows: readonly Month[], from = '', to = '9999'): Added[] {
  const moved = rows.filter(
    ({ credit, debit, period }) =>
      (credit >= LEAST_MOVEMENT || debit >= LEAST_MOVEMENT) && period >= from && period <= to,
  );
  return [...Map.groupBy(moved, ({ period }) => period)]
    .map(([period, found]) => ({
      period,
      rows: found,
      credit: sum(found, (one) => one.credit),
      debit: sum(found, (one) => one.debit),
    }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}
const banksOf = (rows: readonly { readonly bank: string }[]) => [...new Set(rows.map(({ bank }) => bank))].sort();
export const allBanks = ({ months }: Company): string[] => banksOf(months);

/** The totals of a sentence about months: of all accounts, or of the one account that it means. */
function through(said: Said, company: Company): Right {
  const [from, to] = [when(said.from ?? said.month), when(said.to ?? said.month)];
  const byAccount = [...Map.groupBy(company.months, ({ bank, number }) => `${bank} ${number}`).values()];
  const asked = said.one === undefined ? [company.months] : byAccount;
  const found = asked.map((rows) => throughOf(rows, from, to));
  return found.find(({ credit }) => credit === Number((said.credit ?? '').replaceAll(/\D/gu, ''))) ?? found[0] ?? {};
}
function throughOf(all: readonly Month[], from: string, to: string): Right {
  const months = monthsOf(all, from, to);
  const rows = months.flatMap((month) => month.rows);
  const [credit, debit] = [sum(months, (one) => one.credit), sum(months, (one) => one.debit)];
  const timed = rows.filter(({ held }) => held !== undefined);
  const compared = months.filter((one) => one.credit >= CONSIDERABLE);
  const shares = compared.map((one) => (one.debit / one.credit) * 100);
  const counted = rows.every(({ payments }) => payments !== undefined);
  return {
    months: months.length,
    from: months[0]?.period,
    to: months.at(-1)?.period,
    month: months[0]?.period,
    credit,
    debit,
    share: credit === 0 ? 0 : (debit / credit) * 100,
    held:
      timed.length === 0
        ? undefined
        : Math.round(sum(timed, (one) => one.credit * (one.held ?? 0)) / sum(timed, (one) => one.credit)),
    banks: banksOf(all),
    payments: counted && months.length > 0 ? sum(rows, (one) => one.payments) / months.length : undefined,
    compared: compared.length,
    least: Math.min(...shares),
    most: Math.max(...shares),
  };
}

/** The returns and invoices by quarter. */
function sales(company: Company) {
  const byQuarter = (kind: string) => {
    const by = new Map<string, number>();
    for (const { note, amount } of company.signals(kind)) {
      const quarter = periodIn(note);
      if (quarter[5] === 'Q') by.set(quarter, (by.get(quarter) ?? 0) + (amount ?? 0));
    }
    return by;
  };
  const [declared, invoiced] = [byQuarter('TO_KHAI_THUE'), byQuarter('HOA_DON')];
  const total = (by: ReadonlyMap<string, number>, isMeant: (quarter: string) => boolean = () => true) =>
    sum([...by], ([quarter, amount]) => (isMeant(quarter) ? amount : 0));
  return { declared, invoiced, total };
}

/** The last days for the return of a quarter and 90 days more, from which an unfiled one is overdue. */
export function isOverdue(quarter: string, company: Company, { returnsUntil }: World): boolean {
  const due = plusDays(endOf(quarter), 31);
  const start = `${quarter.slice(0, 4)}-${String(Number(quarter.at(-1)) * 3 - 2).padStart(2, '0')}-01`;
  const suspended = company.signals('TRANG_THAI_PHAP_LY').find(({ value }) => value === '2')?.on ?? '9999';
  return company.registeredOn <= start && plusDays(due, 90) <= returnsUntil && quarter < quarterOf(suspended);
}

function declaredOf(said: Said, company: Company, world: World): Right {
  const { declared, total } = sales(company);
  const [from, to] = [when(said.fromQuarter ?? said.quarter), when(said.toQuarter ?? said.quarter)];
  const months = monthsOf(company.months);
  const isAnswered = (quarter: string) => declared.has(quarter) || isOverdue(quarter, company, world);
  const inside = months.filter(({ period }) => isAnswered(quarterOf(period)));
  const quarters = [...new Set(inside.map(({ period }) => quarterOf(period)))];
  const filed = quarters.filter((quarter) => declared.has(quarter)).length;
  const credit = sum(inside, (one) => one.credit) - sum(company.signals('GOP_VON'), (one) => one.amount);
  const revenue = total(declared, (quarter) => quarter >= from && quarter <= to);
  return {
    fromQuarter: quarters[0],
    toQuarter: quarters.at(-1),
    quarter: quarters[0],
    filed,
    owed: quarters.length - filed,
    credit,
    revenue,
    share: (revenue / credit) * 100,
    banks: allBanks(company),
    unanswered: sum(months, (one) => (inside.includes(one) ? 0 : one.credit)),
  };
}

/** The months of considerable money. */
function life(company: Company): Right {
  const all = monthsOf(company.months);
  const months = all.filter(({ credit }) => credit >= CONSIDERABLE);
  const first = months[0]?.period ?? '';
  return {
    month: first,
    from: first,
    to: months.at(-1)?.period,
    months: months.length,
    credit: sum(months, (one) => one.credit),
    banks: allBanks(company),
    age: Math.max(0, daysFrom(company.registeredOn, `${first}-01`)),
    largest: Math.max(...months.map(({ credit }) => credit)),
  };
}

/** The changes of representative by signals and by versions. */
export function changesOf(company: Company, kind: 'NGUOI_DAI_DIEN' | 'DIA_CHI'): string[] {
  const told = company.signals('THAY_DOI').flatMap(({ value, on }) => (value === kind ? [on] : []));
  const valueOf = (rows: readonly Cells[]) =>
    kind === 'DIA_CHI'
      ? plain(rows[0]?.['dia chi tru so'] ?? '')
      : rows
          .flatMap((one) => (isHead(one) ? [documentOf(one['so giay to'])] : []))
          .sort()
          .join();
  const seen = company.versions
    .slice(1)
    .flatMap(({ on, rows }, n) => (valueOf(rows) === valueOf(company.versions[n]?.rows ?? []) ? [] : [on]));
  return [...new Set([...told, ...seen])].sort();
}
export const isHead = (cells: Cells): boolean => /^(?:nguoi dai dien|nddpl)/u.test(plain(cells['vai tro'] ?? ''));

function changeOf(said: Said, company: Company): Right {
  const on = changesOf(company, 'NGUOI_DAI_DIEN').at(-1) ?? '';
  const since = Number(on.slice(8)) <= 15 ? on.slice(0, 7) : plusDays(`${on.slice(0, 7)}-28`, 4).slice(0, 7);
  const months = monthsOf(company.months);
  const [before, later] = [
    months.filter(({ period }) => period < since),
    months.filter(({ period }) => period >= since),
  ];
  return {
    on,
    age: daysFrom(company.registeredOn, on),
    before: sum(before, (one) => one.credit),
    nothing: before.length === 0 ? said.nothing : 'có tiền vào',
    month: later[0]?.period,
    credit: sum(later, (one) => one.credit),
    registered: company.registeredOn,
    monthly: before.length === 0 ? undefined : sum(before, (one) => one.credit) / before.length,
    banks: allBanks(company),
  };
}

function paidTo(company: Company, world: World) {
  const sharing = world.sharing('tài khoản nhận chính');
  const isMain = (receiver: string) => sharing.get(receiver)?.has(company.code) === true;
  const payers = (receiver: string) => (isMain(receiver) ? (sharing.get(receiver)?.size ?? 0) : 0);
  const few = company.paid.filter(
    ({ receiver }) => payers(receiver) >= SEVERAL.from && payers(receiver) < SEVERAL.below,
  );
  const fewer = (below: number) =>
    new Set(few.flatMap(({ receiver }) => (payers(receiver) < below ? [receiver] : []))).size;
  const debit = sum(company.paid, (one) => one.debit);
  const toFew = sum(few, (one) => one.debit);
  return {
    debit,
    toFew,
    all: debit,
    share: (toFew / debit) * 100,
    few: fewer(SEVERAL.below),
    nine: fewer(SEVERAL.nine),
    three: fewer(SEVERAL.three),
    banks: banksOf(company.paid),
  };
}

/** The accounts that a sentence on holders or phones means, and those of which the rows don't tell it. */
function meantAccounts(which: string, company: Company, world: World): Right {
  const { accounts, people } = company;
  const subscribers = new Map(
    world
      .of('subscribers', 'so giay to chu thue bao')
      .map(({ cells }) => [phoneOf(cells['so dien thoai']), documentOf(cells['so giay to chu thue bao'])]),
  );
  const numberOf = (text = '') => world.personIn({ 'so giay to': text });
  const documents = new Set(people.map(world.personIn));
  const heads = new Set(people.filter(isHead).map(world.personIn));
  const own = new Set(
    company.versions.flatMap(({ rows }) =>
      rows.flatMap((one) => [phoneOf(one['dien thoai']), phoneOf(one['dien thoai ca nhan'])]),
    ),
  );
  const holder = (one: Cells) => subscribers.get(phoneOf(one['so dien thoai']));
  const isStrange = (one: Cells) => phoneOf(one['so dien thoai']) !== '' && !own.has(phoneOf(one['so dien thoai']));
  const tests: Readonly<Record<string, (one: Cells) => boolean>> = {
    held: (one) => one['so giay to nguoi dai dien'] !== '' && !heads.has(numberOf(one['so giay to nguoi dai dien'])),
    unknown: (one) => isStrange(one) && holder(one) === undefined,
    strange: (one) => isStrange(one) && holder(one) !== undefined && !documents.has(numberOf(holder(one))),
    nobody: (one) => isStrange(one) && !documents.has(numberOf(holder(one) ?? '?')),
    another: (one) =>
      holder(one) !== undefined &&
      one['so giay to nguoi dai dien'] !== '' &&
      numberOf(holder(one)) !== numberOf(one['so giay to nguoi dai dien']),
  };
  const meant = accounts.filter((one) => tests[which]?.(one));
  const others = accounts.filter((one) => !meant.includes(one));
  const unsaid = others.filter((one) =>
    which === 'held'
      ? one['so giay to nguoi dai dien'] === ''
      : holder(one) === undefined || (which === 'another' && one['so giay to nguoi dai dien'] === ''),
  );
  return {
    some: meant.length,
    all: accounts.length,
    banks: banksOf(meant.map((one) => ({ bank: one['ngan hang'] ?? '' }))),
    unsaid: unsaid.length,
  };
}

const kindOf = (said: Said) => (said.kind ?? '').toLowerCase();
/** The points of the findings that are signs of a company's own; of those about one fact the gravest counts. */
const OWN_SIGNS: readonly (readonly [RegExp, fact: string, points: number])[] = [
  [/^REP_(?:NOT_FOUND|MISMATCH|DECEASED|DOCUMENT)/u, 'representative', 2],
  [/^REP_WANTED/u, 'representative', 1],
  [/^AUTHORISATION_DENIED/u, 'authorisation', 2],
  [/^PERSON_DOUBTFUL/u, 'person', 1],
  [
    /^(?:PASS_THROUGH_(?:AT_ONCE|EVEN_WITHIN|WITHIN_THE_HOUR_BRIEFLY)|MANY_PAYMENTS_WITHIN|FIRST_MONEY|FIRST_DAYS_(?:AT_ONCE|WITHIN))/u,
    'money',
    2,
  ],
  [/^(?:PASS_THROUGH_(?:EVEN|BRIEFLY)$|MANY_PAYMENTS_PASSED_ON)/u, 'money', 1],
  [/^INVOICES_[83]_TIMES/u, 'invoices', 2],
  [/^INVOICES_(?:ABOVE|WITHOUT)/u, 'invoices', 1],
  [/^NEW_HANDS_THEN_MONEY/u, 'hands', 1],
  [/^GONE_WITHOUT/u, 'gone', 1],
  [/^ACCOUNT_PHONES_OF_STRANGERS/u, 'phones', 1],
  [/^LISTED_ACCOUNT/u, 'listing', 1],
  [/^TAX_STATUS_AT_RISK/u, 'premises', 1],
];
export function signPoints(codes: readonly string[]): number {
  const facts = new Map<string, number>();
  for (const code of codes)
    for (const [form, fact, points] of OWN_SIGNS)
      if (form.test(code)) facts.set(fact, Math.max(points, facts.get(fact) ?? 0));
  return [...facts.values()].reduce((total, points) => total + points, 0);
}

/** A group is said to be at least so large, in bands. */
const groupFigures = (said: Said, company: Company, world: World): Right => {
  const groups = [...world.sharing(kindOf(said)).values()].filter((codes) => codes.has(company.code));
  /** The number that is said, where it is true that there are at least so many. */
  const atLeast = (claim: string | undefined, of: (codes: ReadonlySet<string>) => number) => {
    const most = Math.max(0, ...groups.map(of));
    if (claim === undefined || most >= Number(claim)) return claim;
    // Other values of these kinds may be the same by another spelling
    return /^(?:trụ sở|người nộp|người đứng sau|mua bán)/u.test(kindOf(said)) ? undefined : most;
  };
  const others = (points: number) => (codes: ReadonlySet<string>) =>
    [...codes].filter((code) => code !== company.code && (world.signs.get(code) ?? 0) >= points).length;
  return {
    kind: said.kind,
    days: 90,
    size: atLeast(said.size, (codes) => codes.size),
    bad: atLeast(said.bad ?? said.worse, others(1)),
    worse: atLeast(said.worse, others(2)),
  };
};

const peopleWith = (said: Said, company: Company): Right => {
  const people = company.people.filter((one) => (said.others === undefined ? isHead(one) : !isHead(one)));
  const last4 = (said.numbers ?? '').split(', ').map((number) => number.slice(-4));
  const known = people.map((one) => documentOf(one['so giay to']).slice(-4));
  return {
    people: last4.length,
    numbers: last4.every((number) => known.includes(number)) ? said.numbers : known.join(', '),
  };
};

const staff = ({ signals }: Company): number => signals('BHXH').at(-1)?.amount ?? 0;
const capitalIn = (said: Said, { capital }: Company): Known => (said.capital === undefined ? undefined : capital);
const newestStatus = (kind: string, { signals }: Company) => signals(kind).at(-1);

const HELD = String.raw`(?:, tiền lưu lại (?<held>[\d.]+|chưa đến 1) phút \([^)]*\))?`;
const OUT = String.raw`(?:không có tiền ra|tiền ra (?<debit>${MONEY}) \((?<share>${SHARE})\))`;
const THROUGH = String.raw`(?<one>Riêng một tài khoản, )?[Tt]rong (?:tháng (?<month>${MONTH})|(?<months>\d+) tháng có giao dịch \((?<from>${MONTH}) đến (?<to>${MONTH})\)), tiền vào (?<credit>${MONEY}), ${OUT}${HELD}, theo ngân hàng (?<banks>${BANKS})\.`;
const PAYMENTS = String.raw`(?: Bình quân mỗi tháng (?<payments>[\d.]+) giao dịch\.)?`;
const SHARES = String.raw`(?: Riêng tháng [^.]*? chuyển đi (?<only>${SHARE})\.| Tháng nào(?: trong (?<compared>\d+) tháng[^.]*?(?:[\d.]+ đồng))? cũng chuyển đi (?<same>${SHARE})\.| Có tháng[^.]*(?:[\d.]+ đồng)? chưa chuyển đi, tháng nhiều nhất chuyển đi (?<most0>${SHARE})\.| Tháng ít nhất(?: trong (?<compared2>\d+) tháng.*?đồng)? chuyển đi (?<least>${SHARE}), nhiều nhất (?<most>${SHARE})\.)?`;
const REGISTERED = String.raw`(?: Doanh nghiệp đăng ký ngày (?<registered>${DAY})(?:, đổi người đại diện ngày (?<changed>${DAY}))?(?:; trước đó tiền vào bình quân mỗi tháng có giao dịch (?<monthly>${MONEY}))?\.)?`;
const LIFE = String.raw`Chỉ (?:tháng (?<month>${MONTH}) có tiền vào từ ${MONEY}: |(?<months>\d+) tháng \((?<from>${MONTH}) đến (?<to>${MONTH})\) có tiền vào từ ${MONEY} một tháng, cộng )(?<credit>${MONEY}) \(theo ngân hàng (?<banks>[^)]+)\)`;
const QUARTERS = String.raw`(?:Từ quý (?<fromQuarter>${QUARTER}) đến quý (?<toQuarter>${QUARTER})|Quý (?<quarter>${QUARTER}))`;
const INSURED = String.raw`(?:chưa thấy lao động nào|(?<insured>[\d.]+) lao động) đóng bảo hiểm xã hội`;
const CAPITAL = String.raw`(?:không có vốn điều lệ|chưa rõ vốn điều lệ|vốn điều lệ (?<capital>${MONEY}))`;
const SOME = String.raw`(?:Tài khoản duy nhất|Cả (?<every>\d+) tài khoản|(?<some>\d+) trên (?<all>\d+) tài khoản)`;
const UNSAID = String.raw`(?:; (?<unsaid>\d+) tài khoản khác [^.]*)?\.`;
const GROUP = String.raw`Cùng (?<kind>.+?) với các doanh nghiệp khác \(nhóm có từ (?<size>\d+) doanh nghiệp trở lên, kể cả doanh nghiệp này\)`;

const ofAccounts =
  (which: string) =>
  (said: Said, company: Company, world: World): Right => {
    const right = meantAccounts(which, company, world);
    // `Cả N` and `duy nhất` say that it is all of them
    return {
      ...right,
      every: right.some === right.all ? right.all : -1,
      ...(said.some === undefined &&
        said.every === undefined && { banks: right.some === 1 && right.all === 1 ? right.banks : [] }),
    };
  };
const shareFigures = (right: Right): Right => ({
  ...right,
  only: right.most,
  same: right.most,
  most0: right.most,
  compared2: right.compared,
});

const form = (text: string) => new RegExp(`^(?:Giảm nhẹ: |Liên hệ thứ hai: )?${text}$`, 'u');
const is = (name: string, text: string, right: SentenceClass['right']): SentenceClass => ({
  name,
  form: form(text),
  right,
});

export const SENTENCES: readonly SentenceClass[] = [
  is(
    'dòng tiền qua tài khoản',
    `${THROUGH}${PAYMENTS}${SHARES}${REGISTERED}(?: Tiền lưu lại, các tháng khác nhau\\.)?`,
    (said, company) => {
      const change = changeOf(said, company);
      return {
        ...shareFigures(through(said, company)),
        registered: company.registeredOn,
        changed: change.on,
        monthly: change.monthly,
      };
    },
  ),
  is(
    'nhanh hơn doanh nghiệp được so',
    String.raw`Tiền (?:lưu lại (?<held>[\d.]+|chưa đến 1) phút rồi )?(?:được chuyển đi hết|(?<share>${SHARE}) được chuyển đi) \(theo ngân hàng (?<banks>[^)]+)\): so với ít nhất (?<peers>\d+) doanh nghiệp trong tỉnh có số liệu \(.*?\), 19 trong 20 doanh nghiệp giữ tiền lâu hơn\.`,
    (_said, company) => {
      const { held, share, banks, months, from, to, credit, debit } = throughOf(company.months, '', '9999');
      return { held, share, banks, months, from, to, credit, debit };
    },
  ),
  is(
    'doanh thu khai so với tiền vào',
    String.raw`${QUARTERS} \((?:(?<filed>\d+) quý đã khai|đã khai)?(?: và )?(?:(?<owed>\d+) quý quá hạn[^)]*|quá hạn[^)]*)?\), tiền vào tài khoản (?<credit>${MONEY}) \(theo ngân hàng (?<banks>[^;]+); đã trừ toàn bộ số vốn đã góp đến nay\); (?:doanh thu kê khai chỉ (?<revenue>${MONEY}) \((?<share>${SHARE})\)|không kê khai doanh thu nào|các tờ khai không có doanh thu nào)\.(?: Chưa tính (?<unanswered>${MONEY}) .*)?`,
    declaredOf,
  ),
  is(
    'hóa đơn so với doanh thu khai',
    String.raw`Hóa đơn đã xuất (?<invoiced>${MONEY}), (?:gấp (?<times>[\d.,]+) lần doanh thu kê khai (?<revenue>${MONEY}) của cùng kỳ|trong khi tờ khai của cùng kỳ không có doanh thu nào)\.`,
    (_said, company) => {
      const { declared, invoiced, total } = sales(company);
      const [sold, revenue] = [total(invoiced, (quarter) => declared.has(quarter)), total(declared)];
      return { invoiced: sold, revenue, times: sold / revenue };
    },
  ),
  is(
    'hóa đơn không có tờ khai',
    String.raw`Đã xuất hóa đơn (?<invoiced>${MONEY}) \(đến quý (?<quarter>${QUARTER})\) mà không nộp tờ khai thuế nào trong (?<age>[\d.]+) ngày kể từ khi đăng ký\.`,
    (_said, company, { asOf }) => {
      const { declared, invoiced, total } = sales(company);
      return {
        invoiced: declared.size === 0 ? total(invoiced) : Number.NaN,
        quarter: [...invoiced.keys()].sort().at(-1),
        age: daysFrom(company.registeredOn, asOf),
      };
    },
  ),
  is(
    'doanh số so với nhân lực',
    String.raw`Doanh số (?<turnover>${MONEY}) trong (?:quý (?<only>${QUARTER})|(?<quarters>\d+) quý)(?: \((?:đến quý (?<quarter>${QUARTER}))?(?:, )?(?:(?<age>[\d.]+) ngày sau khi đăng ký)?\))?, ${INSURED}; ${CAPITAL}\.`,
    (said, company) => {
      const { declared, invoiced, total } = sales(company);
      const quarters = [
        ...new Set([
          ...[...declared].flatMap(([quarter, revenue]) => (revenue > 0 ? [quarter] : [])),
          ...invoiced.keys(),
        ]),
      ].sort();
      const last = quarters.at(-1) ?? '';
      return {
        turnover: Math.max(total(declared), total(invoiced)),
        quarters: quarters.length,
        quarter: last,
        only: last,
        age: daysFrom(company.registeredOn, endOf(last)),
        insured: staff(company),
        capital: capitalIn(said, company),
      };
    },
  ),
  is(
    'doanh số không qua tài khoản',
    String.raw`${QUARTERS}, doanh số (?<turnover>${MONEY}) nhưng (?:các tài khoản không có tiền vào đáng kể trong mọi tháng đã biết|tiền vào các tài khoản trong mọi tháng đã biết chỉ (?<credit>${MONEY}) \((?<share>${SHARE})\)); ${INSURED}\.`,
    (said, company) => {
      const { declared, invoiced, total } = sales(company);
      const [from, to] = [when(said.fromQuarter ?? said.quarter), when(said.toQuarter ?? said.quarter)];
      const isMeant = (quarter: string) => quarter >= from && quarter <= to;
      const turnover = Math.max(total(declared, isMeant), total(invoiced, isMeant));
      const credit = sum(monthsOf(company.months), (one) => one.credit);
      return { turnover, credit, share: (credit / turnover) * 100, insured: staff(company) };
    },
  ),
  is(
    'khai thuế tương ứng',
    String.raw`khai thuế (?<quarters>\d+) quý, doanh thu (?<revenue>${MONEY}) và hóa đơn (?<invoiced>${MONEY}) tương ứng\.`,
    (_said, company, world) => {
      const { declared, invoiced, total } = sales(company);
      return {
        quarters: declared.size,
        revenue: total(declared),
        invoiced: total(invoiced, (quarter) => declared.has(quarter) || isOverdue(quarter, company, world)),
      };
    },
  ),
  is('lao động đóng bảo hiểm', String.raw`có ${INSURED}\.`, (_said, company) => ({ insured: staff(company) })),
  is(
    'doanh số lớn ngay khi đăng ký',
    String.raw`Đăng ký ngày (?<registered>${DAY}), ngay quý (?<quarter>${QUARTER}) đã có doanh số (?<turnover>${MONEY}) \(${CAPITAL}\), chưa thấy .*`,
    (said, company) => {
      const { declared, invoiced } = sales(company);
      const quarter = when(said.quarter);
      return {
        registered: company.registeredOn,
        quarter,
        turnover: Math.max(declared.get(quarter) ?? 0, invoiced.get(quarter) ?? 0),
        capital: capitalIn(said, company),
      };
    },
  ),
  is(
    'tháng đầu có nhiều tiền',
    String.raw`Đăng ký ngày (?<registered>${DAY}); cả tháng (?<month>${MONTH}), tháng có nhiều tiền vào tài khoản nhất trong năm đầu, có (?<credit>${MONEY}), (?:tuy không có vốn điều lệ|chưa rõ vốn điều lệ|(?:xấp xỉ|gấp (?<times>[\d.,]+) lần|bằng (?<share>${SHARE})) ${CAPITAL})\.`,
    (said, company) => {
      const [month] = monthsOf(company.months)
        .filter(({ period }) => daysFrom(company.registeredOn, `${period}-01`) < 365)
        .sort((a, b) => b.credit - a.credit);
      const times = (month?.credit ?? 0) / company.capital;
      return {
        registered: company.registeredOn,
        month: month?.period,
        credit: month?.credit,
        times,
        share: times * 100,
        capital: capitalIn(said, company),
        banks: allBanks(company),
      };
    },
  ),
  is(
    'đổi người đại diện rồi có tiền',
    String.raw`Thay người đại diện ngày (?<on>${DAY}) \((?:ngay ngày đăng ký|khi đã đăng ký (?<age>[\d.]+) ngày)\); (?:chưa có số liệu tiền vào của các tháng trước đó|trước đó (?:(?<nothing>không có tiền vào đáng kể)|tiền vào (?<before>${MONEY}))), từ tháng (?<month>${MONTH}) tiền vào (?<credit>${MONEY})\.`,
    changeOf,
  ),
  is(
    'tài khoản ngủ rồi có tiền',
    String.raw`Từ ngày (?<since>${DAY}) chưa thấy tiền vào đáng kể, chưa thấy khai doanh thu, đến tháng (?<month>${MONTH}) mới có; (?:riêng tháng đó|trong (?<months>\d+) tháng) tiền vào (?<credit>${MONEY})\.`,
    (said, company) => {
      const months = monthsOf(company.months).filter(({ period }) => period >= when(said.month));
      const opened = company.accounts.map((one) => when(one['ngay mo']));
      const since = when(said.since);
      return {
        since: opened.includes(since) || company.registeredOn === since ? since : undefined,
        month: life(company).month,
        months: months.length,
        credit: sum(months, (one) => one.credit),
        banks: allBanks(company),
      };
    },
  ),
  is(
    'vốn góp rồi chuyển đi',
    String.raw`Vốn góp ngày (?<on>${DAY}) là (?<paidIn>${MONEY}); trong tháng (?<month>${MONTH}) tiền vào (?<credit>${MONEY}), tiền ra (?<debit>${MONEY})\.`,
    (said, company) => {
      const on = when(said.on);
      const [month] = monthsOf(company.months, on.slice(0, 7), on.slice(0, 7));
      return {
        on,
        paidIn: company.signals('GOP_VON').find((one) => one.on === on)?.amount,
        month: on.slice(0, 7),
        credit: month?.credit,
        debit: month?.debit,
      };
    },
  ),
  is(
    'tiền chỉ trong ít tháng',
    String.raw`${LIFE}; các tháng khác đến ngày (?<until>${DAY}) chưa thấy .*?doanh thu\.(?: Từ khi có tiền, (?<due>\d+) kỳ khai thuế đã quá hạn 90 ngày mà không nộp tờ khai nào\.)?`,
    (_said, company, world) => {
      const right = life(company);
      const quarters = [
        ...new Set(
          [...Array(80).keys()].map((n) => quarterOf(plusDays(`${String(right.from)}-15`, n * 31).slice(0, 7))),
        ),
      ];
      return { ...right, due: quarters.filter((quarter) => isOverdue(quarter, company, world)).length };
    },
  ),
  is(
    'ngủ lâu rồi có tiền ít tháng',
    String.raw`${LIFE}; đến ngày đầu tháng (?<first>${MONTH}) đã đăng ký (?<age>[\d.]+) ngày mà chưa thấy .*`,
    (_said, company) => {
      const right = life(company);
      return { ...right, first: right.from };
    },
  ),
  is(
    'tuổi người đại diện',
    String.raw`Người đại diện theo pháp luật sinh năm (?<born>[\d, ]+?) \(đăng ký năm (?<year>\d{4})\); tháng nhiều nhất tiền vào (?<credit>${MONEY}), theo ngân hàng (?<banks>${BANKS})\.`,
    (_said, company) => ({
      born: company.people
        .filter(isHead)
        .map((one) => when(one['ngay sinh']).slice(0, 4))
        .join(', '),
      year: company.registeredOn.slice(0, 4),
      credit: life(company).largest,
      banks: allBanks(company),
    }),
  ),
  is(
    'tiền đến ít tài khoản nhận',
    String.raw`(?:Toàn bộ (?<all>${MONEY}) chuyển đi \(theo ngân hàng (?<banks2>[^)]+)\)|Trong (?<debit>${MONEY}) chuyển đi \(theo ngân hàng (?<banks>[^)]+)\), (?<toFew>${MONEY}) \((?<share>${SHARE})\)) đến (?<few>\d+) tài khoản nhận mà chỉ dưới 20 doanh nghiệp trong tỉnh cùng trả tiền cho\.`,
    (_said, company, world) => {
      const right = paidTo(company, world);
      return { ...right, banks2: right.banks };
    },
  ),
  is(
    'tài khoản nhận của ít doanh nghiệp',
    String.raw`Trong các tài khoản nhận chính của (?<debit>${MONEY}) chuyển đi \(theo ngân hàng (?<banks>[^)]+)\), có (?<nine>\d+) tài khoản mà ngoài doanh nghiệp này chỉ vài doanh nghiệp khác trong tỉnh \(dưới 10\) trả nhiều tiền(?:, (?:(?<every>đều) |trong đó (?<three>\d+) tài khoản )chỉ của 2 đến 3 doanh nghiệp)?\.`,
    (_said, company, world) => {
      const right = paidTo(company, world);
      return { ...right, every: right.nine === right.three ? 'đều' : 'không đều' };
    },
  ),
  is(
    'tiền chuyển đi so với doanh thu khai',
    String.raw`${QUARTERS}, tiền chuyển đi (?<debit>${MONEY}) \(theo ngân hàng (?<banks>[^)]+)\); (?:(?<unfiled>đến nay chưa nộp tờ khai nào) của các quý đó|đến nay đã khai (?<filed>\d+) quý trong thời gian đó, (?:(?<none>không có doanh thu nào)|doanh thu chỉ (?<revenue>${MONEY}) \((?<share>${SHARE})\)))\.`,
    (said, company, world) => {
      const { declared, total } = sales(company);
      const [from, to] = [when(said.fromQuarter ?? said.quarter), when(said.toQuarter ?? said.quarter)];
      const isMeant = (quarter: string) => quarter >= from && quarter <= to;
      const { debit, banks } = paidTo(company, world);
      const [filed, revenue] = [[...declared.keys()].filter(isMeant).length, total(declared, isMeant)];
      return {
        debit,
        banks,
        filed,
        revenue,
        share: (revenue / debit) * 100,
        unfiled: filed === 0 ? said.unfiled : 'đã nộp',
        none: revenue === 0 ? said.none : 'có',
      };
    },
  ),
  is(
    'không mua hóa đơn',
    String.raw`Trong dữ liệu hóa đơn từ ngày (?<since>${DAY}) đến ngày (?<until>${DAY}) không có ai xuất hóa đơn cho doanh nghiệp, trong khi (?:tiền qua tài khoản (?<money>${MONEY}))?(?:, )?(?:doanh số (?<sold>${MONEY}))?\.`,
    (_said, company, world) => {
      const { declared, invoiced, total } = sales(company);
      const bought = world
        .of('activities', 'ma so ben mua')
        .some(({ cells }) => cells['ma so ben mua'] === company.code);
      const credit = sum(monthsOf(company.months), (one) => one.credit);
      return {
        money: bought ? Number.NaN : Math.max(credit, paidTo(company, world).debit),
        sold: Math.max(total(declared), total(invoiced)),
      };
    },
  ),
  is(
    'địa chỉ IP nước ngoài',
    String.raw`(?<share>${SHARE}) trong (?<told>[\d.]+) giao dịch mà ngân hàng (?<telling>${BANKS}) báo tỷ lệ IP nước ngoài là từ IP nước ngoài(?: \((?<untold>[\d.]+) giao dịch khác không được báo\))?; tiền vào mọi tài khoản (?<credit>${MONEY}), theo ngân hàng (?<banks>${BANKS})\.`,
    (_said, company) => {
      const telling = company.months.filter(
        ({ foreign, payments }) => foreign !== undefined && payments !== undefined && payments > 0,
      );
      const told = sum(telling, (one) => one.payments);
      return {
        told,
        share: (sum(telling, (one) => (one.payments ?? 0) * (one.foreign ?? 0)) / told) * 100,
        telling: banksOf(telling),
        untold: sum(company.months, (one) => one.payments) - told,
        credit: sum(monthsOf(company.months), (one) => one.credit),
        banks: allBanks(company),
      };
    },
  ),
  is(
    'tài khoản do người khác đứng tên',
    `${SOME} do người khác, không phải người đại diện của doanh nghiệp, đứng tên đại diện \\(theo ngân hàng (?<banks>[^)]+)\\)${UNSAID}`,
    ofAccounts('held'),
  ),
  is(
    'số điện thoại của người lạ',
    `${SOME} \\(ngân hàng (?<banks>[^)]+)\\) dùng số điện thoại mà chủ thuê bao không phải người nào trong hồ sơ đăng ký${UNSAID}`,
    ofAccounts('strange'),
  ),
  is(
    'số điện thoại không rõ chủ',
    `${SOME} \\(ngân hàng (?<banks>[^)]+)\\) dùng số điện thoại không có trong hồ sơ đăng ký, không rõ chủ thuê bao${UNSAID}`,
    ofAccounts('unknown'),
  ),
  is(
    'các số điện thoại khác nhau',
    `${SOME} \\(ngân hàng (?<banks>[^)]+)\\) dùng các số điện thoại khác nhau, đều không có trong hồ sơ đăng ký và không ai trong hồ sơ được biết là chủ thuê bao${UNSAID}`,
    ofAccounts('nobody'),
  ),
  is(
    'chủ thuê bao không phải người đại diện',
    `${SOME} dùng số điện thoại mà chủ thuê bao không phải người đại diện của tài khoản${UNSAID}`,
    (said, company, world) => ({ ...ofAccounts('another')({ some: '1', ...said }, company, world) }),
  ),
  is(
    'mở nhiều tài khoản',
    String.raw`Trong (?<days>\d+) ngày từ khi (?:đăng ký|(?<change>đổi người đại diện)) \(ngày (?<since>${DAY})\), mở (?<accounts>\d+) tài khoản ở các ngân hàng (?<banks>[^.]+)\.`,
    (said, company) => {
      const since =
        said.change === undefined ? company.registeredOn : (changesOf(company, 'NGUOI_DAI_DIEN').at(-1) ?? '');
      const opened = company.accounts.filter(
        (one) => when(one['ngay mo']) >= since && daysFrom(since, when(one['ngay mo'])) <= Number(said.days),
      );
      return {
        days: said.change === undefined ? 30 : 60,
        since,
        registered: since,
        on: since,
        accounts: opened.length,
        banks: banksOf(opened.map((one) => ({ bank: one['ngan hang'] ?? '' }))),
      };
    },
  ),
  is(
    'tài khoản bị báo nghi vấn',
    String.raw`(?<accounts>\d+) tài khoản bị (?<by>Công an tỉnh|ngân hàng [^(]+?) báo nghi vấn \(mã (?<suspicions>[\d, ]+), (?:ngày (?<only>${DAY})|từ ngày (?<from>${DAY}) đến ngày (?<to>${DAY}))\)\.`,
    (_said, company, world) => {
      const own = new Set(company.accounts.map((one) => `${one['ngan hang']} ${one['so tai khoan']}`));
      const listed = world
        .of('suspicious-accounts', 'ma nghi ngo')
        .filter(
          ({ cells }) => own.has(`${cells['ngan hang']} ${cells['so tai khoan']}`) && cells['ma nghi ngo'] !== '0',
        );
      const days = listed.map(({ cells }) => when(cells['ngay'])).sort();
      return {
        accounts: new Set(listed.map(({ cells }) => cells['so tai khoan'])).size,
        suspicions: [...new Set(listed.map(({ cells }) => cells['ma nghi ngo']))].sort().join(', '),
        only: days[0],
        from: days[0],
        to: days.at(-1),
      };
    },
  ),
  is(
    'trạng thái của cơ quan',
    String.raw`(?:Cơ quan thuế chờ xác minh vì rủi ro|Không hoạt động tại địa chỉ đã đăng ký) \(trạng thái (?<status>(?:thuế |pháp lý )?[\d-]+) từ (?<on>${DAY})\)\.`,
    (said, company) => {
      const [, office = ''] = /^(thuế |pháp lý )/u.exec(said.status ?? '') ?? [];
      const status = newestStatus(office === 'pháp lý ' ? 'TRANG_THAI_PHAP_LY' : 'TRANG_THAI_THUE', company);
      return { status: `${office}${status?.value}`, on: status?.on };
    },
  ),
  is(
    'kiểm tra trụ sở',
    String.raw`(?:Kiểm tra ngày (?<missed>${DAY}) không tìm thấy|kiểm tra ngày (?<met>${DAY}) thấy) doanh nghiệp .*`,
    (said, company) => {
      const visit = company.signals('KIEM_TRA_TRU_SO').at(-1);
      return visit?.value === 'CO_HOAT_DONG'
        ? { visited: visit.on, met: visit.on, missed: said.missed && 'có hoạt động' }
        : { visited: visit?.on, missed: visit?.on, met: said.met && 'không tìm thấy' };
    },
  ),
  is(
    'nhân thân',
    String.raw`(?<people>\d+) (?:người đại diện theo pháp luật|(?<others>người khác trong hồ sơ)) \(số giấy tờ (?<numbers>[^)]+)\) .*`,
    peopleWith,
  ),
  is(
    'liên hệ với doanh nghiệp có dấu hiệu',
    String.raw`${GROUP}: (?:ít nhất một nửa nhóm đăng ký trong vòng (?<days>\d+) ngày; )?ít nhất (?:(?<bad>\d+) doanh nghiệp khác có dấu hiệu nguy hiểm của chính mình(?:, trong đó ít nhất )?)?(?:(?<worse>\d+) doanh nghiệp (?:khác )?có từ hai dấu hiệu hoặc một dấu hiệu nặng(?: của chính mình)?)?\.`,
    groupFigures,
  ),
  is(
    'thiết bị của doanh nghiệp khác',
    String.raw`Tài khoản được dùng từ thiết bị mà tài khoản của doanh nghiệp khác cũng dùng \(nhóm từ (?<size>\d+), dưới 10 doanh nghiệp.*`,
    (said, company, world) => groupFigures({ ...said, kind: 'thiết bị giao dịch' }, company, world),
  ),
  is(
    'người có tên ở nhiều doanh nghiệp',
    String.raw`Một người của hồ sơ có tên ở từ (?<size>\d+) doanh nghiệp trở lên\.`,
    (said, company, world) => groupFigures({ ...said, kind: 'người đứng tên' }, company, world),
  ),
];
