import { type IsoDate, formatDate } from '#shared/domain/vietnamese/dates.ts';
import type { ReportPeriod } from '../figures/outcome-figures.ts';

/**
 * The kinds of report that the plan asks for (III.1): every six months, every year, or on request. `month` is the
 * report on the changes of a month.
 */
export const REPORT_KINDS = ['6-months', 'year', 'ad-hoc', 'month'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A count from 1 to 4, which could identify people. */
export const SUPPRESSED_COUNT = { few: true } as const;
/** A count that is not shown, because it is from 1 to 4 or would reveal such a count by a sum. */
export const HIDDEN = { hidden: true } as const;
/** A cell: a text, a figure, `SUPPRESSED_COUNT`, `HIDDEN`, or undefined where there is no figure. */
export type ReportCell = string | number | typeof SUPPRESSED_COUNT | typeof HIDDEN | undefined;

export interface ReportColumn {
  readonly heading: string;
  /** The column's share of the printed table's width. */
  readonly share: number;
  /** The kind of figures; `money` is whole đồng. */
  readonly unit: 'text' | 'count' | 'days' | 'money' | 'percent';
}

export const countColumn = (heading: string, share = 12): ReportColumn => ({ heading, share, unit: 'count' });
export const textColumn = (heading: string, share: number): ReportColumn => ({ heading, share, unit: 'text' });

export interface ReportTable {
  /** The caption, which also names the sheet and has at most 31 characters. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The last line with the sums of the rows, including hidden figures. */
  readonly total?: readonly ReportCell[] | undefined;
  readonly notes?: readonly string[] | undefined;
}

/**
 * A column with the cell of each row. In a line of totals a column of counts has their sum, and another one what it
 * says of all rows.
 */
export type RowColumn<R> = readonly [
  heading: string,
  share: number,
  unit: ReportColumn['unit'],
  of: (row: R) => ReportCell,
  total?: (rows: readonly R[]) => ReportCell,
];
type TableText = Pick<ReportTable, 'name' | 'title' | 'notes'>;

export const sumOf = <R>(rows: readonly R[], of: (row: R) => ReportCell): number =>
  rows.reduce((sum, row) => sum + Number(of(row)), 0);

/** A table with a line for each row. */
export const tableOf = <R>(
  text: TableText,
  rows: readonly R[],
  columns: readonly RowColumn<NoInfer<R>>[],
): ReportTable => ({
  ...text,
  columns: columns.map(([heading, share, unit]) => ({ heading, share, unit })),
  rows: rows.map((row) => columns.map(([, , , of]) => of(row))),
});

/** The same with the totals below. */
export const tableWithTotal = <R>(
  text: TableText,
  rows: readonly R[],
  columns: readonly RowColumn<NoInfer<R>>[],
): ReportTable => ({
  ...tableOf(text, rows, columns),
  total: columns.map(([, , unit, of, total], n) =>
    n === 0 ? 'Tổng số' : total ? total(rows) : unit === 'count' ? sumOf(rows, of) : '',
  ),
});

export interface ReportChart {
  readonly name: string;
  readonly title: string;
  /** The text alternative for readers who can't see the picture. */
  readonly says: string;
  readonly svg: string;
}

export interface ReportSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly charts?: readonly ReportChart[];
  /** The annexes after the signature. */
  readonly isAnnex?: boolean;
}

/** The whole content of a report in its order. */
export interface Report {
  readonly title: string;
  readonly subtitle: string;
  readonly addressee: string;
  readonly legalBases: readonly string[];
  readonly period: ReportPeriod;
  readonly madeFrom: IsoDate;
  /** The letters of the symbol: `BC` for a report. */
  readonly symbol: string;
  readonly sections: readonly ReportSection[];
  readonly receivers: readonly string[];
}

/**
 * The smallest count that is shown, because smaller ones could identify people (de-identification: Luật 91/2025/QH15
 * Art. 14).
 */
export const SMALLEST_SHOWN_COUNT = 5;

export const isFew = (cell: ReportCell): cell is number =>
  typeof cell === 'number' && cell > 0 && cell < SMALLEST_SHOWN_COUNT;

/** The cell of a count that is part of no sum. */
export const unlessFew = (cell: ReportCell): ReportCell => (isFew(cell) ? SUPPRESSED_COUNT : cell);

/** A percentage with one decimal; undefined for a whole of 0. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((1000 * part) / whole) / 10;

export const NO_FIGURE = 'không có số liệu';
const FEWER = 'dưới 5';
const NOT_SHOWN = 'ẩn';

/** Writes a figure as officers read it, with dots between thousands and a comma before decimals. */
export function reportCellText(cell: ReportCell, { unit }: Pick<ReportColumn, 'unit'>): string {
  if (cell === undefined) return NO_FIGURE;
  if (cell === HIDDEN) return NOT_SHOWN;
  if (typeof cell === 'string') return cell;
  if (typeof cell !== 'number') return FEWER;
  return unit === 'percent' ? `${withThousandsSeparators(cell)}%` : withThousandsSeparators(cell);
}

/** The format does not use the machine's locale, so that a figure has the same text everywhere. */
export function withThousandsSeparators(figure: number): string {
  const [whole = '', decimals] = String(Math.abs(figure)).split('.');
  const dotted = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, '.');
  return `${figure < 0 ? '-' : ''}${dotted}${decimals === undefined ? '' : `,${decimals}`}`;
}

const KIND_TITLES: Readonly<Record<ReportKind, string>> = {
  '6-months': 'BÁO CÁO SÁU THÁNG',
  year: 'BÁO CÁO NĂM',
  'ad-hoc': 'BÁO CÁO ĐỘT XUẤT',
  month: 'BÁO CÁO BIẾN ĐỘNG THÁNG',
};

export const reportTitle = (kind: ReportKind): string => KIND_TITLES[kind];

export const periodText = ({ from, to }: ReportPeriod): string =>
  `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;

export const SUBTITLE = 'Kết quả xác thực, hậu kiểm dữ liệu đăng ký doanh nghiệp và cảnh báo tài khoản có nghi vấn';
