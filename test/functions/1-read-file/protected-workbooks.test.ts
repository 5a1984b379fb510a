import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { readWhole } from './read-whole.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEADINGS = ['Ngân hàng', 'Số tài khoản', 'Mã số doanh nghiệp', 'Tên chủ tài khoản', 'Ngày mở'];
const CELLS = ['970436', '0123456789', '0901150498', 'CÔNG TY A', '18/08/2024'];
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const line = (cells: readonly string[]) => `<row>${cells.join('')}</row>`;
const table = (cells: readonly string[]) => `<sheetData>${line(HEADINGS.map(text))}${line(cells)}</sheetData>`;
const namesIn = async (bytes: Buffer | string, fileName = 'a.xlsx') =>
  (await readWhole(bytes, 'accounts', fileName)).records.map(
    (record) => record.feed === 'accounts' && record.account.holderName,
  );

describe('workbooks with passwords, protection and links', () => {
  it('a workbook that is only protected against changes is read', async () => {
    const book =
      '<x:fileSharing readOnlyRecommended="1" userName="A" algorithmName="SHA-512" hashValue="eA==" saltValue="eA==" spinCount="100000"/><x:workbookProtection lockStructure="1" workbookAlgorithmName="SHA-512" workbookHashValue="eA=="/>';
    const sheet = `<worksheet>${table(CELLS.map(text))}<sheetProtection algorithmName="SHA-512" hashValue="eA==" saltValue="eA==" spinCount="100000" sheet="1" objects="1" scenarios="1"/><protectedRanges><protectedRange sqref="A1:B2" name="R"/></protectedRanges></worksheet>`;
    expect(await namesIn(workbookOf(sheet, {}, book))).toEqual(['CÔNG TY A']);
  });

  it('a link to another workbook gives the value that was last computed, and the copy of that workbook no rows', async () => {
    const cells = CELLS.map(text);
    cells[3] = '<c t="str"><f>[1]DS!$A$2</f><v>CÔNG TY B</v></c>';
    const copy =
      '<externalLink><externalBook r:id="rId1"><sheetNames><sheetName val="DS"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="2"><cell r="A2" t="str"><v>CÔNG TY C</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>';
    const linked = workbookOf(`<worksheet>${table(cells)}</worksheet>`, {
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Target="externalLinks/externalLink1.xml" Type="${RELATIONS}/externalLink" Id="rId2"/><Relationship Target="worksheets/sheet1.xml" Type="${RELATIONS}/worksheet" Id="rId1"/></Relationships>`,
      'xl/externalLinks/externalLink1.xml': copy,
      'xl/externalLinks/_rels/externalLink1.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/externalLinkPath" Target="file:///C:/DS.xlsx" TargetMode="External"/></Relationships>`,
    });
    expect(await namesIn(linked)).toEqual(['CÔNG TY B']);
  });

  it('a link to another workbook that was never computed rejects its row', async () => {
    const cells = CELLS.map(text);
    cells[1] = '<c t="e"><f>[1]DS!$A$2</f><v>#REF!</v></c>';
    const { records, rejected } = await readWhole(
      workbookOf(`<worksheet>${table(cells)}</worksheet>`),
      'accounts',
      'a.xlsx',
    );
    expect([records, rejected.length]).toEqual([[], 1]);
  });

  it('a text that Excel saved as Unicode text is read under the ending csv, and refused with the way out under its own', async () => {
    const saved = Buffer.from(`\uFEFF${[HEADINGS, CELLS].map((row) => row.join('\t')).join('\r\n')}\r\n`, 'utf16le');
    expect(await namesIn(saved, 'a.csv')).toEqual(['CÔNG TY A']);
    await expect(readWhole(saved, 'accounts', 'a.txt')).rejects.toMatchObject({
      code: 'wrong_ending',
      message: expect.stringContaining('.csv hoặc .xlsx'),
    });
  });
});
