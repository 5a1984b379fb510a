import { describe, expect, it } from 'vitest';
import { csv, type ReadRow, readWhole } from '#test/functions/1-read-file/read-whole.ts';
import { CODE, registration } from './one-row.ts';

describe('registrations', () => {
  it('a registrations row may have codes or labels of roles, forms and documents, with or without marks', async () => {
    const expected = {
      person: { role: 'beneficial_owner', documentType: 'CMND', documentNumber: '151515139' },
      company: { legalForm: 'CP' },
    };
    const cells = {
      'Loại giấy tờ': 'Chứng minh nhân dân',
      'Số giấy tờ': '151 515 139',
      'Loại hình doanh nghiệp': 'CTY CO PHAN',
    };
    for (const role of ['CSHHL', 'Chủ sở hữu hưởng lợi', 'CHU SO HUU HUONG LOI'])
      expect(await registration({ ...cells, 'Vai trò': role })).toMatchObject(expected);
    expect(await registration({ 'Loại hình doanh nghiệp': 'Hợp tác xã' })).toMatchObject({
      company: { legalForm: 'Hợp tác xã' },
    });
  });

  it('the code of the household business that became the company is read', async () => {
    const [headings, row] = csv([{}]).trimEnd().split('\r\n');
    const file = `${headings},Mã hộ kinh doanh chuyển đổi\r\n${row},033088213724\r\n`;
    const { records } = await readWhole(file, 'registrations', 'hkd.csv');
    expect(records).toMatchObject([{ company: { householdCode: '033088213724' } }]);
  });

  it.each<[ReadRow, string, string]>([
    [{ 'Mã số doanh nghiệp': '0900000019' }, 'Mã số doanh nghiệp', 'checksum'],
    [{ 'Mã số doanh nghiệp': '0901150498-000' }, 'Mã số doanh nghiệp', 'suffix'],
    [{ 'Mã số doanh nghiệp': '9.0115E+08' }, 'Mã số doanh nghiệp', 'rounded'],
    [{ 'Tên doanh nghiệp': ' \u00A0 ' }, 'Tên doanh nghiệp', 'required'],
    [{ 'Tên doanh nghiệp': 'C\uFFFDNG TY' }, 'Tên doanh nghiệp', 'encoding'],
    [{ 'Ngày đăng ký': '31/02/2025' }, 'Ngày đăng ký', 'date'],
    [{ 'Ngày đăng ký': '12/13/2024' }, 'Ngày đăng ký', 'date'],
    [{ 'Ngày đăng ký': '01/01/2026' }, 'Ngày đăng ký', 'future'],
    [{ 'Vốn điều lệ': 'một tỷ' }, 'Vốn điều lệ', 'number'],
    [{ 'Vốn điều lệ': '-5' }, 'Vốn điều lệ', 'number'],
    [{ 'Số lao động': 'vài người' }, 'Số lao động', 'number'],
    [{ 'Vai trò': 'Giám hộ' }, 'Vai trò', 'unknown'],
    [{ 'Ngày sinh': '01/01/2031' }, 'Ngày sinh', 'future'],
    [{ 'Ngày sinh': '2031' }, 'Ngày sinh', 'future'],
    [{ 'Loại giấy tờ': 'Bằng lái xe' }, 'Loại giấy tờ', 'unknown'],
    [{ 'Số giấy tờ': '03320394539' }, 'Số giấy tờ', 'length'],
    [{ 'Số giấy tờ': '03320394539O' }, 'Số giấy tờ', 'characters'],
    [{ 'Ngày cấp': 'không nhớ' }, 'Ngày cấp', 'date'],
  ])('a registrations row with %o is refused for its %s: %s', async (row, column, code) => {
    expect(await registration(row)).toEqual([column, code]);
  });

  it.each<[ReadRow, Record<string, unknown>]>([
    [{ 'Mã số doanh nghiệp': '0901150498 - 001' }, { company: { enterpriseCode: '0901150498-001' } }],
    [{ 'Mã số doanh nghiệp': '033088213724' }, { company: { enterpriseCode: '033088213724' } }],
    [{ 'Mã số doanh nghiệp': '="0901150498"' }, { company: { enterpriseCode: '0901150498' } }],
    [{ 'Mã số doanh nghiệp': "'0901150498" }, { company: { enterpriseCode: '0901150498' } }],
    [{ 'Vốn điều lệ': '10 tỷ' }, { company: { charterCapital: 10_000_000_000 } }],
    [{ 'Ngày đăng ký': '45870' }, { company: { registeredOn: '2025-08-01' } }],
    [{ 'Ngày sinh': '1975' }, { person: { dateOfBirth: '1975' } }],
    [
      { 'Loại giấy tờ': 'Hộ chiếu', 'Số giấy tờ': 'g 12214015', 'Quốc tịch': 'Hàn Quốc' },
      { person: { documentNumber: 'G12214015', nationality: 'KR' } },
    ],
    [
      { 'Số lao động': '12 người', 'Điện thoại': '+84 764 220 982 / 0912345678' },
      { company: { plannedEmployees: 12, phone: '0764220982' } },
    ],
    [
      { 'Số lao động': 'không có', 'Ngày cấp': '-', Email: '' },
      { company: { plannedEmployees: undefined, email: undefined }, person: { issuedOn: undefined } },
    ],
    [{ 'Ngành nghề chính': 'G4711 - Bán lẻ' }, { company: { mainIndustryCode: '4711' } }],
    [{ 'Tên doanh nghiệp': 'CÔNG TY TNHH ÐẠI\u00A0  PHÁT' }, { company: { name: 'CÔNG TY TNHH ĐẠI PHÁT' } }],
  ])('%o is read', async (row, expected) => {
    expect(await registration(row)).toMatchObject(expected);
  });

  it('a registrations row may carry its version’s own date', async () => {
    const text = csv([{}, {}, {}])
      .split('\r\n')
      .map((line, index) => line + ['', ',05/03/2025', ',', ',31/02/2025'][index]);
    text[0] += ',Ngày thay đổi';
    const read = await readWhole(text.slice(0, 4).join('\r\n'), 'registrations', 'a.csv');
    expect(read.records).toMatchObject([
      { company: { amendedOn: '2025-03-05' } },
      { company: { amendedOn: undefined } },
    ]);
    expect(read.rejected).toMatchObject([{ column: 'Ngày thay đổi', code: 'date' }]);
  });

  it('lost zeros of a registrations row are restored where the number’s check agrees, and reported', async () => {
    const read = await readWhole(
      csv([{ 'Mã số doanh nghiệp': '901150498', 'Số giấy tờ': '36088213724' }]),
      'registrations',
      'a.csv',
    );
    expect(read.records).toMatchObject([
      { company: { enterpriseCode: CODE }, person: { documentNumber: '036088213724' } },
    ]);
    expect(read.accepted[0]?.repairs).toMatchObject([
      { row: 2, field: 'enterpriseCode', current: '901150498', proposed: CODE, enterpriseCode: CODE },
      { row: 2, field: 'documentNumber', current: '36088213724', proposed: '036088213724' },
    ]);
  });

  it('a registrations row typed in an old font is converted to Unicode, and reports that', async () => {
    const read = await readWhole(
      csv([{ 'Họ và tên': 'NguyÔn ThÞ H­¬ng', 'Địa chỉ trụ sở': 'Soá 5, xaõ Ñoâng Ñoâ, tænh Höng Yeân' }]),
      'registrations',
      'a.csv',
    );
    expect(read.records).toMatchObject([
      { person: { fullName: 'Nguyễn Thị Hương' }, company: { headOfficeAddress: 'Số 5, xã Đông Đô, tỉnh Hưng Yên' } },
    ]);
    expect(read.accepted[0]?.repairs).toMatchObject([
      { field: 'headOfficeAddress', why: expect.stringContaining('VNI') },
      { field: 'fullName', proposed: 'Nguyễn Thị Hương', why: expect.stringContaining('TCVN3') },
    ]);
    const plain = await readWhole(csv([{ 'Họ và tên': 'Loïc Hoàng Thuỳ Uýnh' }]), 'registrations', 'a.csv');
    expect(plain.accepted[0]?.repairs).toEqual([]);
  });
});
