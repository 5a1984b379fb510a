import type { Cell } from '#shared/tabular/cell.ts';
import type { Column } from '#shared/contracts/feeds/column.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { quotedNames, missingColumns } from './find-headings.ts';

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
