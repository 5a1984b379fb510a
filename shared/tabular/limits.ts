/**
 * The largest part of a file that is held in memory, and the largest size that it may unpack to. Text formats are
 * streamed, so their whole size has no limit.
 */
export interface Limits {
  /** The most characters of one record or JSON line, and of all cells of one row of a sheet. */
  readonly recordLength: number;
  readonly columns: number;
  /** The number of rows that are searched for headings. */
  readonly headingRows: number;
  /** The most consecutive blank rows of a table. */
  readonly blankRows: number;
  /**
   * The limit of unpacked bytes, and of characters in the cells of a workbook: a fixed start, and a number for each
   * packed byte.
   */
  readonly swelling: { readonly free: number; readonly factor: number };
  /**
   * The most rejected rows: a fixed number, and one for each row that the file's bytes allow. A row has at least this
   * number of bytes for each required column, in a text and in a packed file as stored.
   */
  readonly rejectedRows: { readonly free: number; readonly cellBytes: number; readonly packedCellBytes: number };
  /** The most bytes of a workbook as stored. */
  readonly workbookBytes: number;
  /** The most bytes of all inflated parts of a workbook together. */
  readonly inflatedBytes: number;
  /** The most bytes of a workbook's inflated table of texts, which is held in memory. */
  readonly sharedTextBytes: number;
  /** The most bytes of any other inflated part that is no sheet, such as the list of sheets or the styles. */
  readonly partBytes: number;
  readonly sheets: number;
  readonly sheetRows: number;
}

/** The number of rows after which a reader can stop, because a piece of a file may hold tens of thousands. */
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
  // The shortest real row has a phone and a personal number, 24 bytes, and a quarter of that when packed
  rejectedRows: { free: 2000, cellBytes: 8, packedCellBytes: 2 },
  workbookBytes: 40 * MEGABYTE,
  inflatedBytes: 1024 * MEGABYTE,
  sharedTextBytes: 128 * MEGABYTE,
  partBytes: 16 * MEGABYTE,
  sheets: 1000,
  sheetRows: SHEET_ROWS,
};
