import { type Cell, cellText } from '#shared/tabular/cell.ts';
import type { Column } from '#shared/contracts/feeds/column.ts';

/** Counts that show how the days of a column are written. */
export interface DaysWritten {
  /** Counts of texts whose first number can only be the day, whose second number can only be the day, and that allow both. */
  dayFirst: number;
  monthFirst: number;
  either: number;
  /** Counts of a spreadsheet's days: those that could have day and month swapped, and those after the twelfth. */
  early: number;
  late: number;
  /** The count of days, in texts and in a spreadsheet, that read day first are one of the first twelve days of January. */
  inJanuary: number;
  /** Counts of days earlier than the one before them in the file, if the day is written first and if the month is. */
  backDayFirst: number;
  backMonthFirst: number;
  /** The count of first days of January, which are also the first day of a month if the month is written first. */
  firstOfJanuary: number;
}

/**
 * Counts that show how the numbers of a column are written: with a sign before a fraction, or with a sign between
 * thousands.
 */
export interface NumbersWritten {
  fraction: Record<DecimalSign, number>;
  thousands: Record<DecimalSign, number>;
  /** Counts of a spreadsheet's numbers: all, and those below a thousand. */
  numeric: number;
  small: number;
  /** Counts of numbers without a percent sign: those other than zero, and those above one, which can't be shares. */
  notZero: number;
  aboveOne: number;
}

export type DecimalSign = '.' | ',';

/** Whether a column has days, or periods that may be written as days. */
export const holdsDays = ({ holds }: Column): boolean => holds === 'day' || holds === 'period';

const DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})(?!\d)/u;
const MONTHS_KEPT = 100;
const LAST_MONTH = 12;
const FRACTION = /^\d+([.,])(?:\d{1,2}|\d{4,})$|^0([.,])\d+$/u;
const THOUSANDS = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$/u;
const GROUP = 1000;
/** The most distinct days kept, which is more than a century has. */
const DAYS_KEPT = 40_000;

/** Counts of how the cells of one column are written. */
export class ColumnSurvey {
  readonly column: Column;
  /** The heading as the officer wrote it. */
  readonly heading: string;
  /** A repeated day is counted once, because the people of one company have the same days. */
  readonly #seen = new Set<string>();
  readonly #firsts = new Set<number>();
  readonly #seconds = new Set<number>();
  #last = { dayFirst: 0, monthFirst: 0 };
  readonly days: DaysWritten = {
    dayFirst: 0,
    monthFirst: 0,
    either: 0,
    early: 0,
    late: 0,
    inJanuary: 0,
    firstOfJanuary: 0,
    backDayFirst: 0,
    backMonthFirst: 0,
  };
  readonly numbers: NumbersWritten = {
    fraction: { '.': 0, ',': 0 },
    thousands: { '.': 0, ',': 0 },
    numeric: 0,
    small: 0,
    notZero: 0,
    aboveOne: 0,
  };

  constructor(column: Column, heading: string) {
    this.column = column;
    this.heading = heading;
  }

  add(cell: Cell): void {
    if (cell === undefined || typeof cell === 'boolean') return;
    if (holdsDays(this.column)) this.#addDay(cell);
    else this.#addNumber(cell);
  }

  #addDay(cell: Cell): void {
    const { days } = this;
    const text = cellText(cell);
    if (this.#seen.has(text) || this.#seen.size >= DAYS_KEPT) return;
    this.#seen.add(text);
    if (typeof cell === 'object' && 'on' in cell) {
      if (Number(cell.on.slice(8)) > LAST_MONTH) days.late += 1;
      else days.early += 1;
      if (cell.on.slice(5, 7) === '01') this.#addOfJanuary(Number(cell.on.slice(8)));
      return;
    }
    const [, first, second, year] = (typeof cell === 'string' && DAY.exec(text)) || [];
    if (first === undefined || second === undefined) return;
    const [one, two] = [Number(first), Number(second)];
    if (two === 1) this.#addOfJanuary(one);
    if (one > LAST_MONTH && two <= LAST_MONTH) days.dayFirst += 1;
    else if (two > LAST_MONTH && one <= LAST_MONTH) days.monthFirst += 1;
    else if (one <= LAST_MONTH && two <= LAST_MONTH) {
      days.either += 1;
      this.#firsts.add(one);
      this.#seconds.add(two);
      this.#addOrder(Number(year) * MONTHS_KEPT, one, two);
    }
  }

  #addOrder(year: number, first: number, second: number): void {
    const [dayFirst, monthFirst] = [(year + second) * MONTHS_KEPT + first, (year + first) * MONTHS_KEPT + second];
    if (dayFirst < this.#last.dayFirst) this.days.backDayFirst += 1;
    if (monthFirst < this.#last.monthFirst) this.days.backMonthFirst += 1;
    this.#last = { dayFirst, monthFirst };
  }

  /** How many different first and second numbers the days have that allow both orders. */
  get firsts(): number {
    return this.#firsts.size;
  }

  get seconds(): number {
    return this.#seconds.size;
  }

  #addOfJanuary(day: number): void {
    if (day <= LAST_MONTH) this.days.inJanuary += 1;
    if (day === 1) this.days.firstOfJanuary += 1;
  }

  #addNumber(cell: Cell): void {
    const { numbers } = this;
    const value = typeof cell === 'number' ? cell : Number(cellText(cell).replace(',', '.'));
    if (value > 0) numbers.notZero += 1;
    if (value > 1) numbers.aboveOne += 1;
    if (typeof cell === 'number') {
      numbers.numeric += 1;
      if (cell > 0 && cell < GROUP) numbers.small += 1;
      return;
    }
    if (typeof cell !== 'string') return;
    const text = cellText(cell);
    const fraction = FRACTION.exec(text);
    const sign = fraction?.[1] ?? fraction?.[2];
    if (isSign(sign)) numbers.fraction[sign] += 1;
    const group = THOUSANDS.exec(text)?.[1];
    if (isSign(group)) numbers.thousands[group] += 1;
  }
}

const isSign = (text: string | undefined): text is DecimalSign => text === '.' || text === ',';
