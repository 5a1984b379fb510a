import type { FlowOfMonth } from '#shared/domain/risk/facts/company-facts.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { addMonths, formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { shortMoney } from '#shared/domain/vietnamese/short-money.ts';
import { FONT, escapedText, svgText } from '#shared/domain/vietnamese/text/svg-text.ts';
import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import type { Dossier } from './dossier.ts';

type Month = Pick<FlowOfMonth, 'period' | 'credit' | 'debit' | 'medianHoldMinutes'>;

/** The money of a company by account and month, `yyyy-mm`, the oldest first. */
export interface DrawnMoney {
  readonly accounts: readonly { readonly name: string; readonly months: readonly Month[] }[];
  /** The months for which a finding speaks of this money, both included. */
  readonly window?: { readonly from: string; readonly to: string } | undefined;
}

/** The picture, and a sentence with the same content. */
export interface MoneyPicture {
  readonly svg: string;
  readonly sentence: string;
}

const PAGE = { width: 1000, left: 90, right: 16, top: 76, bar: 52, months: 18 } as const;
/** The accounts that have a shade of their own; the others share the last one. */
const SHADES = ['#1d3f72', '#5a83bd', '#9db9dc', '#6b6b6b'] as const;

/** The picture of the money in a dossier; undefined where no bank has reported any. */
export function moneyPictureOf({ caseFile, findings }: Dossier): MoneyPicture | undefined {
  const accounts = (caseFile?.accounts ?? []).flatMap(({ register: { bank, accountNumber }, months }) =>
    months.length === 0 ? [] : [{ name: `${bankNameOf(bank)} …${accountNumber.slice(-4)}`, months }],
  );
  if (accounts.length === 0) return undefined;
  const [about] = findings
    .map(({ finding }) => finding)
    .filter(({ evidence, weight }) => weight > 0 && typeof evidence['credit'] === 'number')
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ evidence: { from, to, month } }) => windowIn(from ?? month, to ?? month));
  return drawMoney({ accounts, window: about });
}

const MONTH = /^\d{4}-\d{2}/u;
const windowIn = (from: unknown, to: unknown) =>
  typeof from === 'string' && typeof to === 'string' && MONTH.test(from) && MONTH.test(to)
    ? [{ from: from.slice(0, 7), to: to.slice(0, 7) }]
    : [];

/**
 * Draws the money by month as SVG 1.1: bars upwards for what came in and downwards for what went out, a shade for each
 * account, the time for which it stayed, and the months of the findings. The same input gives the same text.
 */
export function drawMoney({ accounts, window }: DrawnMoney): MoneyPicture {
  const byAmount = accounts.toSorted((a, b) => sumOf(b.months, 'credit') - sumOf(a.months, 'credit'));
  const { shown, hidden } = monthsShown(byAmount, window);
  const columns = shown.map((month) => columnOf(month, byAmount));
  const most = Math.max(1, ...columns.flatMap(({ credit, debit }) => [credit, debit]));
  const step = (PAGE.width - PAGE.left - PAGE.right) / shown.length;
  const middle = PAGE.top + PAGE.bar + 14;
  const height = middle + PAGE.bar + 70;
  const sentence = inWords(byAmount, window, hidden);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${height}" width="${PAGE.width}" height="${height}" role="img" font-family="${FONT}">`,
    `<title>${escapedText(sentence)}</title>`,
    `<rect width="${PAGE.width}" height="${height}" fill="#ffffff"/>`,
    ...legend(byAmount),
    ...frame(shown, window, step, height),
    svgText(4, middle - PAGE.bar / 2, 'Tiền vào', SMALL),
    svgText(4, middle + PAGE.bar / 2 + 10, 'Tiền ra', SMALL),
    svgText(4, height - 26, 'Lưu tiền', SMALL),
    ...columns.flatMap((column, n) => drawnColumn(column, PAGE.left + n * step, step, middle, most, height)),
    `<line x1="${PAGE.left}" y1="${middle}" x2="${PAGE.width - PAGE.right}" y2="${middle}" stroke="#000000"/>`,
    '</svg>',
  ].join('\n');
  return { svg, sentence };
}

const SMALL = 'font-size="15" fill="#222222"';
const sumOf = (months: readonly Month[], of: 'credit' | 'debit') => months.reduce((sum, month) => sum + month[of], 0);

interface Column {
  readonly month: string;
  readonly credit: number;
  readonly debit: number;
  /** What each account has of the month, in the order of the accounts. */
  readonly parts: readonly (Month | undefined)[];
}

function columnOf(month: string, accounts: DrawnMoney['accounts']): Column {
  const parts = accounts.map(({ months }) => months.find(({ period }) => period === month));
  const own = parts.filter((part) => part !== undefined);
  return { month, parts, credit: sumOf(own, 'credit'), debit: sumOf(own, 'debit') };
}

/** A month with a smaller share of the greatest one's money has no visible bar. */
const LEAST_SHARE = 0.01;

/**
 * The months from shortly before the first one with a visible bar to the last, or as many of them as fit: those from
 * shortly before the window, else the latest.
 */
