import type { Headings } from '#shared/contracts/feeds/heading.ts';
import { headingKey } from '#shared/contracts/feeds/heading-key.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import { type MoneyUnit, moneyUnitIn } from '#shared/contracts/feeds/values/unit.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { type Cell, cellText, isBlank } from '#shared/tabular/cell.ts';

const LONGEST_UNIT = 40;
/** The units and forms of a day that forms write in a row of their own under the headings, beside the units of money. */
const PLAIN_UNIT =
  /^(?:dong|vnd|d|%|phut|gio|ngay|giay|nguoi|lao dong|giao dich|lan|so|text|(?:[dmy]{1,4}[/.-]?){2,3})$/u;
/** The headings of a column that names the currency or the unit of each row. */
const CURRENCY_COLUMNS: ReadonlySet<string> = new Set(
  'loaitien loaitiente tiente donvitien donvitiente nguyente matiente currency ccy donvitinh dvt'.split(' '),
);
const CODE = /^[a-z]{3}$/u;

const holdsMoney = ({ columns }: Layout) =>
  columns.filter(({ holds, amounts }) => holds === 'money' || amounts === true);

/** Writes the unit of money above the table behind each heading of money that names none. */
export function withUnit(headings: Headings, unit: MoneyUnit | undefined): Headings {
  if (unit === undefined) return headings;
  const places = new Set(holdsMoney(headings.layout).map(({ at }) => headings.places[at]));
  const named = unit === 'another currency' ? 'ngoại tệ' : unit;
  const written = headings.written.map((heading, place) =>
    places.has(place) && moneyUnitIn(heading) === undefined ? `${heading} (${named})` : heading,
  );
  return { ...headings, written };
}

/**
 * The headings with the units of a row below them, such as `(triệu đồng)`; undefined for any other row. One unit of
 * money counts for all columns of money, because a form merges its cell over them.
 */
export function withUnitsBelow(headings: Headings, below: readonly Cell[]): Headings | undefined {
  const filled = below.flatMap((cell, place) => (isBlank(cell) ? [] : [{ place, text: bareUnit(cellText(cell)) }]));
  if (filled.length === 0 || !filled.every(({ text }) => isUnit(text))) return undefined;
  const units = new Map(filled.map(({ place, text }) => [place, text]));
  const [only, ...others] = new Set(filled.flatMap(({ text }) => moneyUnitIn(`(${text})`) ?? []));
  const ofAll = others.length === 0 ? withUnit(headings, only).written : headings.written;
  const written = headings.written.map((heading, place) => {
    const own = units.get(place);
    return own === undefined ? (ofAll[place] ?? heading) : `${heading} (${own})`;
  });
  return { ...headings, written };
}

const bareUnit = (text: string): string =>
  text
    .replaceAll(/[()]/gu, '')
    .replace(/^(?:đvt|đơn vị(?: tính)?)\s*:?\s*/iu, '')
    .trim();

const isUnit = (text: string): boolean =>
  text.length <= LONGEST_UNIT &&
  (PLAIN_UNIT.test(foldMarks(text)) ||
    (!/\d{2}/u.test(text.replaceAll('000', '')) && moneyUnitIn(`(${text})`) !== undefined));

/** Finds the column that names the currency of each row of money; undefined where no column of the table does. */
export function currencyPlace({ layout, places, written }: Headings): number | undefined {
  if (holdsMoney(layout).length === 0) return undefined;
  const found = written.findIndex(
    (heading, place) => !places.includes(place) && CURRENCY_COLUMNS.has(headingKey(heading)),
  );
  return found === -1 ? undefined : found;
}

/** Whether a row's currency or unit is another one than đồng, such as `USD` or `triệu đồng`. */
export function isAnotherCurrency(cell: Cell): boolean {
  const text = cellText(cell);
  if (text.length > LONGEST_UNIT) return false;
  const folded = foldMarks(text);
  return moneyUnitIn(`(${text})`) !== undefined || (CODE.test(folded) && folded !== 'vnd');
}
