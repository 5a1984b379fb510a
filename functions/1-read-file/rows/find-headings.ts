import { type Cell, cellText, isBlank } from '#shared/tabular/cell.ts';
import type { Column } from '#shared/contracts/feeds/column.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import { bestHeadings, type Headings, namesColumn } from '#shared/contracts/feeds/heading.ts';
import { isRowNumber, lackingColumns, quotedHeading } from '#shared/contracts/feeds/unread-columns.ts';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';

/** The number of known headings that a row needs to count as the heading row of a file that lacks others. */
const MINIMUM_HEADINGS = 2;
/** The number of unknown headings that a question names. */
const MOST_ASKED = 10;
const NUMBER_OF_COLUMN = /^\(?(?:\d{1,2}|[a-z])\)?$/iu;

/**
 * The headings in a row, or in it and the row above it together, because group headings are above the cells that they
 * merge. A title above the table is not taken for headings.
 */
export function headingsIn(
  cells: readonly Cell[],
  above: readonly Cell[],
  layouts: readonly Layout[],
): Headings | undefined {
  const alone = bestHeadings(cells, layouts);
  if (alone === undefined || alone.missing.length === 0 || above.length === 0) return alone;
  const width = Math.max(cells.length, above.length);
  const both = bestHeadings(
    Array.from({ length: width }, (_, place) => (isBlank(cells[place]) ? above[place] : cells[place])),
    layouts,
  );
  return both?.missing.length === 0 ? both : alone;
}

/**
 * The headings with the row below them, where that row has nothing but headings under the required columns and names the
 * parts of a group: `Tổng` above `ghi có` and `ghi nợ`.
 */
export function withRowBelow(headings: Headings, above: readonly Cell[], below: readonly Cell[]): Headings | undefined {
  const { layout, places, recognised } = headings;
  const isOwnRow = layout.columns.some(({ at, required }) => {
    const cell = below[places[at] ?? -1];
    return required && !isBlank(cell) && !namesColumn(cell, [layout]);
  });
  if (isOwnRow || below.every(isBlank)) return undefined;
  let group: Cell;
  const both = Array.from({ length: Math.max(above.length, below.length) }, (_, place): Cell => {
    if (!isBlank(above[place])) group = above[place];
    if (isBlank(below[place])) return above[place];
    const joined = `${cellText(group)} ${cellText(below[place])}`;
    return namesColumn(joined, [layout]) ? joined : below[place];
  });
  const found = bestHeadings(both, [layout]);
  return found?.missing.length === 0 && found.recognised > recognised ? found : undefined;
}

/** A further row under the headings that only divides columns which are not read: nothing stands in one that is. */
export function dividesHeadings({ layout, places }: Headings, below: readonly Cell[]): boolean {
  const isRead = layout.columns.some(({ at }) => !isBlank(below[places[at] ?? -1]));
  const filled = below.filter((cell) => !isBlank(cell));
  return !isRead && filled.length > 1 && !filled.some((cell) => /\d/u.test(cellText(cell)));
}

/** The row of column numbers, `(1) (2) (3)`, that forms have under their headings. */
export function isColumnNumbers(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 1 && filled.every((cell) => NUMBER_OF_COLUMN.test(cellText(cell)));
}

/** The reason why a table with this best heading row can't be read; `more` is added where no headings were found at all. */
export function unfitHeadings(best: Headings | undefined, layouts: readonly Layout[], more = ''): UnreadableFile {
  if (best === undefined || best.recognised < MINIMUM_HEADINGS) {
    const needed = layouts.map(({ columns }) =>
      quotedNames(columns.filter(({ required }) => required).map(({ label }) => label)),
    );
    return new UnreadableFile(
      'unknown_headings',
      `Không tìm thấy dòng tiêu đề của loại dữ liệu này trong các dòng đầu của tệp. Cần có các cột ${needed.join(' hoặc ')}. Hãy kiểm tra tệp có đúng thư mục không rồi gửi lại.${more}`,
    );
  }
  const { code, message } = missingColumns(
    best.missing.map(({ label }) => label),
    questions(best),
  );
  return new UnfitHeadings(code, message, best);
}

/** A table that lacks columns it must have, with the headings that may stand for them. */
export class UnfitHeadings extends UnreadableFile {
  readonly unknownColumns: readonly string[];
  readonly lacking: readonly Column[];

  constructor(code: UnreadableFile['code'], message: string, { unknownColumns, layout, places }: Headings) {
    super(code, message);
    this.unknownColumns = unknownColumns;
    this.lacking = layout.columns.filter(({ at }) => places[at] === -1);
  }
}

/** A file without a filled cell, or without a line. */
export function emptyFile(more = ''): UnreadableFile {
  return new UnreadableFile('empty', `Tệp không có dòng dữ liệu nào. Hãy kiểm tra rồi gửi lại.${more}`);
}

/** A file without headings in which a row has more cells than are read, so that it may have been the headings. */
export function tooWideFile(most: number): UnreadableFile {
  return new UnreadableFile(
    'too_big',
    `Bảng có dòng nhiều hơn ${most} ô, trong khi chỉ đọc được bảng có nhiều nhất ${most} cột. Hãy xóa các cột không thuộc loại dữ liệu này rồi gửi lại.`,
  );
}

/** A file without headings in which a row has more characters than are read, as one without line breaks has. */
export function tooLongRows(): UnreadableFile {
  return new UnreadableFile(
    'too_big',
    'Tệp có dòng dài quá mức đọc được, có thể vì thiếu dấu xuống dòng giữa các dòng. Hãy xuất lại từ phần mềm gốc rồi gửi lại.',
  );
}