function monthsShown(accounts: DrawnMoney['accounts'], window: DrawnMoney['window']) {
  const periods = accounts.flatMap(({ months }) => months.map(({ period }) => period)).sort(ascending);
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const all: string[] = [];
  for (let day = `${first}-01`; day.slice(0, 7) <= last; day = addMonths(day, 1)) all.push(day.slice(0, 7));
  const latest = Math.max(0, all.length - PAGE.months);
  const before = window === undefined ? -1 : all.indexOf(window.from) - 2;
  const sums = all.map((month) => columnOf(month, accounts)).map(({ credit, debit }) => Math.max(credit, debit));
  const moving = sums.findIndex((sum) => sum > 0 && sum >= LEAST_SHARE * Math.max(...sums)) - 1;
  const start = Math.max(
    before < 0 ? latest : Math.min(before, latest),
    before < 0 ? moving : Math.min(before, moving),
  );
  const shown = all.slice(start, start + PAGE.months);
  return { shown, hidden: all.length - shown.length };
}

function legend(accounts: DrawnMoney['accounts']): string[] {
  const names = accounts.map(({ name }) => name);
  const own = names.length > SHADES.length ? names.slice(0, SHADES.length - 1) : names;
  const labels = own.length < names.length ? [...own, `${names.length - own.length} tài khoản khác`] : own;
  return labels.map((label, n) => {
    const x = PAGE.left + n * 225;
    return `<rect x="${x}" y="10" width="16" height="16" fill="${shadeOf(n)}"/>${svgText(x + 22, 23, label, SMALL)}`;
  });
}

const shadeOf = (n: number) => SHADES[Math.min(n, SHADES.length - 1)] ?? '';

/** The months of the window on a ground of their own, with its name. */
function frame(shown: readonly string[], window: DrawnMoney['window'], step: number, height: number): string[] {
  const inside = shown.flatMap((month, n) => (window && month >= window.from && month <= window.to ? [n] : []));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [x, width] = [PAGE.left + first * step, (last - first + 1) * step];
  const isRight = x > PAGE.width * 0.6;
  return [
    `<rect x="${x}" y="38" width="${width}" height="${height - 58}" fill="#fdf3d7" stroke="#7a5c00" stroke-dasharray="6 3"/>`,
    svgText(
      isRight ? x + width - 6 : x + 6,
      54,
      'Thời gian của dấu hiệu',
      `font-size="14" font-weight="bold" fill="#5c4500"${isRight ? ' text-anchor="end"' : ''}`,
    ),
  ];
}

function drawnColumn(
  { month, credit, debit, parts }: Column,
  x: number,
  step: number,
  middle: number,
  most: number,
  height: number,
): string[] {
  const [wide, at] = [Math.min(40, step - 6), x + step / 2];
  const size = step < 60 ? 14 : 15;
  const centred = `font-size="${size}" text-anchor="middle" fill="#000000"`;
  const bars = (of: 'credit' | 'debit') => {
    let done = 0;
    return parts.map((part, n) => {
      const long = ((part?.[of] ?? 0) / most) * PAGE.bar;
      const y = of === 'credit' ? middle - done - long : middle + done;
      done += long;
      return long === 0 ? '' : bar({ x: at - wide / 2, y, wide, long, fill: shadeOf(n) });
    });
  };
  const amount = (value: number, y: number) =>
    value === 0 ? '' : svgText(at, y, step < 60 ? amountAlone(value) : shortMoney(value), centred);
  return [
    ...bars('credit'),
    ...bars('debit'),
    amount(credit, middle - (credit / most) * PAGE.bar - 5),
    amount(debit, middle + (debit / most) * PAGE.bar + size + 3),
    svgText(at, height - 26, holdIn(parts), centred),
    svgText(at, height - 6, step < 60 ? shortMonth(month) : formatMonth(month), centred),
  ].filter((drawn) => drawn !== '');
}

const bar = (of: { x: number; y: number; wide: number; long: number; fill: string }) =>
  `<rect x="${px(of.x)}" y="${px(of.y)}" width="${px(of.wide)}" height="${px(of.long)}" fill="${of.fill}"/>`;
const px = (value: number) => Math.round(value * 10) / 10;
/** Narrow columns have room for the number of billions alone. */
const amountAlone = (value: number) => (value >= 1e9 ? shortMoney(value).replace(' ', '') : '');
const shortMonth = (month: string) => `${month.slice(5)}/${month.slice(2, 4)}`;

/** The time for which the month's money stayed, averaged by credit as in the findings. */
function holdIn(parts: Column['parts']): string {
  const timed = parts.filter((part) => part !== undefined).filter((part) => part.medianHoldMinutes !== undefined);
  const credit = sumOf(timed, 'credit');
  if (credit === 0) return '';
  const minutes = timed.reduce((sum, part) => sum + part.credit * (part.medianHoldMinutes ?? 0), 0) / credit;
  if (minutes < 100) return `${Math.round(minutes)} ph`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} giờ` : `${Math.round(minutes / 1440)} ngày`;
}

function inWords(accounts: DrawnMoney['accounts'], window: DrawnMoney['window'], hidden: number): string {
  const months = accounts.flatMap((account) => account.months);
  const isIn = ({ period }: Month) => window === undefined || (period >= window.from && period <= window.to);
  const own = months.filter(isIn);
  const spoken = own.length === 0 ? months : own;
  const periods = spoken.map(({ period }) => period).sort(ascending);
  const when = [...new Set([periods[0] ?? '', periods.at(-1) ?? ''])].map(formatMonth);
  const time = when.length === 1 ? `Tháng ${when[0]}` : `Từ tháng ${when.join(' đến tháng ')}`;
  const more = hidden === 0 ? '' : ` ${hidden} tháng khác ở bảng của từng tài khoản.`;
  return `${time}: vào ${shortMoney(sumOf(spoken, 'credit'))} đồng, ra ${shortMoney(sumOf(spoken, 'debit'))} đồng, qua ${accounts.length} tài khoản.${more}`;
}
