import type { Headings } from '#shared/contracts/feeds/heading.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import { LeadingZeros } from './leading-zeros.ts';
import { ColumnSurvey } from './column-survey.ts';
import type { Objection } from './objection.ts';

const ACUTE = /[ýÝ]|[yY]\u0301/u;
const GRAVE = /[ỳỲ]|[yY]\u0300/u;
/**
 * No Vietnamese word has these syllables: their writer meant `lý`, `đăng ký` and the name `Quý`, except in the places
 * Quỳ Châu and Quỳ Hợp.
 */
const NO_WORD = /(?<!\p{L})(?:lỳ|đăng kỳ|quỳ(?! (?:châu|hợp)))(?!\p{L})/giu;
const MINIMUM_WORDS = 2;

/**
 * LibreOffice writes `ý` as `ỳ` in Windows-1258, so that `Quý` becomes the other name `Quỳ`, and no single cell shows
 * it. A file without any `ý` has this fault where it has words that exist only with `ý`.
 */
export class LostAcute {
  #acute = false;
  #words = 0;

  add(cells: readonly Cell[]): void {
    if (this.#acute) return;
    for (const cell of cells) {
      if (typeof cell !== 'string') continue;
      if (ACUTE.test(cell)) {
        this.#acute = true;
        return;
      }
      if (GRAVE.test(cell)) this.#words += cell.normalize('NFC').match(NO_WORD)?.length ?? 0;
    }
  }

  get objection(): Objection | undefined {
    if (this.#acute || this.#words < MINIMUM_WORDS) return undefined;
    return {
      code: 'garbled',
      message:
        'Giữ lại cả tệp vì chữ “ý” đã thành “ỳ” do lưu dạng Windows-1258 (Quý thành Quỳ). Hãy lưu lại từ phần mềm gốc dạng .xlsx hoặc CSV UTF-8 rồi gửi lại; chưa dòng nào của tệp được dùng.',
    };
  }
}

/** Surveys the days and numbers of a file's columns, in all its sheets together. */
export class FileSurvey {
  readonly #columns = new Map<string, ColumnSurvey>();
  readonly lostAcute = new LostAcute();
  readonly leadingZeros = new LeadingZeros();

  /** To be called when a table's headings have been found. @returns a function to call with each of its rows */
  table(headings: Headings): (cells: readonly Cell[]) => void {
    const addZeros = this.leadingZeros.table(headings);
    const addColumns = this.columnsOf(headings);
    this.lostAcute.add(headings.written);
    return (cells) => {
      this.lostAcute.add(cells);
      addZeros(cells);
      addColumns(cells);
    };
  }

  /** As `table`, where a program wrote the lines, which loses no letters and no zeros. */
  columnsOf({
    layout,
    places,
    written,
  }: Pick<Headings, 'layout' | 'places' | 'written'>): (cells: readonly Cell[]) => void {
    const watched = layout.columns.flatMap((column) => {
      const place = places[column.at] ?? -1;
      if (column.holds === undefined || place < 0) return [];
      const survey = this.#columns.get(column.key) ?? new ColumnSurvey(column, written[place] ?? column.label);
      this.#columns.set(column.key, survey);
      return [{ place, survey }];
    });
    return (cells) => {
      for (const { place, survey } of watched) survey.add(cells[place]);
    };
  }

  get columns(): readonly ColumnSurvey[] {
    return [...this.#columns.values()];
  }
}
