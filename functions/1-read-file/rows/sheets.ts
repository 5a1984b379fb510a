import type { Layout } from '#shared/contracts/feeds/layout.ts';
import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import type { TableRow } from '#shared/tabular/table-row.ts';
import { emptyFile, garbledFile, quotedNames, tooWideFile, unfitHeadings } from './find-headings.ts';
import type { TableReader } from './table-reader.ts';

/**
 * The tables of one file: the sheets of a workbook, or the one table of a text file. Sheets with known headings are
 * read, and the others are named in the receipt.
 */
export class Sheets {
  readonly #tables: { readonly sheet: string | undefined; readonly reader: TableReader }[] = [];
  readonly #hidden: string[] = [];
  readonly #layouts: readonly Layout[];

  readonly #mostColumns: number;

  constructor(layouts: readonly Layout[], mostColumns: number) {
    this.#layouts = layouts;
    this.#mostColumns = mostColumns;
  }

  isAnother(sheet: string | undefined): boolean {
    const last = this.#tables.at(-1);
    return last === undefined || last.sheet !== sheet;
  }

  begin(sheet: string | undefined, reader: TableReader): void {
    this.#tables.push({ sheet, reader });
  }

  /** Whether the sheet is hidden: whoever checked the workbook before sending it has not seen this sheet. */
  hide(sheet: string): void {
    this.#hidden.push(sheet);
  }

  take(rows: readonly TableRow[]): FeedEvent[] {
    return this.#tables.at(-1)?.reader.take(rows) ?? [];
  }

  /** The events of the last table that have not been given out yet. */
  finish(): FeedEvent[] {
    return this.#tables.at(-1)?.reader.finish() ?? [];
  }

  /** Whether the last table has no headings in the rows in which headings are searched. */
  get isHopeless(): boolean {
    return this.#tables.at(-1)?.reader.hopeless === true;
  }

  /** Ends a file's tables and names the sheets that were not read. @throws {UnreadableFile} where no table was read */
  end(): FeedEvent[] {
    const read = this.#tables.find(({ reader }) => reader.open)?.reader.headings;
    const filled = this.#tables.filter(({ reader }) => reader.filled);
    if (filled.length === 0) throw emptyFile(this.#hiddenSentence);
    if (read === undefined) {
      if (filled.some(({ reader }) => reader.lost)) throw garbledFile();
      if (filled.some(({ reader }) => reader.tooWide)) throw tooWideFile(this.#mostColumns);
      const [best] = filled
        .map(({ reader }) => reader.headings)
        .sort((a, b) => (b?.recognised ?? 0) - (a?.recognised ?? 0));
      throw unfitHeadings(best, this.#layouts, this.#hiddenSentence);
    }
    const skipped = [
      ...filled.filter(({ reader }) => !reader.open).map(({ sheet }) => sheet ?? ''),
      ...this.#hidden.map((sheet) => `${sheet} (trang tính ẩn)`),
    ];
    return skipped.length === 0
      ? []
      : [{ type: 'opened', rows: read.layout.rows, unknownColumns: [], skippedSheets: skipped }];
  }

  get #hiddenSentence(): string {
    const [first] = this.#hidden;
    return first === undefined
      ? ''
      : ` Trang tính đang ẩn thì không đọc: ${quotedNames(this.#hidden)}; nếu dữ liệu nằm ở đó, hãy bỏ ẩn, lưu rồi gửi lại.`;
  }
}
