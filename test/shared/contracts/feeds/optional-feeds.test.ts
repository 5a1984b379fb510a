import { describe, expect, it } from 'vitest';
import { one } from './one-row.ts';
import { readWhole, table } from '#test/functions/1-read-file/read-whole.ts';

const ACCOUNT = ['970436', '0366101025271'] as const;

describe('counterparties', () => {
  it('counterparties are distinguished from flows by their heading alone', async () => {
    expect(await one('counterparties', [...ACCOUNT, '2025', 'K845ac0349c3c', '13.830', ''])).toEqual([
      {
        feed: 'counterparties',
        bank: '970436',
        accountNumber: '0366101025271',
        counterparty: 'K845ac0349c3c',
        period: '2025',
        debit: 13_830,
        credit: 0,
      },
    ]);
  });

  it('counterparties are not taken for flows where a column is missing', async () => {
    const file = table([
      ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Mã đối ứng', 'Tổng ghi có'],
      [...ACCOUNT, '2025', 'K1', '5'],
    ]);
    await expect(readWhole(file, 'accounts', 'a.csv', {})).rejects.toThrow(/Tổng ghi nợ/u);
  });

  it('counterparties of another bank than the sender are refused, and so is what is no pseudonym', async () => {
    expect(await one('counterparties', [...ACCOUNT, '2025', 'K1', '5', ''], '970418')).toEqual([
      'Ngân hàng',
      'not_yours',
    ]);
    expect(await one('counterparties', [...ACCOUNT, '2025', '=cmd|x', '5', ''])).toEqual(['Mã đối ứng', 'characters']);
    expect(await one('counterparties', [...ACCOUNT, '2027', 'K1', '5', ''])).toEqual(['Kỳ', 'future']);
  });
});

describe('devices', () => {
  it('a device row may have a period', async () => {
    expect(await one('devices', [...ACCOUNT, 'D458900221', ''])).toMatchObject([
      { feed: 'devices', device: 'D458900221' },
    ]);
    expect(await one('devices', [...ACCOUNT, 'D458900221', '2025-03'])).toMatchObject([{ period: '2025-03' }]);
    expect(await one('devices', [...ACCOUNT, '', ''])).toEqual(['Mã thiết bị', 'required']);
  });
});

describe('invoices by pair', () => {
  it('an invoice pair may name parties that are no company of the province', async () => {
    expect(await one('invoices', ['0901150498', 'X46767507', 'Quý 1/2025', '55.807.119'])).toEqual([
      { feed: 'invoices', seller: '0901150498', buyer: 'X46767507', period: '2025-Q1', total: 55_807_119 },
    ]);
    expect(await one('invoices', ['901150498', '033186905139', '2025-01', '5'])).toMatchObject([
      { seller: '0901150498', buyer: '033186905139' },
    ]);
    expect(await one('invoices', ['0901150498', '', '2025-01', '5'])).toEqual(['Mã số bên mua', 'required']);
  });
});

describe('flows', () => {
  const flow = (period: string) => one('flows', [...ACCOUNT, period, '5', '6']);

  it('a flow is of a month, a week or a day', async () => {
    expect(await flow('2025-03-04')).toMatchObject([{ flow: { period: '2025-03-04' } }]);
    expect(await flow('04/03/2025')).toMatchObject([{ flow: { period: '2025-03-04' } }]);
    expect(await flow('2025-W05')).toMatchObject([{ flow: { period: '2025-W05' } }]);
    expect(await flow('Tuần 5/2025')).toMatchObject([{ flow: { period: '2025-W05' } }]);
    expect(await flow('2025-W53')).toEqual(['Kỳ', 'period']);
    expect(await flow('2026-W20')).toEqual(['Kỳ', 'future']);
  });
});
