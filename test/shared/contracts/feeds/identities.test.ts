import { describe, expect, it } from 'vitest';
import { one } from './one-row.ts';

describe('identities', () => {
  const person = [
    '033206536775',
    'CCCD',
    'Lê Thành Nam',
    '15/08/2006',
    'Nam',
    'Xã Nam Trung',
    'BINH_THUONG',
    '',
    '15/08/2028',
    '151342143',
  ];
  const changed = (at: number, cell: string) => one('identities', person.toSpliced(at, 1, cell));

  it('an identities row becomes a police record', async () => {
    expect(await one('identities', person)).toEqual([
      {
        feed: 'identities',
        record: {
          documentNumber: '033206536775',
          documentType: 'CCCD',
          fullName: 'Lê Thành Nam',
          dateOfBirth: '2006-08-15',
          gender: 'male',
          permanentAddress: 'Xã Nam Trung',
          status: 'BINH_THUONG',
          statusOn: undefined,
          expiresOn: '2028-08-15',
          oldNumber: '151342143',
        },
      },
    ]);
    expect(await changed(6, 'Đã chết')).toMatchObject([{ record: { status: 'DA_CHET' } }]);
    expect(await changed(8, 'Không thời hạn')).toMatchObject([{ record: { expiresOn: undefined } }]);
    expect(await changed(3, '1961')).toMatchObject([{ record: { dateOfBirth: '1961' } }]);
    expect(await changed(1, '')).toMatchObject([
      { record: { documentType: undefined, documentNumber: '033206536775' } },
    ]);
  });

  it('an identities row with unreliable values is refused', async () => {
    expect(await changed(6, 'ĐI VẮNG')).toEqual(['Trạng thái', 'unknown']);
    expect(await changed(7, '30/02/2025')).toEqual(['Ngày trạng thái', 'date']);
    expect(await changed(7, '30/03/2027')).toEqual(['Ngày trạng thái', 'future']);
    expect(await changed(0, '0332065367')).toEqual(['Số giấy tờ', 'length']);
  });
});
