import { describe, expect, it } from 'vitest';
import { CODE, one } from './one-row.ts';

describe('accounts and flows', () => {
  const account = [
    'Vietcombank',
    '0366101025271',
    CODE,
    'CÔNG TY XUÂN HƯNG',
    'Huỳnh Văn Kiên',
    '036088213724',
    '0764220982',
    '21/11/2024',
    '1',
    '01/12/2025',
  ];

  it('an account and its flows belong to their bank', async () => {
    expect(await one('accounts', account)).toEqual([
      {
        feed: 'accounts',
        account: {
          bank: '970436',
          accountNumber: '0366101025271',
          enterpriseCode: CODE,
          holderName: 'CÔNG TY XUÂN HƯNG',
          representativeName: 'Huỳnh Văn Kiên',
          representativeDocumentNumber: '036088213724',
          phone: '0764220982',
          openedOn: '2024-11-21',
          status: '1',
          updatedOn: '2025-12-01',
        },
      },
    ]);
    expect(await one('accounts', account, '970436')).toHaveLength(1);
    expect(await one('accounts', account, '970418')).toEqual(['Ngân hàng', 'not_yours']);
    expect(await one('flows', ['970436', '0366101025271', '2025-01', '5', '6'], '970418')).toEqual([
      'Ngân hàng',
      'not_yours',
    ]);
  });

  it.each<[number, string, string, string]>([
    [0, 'Ngân hàng Sao Hỏa', 'Ngân hàng', 'unknown'],
    [1, '', 'Số tài khoản', 'required'],
    [1, '4111111111111111', 'Số tài khoản', 'card'],
    [1, '3.66101E+12', 'Số tài khoản', 'rounded'],
    [8, '7', 'Trạng thái', 'unknown'],
    [9, '45', 'Ngày cập nhật', 'date'],
  ])('cell %i of an account row, %s, is refused for its %s: %s', async (at, cell, column, code) => {
    expect(await one('accounts', account.toSpliced(at, 1, cell))).toEqual([column, code]);
  });

  it('the codes of a row may lack zeros where its other codes do: a csv that a spreadsheet saved', async () => {
    const saved = (number: string) =>
      account.map((cell, place) =>
        place === 1 ? number : place === 2 || place === 6 ? cell.replace(/^0/u, '') : cell,
      );
    expect(await one('accounts', saved('366101025271'))).toMatchObject([{ written: 'number' }]);
    expect(await one('accounts', saved('0366101025271'))).toMatchObject([{ written: undefined }]);
    expect(await one('accounts', account.with(1, '366101025271'))).toMatchObject([{ written: undefined }]);
  });

  it('flows have months and shares', async () => {
    expect(
      await one('flows', ['970436', '0366101025271', '01/2025', '1.500.000', '6', '83', '13.034', '1,4%']),
    ).toMatchObject([
      {
        feed: 'flows',
        flow: {
          period: '2025-01',
          credit: 1_500_000,
          debit: 6,
          transactions: 83,
          medianHoldMinutes: 13_034,
          foreignIpShare: 0.014,
        },
      },
    ]);
    expect(await one('flows', ['970436', '0366101025271', '2025-01', '', '6', '', '2,5', '0.5'])).toMatchObject([
      { flow: { credit: 0, debit: 6, transactions: undefined, medianHoldMinutes: 2.5, foreignIpShare: 0.5 } },
    ]);
    const paidIn = ['970436', '0366101025271', '2025-01', '5', '6', '', '', '', '1.204 người', '87,5%'];
    expect(await one('flows', paidIn)).toMatchObject([{ flow: { payers: 1204, shareOfIndividuals: 0.875 } }]);
    expect(await one('flows', ['970436', '0366101025271', '2025-Q1', '5', '6'])).toEqual(['Kỳ', 'period']);
    expect(await one('flows', ['970436', '0366101025271', '2026-02', '5', '6'])).toEqual(['Kỳ', 'future']);
    expect(await one('flows', ['970436', '0366101025271', '2025-01', 'nhiều', '6'])).toEqual(['Tổng ghi có', 'number']);
    expect(await one('flows', ['970436', '0366101025271', '2025-01', '5', '6', '', '', '14'])).toEqual([
      'Tỷ lệ giao dịch IP nước ngoài',
      'range',
    ]);
  });
});
