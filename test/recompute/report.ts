import type { Output } from './output.ts';
import type { Check } from './check.ts';
import type { Printed } from './printed.ts';
import { plusDays, sum } from './days-and-quarters.ts';
import { articlesOf } from './lists.ts';
import { numberIn, when } from './shown.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import type { World } from './world.ts';
import type { Company } from './company.ts';

const FEEDS: Readonly<Record<string, string>> = {
  'Danh sách tài khoản của ngân hàng, ví điện tử': 'accounts',
  'Dữ liệu hoạt động (thuế, bảo hiểm xã hội, kiểm tra)': 'activities',
  'Dữ liệu dân cư của cơ quan Công an': 'identities',
  'Dữ liệu đăng ký doanh nghiệp': 'registrations',
  'Dữ liệu thuê bao của doanh nghiệp viễn thông': 'subscribers',
  'Danh sách tài khoản nghi vấn': 'suspicious-accounts',
};

const DAYS_TO_PAY = 90;
const DAYS_TO_REDUCE = 30;

/**
 * How a company stands with its term to pay in its capital, by the contributions that the data show; undefined where it has
 * none, registered less, or nobody told of contributions then.
 */
function capitalStanding(company: Company, world: World): 'met' | 'late' | 'open' | 'missed' | undefined {
  if (!/^\d{10}$/u.test(company.code) || company.capital === 0 || articlesOf(company) === undefined) return undefined;
  const due = plusDays(company.registeredOn, DAYS_TO_PAY);
  const paidBy = (day: string) =>
    sum(
      company.signals('GOP_VON').filter(({ on }) => on <= day),
      ({ amount }) => amount,
    ) >= company.capital;
  if (paidBy(due < world.asOf ? due : world.asOf)) return 'met';
  if (due >= world.asOf) return 'open';
  const isReduced = company
    .signals('THAY_DOI')
    .some(({ value, on }) => value === 'VON' && on > due && on <= plusDays(due, DAYS_TO_REDUCE));
  if (isReduced) return undefined;
  if (paidBy(world.asOf)) return 'late';
  const [first = '', last = ''] = world.contributionsKnown;
  return due >= first && due <= last ? 'missed' : undefined;
}

/** Of the companies that were asked for a report: all, and those that answered in time, may still, did not, or late. */
function reportsAsked(companies: Output['companies'], world: World): readonly number[] {
  const standings = companies.flatMap(({ enterpriseCode }) => {
    const company = world.company(enterpriseCode);
    const asked = company.signals('YEU_CAU_BAO_CAO')[0]?.on;
    if (asked === undefined) return [];
    const month = Number(asked.slice(5, 7)) + 6;
    const due = new Date(Date.UTC(Number(asked.slice(0, 4)), month - 1, Number(asked.slice(8))));
    // Where the sixth month has no such day, its last day
    if (due.getUTCMonth() !== (month - 1) % 12) due.setUTCDate(0);
    const answered = company.signals('GOP_VON').find(({ on }) => on >= asked)?.on;
    const until = due.toISOString().slice(0, 10);
    if (answered !== undefined) return [answered <= until ? 'met' : 'late'];
    const [first = '', last = ''] = world.contributionsKnown;
    return until >= world.asOf ? ['open'] : until >= first && until <= last ? ['missed'] : [];
  });
  return [
    standings.length,
    ...['met', 'open', 'missed', 'late'].map((what) => standings.filter((one) => one === what).length),
  ];
}

/** What the rows of the world, and the lists of the same run, say of each figure of the report by its label. */
function figuresOf(world: World, { companies, notices, dossiers }: Output): ReadonlyMap<string, readonly number[]> {
  const flagged = companies.filter(({ verdict }) => verdict === 'flagged');
  const having = (codes: RegExp) =>
    flagged.filter(({ findings }) => findings.some(({ code }) => codes.test(code))).length;
  const money = sum(flagged, ({ enterpriseCode }) => sum(world.company(enterpriseCode).months, ({ credit }) => credit));
  const standings = companies.map(({ enterpriseCode }) => capitalStanding(world.company(enterpriseCode), world));
  const standing = (what: string) => standings.filter((one) => one === what).length;
  return new Map<string, readonly number[]>([
    ['Doanh nghiệp được gắn cờ và báo cơ quan Công an', [flagged.length]],
    ['Thông báo gửi ngân hàng, ví điện tử', [notices.length]],
    ['Doanh nghiệp được gắn cờ trong kỳ', [flagged.length]],
    ['Chưa kết luận', [flagged.length]],
    ['Tổng số (đồng)', [money]],
    ...accountsTold(flagged, world),
    [
      'Góp đủ vốn điều lệ',
      [
        standings.filter((one) => one !== undefined).length,
        standing('met'),
        standing('open'),
        standing('missed'),
        standing('late'),
      ],
    ],
    [
      'Thông báo gửi ngân hàng có mã 1 (hồ sơ, người đại diện không khớp)',
      [notices.filter(({ reasonCodes }) => reasonCodes.includes(1)).length],
    ],
    ['Doanh nghiệp được gắn cờ có dấu hiệu này', [having(/^FOREIGN_IP/u)]],
    [
      'Doanh nghiệp được gắn cờ có tiền chuyển qua tài khoản',
      [having(/^(?:PASS_THROUGH|MANY_PAYMENTS|FIRST_(?:MONEY|DAYS))/u)],
    ],
    [
      'Doanh nghiệp đã hết hạn góp đủ vốn mà hệ thống đã đối chiếu dữ liệu góp vốn',
      [standings.filter((one) => one !== undefined && one !== 'open').length],
    ],
    ['Trong đó góp đủ đúng hạn', [standing('met')]],
    ['Doanh nghiệp báo cáo theo yêu cầu', reportsAsked(companies, world)],
    ['Doanh nghiệp được gắn cờ có tài khoản bị nêu là nghi vấn', [having(/^LISTED_/u)]],
    [
      'Doanh nghiệp không có hoạt động vào ngày số liệu (chuyển cơ quan đăng ký, thuế hậu kiểm)',
      [companies.filter(({ activity }) => activity === 'inactive').length],
    ],
    ['Doanh nghiệp được gắn cờ và lập hồ sơ gửi Công an', [dossiers.length]],
    ...[...Map.groupBy(notices, ({ bank }) => bankNameOf(bank))].map(([bank, of]) => [bank, [of.length]] as const),
    ...filesOfSenders([...world.checksums.keys()]),
  ]);
}

