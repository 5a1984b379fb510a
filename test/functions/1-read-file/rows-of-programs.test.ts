import { describe, expect, it } from 'vitest';
import { Readable } from 'node:stream';
import { judgeBody } from '#test/support/judge-body.ts';
import { LIMITS } from '#shared/tabular/limits.ts';
import { cellsOf, csv, HEADINGS, readWhole, table } from './read-whole.ts';

const NAME = 'CÔNG TY TNHH MẪU THỬ';
const rawOf = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll(',', ' ')).join(',');
const lineWith = (name: string) => rawOf(cellsOf({ 'Tên doanh nghiệp': name }));
const companiesOf = async (text: string, chunk?: number) => {
  const whole = await readWhole(text, 'registrations', 'a.csv', chunk === undefined ? {} : { chunk });
  const names = whole.records.map((record) => record.feed === 'registrations' && record.company.name);
  return { ...whole, names };
};

describe('a line break in a cell without quotes', () => {
  const HEAD = HEADINGS.join(',');
  const address = (text: string) => rawOf(cellsOf({ 'Địa chỉ trụ sở': text }));

  it.each([7, 64 * 1024])(
    'the row is joined and reported, and its neighbours stay (pieces of %i bytes)',
    async (chunk) => {
      const text = [
        HEAD,
        lineWith('A MỘT'),
        lineWith('B\nHAI'),
        lineWith('C\n\nBA\nBỐN'),
        address('Số 5\nphố X'),
        '',
      ].join('\n');
      const { names, rejected, accepted, records } = await companiesOf(text, chunk);
      expect(rejected).toEqual([]);
      expect(names.slice(0, 3)).toEqual(['A MỘT', 'B HAI', 'C BA BỐN']);
      expect(records[3]).toMatchObject({ company: { headOfficeAddress: 'Số 5 phố X' } });
      expect(accepted.map(({ row }) => row)).toEqual([2, 3, 5, 9]);
      expect(accepted[1]?.repairs).toMatchObject([{ field: 'name', current: 'B', proposed: 'B HAI' }]);
    },
  );

  it('rows without their last empty cells are not joined', async () => {
    const rows = [cellsOf({}).slice(0, 17), cellsOf({ 'Tên doanh nghiệp': NAME }).slice(0, 17), ['Người lập', 'A', '']];
    const { accepted } = await companiesOf([HEAD, ...rows.map(rawOf)].join('\n'));
    expect(accepted.map(({ repairs }) => repairs)).toEqual([[], []]);
  });
});

it('a quote behind a backslash is a quote, and a backslash at the end of a cell stays', async () => {
  const quoted = (name: string) =>
    cellsOf({})
      .map((cell) => `"${cell === cellsOf({})[1] ? name : cell}"`)
      .join(',');
  const names = [
    String.raw`CÔNG TY \"AN BÌNH\" MỚI`,
    String.raw`CÔNG TY \"AN\"`,
    String.raw`CÔNG TY ""AN""`,
    'CÔNG TY AN\\',
  ];
  const read = await companiesOf(`${[HEADINGS.join(','), ...names.map(quoted)].join('\r\n')}\r\n`);
  expect(read.names).toEqual(['CÔNG TY "AN BÌNH" MỚI', 'CÔNG TY "AN"', 'CÔNG TY "AN"', 'CÔNG TY AN\\']);
});

it('a file of rows that are too long is told so, and not that it is empty', async () => {
  const long = 'x'.repeat(LIMITS.recordLength + 10);
  await expect(readWhole(`${long}\n${long}\n`, 'registrations', 'a.csv')).rejects.toMatchObject({
    code: 'too_big',
    message: expect.stringContaining('dài quá mức'),
  });
});

describe('days none of which is after the twelfth', () => {
  const source = { folder: 'registrations', fileName: 'f.csv', today: '2025-12-31' } as const;
  const codeOf = async (days: readonly string[], heading = 'Ngày đăng ký') => {
    const text = csv(days.map((day) => ({ 'Ngày đăng ký': day, 'Ngày sinh': '1988', 'Ngày cấp': '' })));
    const body = Readable.from([Buffer.from(text.replace('Ngày đăng ký', heading))]);
    return (await judgeBody(body, source, { share: 0.9, rows: 100 }, () => true)).objection?.code;
  };
  const pad = (number: number) => String(number).padStart(2, '0');
  const OPEN = Array.from(
    { length: 16 },
    (_, n) => `${pad(1 + ((n * 5) % 12))}/${pad(1 + ((n * 7) % 11))}/${2005 + n}`,
  );

  const SORTED = ['03/04/2025', '04/02/2025', '05/11/2025', '07/01/2025'];

  it.each([
    ['many days', OPEN],
    ['eight days of many months', OPEN.slice(0, 8)],
    ['four days in order of time if the month is first', SORTED],
    ['four days in falling order of time if the month is first', SORTED.toReversed()],
  ])('the sender is asked of %s, because both orders are possible', async (_, days) => {
    expect(await codeOf(days)).toBe('days_doubtful');
  });

  it.each([
    ['few days', OPEN.slice(0, 7), undefined],
    [
      'eight days of three months',
      OPEN.slice(0, 8).map((day, n) => day.replace(/\/\d\d\//, `/0${1 + (n % 3)}/`)),
      undefined,
    ],
    [
      'days in order of time',
      OPEN.map((_, n) => `${pad(12 - ((n * 5) % 12))}/${pad(1 + (n % 12))}/${2010 + Math.floor(n / 12)}`),
      undefined,
    ],
    ['a day after the twelfth', [...OPEN, '25/12/2023'], undefined],
    ['first days of months', OPEN.map((_, n) => `01/${pad(1 + (n % 12))}/${2010 + n}`), undefined],
    ['days of one month', OPEN.map((_, n) => `${pad(1 + (n % 12))}/07/${2010 + n}`), undefined],
  ])('the sender is not asked of %s', async (_, days, code) => {
    expect(await codeOf(days)).toBe(code);
  });

  it('a heading tells the order', async () => {
    expect(await codeOf(OPEN, 'Ngày đăng ký (dd/mm/yyyy)')).toBeUndefined();
    expect(await codeOf(OPEN.slice(0, 1), 'Ngày đăng ký (mm/dd/yyyy)')).toBe('month_first');
  });
});

it.each(['.xls', '.ods'])('a %s is refused with the way to convert it', async (ending) => {
  await expect(readWhole(table([[...HEADINGS]]), 'registrations', `a${ending}`)).rejects.toMatchObject({
    code: 'wrong_ending',
    message: expect.stringContaining('lưu lại dạng .xlsx'),
  });
});
