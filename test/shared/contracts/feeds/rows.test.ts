import { describe, expect, it } from 'vitest';
import type { FeedFolder } from '#shared/contracts/feeds/feed-record.ts';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { csv, type Row, readWhole, table } from '#test/functions/1-read-file/read-whole.ts';

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  identities: [
    'Số giấy tờ',
    'Loại giấy tờ',
    'Họ và tên',
    'Ngày sinh',
    'Giới tính',
    'Nơi thường trú',
    'Trạng thái',
    'Ngày trạng thái',
    'Ngày hết hạn',
    'Số CMND cũ',
  ],
  activities: ['Mã số doanh nghiệp', 'Loại tín hiệu', 'Ngày', 'Giá trị', 'Kỳ/Ghi chú'],
  accounts: [
    'Ngân hàng',
    'Số tài khoản',
    'Mã số doanh nghiệp',
    'Tên chủ tài khoản',
    'Họ tên người đại diện',
    'Số giấy tờ người đại diện',
    'Số điện thoại',
    'Ngày mở',
    'Trạng thái',
    'Ngày cập nhật',
  ],
  flows: [
    'Ngân hàng',
    'Số tài khoản',
    'Kỳ',
    'Tổng ghi có',
    'Tổng ghi nợ',
    'Số giao dịch',
    'Thời gian lưu tiền trung vị (phút)',
    'Tỷ lệ giao dịch IP nước ngoài',
  ],
  subscribers: ['Số điện thoại', 'Số giấy tờ chủ thuê bao'],
  'suspicious-accounts': ['Ngân hàng', 'Số tài khoản', 'Mã nghi ngờ', 'Lý do', 'Ngày'],
};
const CODE = '0901150498';

/** One row of a feed: its facts, or the column and code of its rejection. */
async function one(kind: string, cells: readonly string[], sender?: string) {
  const folder: FeedFolder = kind === 'flows' ? 'accounts' : (kind as FeedFolder);
  const read = await readWhole(table([HEADINGS[kind] ?? [], cells]), folder, 'a.csv', {
    sender,
  });
  const [rejected] = read.rejected;
  return rejected === undefined ? read.records : [rejected.column, rejected.code];
}
const registration = async (row: Row) => {
  const read = await readWhole(csv([row]), 'registrations', 'a.csv');
  const [rejected] = read.rejected;
  return rejected === undefined ? read.records[0] : [rejected.column, rejected.code];
};
const signal = (kind: string, value: string, note = '', date = '20/10/2025') =>
  one('activities', [CODE, kind, date, value, note]);

describe('registrations', () => {
  it('take codes and labels of roles, forms and documents, whatever their marks', async () => {
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

  it.each<[Row, string, string]>([
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
  ])('%o is refused for its %s: %s', async (row, column, code) => {
    expect(await registration(row)).toEqual([column, code]);
  });

  it.each<[Row, Record<string, unknown>]>([
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

  it('have a version’s own date', async () => {
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

  it('have lost zeros put back where the number proves itself, and say so', async () => {
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

  it('typed in a font of before Unicode are turned into Unicode, and say so', async () => {
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

  it('are police records', async () => {
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

  it('are refused where they would mislead', async () => {
    expect(await changed(6, 'ĐI VẮNG')).toEqual(['Trạng thái', 'unknown']);
    expect(await changed(7, '30/02/2025')).toEqual(['Ngày trạng thái', 'date']);
    expect(await changed(7, '30/03/2027')).toEqual(['Ngày trạng thái', 'future']);
    expect(await changed(0, '0332065367')).toEqual(['Số giấy tờ', 'length']);
  });
});

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
  ])('%s %s %s', async (kind, value, note, expectedValue, expectedNote) => {
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
  ])('%s %s %s is refused for its %s: %s', async (kind, value, note, column, code) => {
    expect(await signal(kind, value, note)).toEqual([column, code]);
  });

  it('may be announced only where it is a suspension', async () => {
    expect(await signal('TRANG_THAI_PHAP_LY', '2', '', '01/02/2026')).toMatchObject([{ signal: { on: '2026-02-01' } }]);
    expect(await signal('TRANG_THAI_PHAP_LY', '2', '', '01/02/2029')).toEqual(['Ngày', 'future']);
    expect(await signal('BHXH', '2', '', '01/02/2026')).toEqual(['Ngày', 'future']);
  });
});

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

  it('belong to their bank', async () => {
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
  ])('cell %i, %s, is refused for its %s: %s', async (at, cell, column, code) => {
    expect(await one('accounts', account.toSpliced(at, 1, cell))).toEqual([column, code]);
  });

  it('have months and shares', async () => {
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
    expect(await one('flows', ['970436', '0366101025271', '2025-Q1', '5', '6'])).toEqual(['Kỳ', 'period']);
    expect(await one('flows', ['970436', '0366101025271', '2026-02', '5', '6'])).toEqual(['Kỳ', 'future']);
    expect(await one('flows', ['970436', '0366101025271', '2025-01', 'nhiều', '6'])).toEqual(['Tổng ghi có', 'number']);
    expect(await one('flows', ['970436', '0366101025271', '2025-01', '5', '6', '', '', '14'])).toEqual([
      'Tỷ lệ giao dịch IP nước ngoài',
      'range',
    ]);
  });
});

describe('subscribers and suspicious accounts', () => {
  it('a cell of two phones is two subscriptions', async () => {
    expect(await one('subscribers', ['0784541427; 84953740752', '033206536775'])).toEqual([
      { feed: 'subscribers', phone: '0784541427', documentNumber: '033206536775' },
      { feed: 'subscribers', phone: '0953740752', documentNumber: '033206536775' },
    ]);
    expect(await one('subscribers', ['123', '033206536775'])).toEqual(['Số điện thoại', 'length']);
  });

  it('a listing has a code of the exchange; another sign needs its reason', async () => {
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

describe('headings', () => {
  it('name one column each, by every word for it', () => {
    for (const layouts of Object.values(LAYOUTS)) {
      for (const { columns } of layouts) {
        const words = columns.flatMap(({ label, aliases }) => [label].concat(aliases));
        expect(new Set(words).size).toBe(words.length);
      }
    }
  });
});