/** A file without columns, or a JSONL file without keys, that it must have. */
function missingColumns(names: readonly string[], questionsAsked = ''): UnreadableFile {
  return new UnreadableFile(
    'missing_column',
    `Thiếu cột bắt buộc: ${quotedNames(names)}.${questionsAsked} ${questionsAsked === '' ? 'Hãy thêm vào rồi gửi lại tệp.' : 'Nếu phải, xác nhận một lần (bàn làm việc, manifest.json) thì tệp này và các tệp sau được đọc ngay; nếu không, hãy thêm cột rồi gửi lại tệp.'}`,
  );
}

/** Asks for each unknown heading that resembles a missing column whether it is that column's, or else for any of them. */
function questions({ unknownColumns, missing }: Headings): string {
  const unknown = unknownColumns.filter((heading) => !isRowNumber(heading)).map(maskNumbers);
  const asked = lackingColumns(unknown, missing)
    .filter(({ heading }) => heading !== undefined)
    .map(({ column, heading = '' }) => ` Tiêu đề ${quotedHeading(heading)} có phải là ${quotedHeading(column)} không?`);
  if (asked.length > 0 || unknown.length === 0) return asked.join('');
  return ` Tiêu đề chưa đọc: ${unknown.slice(0, MOST_ASKED).map(quotedHeading).join(', ')}; có phải là cột còn thiếu không?`;
}

/**
 * A sign that replaces a letter which a program could not write or which was read in another encoding. No heading
 * contains such a sign.
 */
const NO_LETTER = /[^\p{ASCII}\p{Script=Latin}\p{M}]|[?\p{Cc}]/u;
const LONGEST_LOST = 60;

/** Finds headings whose letters with marks are lost, each replaced by one or two signs, such as `M? s? doanh nghi?p`. */
export function hasLostHeadings(cells: readonly Cell[], layouts: readonly Layout[]): boolean {
  const labels = layouts.flatMap(({ columns }) => columns.map(({ label }) => label.toLowerCase().normalize('NFC')));
  const lost = cells.flatMap((cell) => {
    const text = cellText(cell).toLowerCase().normalize('NFC');
    return text.length <= LONGEST_LOST && BEYOND_WORDS.test(text) ? [text] : [];
  });
  if (!lost.some((text) => NO_LETTER.test(text)) && lost.length < MINIMUM_HEADINGS) return false;
  const meant = lost.filter((text) => labels.some((label) => label !== text && isMeant(text, label)));
  return meant.length >= MINIMUM_HEADINGS;
}

const BEYOND_WORDS = /[^a-z0-9 ()/]/u;

/** A pattern of a heading in which every plain letter must match and a letter with a mark may be any sign. */
function isMeant(text: string, label: string): boolean {
  const pattern = label.replaceAll(/[^a-z0-9 ]/gu, (letter) => (/\p{L}/u.test(letter) ? '.{1,3}' : '.'));
  return new RegExp(`^${pattern}$`, 'su').test(text);
}

/** A file whose headings show that its letters are lost. */
export function garbledFile(): UnreadableFile {
  return new UnreadableFile(
    'garbled',
    'Chữ có dấu trong tệp đã mất hoặc hỏng do lưu CSV sai bảng mã (dòng tiêu đề thành “M? s? doanh nghi?p”). Hãy mở tệp gốc, lưu lại dạng .xlsx hoặc “CSV UTF-8” rồi gửi lại.',
  );
}

export const quotedNames = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

const PEOPLE = 'people';

/** Records which required keys a JSONL file has in any line, since JSON has no headings. */
export class MissingKeys {
  #lacking: Set<Column> | undefined;
  #people = false;
  #useful = false;
  #objects = false;

  /** To be called for the object of each line, with its layout once it is known. */
  object(layout: Layout | undefined): void {
    this.#objects = true;
    if (layout !== undefined) this.#lacking ??= new Set(requiredOf(layout));
  }

  /** The cells of a line, or of one person of it. */
  cells(cells: readonly Cell[], ofPerson: boolean): void {
    if (ofPerson) this.#people = true;
    for (const column of this.#lacking ?? []) if (cells[column.at] !== undefined) this.#lacking?.delete(column);
  }

  accepted(): void {
    this.#useful = true;
  }

  /** The reason why no line could be read; undefined where a line was read or the lines have different reasons. */
  fault(layouts: readonly Layout[]): UnreadableFile | undefined {
    if (this.#useful || !this.#objects) return undefined;
    if (this.#lacking === undefined) return unknownKeys(layouts);
    const keys = new Set([...this.#lacking].map((column) => this.#nameOf(column)));
    return keys.size === 0 ? undefined : missingColumns([...keys]);
  }

  /** The key of the list of people is missing where no line has people. */
  #nameOf(column: Column): string {
    return ofPeople(column, [...(this.#lacking ?? [])]) && !this.#people ? PEOPLE : column.key;
  }
}

const requiredOf = (layout: Layout): Column[] => layout.columns.filter(({ required }) => required);

/** Only registrations have columns of the company beside those of its people. */
const ofPeople = (column: Column, columns: readonly Column[]): boolean =>
  !column.shared && columns.some(({ key }) => key === 'role');

const unknownKeys = (layouts: readonly Layout[]): UnreadableFile => {
  const needed = layouts.map((layout) => {
    const columns = requiredOf(layout);
    return quotedNames([...new Set(columns.map((column) => (ofPeople(column, columns) ? PEOPLE : column.key)))]);
  });
  return new UnreadableFile(
    'unknown_headings',
    `Không tìm thấy các khóa của loại dữ liệu này trong tệp. Cần có ${needed.join(' hoặc ')}. Hãy kiểm tra tệp có đúng thư mục không rồi gửi lại.`,
  );
};
