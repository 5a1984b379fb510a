import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { cellsOf, csv, HEADINGS, isOfCompany, streamInPieces, readWhole, table } from './read-whole.ts';

describe('a table made by an officer', () => {
  it('a table may have titles above, column numbers below its headings and blank rows between; rows keep their own numbers', async () => {
    const rows = [
      ['DANH SÁCH DOANH NGHIỆP, THÁNG 8, NĂM 2024'],
      [],
      [...HEADINGS],
      HEADINGS.map((_, index) => `(${index + 1})`),
      cellsOf({}),
      [],
      cellsOf({ 'Vai trò': 'Giám hộ' }),
      ['', '', ''],
    ];
    const read = await readWhole(table(rows, ';'), 'registrations', 'a.csv');
    expect(read.accepted.map(({ row }) => row)).toEqual([5]);
    expect(read.rejected).toMatchObject([{ row: 7, code: 'unknown', column: 'Vai trò', value: 'Giám hộ' }]);
    expect(read.rejected[0]?.message).toContain('Người đại diện theo pháp luật');
  });

  it('the receipt names unknown columns, an empty heading and a repeated heading', async () => {
    const rows = [
      ['STT', ...HEADINGS, 'Điện thoại', '', 'Cán bộ nhập'],
      ['1', ...cellsOf({}), '0900000000', 'x', 'Lan'],
    ];
    const read = await readWhole(table(rows), 'registrations', 'a.csv');
    expect(read.opened).toMatchObject([
      { rows: 'registrations', unknownColumns: ['STT', 'Điện thoại', 'Cán bộ nhập'] },
    ]);
    expect(read.records).toMatchObject([{ company: { phone: '0764220982' } }]);
  });

  it('a file that lacks a required column asks whether a heading that resembles it is meant', async () => {
    const rows = [
      HEADINGS.map((heading) => (heading === 'Số giấy tờ' ? 'Số của giấy tờ 033085000123' : heading)),
      cellsOf({}),
    ];
    await expect(readWhole(table(rows), 'registrations', 'a.csv')).rejects.toThrow(
      'Thiếu cột bắt buộc: “Số giấy tờ”. Tiêu đề “Số của giấy tờ ****0123” có phải là “Số giấy tờ” không?',
    );
    const foreign = HEADINGS.map((heading) => (heading === 'Mã số doanh nghiệp' ? 'Tax code' : heading));
    await expect(readWhole(table([foreign, cellsOf({})]), 'registrations', 'a.csv')).rejects.toThrow(
      'Tiêu đề chưa đọc: “Tax code”; có phải là cột còn thiếu không? Nếu phải, xác nhận một lần',
    );
  });

  it('a company’s merged cells count for each of its people', async () => {
    const own = cellsOf({}).map((cell, place) => (isOfCompany(place) ? '' : cell));
    const other = ['0901067056', ...cellsOf({}).slice(1)];
    const read = await readWhole(table([[...HEADINGS], cellsOf({}), own, own, other]), 'registrations', 'a.csv');
    expect(
      read.records.map((record) => record.feed === 'registrations' && [record.company.enterpriseCode, record.position]),
    ).toEqual([
      ['0901150498', 0],
      ['0901150498', 1],
      ['0901150498', 2],
      ['0901067056', 0],
    ]);
    expect(read.accepted.map(({ startsCompany }) => startsCompany)).toEqual([true, false, false, true]);
  });
});

