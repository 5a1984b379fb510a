import type { Layout } from '#shared/contracts/feeds/layout.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { type Cell, cellText, isBlank } from '#shared/tabular/cell.ts';

/** The words with which the lines under a table begin, without marks: totals, remarks, place and day, and signatures. */
const BEGINNING =
  /^\(?(?:tong (?:cong(?! ty)|so)(?=\W|$)|(?:tong|cong)(?: trang| cuoi trang)?[\s:]*(?:\d|$)|ghi chu(?=\W|$)|noi nhan(?=\W|$)|danh sach (?:nay )?(?:co|gom) |nguoi (?:lap|ky|kiem)|lap (?:bieu|bang)|thu truong|(?:pho )?giam doc(?=\W|$)|truong phong|ke toan|thu quy|(?:kt|tm|tl|tuq)\. ?[a-z]|ky ten|ky, |da ky|xac nhan cua|[a-z ]{0,40},? ?ngay [\d…. ]+ ?thang)/u;
const TOTAL = /^(?:tong (?:cong|so)(?: (?:toan )?(?:trang|tep|danh sach|bang))?|tong|cong)\s*:?$/u;
const LONGEST_TOTAL = 80;
/** The first letters of such lines, with marks and without. A row that begins otherwise is not examined further. */
const BEGINS_TOTAL = /^[tc]/iu;
const BEGINS_LINE = /^[(, \p{Script=Latin}]/u;
/** A line of signatures names two or three people; a row of a table has more cells. */
const MOST_CELLS = 4;
const LONGEST = 200;

/**
 * Recognises the lines under a table. From the first one on, lines with as few cells (the names under the signatures)
 * belong to them, until a row has all required cells.
 */
export class TableFooter {
  #begun = false;
  readonly #required: readonly number[];

  /** @param places the positions of the layout's columns in the rows, -1 where the file has none */
  constructor(layout: Layout, places: readonly number[]) {
    this.#required = layout.columns
      .filter(({ required }) => required)
      .flatMap(({ at }) => places[at] ?? [])
      .filter((place) => place >= 0);
  }

  has(cells: readonly Cell[]): boolean {
    const filled = cells.filter((cell) => !isBlank(cell));
    const lacking = this.#required.filter((place) => isBlank(cells[place])).length;
    // A total may be in a frozen line above the rows, with its figures in required columns
    if (lacking > 0 && isTotal(filled[0])) return true;
    if (filled.length > MOST_CELLS || lacking * 2 < this.#required.length || lacking === 0) {
      this.#begun &&= lacking > 0;
      return false;
    }
    this.#begun ||= filled.some((cell) => typeof cell === 'string' && beginsFooter(cell));
    return this.#begun;
  }
}

const isTotal = (cell: Cell): boolean => {
  if (typeof cell !== 'string') return false;
  const text = cellText(cell);
  return text.length <= LONGEST_TOTAL && BEGINS_TOTAL.test(text) && TOTAL.test(foldMarks(text));
};

const beginsFooter = (cell: Cell): boolean => {
  const text = cellText(cell);
  return text.length <= LONGEST && BEGINS_LINE.test(text) && BEGINNING.test(foldMarks(text));
};