/** The number of files directly in each feed's folder, and in the folder of each bank. */
function filesOfSenders(files: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const senders = files.map((file) => file.split('/').slice(0, -1));
  const inFolder = (folder: string) => senders.filter((parts) => parts.join('/') === folder).length;
  const banks = new Set(senders.flatMap(([feed, bank]) => (feed === 'accounts' && bank !== undefined ? [bank] : [])));
  return new Map([
    ...Object.entries(FEEDS).map(([name, feed]): [string, readonly number[]] => [
      `${name} (nơi gửi)`,
      [inFolder(feed)],
    ]),
    ...[...banks].map((bank): [string, readonly number[]] => [
      `${bankNameOf(bank)} (nơi gửi)`,
      [inFolder(`accounts/${bank}`)],
    ]),
  ]);
}

/** How many accounts of flagged companies each bank tells nothing of, totals only, minutes, or minutes by day, after their sum. */
function accountsTold(flagged: Output['companies'], world: World): ReadonlyMap<string, readonly number[]> {
  const flows = Map.groupBy(
    world.of('accounts', 'tong ghi co'),
    ({ cells }) => `${cells['ngan hang']} ${cells['so tai khoan']}`,
  );
  const kinds = flagged.flatMap(({ enterpriseCode }) =>
    world.company(enterpriseCode).accounts.map((one) => {
      const rows = (flows.get(`${one['ngan hang']} ${one['so tai khoan']}`) ?? []).map(({ cells }) => cells);
      const isTimed = rows.some((cells) => (cells['thoi gian luu tien trung vi phut'] ?? '') !== '');
      const isByDay = rows.some((cells) => !/^\d{4}-\d\d$/u.test(cells['ky'] ?? ''));
      return {
        bank: bankNameOf(one['ngan hang'] ?? ''),
        kind: rows.length === 0 ? 0 : isTimed ? (isByDay ? 3 : 2) : 1,
      };
    }),
  );
  const figures = (of: readonly { readonly kind: number }[]) => [
    of.length,
    ...[0, 1, 2, 3].map((kind) => of.filter((one) => one.kind === kind).length),
  ];
  return new Map([
    ['Tổng số (tài khoản)', figures(kinds)],
    ...[...Map.groupBy(kinds, ({ bank }) => bank)].map(([bank, of]): [string, readonly number[]] => [
      `${bank} (tài khoản)`,
      figures(of),
    ]),
  ]);
}

/** The columns of a table that has one figure a row, or the first figures of a row of several. */
const FIRST_FIGURE: readonly (readonly [RegExp, label: number, first: number])[] = [
  [/^Nội dung\|Trong kỳ/u, 0, 1],
  [/^Kết cục\|/u, 0, 1],
  [/^Thời điểm\|/u, 0, 1],
  [/^Ngân hàng, ví\|/u, 0, 1],
  [/^Nơi mở tài khoản\|/u, 0, 1],
  [/^Việc\|Thời hạn\|/u, 0, 3],
  [/^Nơi gửi\|/u, 0, 1],
  [/^Mục\|Nhiệm vụ\|/u, 2, 3],
];

const PERIOD = /\(từ ngày [\d/]+ đến ngày ([\d/]+)\)/u;

/** Checks the figures of the province's report. A figure that is hidden because it is small is only not denied. */
export function checkReport(report: Printed, world: World, output: Output, check: Check): void {
  const until = report.flatMap((part) => (typeof part === 'string' && PERIOD.exec(part)?.[1]) || [])[0];
  if (when(until) !== world.asOf) {
    check.uncovered('báo cáo của kỳ không kết thúc vào ngày xét');
    return;
  }
  const right = figuresOf(world, output);
  for (const part of report) {
    if (typeof part === 'string') continue;
    const [heading = [], ...rows] = part;
    const place = FIRST_FIGURE.find(([form]) => form.test(heading.join('|')));
    if (place === undefined) {
      check.uncovered(`báo cáo: bảng ${heading.join('|').slice(0, 50)}`);
      continue;
    }
    const [, label, first] = place;
    for (const row of rows) {
      const unit = /Nơi gửi|đồng|Tài khoản/u.exec(`${heading[0]} ${heading[first]}`)?.[0].toLowerCase();
      const name = `${row[label] ?? ''}${unit === undefined ? '' : ` (${unit})`}`;
      const figures = right.get(name);
      if (figures === undefined) check.uncovered(`báo cáo: ${name.slice(0, 70)}`);
      else
        for (const [n, figure] of figures.entries()) {
          const said = row[first + n] ?? '';
          // A larger figure may be hidden so that a small one does not follow from it
          if (said === 'ẩn' || (said === 'không có số liệu' && figure === 0)) continue;
          if (said === 'dưới 5') check('báo cáo: số được ẩn', name, figure > 0 && figure < 5, true);
          else check(`báo cáo: ${name.slice(0, 70)}`, row.join(' | ').slice(0, 160), numberIn(said), figure);
        }
    }
  }
}
