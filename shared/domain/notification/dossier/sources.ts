import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { FeedName } from './feed-names.ts';

/** The source of a fact: the drop of a file, and the row by the sheet's own numbers. */
export interface Provenance {
  /** The file, as `<feed>/<file>`. */
  readonly file: string;
  readonly row: number;
  readonly sheet?: string | undefined;
  /** The version of the file's drop. */
  readonly version: string;
}

/** The feed of a row and, for an activity, its kind of signal. */
export interface SourceKind {
  readonly feed: FeedName;
  readonly kind?: string | undefined;
}

/** A row of one company's facts, with the properties by which a finding may rest on it. */
export interface SourcedRow extends SourceKind {
  /** The month, quarter, year or day that the row concerns, where it has one. */
  readonly period?: string | undefined;
  /** The day on which it was filed or seen, where the period is another. */
  readonly on?: IsoDate | undefined;
  readonly from: Provenance;
  /** The day and the checksum of the file in its drop, where they are known. */
  readonly receivedAt?: string | undefined;
  readonly sha256?: string | undefined;
}

/** One drop of a file, with the number by which findings cite it. */
export interface SourceFile {
  readonly number: number;
  readonly file: string;
  readonly version: string;
  readonly receivedAt?: string | undefined;
  readonly sha256?: string | undefined;
  readonly rows: readonly SourcedRow[];
}

export type SourceTable = readonly SourceFile[];

/** Rows of one kind that a dossier leaves out because it shows as many others of the sender. */
export interface LeftOutRows {
  readonly feed: FeedName;
  readonly kind?: string | undefined;
  readonly count: number;
  /** The days that their periods cover, where they have any. */
  readonly days?: { readonly from: IsoDate; readonly to: IsoDate } | undefined;
}

/** The rows behind a dossier: those that it shows, and the numbers of the others. */
export interface CitedSources {
  readonly sources: SourceTable;
  /** Undefined where nothing is left out. */
  readonly leftOut?: readonly LeftOutRows[] | undefined;
}

/** The files sorted by name, each with its rows in order. */
export function numberSources(rows: readonly SourcedRow[]): SourceTable {
  const drops = Map.groupBy(rows, ({ from }) => `${from.file}\n${from.version}`);
  return [...drops]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ofDrop], place) => {
      const [first] = ofDrop;
      return {
        number: place + 1,
        file: first?.from.file ?? '',
        version: first?.from.version ?? '',
        receivedAt: first?.receivedAt,
        sha256: first?.sha256,
        rows: ofDrop.toSorted(byPlace),
      };
    });
}

/** Cites the matching rows file by file, such as `[1] dòng 3, 5–7; [2] trang “Tháng 8”, dòng 4`. */
export function citeRows(sources: SourceTable, passes: (row: SourcedRow) => boolean): string {
  return sources
    .flatMap(({ number, rows }) => {
      const sheets = Map.groupBy(rows.filter(passes), ({ from }) => from.sheet ?? '');
      return [...sheets].map(([sheet, ofSheet]) => {
        const numbers = [...new Set(ofSheet.map(({ from }) => from.row))].sort((a, b) => a - b);
        return `[${number}] ${sheet === '' ? '' : `trang “${sheet}”, `}dòng ${runs(numbers)}`;
      });
    })
    .join('; ');
}

/** Cites the matching rows that are shown, and says how many others there are. */
export function citeAll({ sources, leftOut = [] }: CitedSources, passes: (row: SourceKind) => boolean): string {
  const others = leftOut.filter(passes).reduce((sum, { count }) => sum + count, 0);
  const more = others === 0 ? [] : [`và ${formatCount(others)} dòng khác không nêu trong hồ sơ`];
  return [citeRows(sources, passes), ...more].filter(Boolean).join('; ');
}

/** Writes row numbers as ranges, such as `3, 5–7`. */
function runs(numbers: readonly number[]): string {
  const found: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

const byPlace = (a: SourcedRow, b: SourcedRow): number =>
  (a.from.sheet ?? '') === (b.from.sheet ?? '')
    ? a.from.row - b.from.row
    : (a.from.sheet ?? '') < (b.from.sheet ?? '')
      ? -1
      : 1;
