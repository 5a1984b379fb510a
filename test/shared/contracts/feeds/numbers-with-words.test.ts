import { describe, expect, it } from 'vitest';
import { readWhole, table } from '#test/functions/1-read-file/read-whole.ts';

const HEADINGS = ['Ngân hàng', 'Số tài khoản', 'Mã số doanh nghiệp', 'Số giấy tờ người đại diện'];
const readRow = (accountNumber: string, documentNumber = '036088213724') =>
  readWhole(table([HEADINGS, ['970436', accountNumber, '0901150498', documentNumber]]), 'accounts', 'a.csv');

describe('a cell with more than one number', () => {
  it.each(['12345678\n87654321', '0123456\r\n789012', '12345678 87654321', '12345678 - 87654321', '12345678.87654321'])(
    'two account numbers in one cell are not read as one number: %j',
    async (cell) => {
      const { rejected } = await readRow(cell);
      expect(rejected).toMatchObject([{ row: 2, column: 'Số tài khoản', code: 'several' }]);
      expect(rejected[0]).toHaveProperty('message', expect.stringContaining('mỗi số ở một dòng'));
    },
  );

  it.each(['0123 4567 89', '0123.456.789', '01234 56789', '0123456789\n', '123456 789'])(
    'the groups of one account number are joined: %j',
    async (cell) => {
      const { records } = await readRow(cell);
      expect(records).toMatchObject([{ account: { accountNumber: cell.replaceAll(/\D/gu, '') } }]);
    },
  );

  it.each(['12345678 USD', '12345678VND', 'VND 12345678', 'vnđ-12345678'])(
    'the currency of an account is no part of its number: %s',
    async (cell) => {
      const { rejected } = await readRow(cell);
      expect(rejected).toMatchObject([{ row: 2, column: 'Số tài khoản', code: 'characters' }]);
    },
  );

  it.each([
    ['CCCD 036088213724', '036088213724'],
    ['CCCD: 036088213724', '036088213724'],
    ['Số CCCD 036088213724', '036088213724'],
    ['CC: 036088213724', '036088213724'],
    ['036088213724 (CCCD)', '036088213724'],
    ['CMND 151515139', '151515139'],
    ['Hộ chiếu số B1234567', 'B1234567'],
  ])('the kind of a document beside its number is left out and reported: %s', async (cell, number) => {
    const { records, accepted } = await readRow('0123456789', cell);
    expect(records).toMatchObject([{ account: { representativeDocumentNumber: number } }]);
    expect(accepted).toMatchObject([{ repairs: [{ proposed: number, why: expect.stringContaining('loại giấy tờ') }] }]);
  });

  it.each(['CC1234567', 'HC123456'])('a passport may begin with the letters of a kind: %s', async (cell) => {
    const { records } = await readRow('0123456789', cell);
    expect(records).toMatchObject([{ account: { representativeDocumentNumber: cell } }]);
  });
});
