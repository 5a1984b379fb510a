import { parseMoney } from '#shared/domain/vietnamese/money.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import { cellText } from '#shared/tabular/cell.ts';
import type { Reader, CellResult } from '../column.ts';
import { memoisedReader } from './memoised-reader.ts';
import { cellFault } from './text.ts';
import { isPercentage, minutesOfUnit, type MoneyUnit, moneyUnitIn } from './unit.ts';

const NOT_A_NUMBER = { ok: false, code: 'number' } as const;

/** Reads whole đồng, 0 and above, such as `1.000.000.000` or `10 tỷ`. */
export const readMoney: Reader<number> = memoisedReader((cell) => {
  if (typeof cell === 'object') return failed(cell);
  if (typeof cell === 'number') return lostThousands(cell) ? NOT_A_NUMBER : amount(Math.round(cell));
  return amount(parseMoney(cellText(cell)));
});

/** Whether a spreadsheet took an amount such as `850.500` for a fraction, because no amount is so small and has a fraction. */
const lostThousands = (value: number): boolean => Math.abs(value) < 1000 && !Number.isInteger(value);

/** Reads money under a heading that may name its unit, such as `Vốn điều lệ (triệu đồng)`. */
export function moneyReader(heading: string): Reader<number> {
  const known = moneyReaders.get(heading);
  if (known !== undefined) return known;
  const unit = moneyUnitIn(heading);
  const reader = unit === undefined ? readMoney : unit === 'another currency' ? noMoney : moneyIn(unit);
  moneyReaders.set(heading, reader);
  return reader;
}
const moneyReaders = new Map<string, Reader<number>>();

/** Reads no amount of another currency, because no rate is known. */
const noMoney: Reader<number> = () => NOT_A_NUMBER;

const moneyIn = (unit: MoneyUnit): Reader<number> =>
  memoisedReader((cell) => {
    const text = cellText(cell);
    return /^[\d.,\s]+$/u.test(text) ? amount(parseMoney(`${text} ${unit}`)) : readMoney(cell);
  });

/** Reads a count, such as `12`, `12 người` or `1.200`. */
export const readCount: Reader<number> = memoisedReader((cell) => {
  if (typeof cell === 'object') return failed(cell);
  const text = cellText(cell)
    .replace(/\s*(?:người|lao động|nhân viên|giao dịch|gd)$/iu, '')
    .replace(/^(\d+)[.,]0+$/u, '$1');
  const plain = /^\d{1,3}(?:[.,]\d{3})+$/u.test(text) ? text.replace(/[.,]/gu, '') : text;
  return /^\d{1,15}$/u.test(plain) ? { ok: true, value: Number(plain) } : NOT_A_NUMBER;
});

/** Reads a number, such as minutes, that may have a fraction after a point or a comma. Thousands are grouped as `13.034`. */
export const readDecimal: Reader<number> = (cell) => {
  if (typeof cell === 'number') return cell >= 0 ? { ok: true, value: cell } : { ok: false, code: 'range' };
  const count = readCount(cell);
  return count.ok ? count : fraction(cell);
};

/** Reads a time in minutes under a heading that may name another unit, such as `Thời gian lưu tiền (giờ)`. */
function minutesReader(heading: string): Reader<number> {
  const minutes = minutesOfUnit(heading);
  if (minutes === 1) return readDecimal;
  return (cell) => {
    const reading = readDecimal(cell);
    return reading.ok ? { ok: true, value: Number((reading.value * minutes).toFixed(2)) } : reading;
  };
}

/** Reads a share: 0…1 such as `0,014`, or a percentage such as `1,4%`, or `1,4` below a percent sign in the heading. */
const shareReader = (heading: string): Reader<number> => (isPercentage(heading) ? readPercentage : readShare);

/** Reads a share in parts of one hundred, as lists of members have them; without any percent sign `0,6` is 60 and so is `60`. */
export const partsOfHundred =
  (heading: string): Reader<number> =>
  (cell, font) => {
    const part = shareReader(heading)(cell, font);
    const share = !part.ok && part.code === 'range' ? readPercentage(cell, font) : part;
    return share.ok ? { ok: true, value: Number((share.value * 100).toFixed(4)) } : share;
  };

const readShare: Reader<number> = (cell) => shareOf(cell, typeof cell === 'string' && cell.trim().endsWith('%'));
const readPercentage: Reader<number> = (cell) => shareOf(cell, true);

const shareOf = (cell: Cell, percent: boolean): CellResult<number> => {
  const plain = typeof cell === 'string' ? cell.trim().replace(/%$/u, '') : cell;
  const reading = typeof plain === 'number' ? readDecimal(plain) : fraction(plain);
  if (!reading.ok) return reading;
  const share = percent ? Number((reading.value / 100).toFixed(6)) : reading.value;
  return share <= 1 ? { ok: true, value: share } : { ok: false, code: 'range' };
};

const fraction = (cell: Cell): CellResult<number> => {
  if (typeof cell === 'object') return failed(cell);
  const text = cellText(cell).replace(',', '.');
  return /^\d*\.?\d+$/u.test(text) ? { ok: true, value: Number(text) } : NOT_A_NUMBER;
};

const amount = (value: number | undefined): CellResult<number> =>
  value === undefined || value < 0 || !Number.isSafeInteger(value) ? NOT_A_NUMBER : { ok: true, value };

const failed = (cell: Exclude<Cell, string | number | boolean | undefined>): CellResult<number> =>
  'on' in cell ? NOT_A_NUMBER : cellFault(cell.error);

/** For columns whose heading may name the unit. */
export const moneyOfHeading = { by: moneyReader };
export const minutesOfHeading = { by: minutesReader };
export const shareOfHeading = { by: shareReader };
