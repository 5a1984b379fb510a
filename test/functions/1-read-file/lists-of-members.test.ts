import { describe, expect, it } from 'vitest';
import { workbookOf } from '#test/support/workbook.ts';
import { CODE, FUND, judged, ORGANISATION, PERSON, registrations, sharesOf } from './holder-lists.ts';
import { readWhole, table } from './read-whole.ts';

const MEMBERS = ['Mã số doanh nghiệp', 'Tên thành viên', 'Số giấy tờ', 'Mã số tổ chức', 'Tỷ lệ (%)', 'Ngày'];
const OF_FORM =
  'Mã số doanh nghiệp|Tên thành viên|Ngày, tháng, năm sinh đối với thành viên là cá nhân|Số định danh cá nhân/Mã số doanh nghiệp/Số quyết định thành lập|Tỷ lệ (%)|Ngày'.split(
    '|',
  );

describe('the lists of members', () => {
  it('name persons and organisations, with their shares since a day', async () => {
    const { records, rejected } = await registrations([
      MEMBERS,
      [CODE, PERSON.name, PERSON.number, '', '60', '01/08/2025'],
      [CODE, ORGANISATION.name, '', FUND, '40', '01/08/2025'],
    ]);
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([
      { feed: 'owners', enterpriseCode: CODE, holding: { holder: PERSON, share: 60, since: '2025-08-01' } },
      { feed: 'owners', enterpriseCode: CODE, holding: { holder: ORGANISATION, share: 40 } },
    ]);
  });

  it('take a personal number that lost its zeros for no organisation', async () => {
    const { records, rejected } = await registrations([
      OF_FORM,
      [CODE, PERSON.name, '06/09/1988', '1088213724', '30', '01/08/2025'],
      [CODE, 'Trần Thị Bình', '', '1088213724', '30', '01/08/2025'],
    ]);
    expect(rejected).toEqual([]);
    const holder = { kind: 'person', number: '001088213724' };
    expect(records).toMatchObject([{ holding: { holder } }, { holding: { holder } }]);
  });

  it('have one column of numbers for persons and organisations in the form, and the company’s code once for its members', async () => {
    const { records, rejected } = await registrations([
      OF_FORM,
      [CODE, PERSON.name, '05/06/1985', PERSON.number, '30', '01/08/2025'],
      ['', ORGANISATION.name, '', FUND.replace(/^0/u, ''), '30', '01/08/2025'],
      ['', 'Ủy ban nhân dân xã Tân Quang', '', '12/QĐ-UBND', '40', '01/08/2025'],
    ]);
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([
      { enterpriseCode: CODE, holding: { holder: { ...PERSON, dateOfBirth: '1985-06-05' }, share: 30 } },
      { enterpriseCode: CODE, holding: { holder: ORGANISATION } },
      { enterpriseCode: CODE, holding: { holder: { kind: 'organisation', number: '12/QĐ-UBND' }, share: 40 } },
    ]);
  });

  it('have percentages where a number is above one, and are asked about where few are', async () => {
    const list = (...shares: readonly string[]) =>
      table([
        MEMBERS.map((heading) => (heading === 'Tỷ lệ (%)' ? 'Tỷ lệ' : heading)),
        ...shares.map((share, n) => [CODE, PERSON.name, `0330850000${20 + n}`, '', share, '01/08/2025']),
      ]);
    expect(await sharesOf(list('98', '1', '0,5'))).toEqual([98, 1, 0.5]);
    expect(await sharesOf(list('0.6', '0.4', '1'))).toEqual([60, 40, 100]);
    expect((await judged(list('0.6', '0.4', '0.5', '0.5', '60'))).objection?.code).toBe('number_format');
  });

  it('are read as the form of the law has them: titles, headings of two rows, numbers of columns, signatures', async () => {
    const group = [
      'STT',
      'Mã số doanh nghiệp',
      'Tên thành viên',
      'Loại',
      'Ngày sinh',
      'Quốc tịch',
      'Số giấy tờ',
      'Vốn góp',
      '',
      '',
      'Thời hạn góp vốn',
      'Ngày',
      'Ghi chú',
    ];
    const parts = ['', '', '', '', '', '', '', 'Phần vốn góp', 'Tỷ lệ (%)', 'Loại tài sản', '', '', ''];
    const bytes = await workbookOf([
      ['Mẫu số 6'],
      ['DANH SÁCH THÀNH VIÊN CÔNG TY TRÁCH NHIỆM HỮU HẠN HAI THÀNH VIÊN TRỞ LÊN'],
      [],
      group,
      parts,
      group.map((_, n) => String(n + 1)),
      [
        '1',
        CODE,
        PERSON.name,
        'Cá nhân',
        new Date('1985-02-03'),
        'Việt Nam',
        Number(PERSON.number),
        6_000_000_000,
        60,
        'Đồng Việt Nam',
        '30/10/2025',
        new Date('2025-08-01'),
        '',
      ],
      [
        '2',
        CODE,
        ORGANISATION.name,
        'Tổ chức',
        '',
        '',
        FUND,
        4_000_000_000,
        40,
        'Đồng Việt Nam',
        '30/10/2025',
        new Date('2025-08-01'),
        '',
      ],
      ['', '', '', '', '', '', '', '', '', '', 'Hưng Yên, ngày 01 tháng 08 năm 2025'],
      ['', '', '', '', '', '', '', '', '', '', 'NGƯỜI ĐẠI DIỆN THEO PHÁP LUẬT'],
    ]);
    const { records, rejected } = await readWhole(bytes, 'registrations', 'mau-6.xlsx');
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([
      { holding: { holder: { ...PERSON, dateOfBirth: '1985-02-03' }, share: 60, since: '2025-08-01' } },
      { holding: { holder: ORGANISATION, share: 40 } },
    ]);
  });

  it('founding shareholders have shares with votes beside those of the capital', async () => {
    const headings = [
      'Mã số doanh nghiệp',
      'Tên cổ đông sáng lập',
      'Số giấy tờ',
      'Tỷ lệ (%)',
      'Tỷ lệ cổ phần có quyền biểu quyết (%)',
      'Ngày',
    ];
    const { records } = await registrations([headings, [CODE, PERSON.name, PERSON.number, '20,5', '26', '01/08/2025']]);
    expect(records).toMatchObject([{ holding: { share: 20.5, votingShare: 26 } }]);
  });

  it('may have the names of persons and of organisations in columns of their own, under headings of two rows', async () => {
    const bytes = await workbookOf([
      ['STT', 'Mã số doanh nghiệp', 'Cá nhân', '', 'Tổ chức', '', 'Tỷ lệ (%)', 'Ngày'],
      ['', '', 'Họ và tên', 'Số định danh cá nhân', 'Tên tổ chức', 'Mã số tổ chức', '', ''],
      ['1', CODE, PERSON.name, PERSON.number, '', '', '60', '01/08/2025'],
      ['2', CODE, '', '', ORGANISATION.name, FUND, '40', '01/08/2025'],
      ['3', CODE, '', '', '', FUND, '40', '01/08/2025'],
    ]);
    const { records, rejected } = await readWhole(bytes, 'registrations', 'mau-6.xlsx');
    expect(records).toMatchObject([{ holding: { holder: PERSON } }, { holding: { holder: ORGANISATION } }]);
    expect(rejected.map(({ row, code }) => [row, code])).toEqual([[5, 'required']]);
  });

  it('may have a third row of headings for the kinds of shares, which is no row of a shareholder', async () => {
    const row = ['1', CODE, PERSON.name, PERSON.number, '1000', '60', '1000', '0', '01/08/2025'];
    const bytes = await workbookOf([
      ['STT', 'Mã số doanh nghiệp', 'Tên cổ đông sáng lập', 'Số giấy tờ', 'Vốn góp', '', '', '', 'Ngày'],
      ['', '', '', '', 'Tổng số cổ phần', 'Tỷ lệ (%)', 'Loại cổ phần', '', ''],
      ['', '', '', '', 'Số lượng', '', 'Phổ thông', 'Ưu đãi', ''],
      ['', '', '', '', '', '', 'Số lượng', 'Giá trị', ''],
      ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
      row,
      ['', '', '', '', 'Số lượng', '', 'Phổ thông', 'Ưu đãi', ''],
    ]);
    const { records, rejected } = await readWhole(bytes, 'registrations', 'mau-7.xlsx');
    expect(records).toMatchObject([{ holding: { holder: PERSON, share: 60 } }]);
    expect([...new Set(rejected.map((fault) => fault.row))]).toEqual([7]);
  });

  it.each([
    ['Cổ đông là tổ chức', 'SAO MAI', 'organisation'],
    ['Thành viên là cá nhân nước ngoài', 'KIM MIN JUN', 'person'],
    ['Nhà đầu tư nước ngoài', 'SÔNG HÀN PTE. LTD.', 'organisation'],
    ['Nhà đầu tư nước ngoài', 'KIM MIN JUN', 'person'],
  ])('of the kind “%s” %s is a %s', async (written, name, kind) => {
    const row = [CODE, name, '200609573M', '', '40', '01/08/2025', written];
    const { records, rejected } = await registrations([[...MEMBERS, 'Loại'], row]);
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([{ holding: { holder: { kind, name } } }]);
  });

  it('a foreign organisation is one', async () => {
    const { records } = await registrations([
      [...MEMBERS, 'Loại'],
      [CODE, 'SÔNG HÀN PTE LTD', '', '200609573M', '40', '01/08/2025', 'Tổ chức nước ngoài'],
    ]);
    expect(records).toMatchObject([{ holding: { holder: { kind: 'organisation', number: '200609573M' } } }]);
  });

  it('a row without a number of papers or without a share is rejected alone', async () => {
    const { records, rejected } = await registrations([
      MEMBERS,
      [CODE, PERSON.name, '', '', '60', '01/08/2025'],
      [CODE, PERSON.name, PERSON.number, '', '', '01/08/2025'],
      [CODE, PERSON.name, PERSON.number, '', '140', '01/08/2025'],
      [CODE, PERSON.name, PERSON.number, '', '60', '01/08/2025'],
    ]);
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Số giấy tờ'],
      [3, 'Tỷ lệ (%)'],
      [4, 'Tỷ lệ (%)'],
    ]);
    expect(records).toHaveLength(1);
  });

  it('lines of JSON have shares in parts of one hundred', async () => {
    const line = {
      enterpriseCode: CODE,
      memberName: ORGANISATION.name,
      organisationCode: FUND,
      share: 40,
      since: '2025-08-01',
    };
    const { records, rejected } = await readWhole(`${JSON.stringify(line)}\n`, 'registrations', 'm.jsonl');
    expect(rejected).toEqual([]);
    expect(records).toMatchObject([{ holding: { holder: ORGANISATION, share: 40 } }]);
  });
});
