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

/** A row of one company's facts, with the properties by which a finding may rest on it. */
export interface SourcedRow {
  readonly feed: FeedName;
  /** The kind of signal in the activities feed. */
  readonly kind?: string | undefined;
  /** The month, quarter, year or day that the row concerns, where it has one. */
  readonly period?: string | undefined;
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
