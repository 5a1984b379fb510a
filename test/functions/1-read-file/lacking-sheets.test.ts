import { describe, expect, it } from 'vitest';
import { zip } from '#test/shared/tabular/make-zip.ts';
import { readWhole } from './read-whole.ts';

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const line = (cells: readonly string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
const sheet = (phone: string) =>
  `<worksheet><sheetData>${line(['Số điện thoại', 'Số giấy tờ chủ thuê bao'])}${line([phone, '036088213724'])}</sheetData></worksheet>`;

/** A workbook whose second sheet has the given relation and attributes, with further parts. */
const twoSheets = (relation: string, state = '', parts: Readonly<Record<string, string>> = {}) =>
  zip({
    'xl/workbook.xml': `<workbook><sheets><sheet name="A" r:id="rId1"/><sheet name="036088213724" ${state} r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Target="worksheets/sheet1.xml" Type="${TYPES}/worksheet" Id="rId1"/>${relation}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet('0912345678'),
    ...parts,
  });
const relationOf = (type: string) => `<Relationship Target="worksheets/sheet2.xml" Type="${TYPES}/${type}" Id="rId2"/>`;
const SECOND = { 'xl/worksheets/sheet2.xml': sheet('0912345679') };
const read = (bytes: Buffer) => readWhole(bytes, 'subscribers', 'a.xlsx');

describe('sheets without content', () => {
  it.each<[string, Buffer]>([
    ['part is missing', twoSheets(relationOf('worksheet'))],
    ['relation is missing', twoSheets('', '', SECOND)],
    ['relation is of an unknown type', twoSheets(relationOf('worksheets'), '', SECOND)],
  ])('a workbook is refused that lists a sheet whose %s, with its place and without its name', async (_, bytes) => {
    const refused = read(bytes);
    await expect(refused).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('trang tính thứ 2'),
    });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('036088213724') });
  });

  it.each<[string, Buffer]>([
    ['is a chart', twoSheets(relationOf('chartsheet'))],
    ['is hidden', twoSheets('', 'state="veryHidden"')],
  ])('a workbook is read without the sheet that has no cells and %s', async (_, bytes) => {
    const { records } = await read(bytes);
    expect(records).toHaveLength(1);
  });

  it('a workbook of two sheets is read with both', async () => {
    const { records } = await read(twoSheets(relationOf('worksheet'), '', SECOND));
    expect(records).toHaveLength(2);
  });
});
