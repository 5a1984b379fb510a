import { describe, expect, it } from 'vitest';
import { cellsOf, csv, HEADINGS, readWhole, type ReadRow, table } from '#test/functions/1-read-file/read-whole.ts';

const registration = async (row: ReadRow) => {
  const read = await readWhole(csv([row]), 'registrations', 'a.csv');
  const [rejected] = read.rejected;
  return rejected === undefined ? read.records[0] : [rejected.column, rejected.code];
};

describe('a code', () => {
  it('a branch code has three digits behind its hyphen, which are not the tail of a personal number', async () => {
    expect(await registration({ 'Mã số doanh nghiệp': '0901150498-01' })).toEqual(['Mã số doanh nghiệp', 'suffix']);
    expect(await registration({ 'Mã số doanh nghiệp': '901150498-001' })).toMatchObject({
      company: { enterpriseCode: '0901150498-001' },
    });
  });

  it('Hộ KD is a household business', async () => {
    expect(
      await registration({ 'Mã số doanh nghiệp': '033088213724', 'Loại hình doanh nghiệp': 'Hộ KD' }),
    ).toMatchObject({ company: { enterpriseCode: '033088213724', legalForm: 'HKD' } });
  });
});

describe('a wallet', () => {
  it('a wallet whose number lost its zero is repaired and reported', async () => {
    const read = await readWhole(
      table([
        ['Ngân hàng', 'Số tài khoản', 'Mã số doanh nghiệp'],
        ['Ví MoMo', '912345678', '0901150498'],
      ]),
      'accounts',
      'a.csv',
    );
    expect(read.accepted).toMatchObject([
      {
        records: [{ account: { bank: 'MOMO', accountNumber: '0912345678' } }],
        repairs: [{ field: 'accountNumber', proposed: '0912345678', enterpriseCode: '0901150498' }],
      },
    ]);
  });
});

describe('a month', () => {
  const flow = (period: string) =>
    readWhole(
      table([
        ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Tổng ghi có'],
        ['VCB', '0123456789', period, '1'],
      ]),
      'accounts',
      'a.csv',
    );

  it.each(['2025-2', '2025/2', '45689', '01/02/2025', 'T2/2025'])('%s is the month of February', async (written) => {
    expect((await flow(written)).records).toMatchObject([{ flow: { period: '2025-02' } }]);
  });
});

it('a row’s rejection names the reason of the faulty column', async () => {
  const cells = cellsOf({ 'Vai trò': 'Giám hộ', 'Ngày sinh': '' });
  const read = await readWhole(table([[...HEADINGS], cells]), 'registrations', 'a.csv');
  expect(read.rejected).toMatchObject([
    { row: 2, column: 'Vai trò', code: 'unknown', message: expect.stringContaining('Chủ sở hữu hưởng lợi') },
  ]);
});

describe('old fonts', () => {
  it('VNI bytes that were read as Windows-1258 become letters again', async () => {
    expect(await registration({ 'Họ và tên': 'Nguyeăn Thanh Trang' })).toMatchObject({
      person: { fullName: 'Nguyễn Thanh Trang' },
    });
  });

  it('a heading keeps the soft hyphen that is its ư', async () => {
    const read = await readWhole(
      table([
        ['BIN', 'STK', 'Mã nghi ngờ', 'Ngµy ®\u00ADa vµo danh s¸ch'],
        ['VCB', '0123456789', '5', '1/2/2025'],
      ]),
      'suspicious-accounts',
      'a.csv',
    );
    expect(read.records).toMatchObject([{ on: '2025-02-01' }]);
  });
});

describe('a name whose letters are lost', () => {
  it('a cell whose letters are lost is rejected with a sentence', async () => {
    expect(await registration({ 'Họ và tên': 'Nguy?n V?n M?u' })).toEqual(['Họ và tên', 'encoding']);
    expect(await registration({ 'Địa chỉ trụ sở': 'Số 1, Nguy?n V?n M?u' })).toEqual(['Địa chỉ trụ sở', 'encoding']);
  });

  it('a name whose letters can be restored is restored and reported', async () => {
    const written = Buffer.from('Nguyễn Văn Mẫu', 'utf8').toString('latin1');
    const read = await readWhole(csv([{ 'Họ và tên': written }]), 'registrations', 'a.csv');
    expect(read.records[0]).toMatchObject({ person: { fullName: 'Nguyễn Văn Mẫu' } });
    expect(read.events).toContainEqual(
      expect.objectContaining({
        repairs: [expect.objectContaining({ field: 'fullName', proposed: 'Nguyễn Văn Mẫu' })],
      }),
    );
  });
});

describe('invisible letters', () => {
  it('invisible letters are left out of any cell, and reported', async () => {
    const read = await readWhole(
      csv([{ 'Họ và tên': 'Huỳnh\u202E Văn\u200B Kiên', 'Mã số doanh nghiệp': '0901\u2060150498' }]),
      'registrations',
      'a.csv',
    );
    expect(read.records[0]).toMatchObject({
      company: { enterpriseCode: '0901150498' },
      person: { fullName: 'Huỳnh Văn Kiên' },
    });
    expect(read.accepted[0]?.repairs.map(({ field, why }) => [field, why])).toEqual([
      ['enterpriseCode', 'Ô có ký tự ẩn (U+2060), đã bỏ.'],
      ['fullName', 'Ô có ký tự ẩn (U+202E, U+200B), đã bỏ.'],
    ]);
  });
});

describe('a number of a person', () => {
  it('only the last 4 digits of a personal number are shown, in any column or heading', async () => {
    for (const heading of ['Họ và tên', 'Email', 'Vai trò', 'Ngày sinh', 'Vốn điều lệ'] as const) {
      const { events } = await readWhole(csv([{ [heading]: 'số 033.085.000.123 \uFFFD' }]), 'registrations', 'a.csv');
      const rejected = events.filter(({ type }) => type === 'rejected');
      expect(JSON.stringify(rejected)).not.toMatch(/033\W*085/u);
    }
  });
});
