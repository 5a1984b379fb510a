import { describe, expect, it } from 'vitest';
import { cellsOf, csv, HEADINGS, readWhole, table } from './read-whole.ts';

const LISTING = ['Ngân hàng', 'Số tài khoản', 'Mã nghi ngờ', 'Lý do', 'Ngày'];
const listing = (rows: readonly string[][], delimiter = ',') => table([LISTING, ...rows], delimiter);

describe('repairs', () => {
  it('repairs are reported with their own row, also after rows without repairs', async () => {
    const read = await readWhole(
      csv([{}, { 'Họ và tên': 'Trần Văn B' }, { 'Số lao động': '4', 'Điện thoại': '764220982' }]),
      'registrations',
      'a.csv',
    );
    expect(read.accepted.map(({ repairs }) => repairs.map(({ row, field }) => `${row} ${field}`))).toEqual([
      [],
      [],
      ['4 phone'],
    ]);
  });
});

describe('a broken byte', () => {
  const broken = (text: string) =>
    Buffer.concat(
      text.split('¤').flatMap((part, n) => (n === 0 ? [Buffer.from(part)] : [Buffer.of(0xe1), Buffer.from(part)])),
    );
  const rows = [
    ['VCB', '0123456789', '5', 'nhận ti¤n lừa đảo', '01/02/2025'],
    ['VCB', '0123456780', '5', 'nhận tiền lừa đảo', '01/02/2025'],
  ];

  it.each(['', '\uFEFF'])('a broken byte affects only its own cell: UTF-8 with mark “%s”', async (mark) => {
    const read = await readWhole(broken(mark + listing(rows)), 'suspicious-accounts', 'a.csv');
    expect(read.records).toMatchObject([{ accountNumber: '0123456789' }, { accountNumber: '0123456780' }]);
    expect(read.accepted.flatMap(({ repairs }) => repairs)).toMatchObject([{ row: 2, field: 'reason', proposed: '' }]);
  });

  it('a file with a byte-order mark is read as UTF-8, however many bytes are broken', async () => {
    const read = await readWhole(
      broken('\uFEFFphone,documentNumber\r\n0912345678,033206536775\r\n091¤2345679,033206536775\r\n'),
      'subscribers',
      'a.csv',
    );
    expect(read.records).toMatchObject([{ phone: '0912345678' }]);
  });
});

describe('a JSONL file', () => {
  const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
  const reading = (text: string) => readWhole(text, 'activities', 'a.jsonl');
  const line = { enterpriseCode: '0901150498', kind: 'BHXH', date: '2025-02-01', value: 5 };
  const { date: _, ...undated } = line;

  it('a JSONL file without a required key in any line is refused with that key', async () => {
    await expect(reading(lines(undated, undated))).rejects.toMatchObject({
      code: 'missing_column',
      message: expect.stringContaining('“date”'),
    });
  });

  it('a JSONL file with a required key in some lines loses only the other lines', async () => {
    const read = await reading(lines(undated, line));
    expect(read.rejected.map(({ row, code }) => [row, code])).toEqual([[1, 'required']]);
    expect(read.records).toHaveLength(1);
  });

  it('a JSONL file of another feed is refused, with the keys that it should have', async () => {
    await expect(reading(lines({ phone: '0912345678', documentNumber: '1' }))).rejects.toMatchObject({
      code: 'unknown_headings',
      message: expect.stringContaining('“enterpriseCode”'),
    });
  });

  it('a JSONL file without people is refused with that key', async () => {
    await expect(
      readWhole(
        lines({ enterpriseCode: '0901150498', name: 'A', registeredOn: '2025-01-02' }),
        'registrations',
        'a.jsonl',
      ),
    ).rejects.toMatchObject({ code: 'missing_column', message: expect.stringContaining('“people”') });
  });

  it('the lines of a JSONL file with only broken lines are rejected one by one', async () => {
    expect((await reading('{\n[1]\n')).rejected.map(({ row, code }) => [row, code])).toEqual([
      [1, 'broken_json'],
      [2, 'shape'],
    ]);
  });
});

describe('headings', () => {
  it('headings may be numbered as on the form', async () => {
    const numbered = table([LISTING.map((name, n) => `${n + 1}. ${name}`), ['VCB', '0123456789', '5', '', '1/2/2025']]);
    expect((await readWhole(numbered, 'suspicious-accounts', 'a.csv')).records).toMatchObject([{ on: '2025-02-01' }]);
  });
});

describe('repeated headings', () => {
  it('repeated headings, further down or directly below, are no row', async () => {
    const row = cellsOf({});
    const { accepted, rejected } = await readWhole(
      table([[...HEADINGS], [...HEADINGS], row, [...HEADINGS], row]),
      'registrations',
      'a.csv',
    );
    expect([accepted.map((event) => event.row), rejected]).toEqual([[3, 5], []]);
  });
});

describe('a cell as long as a row may be', () => {
  it.each([
    ['Tên doanh nghiệp', '('],
    ['Vốn điều lệ', '.'],
    ['Email', '.'],
    ['Điện thoại', '+84 '],
  ] as const)(
    'a cell of the greatest length of a row is read without delay, and no other row is lost: %s',
    async (column, filling) => {
      const long = csv([{ [column]: `${filling.repeat(200_000 / filling.length)}x` }, {}]);
      const before = process.cpuUsage();
      const { accepted, rejected } = await readWhole(long, 'registrations', 'a.csv');
      expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
      expect(accepted.at(-1)?.row).toBe(3);
      const said = [...rejected, ...accepted.flatMap(({ repairs }) => repairs)];
      expect(JSON.stringify(said)).toContain('dài quá mức cho phép');
    },
  );
});

describe('the sentences of the receipt', () => {
  const faultOf = (text: string, fileName: string) =>
    readWhole(text, 'suspicious-accounts', fileName).then(
      () => '',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );

  it('the receipt says what to do where a file cannot be read', async () => {
    expect(await faultOf('a,b\n1,2\n', 'a.csv')).toContain('“Ngân hàng”, “Số tài khoản”, “Mã nghi ngờ”, “Ngày”');
    expect(await faultOf('', 'a.csv')).toContain('gửi lại');
    expect(await faultOf('x', 'a')).toContain('không có đuôi');
  });

  it('the receipt says what to do where a value is not in its list', async () => {
    const read = await readWhole(
      listing([['Ngân hàng Lạ', '1234567', '5', '', '1/2/2025']]),
      'suspicious-accounts',
      'a.csv',
    );
    expect(read.rejected).toMatchObject([{ code: 'unknown', message: expect.stringContaining('BIN') }]);
    const activity = await readWhole(
      table([
        ['MST', 'Loại tín hiệu', 'Ngày', 'Giá trị'],
        ['0901150498', 'KIEM_TRA_TRU_SO', '1/2/2025', 'không rõ'],
      ]),
      'activities',
      'a.csv',
    );
    expect(activity.rejected).toMatchObject([{ message: expect.stringContaining('CO_HOAT_DONG, KHONG_TIM_THAY') }]);
  });
});
