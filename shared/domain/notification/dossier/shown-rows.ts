import { ascending, descending } from '#shared/domain/vietnamese/text/text-order.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import { fairShare } from '#shared/domain/risk/fair-share.ts';
import { FEED_NAMES } from './feed-names.ts';
import type { LeftOutRows, SourcedRow } from './sources.ts';
import type { Flow } from '#shared/domain/risk/facts/company-facts.ts';

/** The most months of all accounts at one bank that a dossier shows: ten years of ten accounts. */
export const MOST_MONTHS = 1200;
/** The most months of all accounts at all banks together, which the function prints in time. */
const MOST_IN_ALL = 3600;

/** The earlier months of an account that a dossier adds up instead of showing them, and their money in đồng. */
interface EarlierMonths {
  readonly count: number;
  readonly credit: number;
  readonly debit: number;
}

/** The months of an account at a bank. */
export interface AccountMonths {
  readonly register: { readonly bank: string };
  /** The versions, the oldest first. */
  readonly months: readonly Flow[];
  /** The months before these, where a dossier does not show all. */
  readonly earlier?: EarlierMonths | undefined;
}

/**
 * Of a bank with too many months of its accounts, shows of each account the latest ones, as many of each, and adds up
 * those before. Where several banks have very many, as many of each bank are shown. Each account keeps at least its
 * last month.
 */
export function withShownMonths<A extends AccountMonths>(accounts: readonly A[]): readonly A[] {
  const byBank = Map.groupBy(
    accounts.filter(({ months }) => months.length > 0),
    ({ register }) => register.bank,
  );
  const counts = new Map(
    [...byBank].map(([bank, own]) => [bank, own.reduce((sum, { months }) => sum + months.length, 0)]),
  );
  const capped = [...counts.values()].map((count) => Math.min(count, MOST_MONTHS));
  const most = Math.min(MOST_MONTHS, fairShare(capped, MOST_IN_ALL));
  const mostOf = new Map(
    [...byBank].map(([bank, own]) => {
      const all = counts.get(bank) ?? 0;
      return [bank, all <= most ? all : Math.max(1, Math.floor(most / own.length))] as const;
    }),
  );
  return accounts.map((account) => latestMonths(account, mostOf.get(account.register.bank) ?? 0));
}

function latestMonths<A extends AccountMonths>(account: A, most: number): A {
  if (account.months.length <= most) return account;
  const before = account.months.slice(0, -most);
  const sum = (of: 'credit' | 'debit') => before.reduce((all, month) => all + month[of], 0);
  return {
    ...account,
    months: account.months.slice(-most),
    earlier: { count: before.length, credit: sum('credit'), debit: sum('debit') },
  };
}

/** The most rows of one kind from one sender that a dossier shows. Real companies have a few hundred in years. */
export const MOST_SHOWN = 1000;
/** The most rows of all kinds from all senders, for which a page as JSON has room. */
export const MOST_SHOWN_IN_ALL = 10_000;

/** The rows that a dossier shows, and what it leaves out. */
export interface ShownRows {
  readonly rows: readonly SourcedRow[];
  readonly leftOut: readonly LeftOutRows[];
}

/**
 * Selects of each sender the latest rows of each kind, and as many of each where all together are too many, so that
 * nobody can make a dossier too large to be written or read, and no sender takes the place of another. The same rows give
 * the same selection, in whatever order they come.
 */
export function shownRows(all: readonly SourcedRow[]): ShownRows {
  const rows: SourcedRow[] = [];
  const leftOut: LeftOutRows[] = [];
  const groups = Map.groupBy(all, ({ feed, kind, from }) => `${senderOf(from.file)}\n${feed}\n${kind ?? ''}`);
  const counts = [...groups.values()].map(({ length }) => Math.min(length, MOST_SHOWN));
  const most = Math.min(MOST_SHOWN, fairShare(counts, MOST_SHOWN_IN_ALL));
  for (const [, group] of [...groups].sort(([a], [b]) => ascending(a, b))) {
    if (group.length <= most) rows.push(...group);
    else {
      const ordered = group.toSorted(latestFirst);
      rows.push(...ordered.slice(0, most));
      leftOut.push(summaryOf(ordered.slice(most)));
    }
  }
  return { rows, leftOut };
}

/** What a dossier leaves out, in words; undefined where it is nothing. */
export function leftOutInWords(leftOut: readonly LeftOutRows[] | undefined): string | undefined {
  if (!leftOut || leftOut.length === 0) return undefined;
  const counts = [...Map.groupBy(leftOut, ({ feed }) => feed)].map(([feed, rows]) => {
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    return `${formatCount(count)} dòng ${FEED_NAMES[feed]}`;
  });
  return (
    `Mỗi loại dữ liệu của một nơi gửi chỉ nêu nhiều nhất ${formatCount(MOST_SHOWN)} dòng mới nhất. Không nêu: ${counts.join('; ')}. ` +
    'Các dòng không nêu vẫn được xét khi đánh giá doanh nghiệp và vẫn được lưu.'
  );
}

/** The folder that a sender may write to; the files straight under a feed's folder are the operator's. */
const senderOf = (file: string): string => file.split('/').slice(0, -1).slice(0, 2).join('/');

function summaryOf(rows: readonly SourcedRow[]): LeftOutRows {
  const days = rows.flatMap(({ period }) => (period === undefined ? [] : [daysOfPeriod(period)]));
  const [from] = days.map((own) => own.from).sort();
  const to = days
    .map((own) => own.to)
    .sort()
    .at(-1);
  return {
    feed: rows[0]?.feed ?? 'registrations',
    kind: rows[0]?.kind,
    count: rows.length,
    days: from === undefined || to === undefined ? undefined : { from, to },
  };
}

const latestFirst = (a: SourcedRow, b: SourcedRow): number =>
  descending(a.period ?? '', b.period ?? '') ||
  ascending(a.from.file, b.from.file) ||
  ascending(a.from.version, b.from.version) ||
  ascending(a.from.sheet ?? '', b.from.sheet ?? '') ||
  a.from.row - b.from.row;
