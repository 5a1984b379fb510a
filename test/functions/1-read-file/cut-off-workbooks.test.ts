import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { readWhole } from './read-whole.ts';

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const line = (cells: readonly string[]) => `<row>${cells.join('')}</row>`;
const WHOLE = `<worksheet><sheetData>${line(['Số điện thoại', 'Số giấy tờ chủ thuê bao'].map(inline))}${line(['0912345678', '036088213724'].map(inline))}${line(['0912345679', '036088213725'].map(inline))}</sheetData></worksheet>`;
const TEXTS = '<sst><si><t>0912345678</t></si><si><t>0912345679</t></si></sst>';
const read = (sheet: string, parts?: Readonly<Record<string, string>>) =>
  readWhole(workbookOf(sheet, parts), 'subscribers', 'a.xlsx');
const before = (text: string, cut: string) => text.slice(0, text.lastIndexOf(cut));

describe('workbooks of programs that broke off', () => {
  it.each<[string, string, Readonly<Record<string, string>>?]>([
    ['in a number', before(WHOLE, '13725')],
    ['between two cells', before(WHOLE, inline('036088213725'))],
    ['between two rows', before(WHOLE, '<row>')],
    ['behind the last row', before(WHOLE, '</sheetData>')],
    ['in the last tag', before(WHOLE, 'sheet>')],
    ['in a comment', `${before(WHOLE, '<row>')}<!-- `],
    ['in the table of texts', WHOLE, { 'xl/sharedStrings.xml': before(TEXTS, '9</t>') }],
    ['in the styles', WHOLE, { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/>' }],
  ])('a workbook that is cut off %s is refused, because rows may be missing', async (_, sheet, parts) => {
    await expect(read(sheet, parts)).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('cắt giữa chừng'),
    });
  });

  it('a workbook is whole that ends with its last tag, a line break or a comment', async () => {
    for (const end of ['', '\r\n', '<!-- end -->\n'])
      expect(
        (await read(`<?xml version="1.0"?>${WHOLE}${end}`, { 'xl/sharedStrings.xml': TEXTS })).records,
      ).toHaveLength(2);
  });
});
