import { unzip } from '#test/support/unzip.ts';

/** Twentieths of a point, of an A4 page between its margins (NĐ 30/2020/NĐ-CP, Phụ lục I): 257 mm by 165 mm. */
const PAGE = { height: 14_570, width: 9354 };
/** Of the size of Times New Roman: a line, and the mean width of a letter of Vietnamese text, which breaks between words. */
const LINE = 1.15;
const LETTER = 0.46;
const EMU_IN_TWIP = 635;

const numberIn = (xml: string, form: RegExp, otherwise: number): number => Number(form.exec(xml)?.[1] ?? otherwise);

/** The height of a paragraph in a column: its lines with the space around it, and its pictures. */
function heightOf(paragraph: string, width: number): number {
  const size = numberIn(paragraph, /<w:sz w:val="(\d+)"/u, 26) * 10;
  const lines = paragraph
    .replaceAll(/<w:br[^>]*>/gu, '\n')
    .replaceAll(/<[^>]+>/gu, '')
    .split('\n')
    .map((line) => Math.max(1, Math.ceil((line.length * size * LETTER) / width)));
  const around =
    numberIn(paragraph, /w:after="(\d+)"/u, 0) +
    numberIn(paragraph, /w:before="(\d+)"/u, 0) +
    (paragraph.includes('Heading1') ? 340 : 0);
  const picture = numberIn(paragraph, /<wp:extent cx="\d+" cy="(\d+)"/u, 0) / EMU_IN_TWIP;
  return picture + around + lines.reduce((all, one) => all + one, 0) * size * LINE;
}

const PARAGRAPHS = /<w:p[ >].*?<\/w:p>/gsu;
const CELLS = 160;
const RULE = 10;

/** The heights of a table's rows, which don't break between pages. */
function rowsOf(table: string): number[] {
  return [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) => {
    const cells = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => {
      const width = numberIn(cell, /<w:tcW [^>]*w:w="(\d+)/u, PAGE.width) - CELLS;
      return [...cell.matchAll(PARAGRAPHS)].reduce((all, [one]) => all + heightOf(one, width), 0);
    });
    return Math.max(0, ...cells) + 2 * numberIn(row, /<w:tcMar>.*?<w:top [^>]*w:w="(\d+)"/su, 0) + RULE;
  });
}

/** How many pages of A4 a docx fills: what doesn't fit on a page goes to the next one. */
export function pagesOf(docx: Uint8Array): number {
  const xml = unzip(Buffer.from(docx)).get('word/document.xml') ?? '';
  let [pages, used] = [1, 0];
  for (const [part] of xml.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p[ >].*?<\/w:p>/gsu)) {
    if (part.includes('<w:pageBreakBefore/>')) [pages, used] = [pages + 1, 0];
    for (const height of part.startsWith('<w:tbl>') ? rowsOf(part) : [heightOf(part, PAGE.width)]) {
      if (used + height > PAGE.height) [pages, used] = [pages + Math.max(1, Math.floor(height / PAGE.height)), 0];
      used += height;
    }
  }
  return pages;
}
