import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { withoutUnprintable } from '#shared/domain/vietnamese/text/unicode-safety.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';

/** The width between the margins of an upright A4 page in twentieths of a point: 210 mm less 30 and 15. */
const TEXT_WIDTH = 9354;

/** The indent of a first line, which is 1 cm. */
const FIRST_LINE = 567;
const CELL_HALF_POINTS = 22;
const SHADE = 'E8ECF1';

export interface DocxColumn {
  readonly heading: string;
  /** The columns' shares of the table's width. */
  readonly share: number;
  readonly align?: 'centre' | 'right' | undefined;
}

interface Style {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly centre?: boolean;
  readonly size?: number;
  readonly after?: number;
  /** Whether the paragraph stays on the page of the next one. */
  readonly keepNext?: boolean;
  readonly right?: boolean;
  /** Whether the text is justified with an indented first line, as in authorities' papers. */
  readonly body?: boolean;
}

/** A paragraph; a line break in the text is printed as one. */
export function paragraph(text: string, style: Style = {}): Paragraph {
  const { bold = false, italics = false, size, after = 80, keepNext = false, body = false } = style;
  return new Paragraph({
    alignment: alignmentOf(style),
    spacing: { after },
    keepNext,
    ...(body && { indent: { firstLine: FIRST_LINE } }),
    children: withoutUnprintable(text)
      // A per cent sign stays on the line of its number
      .replaceAll(/(?<=\d) %/g, '\u00A0%')
      .split('\n')
      .map((line, n) => new TextRun({ text: line, bold, italics, ...(size && { size }), ...(n > 0 && { break: 1 }) })),
  });
}

function alignmentOf({ centre = false, right = false, body = false }: Style) {
  if (centre) return AlignmentType.CENTER;
  if (right) return AlignmentType.RIGHT;
  return body ? AlignmentType.JUSTIFIED : AlignmentType.LEFT;
}

/** A line under a heading, a third of the column wide. */
export function ruledLine(share: number): Paragraph {
  const side = Math.round((TEXT_WIDTH * share) / 100 / 3);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 40, after: 60, line: 120, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [],
  });
}

export function heading(text: string, { onNewPage = false }: { readonly onNewPage?: boolean } = {}): Paragraph {
  return new Paragraph({
    pageBreakBefore: onNewPage,
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    children: [new TextRun(withoutUnprintable(text))],
  });
}

/** A ruled table whose heading row is repeated on every page. */
export function table(
  columns: readonly DocxColumn[],
  rows: readonly (readonly string[])[],
  { lastIsTotal = false, size = CELL_HALF_POINTS }: { readonly lastIsTotal?: boolean; readonly size?: number } = {},
): Table {
  const widths = widthsOf(columns.map(({ share }) => share));
  const padding = size < CELL_HALF_POINTS ? 10 : 40;
  const cell = (text: string, column: number, isHeading: boolean, isTotal = false) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: isHeading ? VerticalAlign.CENTER : VerticalAlign.TOP,
      margins: { top: padding, bottom: padding, left: 80, right: 80 },
      ...(isHeading && { shading: { fill: SHADE } }),
      children: [
        paragraph(text, {
          bold: isHeading || isTotal,
          centre: isHeading || columns[column]?.align === 'centre',
          right: !isHeading && columns[column]?.align === 'right',
          size,
          after: 0,
        }),
      ],
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((column, n) => cell(column.heading, n, true)) }),
      ...rows.map(
        (row, n) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, column) => cell(text, column, false, lastIsTotal && n === rows.length - 1)),
          }),
      ),
    ],
  });
}

/** Columns without rules, for the letterhead and the signatures. */
export function columnsWithoutRules(columns: readonly (readonly Paragraph[])[], shares: readonly number[]): Table {
  const widths = widthsOf(shares);
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          (children, n) =>
            new TableCell({ width: { size: widths[n] ?? 0, type: WidthType.DXA }, children: [...children] }),
        ),
      }),
    ],
  });
}

const widthsOf = (shares: readonly number[]): number[] => {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((TEXT_WIDTH * share) / all));
};

/** The list of recipients (nơi nhận) and the place for a signature, which the system leaves empty. */
export const signaturesOf = (receivers: readonly string[]): Table =>
  columnsWithoutRules(
    [
      [
        paragraph('Nơi nhận:', { bold: true, italics: true, size: 24, after: 0 }),
        paragraph(receivers.map((receiver, n) => `- ${receiver}${n === receivers.length - 1 ? '.' : ';'}`).join('\n'), {
          size: 22,
        }),
      ],
      [
        paragraph(HOME_PROVINCE.issuer.signedBy, { centre: true, bold: true, after: 0 }),
        paragraph('(Chữ ký, dấu, họ và tên)\n\n\n\n', { centre: true, italics: true }),
      ],
    ],
    [1, 1],
  );
