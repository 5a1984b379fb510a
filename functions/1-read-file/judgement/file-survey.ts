import type { Headings } from '#shared/contracts/feeds/heading.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import { LeadingZeros } from './leading-zeros.ts';
import { LostAcute } from './lost-acute.ts';
import { ColumnSurvey } from './column-survey.ts';

/** Surveys the days and numbers of a file's columns, in all its sheets together. */
export class FileSurvey {
  readonly #columns = new Map<string, ColumnSurvey>();
  readonly lostAcute = new LostAcute();
  readonly leadingZeros = new LeadingZeros();

  /** To be called when a table's headings have been found. @returns a function to call with each of its rows */
  table(headings: Headings): (cells: readonly Cell[]) => void {
    const { layout, places, written } = headings;
    const addZeros = this.leadingZeros.table(headings);
    const watched = layout.columns.flatMap((column) => {
      const place = places[column.at] ?? -1;
      if (column.holds === undefined || place < 0) return [];
      const survey = this.#columns.get(column.key) ?? new ColumnSurvey(column, written[place] ?? column.label);
      this.#columns.set(column.key, survey);
      return [{ place, survey }];
    });
    this.lostAcute.add(written);
    return (cells) => {
      this.lostAcute.add(cells);
      addZeros(cells);
      for (const { place, survey } of watched) survey.add(cells[place]);
    };
  }

  get columns(): readonly ColumnSurvey[] {
    return [...this.#columns.values()];
  }
}