describe('a row that cannot be read', () => {
  it('a row with an open quote, an additional cell or too great a length is rejected without affecting others', async () => {
    const sound = csv([{}]).split('\r\n')[1] ?? '';
    const lines = [
      csv([]).trimEnd(),
      sound.replace('0764220983', '"0764220983'),
      sound,
      sound.replace('Huỳnh Văn Kiên', 'Huỳnh, Văn Kiên'),
      sound.replace('Huỳnh Văn Kiên', 'K'.repeat(300_000)),
      sound.replace('THƯƠNG MẠI', 'THƯƠNG "MẠI"'),
      'x'.repeat(2_000_000),
      sound,
    ];
    for (const chunk of [1000, 64 * 1024]) {
      const read = await readWhole(lines.join('\r\n'), 'registrations', 'a.csv', { chunk });
      expect(read.rejected.map(({ row, code }) => [row, code])).toEqual([
        [2, 'open_quote'],
        [4, 'columns'],
        [5, 'too_long'],
        [7, 'too_long'],
      ]);
      expect(read.accepted.map(({ row }) => row)).toEqual([3, 6, 8]);
    }
  });

  it('a rejected row shows the last 4 digits of a personal number only, in any place of the event', async () => {
    const read = await readWhole(
      csv([{ 'Số giấy tờ': '03608821372' }, { 'Mã số doanh nghiệp': '03608821372' }]),
      'registrations',
      'a.csv',
    );
    expect(read.rejected.map(({ value }) => value)).toEqual(['****1372', '****1372']);
    expect(JSON.stringify(read.rejected)).not.toContain('0360882');
  });

  it('a rejected row names every faulty column, with the first as its own', async () => {
    const [only] = (
      await readWhole(csv([{ 'Tên doanh nghiệp': '', 'Vốn điều lệ': 'một tỷ' }]), 'registrations', 'a.csv')
    ).rejected;
    expect(only).toMatchObject({ row: 2, column: 'Tên doanh nghiệp', code: 'required' });
    expect(only?.message).toBe(
      '“Tên doanh nghiệp” còn trống, đây là cột bắt buộc. “Vốn điều lệ” không đọc được thành số.',
    );
  });

  it('a row with an unreadable optional cell is accepted, and the cell is reported', async () => {
    const read = await readWhole(
      csv([{ Email: 'không rõ@', 'Điện thoại': '12', 'Giới tính': 'x' }]),
      'registrations',
      'a.csv',
    );
    expect(read.records).toMatchObject([
      { company: { email: undefined, phone: undefined }, person: { gender: undefined } },
    ]);
    expect(
      read.accepted[0]?.repairs.map(({ field, current, proposed, enterpriseCode }) => [
        field,
        current,
        proposed,
        enterpriseCode,
      ]),
    ).toEqual([
      ['phone', '12', '', '0901150498'],
      ['email', 'không rõ@', '', '0901150498'],
      ['gender', 'x', '', '0901150498'],
    ]);
  });
});

describe('a file that cannot be read', () => {
  const fault = async (
    bytes: Buffer | string,
    fileName: string,
    folder: 'registrations' | 'accounts' = 'registrations',
  ) =>
    readWhole(bytes, folder, fileName).then(
      () => undefined,
      (error: unknown) => (error instanceof UnreadableFile ? [error.code, error.message] : error),
    );

  it('the receipt of a refused file names its missing columns', async () => {
    const without = HEADINGS.filter((heading) => heading !== 'Vai trò' && heading !== 'Ngày sinh');
    expect(await fault(table([[...without]]), 'ds.csv')).toEqual([
      'missing_column',
      'Thiếu cột bắt buộc: “Vai trò”, “Ngày sinh”. Hãy thêm vào rồi gửi lại tệp.',
    ]);
    expect(await fault('Ngân hàng,Số tài khoản,Tổng ghi có,Tổng ghi nợ\n', 'ds.csv', 'accounts')).toEqual([
      'missing_column',
      'Thiếu cột bắt buộc: “Kỳ”. Hãy thêm vào rồi gửi lại tệp.',
    ]);
    expect(await fault('a,b,c\n1,2,3\n', 'ds.csv')).toMatchObject(['unknown_headings', expect.any(String)]);
  });

  it('the rows of a truncated packed file before its end are kept', async () => {
    const bytes = gzipSync(
      csv(Array.from({ length: 3000 }, (_, index) => ({ 'Họ và tên': `Trần Văn ${index * 7919}` }))),
    );
    const events: string[] = [];
    const body = streamInPieces(bytes.subarray(0, bytes.length - 100), 512);
    const reading = (async () => {
      for await (const some of readFeed(body, { folder: 'registrations', fileName: 'a.csv.gz', today: '2025-12-31' }))
        events.push(...some.map(({ type }) => type));
    })();
    await expect(reading).rejects.toMatchObject({ code: 'broken' });
    expect(events.length).toBeGreaterThan(1000);
  });

  it('a fault of the store is not reported as a fault of the file', async () => {
    const body = Readable.from(
      (async function* () {
        yield Buffer.from(csv([{}]));
        throw new Error('connection reset');
      })(),
    );
    const reading = (async () => {
      for await (const _ of readFeed(body, { folder: 'registrations', fileName: 'a.csv', today: '2025-12-31' }));
    })();
    await expect(reading).rejects.toThrow('connection reset');
  });
});
