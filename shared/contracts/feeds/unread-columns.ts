import type { Receipt } from '../receipt.ts';
import type { Column } from './column.ts';
import { headingKey } from './heading-key.ts';
import { similarColumn } from './similar-heading.ts';

/** The headings of columns that only number the rows, which nobody expects to be read. */
const ROW_NUMBERS: ReadonlySet<string> = new Set(['', 'stt', 'tt', 'sott', 'sothutu', 'no']);
/** The largest number of unknown headings that are compared with the columns. */
const MOST_COMPARED = 200;
const MEND =
  'hãy xác nhận tiêu đề một lần (bàn làm việc, manifest.json) để đọc lại ngay, hoặc sửa đúng như mẫu rồi gửi lại tệp.';
const MOST_NAMED = 5;
const LONGEST_NAMED = 60;

export const isRowNumber = (heading: string): boolean => ROW_NUMBERS.has(headingKey(heading));

/** Whether a table has an unknown heading that may stand for a column which the table lacks. */
export const mayStandForColumns = (unknown: readonly string[]): boolean =>
  unknown.some((heading) => !isRowNumber(heading));

/** The columns that a file lacks, each with the unknown heading that resembles its own, if one does. */
export function lackingColumns(
  unknown: readonly string[],
  lacking: readonly Column[],
): NonNullable<Receipt['lackingColumns']> {
  const meant = new Map<Column, string>();
  for (const heading of unknown.filter((one) => !isRowNumber(one)).slice(0, MOST_COMPARED)) {
    const column = similarColumn(
      heading,
      lacking.filter((one) => !meant.has(one)),
    );
    if (column) meant.set(column, heading);
  }
  const missed = lacking.filter((column) => column.rare === undefined || meant.has(column));
  return missed.map((column) => ({ column: column.label, heading: meant.get(column) }));
}

/** The columns that were not read although they have a heading, in a sentence that says what to do; undefined if there are none. */
export function unreadColumnsSentence({
  unknownColumns,
  lackingColumns: lacking = [],
}: Pick<Receipt, 'unknownColumns' | 'lackingColumns'>): string | undefined {
  const unread = unknownColumns.filter((heading) => !isRowNumber(heading));
  if (unread.length === 0) return undefined;
  const meant = lacking.filter(({ heading }) => heading !== undefined);
  const question = (heading: string) => meant.find((one) => one.heading === heading)?.column;
  const named = listed(
    // Those that resemble a column come first, because only some are named
    unread.toSorted((a, b) => Number(question(b) !== undefined) - Number(question(a) !== undefined)),
    (heading) => {
      const column = question(heading);
      return `${quotedHeading(heading)}${column === undefined ? '' : ` (có phải là ${quotedHeading(column)}?)`}`;
    },
  );
  const unreadText = `Không đọc cột ${named} vì tiêu đề không có trong mẫu.`;
  if (lacking.length === 0) return `${unreadText} Tệp có đủ các cột của mẫu nên không phải làm gì.`;
  const labels = (columns: typeof lacking) =>
    listed(
      columns.map(({ column }) => column),
      quotedHeading,
    );
  return meant.length > 0
    ? `${unreadText} Vì vậy chưa có giá trị nào của cột ${labels(meant)}. Nếu đúng là cột đó, ${MEND}`
    : `${unreadText} Tệp không có cột ${labels(lacking)}. Nếu cột không đọc chính là cột ấy, ${MEND}`;
}

/** The sheets of a workbook that were not read, in a sentence that says what to do; undefined if there are none. */
export function unreadSheetsSentence({ skippedSheets = [] }: Pick<Receipt, 'skippedSheets'>): string | undefined {
  if (skippedSheets.length === 0) return undefined;
  return `Không đọc trang tính ${listed(skippedSheets, quotedHeading)}: trang đang ẩn, hoặc không có dòng tiêu đề với đủ các cột bắt buộc của mẫu. Nếu dữ liệu nằm ở đó, hãy sửa rồi gửi lại tệp.`;
}

/** A heading in quotes, of which a long one is cut. */
export const quotedHeading = (name: string): string =>
  `“${name.length > LONGEST_NAMED ? `${name.slice(0, LONGEST_NAMED).toWellFormed()}…` : name}”`;

function listed(names: readonly string[], write: (name: string) => string): string {
  const more = names.length > MOST_NAMED ? ` và ${names.length - MOST_NAMED} cột khác` : '';
  return `${names.slice(0, MOST_NAMED).map(write).join(', ')}${more}`;
}
