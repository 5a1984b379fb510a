import { describe, expect, it } from 'vitest';
import { SIGNAL_VALUES } from '#shared/contracts/feeds/values/signals.ts';
import { CODE, signal } from './one-row.ts';

describe('activities', () => {
  it.each<[string, string, string, string | undefined, string | undefined]>([
    ['GOP_VON', '1.000.000.000', '', '1000000000', undefined],
    ['Góp vốn', '2 tỷ', 'chuyển khoản', '2000000000', 'chuyển khoản'],
    ['TO_KHAI_THUE', '0', '2025-Q1', '0', '2025-Q1'],
    ['TO_KHAI_THUE', '', 'Quý 3/2025 (bổ sung)', undefined, '2025-Q3'],
    ['HOA_DON', '5', '09/2025', '5', '2025-09'],
    ['BHXH', '12', '', '12', undefined],
    ['KIEM_TRA_TRU_SO', 'Không tìm thấy', '', 'KHONG_TIM_THAY', undefined],
    ['TRANG_THAI_THUE', '6', '', '06', undefined],
    ['TRANG_THAI_THUE', '09-06', '', '09-06', undefined],
    ['TRANG_THAI_THUE', '10', '', '10', undefined],
    ['TRANG_THAI_PHAP_LY', 'Không còn hoạt động kinh doanh tại địa chỉ đã đăng ký', '', '3', undefined],
    ['THAY_DOI', 'Người đại diện', '', 'NGUOI_DAI_DIEN', undefined],
    ['YEU_CAU_BAO_CAO', '', '', undefined, undefined],
    ['TU_CHOI_UY_QUYEN', '', 'biên bản', undefined, 'biên bản'],
  ])('an activity of kind %s reads %s as %s', async (kind, value, note, expectedValue, expectedNote) => {
    expect(await signal(kind, value, note)).toMatchObject([
      { enterpriseCode: CODE, signal: { on: '2025-10-20', value: expectedValue, note: expectedNote } },
    ]);
  });

  it.each<[string, string, string, string, string]>([
    ['NOP_THUE', '1', '', 'Loại tín hiệu', 'unknown'],
    ['GOP_VON', '', '', 'Giá trị', 'required'],
    ['GOP_VON', 'đủ', '', 'Giá trị', 'number'],
    ['TO_KHAI_THUE', '1', 'quý vừa rồi', 'Kỳ/Ghi chú', 'period'],
    ['HOA_DON', '1', '', 'Kỳ/Ghi chú', 'required'],
    ['TRANG_THAI_THUE', '08', '', 'Giá trị', 'unknown'],
    ['TRANG_THAI_PHAP_LY', '8', '', 'Giá trị', 'unknown'],
    ['THAY_DOI', 'LOGO', '', 'Giá trị', 'unknown'],
  ])('an activity of kind %s refuses %s %s for its %s: %s', async (kind, value, note, column, code) => {
    expect(await signal(kind, value, note)).toEqual([column, code]);
  });

  it.each([
    '01/2025 - 06/2025',
    '2025-01 đến 2025-06',
    'Từ 01/01/2025 đến 31/03/2025',
    'Quý 1+2/2025',
    'Tháng 1-3/2025',
    '01-06/2025',
    '1, 2/2025',
    'Quý I và quý 2/2025',
    'quý 4/2024 và quý 1/2025',
    'T1-T6/2025',
  ])('a return of more than one period is not read as one of them: %s', async (note) => {
    for (const kind of ['TO_KHAI_THUE', 'HOA_DON'])
      expect(await signal(kind, '1', note)).toEqual(['Kỳ/Ghi chú', 'period']);
  });

  it.each([
    ['Tờ khai 01/GTGT quý 3/2025', '2025-Q3'],
    ['Quý 3/2025 (bổ sung lần 2)', '2025-Q3'],
    ['Bổ sung lần 2, tháng 3/2025', '2025-03'],
    ['01/03/2025 - 31/03/2025', '2025-03'],
    ['Ngày 15/3/2025', '2025-03'],
  ])('the one period of a note with other numbers is read: %s', async (note, period) => {
    expect(await signal('TO_KHAI_THUE', '1', note)).toMatchObject([{ signal: { note: period } }]);
  });

  it('only a suspension may be dated in the future', async () => {
    expect(await signal('TRANG_THAI_PHAP_LY', '2', '', '01/02/2026')).toMatchObject([{ signal: { on: '2026-02-01' } }]);
    expect(await signal('TRANG_THAI_PHAP_LY', '2', '', '01/02/2029')).toEqual(['Ngày', 'future']);
    expect(await signal('BHXH', '2', '', '01/02/2026')).toEqual(['Ngày', 'future']);
  });

  it.each([
    ['2026-06-09', '09-06'],
    ['2026-09-06', '09-06'],
    ['2026-03-13', '03-13'],
  ])('a tax status that a spreadsheet took for the day %s is read as %s', (on, status) => {
    expect(SIGNAL_VALUES.TRANG_THAI_THUE?.read({ on })).toMatchObject({
      ok: true,
      value: status,
      repair: { proposed: status },
    });
  });

  it('no other day is read as a tax status', () => {
    expect(SIGNAL_VALUES.TRANG_THAI_THUE?.read({ on: '2026-05-20' })).toEqual({ ok: false, code: 'unknown' });
  });
});
