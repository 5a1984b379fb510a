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

  it('an organisation holds a phone by its tax code, and a branch’s phone is its enterprise’s', async () => {
    const holder = (number: string, kind = '') => one('subscribers', ['0784541427', number, kind]);
    const held = (documentNumber: string) => [{ feed: 'subscribers', phone: '0784541427', documentNumber }];
    expect(await holder('0901150498')).toEqual(held('0901150498'));
    expect(await holder('MST: 0901150498')).toEqual(held('0901150498'));
    expect(await holder('0901150498-001')).toEqual(held('0901150498'));
    expect(await holder('901150498', 'Tổ chức')).toEqual(held('0901150498'));
    expect(await holder('GPKD 0901150498', 'Tổ chức')).toEqual(held('0901150498'));
    expect(await holder('12/QĐ-UBND', 'Tổ chức')).toEqual(held('12/QĐ-UBND'));
    expect(await holder('12/QĐ-UBND', 'Cá nhân')).toEqual(['Số giấy tờ chủ thuê bao', 'characters']);
    expect(await holder('036088213724/CCCD')).toEqual(['Số giấy tờ chủ thuê bao', 'characters']);
    expect(await holder('012345678', 'Cá nhân')).toEqual(held('012345678'));
    expect(await holder('0901150499')).toEqual(['Số giấy tờ chủ thuê bao', 'checksum']);
  });

  it('the day and the state of a subscription are read', async () => {
    const row = ['0784541427', '033206536775', 'Cá nhân', 'Nguyễn Văn A', '01/02/2025', 'THU_HOI', '20/06/2026'];
    expect(await one('subscribers', row.with(6, '20/06/2025'))).toMatchObject([{ on: '2025-06-20', isRecalled: true }]);
    expect(await one('subscribers', row.with(5, 'Chặn một chiều').with(6, ''))).toEqual([
      { feed: 'subscribers', phone: '0784541427', documentNumber: '033206536775', on: '2025-02-01' },
    ]);
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
