import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { readWhole, table } from './read-whole.ts';

const FORMATS = [
  ...['0%', '0.00%', '#,##0,', '#,##0,,', '0.0,,&quot; tr&quot;', '#,##0', '#,##0&quot;%&quot;', '0.00\\%'],
  ...[
    '[h]:mm',
    'h:mm',
    '[mm]:ss',
    'h\\:mm AM/PM',
    '#,##0 &quot;triệu&quot;',
    '0.0\\ &quot;tỷ đồng&quot;',
    '#,##0&quot;K&quot;',
  ],
  ...['#,##0 [$₫-42A]', '#,##0\\ &quot;đồng&quot;', '#,##0 [$VND]', '_(* #,##0_);_(* (#,##0)', '[$-409]#,##0'],
  ...[
    '[=0]&quot;-&quot;;#,##0 &quot;triệu&quot;',
    '[&lt;1000]#,##0 &quot;triệu&quot;;#,##0 &quot;nghìn&quot;',
    '[&gt;=1000000]#,##0,,;#,##0',
    '[Red][&gt;5]0.0,, &quot;tr&quot;;General',
    '#,##0;&quot;[=0]&quot;#,##0 &quot;triệu&quot;',
  ],
  ...['#,##0 &quot;M&quot;', '#,##0 &quot;tr.đ&quot;', '#,##0 &quot;(1.000 đ)&quot;', 'Standard', '[Red]General'],
  ...['[$$-409]#,##0.00', '_(&quot;$&quot;* #,##0_)', '#,##0.00 [$USD]', '#,##0 &quot;EUR&quot;', '[$€-2] #,##0'],
];
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

  it.each(['Tỷ lệ giao dịch IP nước ngoài (%)', 'Tỷ lệ giao dịch IP nước ngoài'])(
    'a percent sign that a format only writes behind the number multiplies nothing: %s',
    async (heading) => {
      const whole = await readRow({ 4: heading }, { 4: `<c s="${styleOf('#,##0&quot;%&quot;')}"><v>37</v></c>` });
      const part = await readRow({ 4: heading }, { 4: `<c s="${styleOf('0.00\\%')}"><v>0.5</v></c>` });
      expect(whole.records).toMatchObject([{ flow: { foreignIpShare: 0.37 } }]);
      expect(part.records).toMatchObject([{ flow: { foreignIpShare: 0.005 } }]);
    },
  );

  it.each(['[h]:mm', 'h:mm', '[mm]:ss', 'h\\:mm AM/PM'])(
    'a duration is no number of minutes, because 12:30 may be minutes or hours: %s',
    async (format) => {
      for (const value of ['0.5', '0.0208333333', '1.5']) {
        const cell = `<c s="${styleOf(format)}"><v>${value}</v></c>`;
        const { rejected } = await readRow({ 4: 'Thời gian lưu tiền trung vị (phút)' }, { 4: cell });
        expect(rejected).toMatchObject([{ row: 2, code: 'number', value: expect.stringMatching(/^\d\d:\d\d:\d\d$/u) }]);
      }
    },
  );

  it.each<[string, string, number]>([
    ['#,##0 &quot;triệu&quot;', '500', 500_000_000],
    ['0.0\\ &quot;tỷ đồng&quot;', '1.234', 1_234_000_000],
    ['#,##0&quot;K&quot;', '1234', 1_234_000],
    ['#,##0 [$₫-42A]', '1234', 1234],
    ['#,##0\\ &quot;đồng&quot;', '1234', 1234],
    ['#,##0 [$VND]', '1234', 1234],
    ['_(* #,##0_);_(* (#,##0)', '1234', 1234],
    ['[$-409]#,##0', '1234', 1234],
    ['#,##0 &quot;M&quot;', '500', 500_000_000],
    ['#,##0 &quot;tr.đ&quot;', '500', 500_000_000],
    ['#,##0 &quot;(1.000 đ)&quot;', '500', 500_000],
    // The second section counts for all numbers but zero
    ['[=0]&quot;-&quot;;#,##0 &quot;triệu&quot;', '500', 500_000_000],
    ['[&gt;=1000000]#,##0,,;#,##0', '500', 500],
    ['[&gt;=1000000]#,##0,,;#,##0', '5000000', 5_000_000],
    ['#,##0;&quot;[=0]&quot;#,##0 &quot;triệu&quot;', '500', 500],
    // Letters of a language's name for the general format are no day
    ['Standard', '45522', 45_522],
    ['[Red]General', '45522', 45_522],
  ])('an amount counts in the unit that its format writes behind it: %s', async (format, value, credit) => {
    const { records } = await readRow({}, { 3: `<c s="${styleOf(format)}"><v>${value}</v></c>` });
    expect(records).toMatchObject([{ flow: { credit } }]);
  });

  it('an amount is rejected whose format writes one of two units by a condition', async () => {
    const style = styleOf('[&lt;1000]#,##0 &quot;triệu&quot;;#,##0 &quot;nghìn&quot;');
    const { rejected } = await readRow({}, { 3: `<c s="${style}"><v>500</v></c>` });
    expect(rejected).toMatchObject([{ row: 2, code: 'number', value: '500 (triệu / nghìn)' }]);
  });

  it('a cell without a style has the first one', async () => {
    const sheet = `<worksheet><sheetData><row>${['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có'].map(inline).join('')}</row><row>${CELLS.slice(0, 3).map(inline).join('')}<c><v>5</v></c></row></sheetData></worksheet>`;
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0 &quot;tỷ&quot;"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>';
    const { records } = await readWhole(workbookOf(sheet, { 'xl/styles.xml': styles }), 'accounts', 'a.xlsx');
    expect(records).toMatchObject([{ flow: { credit: 5_000_000_000 } }]);
  });

  it('a unit in the format is not multiplied again by the unit of the heading', async () => {
    const cell = `<c s="${styleOf('#,##0 &quot;triệu&quot;')}"><v>500</v></c>`;
    const { records } = await readRow({ 3: 'Tổng ghi có (triệu đồng)' }, { 3: cell });
    expect(records).toMatchObject([{ flow: { credit: 500_000_000 } }]);
  });

  it.each(['[$$-409]#,##0.00', '_(&quot;$&quot;* #,##0_)', '#,##0.00 [$USD]', '#,##0 &quot;EUR&quot;', '[$€-2] #,##0'])(
    'an amount that is shown in another currency is refused, as it is in a text file: %s',
    async (format) => {
      const { rejected } = await readRow({}, { 3: `<c s="${styleOf(format)}"><v>500000</v></c>` });
      expect(rejected).toMatchObject([{ row: 2, column: 'Tổng ghi có', code: 'number' }]);
    },
  );

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
