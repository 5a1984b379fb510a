import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { ReportPeriod } from '../figures/outcome-figures.ts';

/** Which report the plan asks for (III.1): every six months, every year, or when somebody asks; `month` is what moved in a month. */
export const REPORT_KINDS = ['6-months', 'year', 'ad-hoc', 'month'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A count from 1 to 4 that could tell of single people. */
export const SUPPRESSED_COUNT = { few: true } as const;
/** A count that is not shown: it is from 1 to 4, or a sum would tell one that is. */
export const HIDDEN = { hidden: true } as const;
/** A text, a figure, `SUPPRESSED_COUNT`, `HIDDEN`, or undefined where there is no figure: it is never made up. */
export type ReportCell = string | number | typeof SUPPRESSED_COUNT | typeof HIDDEN | undefined;

export interface ReportColumn {
  readonly heading: string;
  /** Parts of the table's width in print. */
  readonly share: number;
  /** `money` is whole đồng. */
  readonly unit: 'text' | 'count' | 'days' | 'money' | 'percent';
}

export interface ReportTable {
  /** Names its sheet too: at most 31 letters. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The last line, the sum of the rows, hidden figures included. */
  readonly total?: readonly ReportCell[] | undefined;
  readonly notes?: readonly string[] | undefined;
}

export interface ReportChart {
  readonly name: string;
  readonly title: string;
  /** What a reader who doesn't see it has to know. */
  readonly says: string;
  readonly svg: string;
}

export interface ReportSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly charts?: readonly ReportChart[];
  /** After the signature. */
  readonly isAnnex?: boolean;
}

/** A report as it is written down: all that stands in it, in its order. */
export interface Report {
  readonly title: string;
  readonly subtitle: string;
  readonly addressee: string;
  readonly legalBases: readonly string[];
  readonly period: ReportPeriod;
  readonly madeFrom: IsoDate;
  /** Of the symbol: `BC` of a report. */
  readonly symbol: string;
  readonly sections: readonly ReportSection[];
  readonly receivers: readonly string[];
}
