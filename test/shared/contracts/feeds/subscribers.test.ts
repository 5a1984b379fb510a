import { describe, expect, it } from 'vitest';
import { one } from './one-row.ts';

describe('subscribers and suspicious accounts', () => {
  it('a cell of two phones is two subscriptions', async () => {
    expect(await one('subscribers', ['0784541427; 84953740752', '033206536775'])).toEqual([
      { feed: 'subscribers', phone: '0784541427', documentNumber: '033206536775' },
      { feed: 'subscribers', phone: '0953740752', documentNumber: '033206536775' },
    ]);
    expect(await one('subscribers', ['123', '033206536775'])).toEqual(['Số điện thoại', 'length']);
  });

  it('a listing has a code of the exchange, and another sign needs its reason', async () => {
    const listed = (code: string, reason: string) =>
      one('suspicious-accounts', ['970405', '0798750304079', code, reason, '28/11/2025']);
    expect(await listed('5', 'Nhận tiền lừa đảo')).toEqual([
      {
        feed: 'suspicious-accounts',
        bank: '970405',
        accountNumber: '0798750304079',
        code: 5,
        reason: 'Nhận tiền lừa đảo',
        on: '2025-11-28',
      },
    ]);
    expect(await listed('0', '')).toMatchObject([{ code: 0, reason: undefined }]);
    expect(await listed('8', '')).toEqual(['Lý do', 'required']);
    expect(await listed('8', 'Báo mạng')).toMatchObject([{ code: 8 }]);
    expect(await listed('9', 'x')).toEqual(['Mã nghi ngờ', 'unknown']);
  });
});
