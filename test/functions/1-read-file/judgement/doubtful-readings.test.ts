import { describe, expect, it } from 'vitest';
import { Readable } from 'node:stream';
import { judgeBody } from '#test/support/judge-body.ts';
import { code, identities, registrations } from '#test/support/sample-feeds.ts';
import { workbookOf } from '#test/support/workbook.ts';
import { readWhole, table } from '../read-whole.ts';

const source = { folder: 'accounts', fileName: 'f.csv', today: '2025-12-31' } as const;
const judged = async (file: string) =>
  (await judgeBody(Readable.from([Buffer.from(file)]), source, { share: 0.9, rows: 100 }, () => true)).objection;
const HEADINGS = ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có', 'Tổng ghi nợ'];
const flowsOf = async (file: string) => {
  const { records, rejected } = await readWhole(file, 'accounts', 'f.csv');
  return { flows: records.map((record) => record.feed === 'flows' && record.flow), rejected };
};

describe('a period that may be a day or a month', () => {
  const inPeriods = (...periods: readonly string[]) =>
    table([HEADINGS, ...periods.map((period) => ['970436', '0011', period, '5000000', '4000000'])]);

  it('a file whose periods may be months of a US PC or days of January is stopped', async () => {
    for (const periods of [['10/1/2025'], ['1/1/2025', '2/1/2025', '12/1/2025']])
      expect(await judged(inPeriods(...periods))).toMatchObject({
        code: 'period_doubtful',
        message: expect.stringContaining('2025-10'),
      });
  });

  it.each([
    ['months of a Vietnamese PC', ['01/10/2025', '01/11/2025', '01/12/2025']],
    ['days until the middle of January', ['11/1/2025', '12/1/2025', '13/1/2025']],
    ['days of several months', ['10/1/2025', '10/2/2025']],
    ['days in ISO form', ['2025-01-10', '2025-01-11']],
    ['months in ISO form', ['2025-01', '2025-10']],
  ])('a file is not stopped for its periods if they are %s', async (_, periods) => {
    expect(await judged(inPeriods(...periods))).toBeUndefined();
  });

  it('a file whose days of a flow have the month first is stopped', async () => {
    expect(await judged(inPeriods('10/14/2025', '10/15/2025', '10/16/2025'))).toMatchObject({ code: 'month_first' });
  });
});

describe('days of birth', () => {
  const codeOf = async (days: readonly (string | undefined)[]) => {
    const rows = days.map((day, n) => `0330850001${10 + n},CCCD,Nguyễn Văn Mẫu,${day},Nam,BINH_THUONG,,,`);
    const ofPeople = { ...source, folder: 'identities' } as const;
    const body = Readable.from([Buffer.from(identities(...rows))]);
    return (await judgeBody(body, ofPeople, { share: 0.9, rows: 100 }, () => true)).objection?.code;
  };

  it.each([
    ['month_first', '01/25/1985', '02/26/1985', '03/04/1985'],
    ['month_first', '02/13/1983', '03/04/1985', '05/06/1986', '07/08/1987'],
    ['days_mixed', '01/25/1985', '02/26/1985', '28/04/1985', '29/04/1985', '30/04/1985'],
    [undefined, '01/25/1985', '26/02/1985', '28/04/1985'],
    [undefined, '02/13/1983', '03/04/1985'],
  ])(
    'a file is stopped if the month is written first or both orders are mixed, and not for a typo: %s',
    async (objection, ...days) => {
      expect(await codeOf(days)).toBe(objection);
    },
  );
});

it('a file is stopped where many rows have lost letters', async () => {
  const people = Array.from({ length: 20 }, (_, n) => ({ code: code(n + 1), person: 'Nguye?̃n Va?n Mẫu' }));
  const body = Readable.from([Buffer.from(registrations(...people))]);
  const ofOffice = { ...source, folder: 'registrations' } as const;
  expect((await judgeBody(body, ofOffice, { share: 0.2, rows: 10 }, () => true)).objection?.code).toBe('garbled');
});

describe('a share below a percent sign', () => {
  it.each([
    ['a decimal sign was taken for a thousands sign', 'number_format', [14, 9, '0.25', 0, '0.5', 120, 1]],
    ['percentages stand among shares', 'number_format', [37.7, 12.5, 0.5, ...Array(11).fill(0)]],
    ['one of nine is a typo', undefined, [37.7, 0.5, 0.2, 0.1, 0, 0, 0, 0, 0]],
  ] as const)('a workbook of shares is judged where %s', async (_, expected, values) => {
    const rows = values.map((value: string | number, n: number) => [
      '970436',
      `00${100_000 + n}`,
      '2025-10',
      5_000_000,
      4_000_000,
      value,
    ]);
    const book = await workbookOf([[...HEADINGS, 'Tỷ lệ giao dịch IP nước ngoài'], ...rows]);
    const ofBook = { ...source, fileName: 'a.xlsx' } as const;
    const { objection } = await judgeBody(Readable.from([book]), ofBook, { share: 0.9, rows: 100 }, () => true);
    expect(objection?.code).toBe(expected);
  });

  const withShares = (...shares: readonly string[]) =>
    table([
      [...HEADINGS, 'Tỷ lệ giao dịch IP nước ngoài (%)'],
      ...shares.map((share) => ['970436', '0011', '2025-10', '5000000', '4000000', share]),
    ]);

  it('a percentage of which all numbers are at most one stops its file, because 0,7 may also mean 70 %', async () => {
    expect(await judged(withShares('0.7', '0', '1'))).toMatchObject({
      code: 'number_format',
      message: expect.stringContaining('(%)'),
    });
    expect(await judged(withShares('0', '0'))).toBeUndefined();
    expect(await judged(withShares('0.7%'))).toBeUndefined();
  });

  it('the numbers of a percentage are percentages if one of them is above one', async () => {
    const file = withShares('37.7', '0.7', '0');
    expect(await judged(file)).toBeUndefined();
    const { flows } = await flowsOf(file);
    expect(flows).toMatchObject([{ foreignIpShare: 0.377 }, { foreignIpShare: 0.007 }, { foreignIpShare: 0 }]);
  });
});

describe('a flow without totals', () => {
  it('a row with neither total is refused, and one with one total counts the other as zero', async () => {
    const rows = [
      ['970436', '0011', '2025-10', '', ''],
      ['970436', '0011', '2025-11', '5000000', ''],
    ];
    const { flows, rejected } = await flowsOf(table([HEADINGS, ...rows]));
    expect(rejected).toMatchObject([{ row: 2, column: 'Tổng ghi có', code: 'required' }]);
    expect(flows).toMatchObject([{ period: '2025-11', credit: 5_000_000, debit: 0 }]);
    expect((await flowsOf(table([HEADINGS.slice(0, 3), ['970436', '0011', '2025-10']]))).flows).toEqual([]);
  });
});
