import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { markCsv } from '#functions/1-read-file/mark-csv.ts';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { csv, readWhole } from './read-whole.ts';

const mark = async (content: string): Promise<string> => {
  const marked = await markCsv(Readable.from([Buffer.from(content)]), 'a.csv', {
    layouts: LAYOUTS.registrations,
    reasons: new Map([[2, 'Vốn điều lệ: không đọc được.']]),
    heading: 'Lý do',
  });
  return marked === undefined ? '' : await text(marked);
};

/** Whether a program could run a cell as a formula, whatever delimiter it uses. */
const RUNS = /^[\s"]*[=+\-@＝＋－＠]|^[\t\r]/u;
const BEGINNINGS = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  ' =',
  '"=',
  '""=',
  '\t',
  '\r',
  '\t=',
  'a,=',
  'a;=',
  'a|@',
  'a\t+',
  'a\n=',
  'a,"=',
];

describe('the text that is returned to its sender', () => {
  it.each([',', ';', '\t'])('no cell of a returned text runs as a formula in any program: %j', async (delimiter) => {
    const rows = BEGINNINGS.map((beginning) => ({
      'Tên doanh nghiệp': `${beginning}cmd|'/c calc'!A1`,
      Email: `${beginning}1+1`,
    }));
    const back = await mark(csv(rows, delimiter));
    for (const opened of [',', ';', '\t', '|']) {
      const cells: string[][] = parse(back, {
        delimiter: opened,
        bom: true,
        relax_quotes: true,
        relax_column_count: true,
      });
      expect(cells.flat().filter((cell) => RUNS.test(cell))).toEqual([]);
    }
  });

  it('a heading of a returned text runs no formula', async () => {
    const [heading = '', ...rest] = csv([{}]).split('\r\n');
    const back = await mark([`${heading},"=HYPERLINK(""http://a.test"")"`, ...rest].join('\r\n'));
    expect(back).toContain(`"'=HYPERLINK(""http://a.test"")"`);
  });

  it('a returned text gives the same rows when it is sent again', async () => {
    const sent = csv([
      { 'Điện thoại': '+84 764 220 982', 'Số lao động': '-', 'Tên doanh nghiệp': '-CÔNG TY TNHH XUÂN HƯNG' },
    ]);
    const [first, again] = [
      await readWhole(sent, 'registrations', 'a.csv'),
      await readWhole(await mark(sent), 'registrations', 'a.csv'),
    ];
    expect(first.accepted).toHaveLength(1);
    expect(again.records).toEqual(first.records);
  });
});
