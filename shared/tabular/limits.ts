/** How much of a file is held in memory at most. Text forms stream, so their size as a whole is not limited by it. */
export interface Limits {
  /** Characters of one record or JSON line. */
  readonly recordLength: number;
  readonly columns: number;
  /** Rows in which the headings are looked for. */
  readonly headingRows: number;
  /** Bytes of a workbook as stored. */
  readonly workbookBytes: number;
  /** Bytes of a workbook's parts once inflated, all together. */
  readonly inflatedBytes: number;
  /** Bytes of a workbook's table of texts once inflated: it is held as a whole. */
  readonly sharedTextBytes: number;
  readonly sheetRows: number;
}

const MEGABYTE = 1024 * 1024;

export const LIMITS: Limits = {
  recordLength: 256 * 1024,
  columns: 256,
  headingRows: 20,
  workbookBytes: 40 * MEGABYTE,
  inflatedBytes: 1024 * MEGABYTE,
  sharedTextBytes: 128 * MEGABYTE,
  sheetRows: 1_048_576,
};
