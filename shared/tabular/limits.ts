/**
 * The largest part of a file that is held in memory, and the largest size that it may unpack to. Text formats are
 * streamed, so their whole size has no limit.
 */
export interface Limits {
  /** Characters of one record or JSON line, and of the cells of one row of a sheet together. */
  readonly recordLength: number;
  readonly columns: number;
  /** Rows in which the headings are looked for. */
  readonly headingRows: number;
  /** Blank rows in a run: more of them are no table any more. */
  readonly blankRows: number;
  /**
   * The limit of unpacked bytes, and of characters in the cells of a workbook: a fixed start, and a number for each
   * packed byte.
   */
  readonly swelling: { readonly free: number; readonly factor: number };
  /**
   * Rows that may be rejected: some for nothing, then one for each row that the file has bytes for. A row has so many bytes
   * for each column that it must have, in a text and in a packed file as it is stored.
   */
  readonly rejectedRows: { readonly free: number; readonly cellBytes: number; readonly packedCellBytes: number };
  /** Bytes of a workbook as stored. */
  readonly workbookBytes: number;
  /** Bytes of a workbook's parts once inflated, all together. */
  readonly inflatedBytes: number;
  /** Bytes of a workbook's table of texts once inflated: it is held as a whole. */
  readonly sharedTextBytes: number;
  /** Bytes of any other part that is no sheet, once inflated: the list of sheets, the styles. */
  readonly partBytes: number;
  readonly sheets: number;
  readonly sheetRows: number;
}

/** A piece of a file may hold tens of thousands of rows: its reader can stop between so many. */
export const ROWS_AT_ONCE = 2000;

const MEGABYTE = 1024 * 1024;
/** The most rows that a sheet has in any spreadsheet program. */
const SHEET_ROWS = 1_048_576;

export const LIMITS: Limits = {
  recordLength: 256 * 1024,
  columns: 256,
  headingRows: 20,
  blankRows: SHEET_ROWS,
  swelling: { free: 2 * MEGABYTE, factor: 100 },
  // The shortest row that anybody sends has a phone and a personal number, 24 bytes, and a quarter of that once packed
  rejectedRows: { free: 2000, cellBytes: 8, packedCellBytes: 2 },
  workbookBytes: 40 * MEGABYTE,
  inflatedBytes: 1024 * MEGABYTE,
  sharedTextBytes: 128 * MEGABYTE,
  partBytes: 16 * MEGABYTE,
  sheets: 1000,
  sheetRows: SHEET_ROWS,
};
