import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { readWhole, table } from './read-whole.ts';

const FORMATS = ['0%', '0.00%', '#,##0,', '#,##0,,', '0.0,,&quot; tr&quot;', '#,##0', '#,##0&quot;%&quot;'];
const STYLES = `<styleSheet><numFmts>${FORMATS.map((code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/>${FORMATS.map((_, n) => `<xf numFmtId="${200 + n}"/>`).join('')}</cellXfs></styleSheet>`;
const styleOf = (format: string) => FORMATS.indexOf(format) + 2;
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const CELLS = ['970436', '0123456789', '2025-06', '5', '0.5'];

/** Reads one row of flows with some other headings and cells. */
const readRow = (headings: Readonly<Record<number, string>>, cells: Readonly<Record<number, string>>) => {
  const all = ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có', 'Tỷ lệ giao dịch IP nước ngoài'];
  const head = all.map((heading, n) => inline(headings[n] ?? heading)).join('');
  const row = CELLS.map((cell, n) => cells[n] ?? inline(cell)).join('');
  const sheet = `<worksheet><sheetData><row>${head}</row><row>${row}</row></sheetData></worksheet>`;
  return readWhole(workbookOf(sheet, { 'xl/styles.xml': STYLES }), 'accounts', 'a.xlsx');
};

describe('numbers that a spreadsheet shows in another way than it keeps them', () => {
  it.each(['Tỷ lệ giao dịch IP nước ngoài (%)', 'Tỷ lệ giao dịch IP nước ngoài'])(
    'a number that is shown as a percentage is that percentage under the heading %s',
    async (heading) => {
      for (const style of [1, styleOf('0%'), styleOf('0.00%')]) {
        const { records } = await readRow({ 4: heading }, { 4: `<c s="${style}"><v>0.014</v></c>` });
        expect(records).toMatchObject([{ flow: { foreignIpShare: 0.014 } }]);
      }
    },
  );

  it('a percent sign between quotes in a format is a mere letter', async () => {
    const cell = `<c s="${styleOf('#,##0&quot;%&quot;')}"><v>37</v></c>`;
    const { records } = await readRow({ 4: 'Tỷ lệ giao dịch IP nước ngoài (%)' }, { 4: cell });
    expect(records).toMatchObject([{ flow: { foreignIpShare: 0.37 } }]);
  });

  it.each(['#,##0,', '#,##0,,', '0.0,,&quot; tr&quot;'])(
    'an amount that is shown in thousands or millions is not multiplied by the unit of its heading: %s',
    async (format) => {
      for (const heading of ['Tổng ghi có (triệu đồng)', 'Tổng ghi có']) {
        const { records } = await readRow({ 3: heading }, { 3: `<c s="${styleOf(format)}"><v>1234567890</v></c>` });
        expect(records).toMatchObject([{ flow: { credit: 1_234_567_890 } }]);
      }
    },
  );

  it('an amount with commas between its thousands counts in the unit of its heading', async () => {
    const cell = `<c s="${styleOf('#,##0')}"><v>1234</v></c>`;
    const { records } = await readRow({ 3: 'Tổng ghi có (triệu đồng)' }, { 3: cell });
    expect(records).toMatchObject([{ flow: { credit: 1_234_000_000 } }]);
  });

  it.each(['2025.1', '12025', '42025', '45955'])(
    'a number that may be two periods, or a day, is none: %s',
    async (number) => {
      const { rejected } = await readRow({}, { 2: `<c><v>${number}</v></c>` });
      expect(rejected).toMatchObject([{ row: 2, column: 'Kỳ', code: 'period' }]);
    },
  );

  it('a text file from a spreadsheet may have lost the zero of October too', async () => {
    const content = table([
      ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có'],
      ['970436', '0123456789', '2025.1', '5'],
    ]);
    const { rejected } = await readWhole(content, 'accounts', 'a.csv');
    expect(rejected).toMatchObject([{ row: 2, column: 'Kỳ', code: 'period' }]);
  });
});
