import { describe, expect, it } from 'vitest';
import { EXPORT_HEADINGS, type ExportedCompany, exportedCompanies } from '#test/support/register-export.ts';
import { workbookOf } from '#test/support/workbook.ts';
import { csv, readWhole, table, type Whole } from './read-whole.ts';

const COMPANIES = exportedCompanies(600);
const TITLES = [['SỞ TÀI CHÍNH TỈNH HƯNG YÊN'], ['DANH SÁCH DOANH NGHIỆP (xuất ngày 30/11/2025)'], []];

const asWorkbook = (companies: readonly ExportedCompany[]) =>
  workbookOf([
    ...TITLES,
    EXPORT_HEADINGS,
    ...companies.map(({ cells, certifiedOn }) =>
      cells.map((cell, place) => {
        if (EXPORT_HEADINGS[place] === 'Ngày cấp') return new Date(`${certifiedOn}T00:00:00Z`);
        // A spreadsheet has codes as numbers, without their leading zeros
        return EXPORT_HEADINGS[place] === 'Mã số doanh nghiệp' && /^\d{10}$/u.test(cell) ? Number(cell) : cell;
      }),
    ),
  ]);

function expectTaken({ records, accepted, rejected }: Whole): void {
  expect(rejected.map(({ message }) => message)).toEqual([]);
  expect(accepted).toHaveLength(COMPANIES.length);
  const byCode = Map.groupBy(
    records.flatMap((record) => (record.feed === 'registrations' ? [record] : [])),
    ({ company }) => company.enterpriseCode,
  );
  for (const { code, name, certifiedOn, representatives } of COMPANIES) {
    const rows = byCode.get(code) ?? [];
    const named = rows.flatMap(({ person }) => (person ? [person.fullName.toLowerCase()] : []));
    expect(rows[0]?.company).toMatchObject({ name, registeredOn: certifiedOn });
    expect(named).toEqual([...new Set(representatives.map((who) => who.toLowerCase()))]);
  }
}

describe('the register’s own export', () => {
  it('every row of a text file is taken, with its day and its representatives', async () => {
    const rows = [...TITLES, [...EXPORT_HEADINGS], ...COMPANIES.map(({ cells }) => cells)];
    expectTaken(await readWhole(table(rows), 'registrations', 'so.csv'));
  });

  it('every row of a workbook with days and codes as numbers is taken', async () => {
    expectTaken(await readWhole(await asWorkbook(COMPANIES), 'registrations', 'so.xlsx'));
  });

  it('lines of JSON are read by their keys, with the industries as a list', async () => {
    const line = {
      enterpriseCode: COMPANIES[0]?.code,
      name: 'CÔNG TY A',
      headOfficeAddress: 'Số 5, đường Lê Lai, Xã Tân Quang',
      certifiedOn: '2020-02-03',
      charterCapital: 5_000_000_000,
      representativeName: 'Trần Thị Bình',
      industryCodes: ['4661', '4100'],
    };
    const { records } = await readWhole(`${JSON.stringify(line)}\n`, 'registrations', 'so.jsonl');
    expect(records).toMatchObject([
      {
        company: { registeredOn: '2020-02-03', industryCodes: '4661, 4100', legalForm: undefined },
        person: { role: 'legal_representative', fullName: 'Trần Thị Bình', documentNumber: '' },
      },
    ]);
  });

  it('two rows of headings, of which the lower one divides the address, are read together', async () => {
    const divided: Readonly<Record<string, string>> = {
      'Địa chỉ trụ sở chính': 'Địa chỉ',
      'Quận / Huyện': '',
      'Điện thoại': 'Liên hệ',
      'Người đại diện theo pháp luật': '',
    };
    const above = EXPORT_HEADINGS.map((heading) => divided[heading] ?? heading);
    const below = EXPORT_HEADINGS.map((heading) => {
      if (heading === 'Địa chỉ trụ sở chính') return 'Trụ sở chính';
      return heading in divided ? heading : '';
    });
    const numbers = EXPORT_HEADINGS.map((_, place) => `(${place + 1})`);
    const rows = [...TITLES, above, below, numbers, ...COMPANIES.map(({ cells }) => cells)];
    const whole = await readWhole(table(rows), 'registrations', 'so.csv');
    expectTaken(whole);
    expect(whole.opened).toMatchObject([{ unknownColumns: ['TT'], lacking: [] }]);
  });

  it('a line break in the last, unquoted cell loses nothing, and a note under the table is no part of a cell', async () => {
    const rows = COMPANIES.slice(0, 20).map(({ cells }) => [...cells.map((cell) => cell.replaceAll(/[;\s]+/gu, ' '))]);
    const text = (break_: string) =>
      [[...EXPORT_HEADINGS], ...rows.map((cells) => [...cells.slice(0, -1), `Công ty TNHH${break_}một thành viên`])]
        .map((cells) => cells.join(';'))
        .join('\n');
    const forms = async (content: string) =>
      (await readWhole(content, 'registrations', 'so.csv')).records.map(
        (record) => record.feed === 'registrations' && record.company.legalForm,
      );
    const whole = await forms(`${text(' ')}\n`);
    expect(new Set(whole)).toEqual(new Set(['TNHH1TV']));
    expect(await forms(`${text('\n')}\n`)).toEqual(whole);
    expect(await forms(`${text(' ')}\nNgười lập: Trần Văn An`)).toEqual(whole);
  });

  it('what the register lacks is asked once a file, by the kind of its table', async () => {
    const [first] = COMPANIES;
    const { opened } = await readWhole(table([[...EXPORT_HEADINGS], first?.cells ?? []]), 'registrations', 'so.csv');
    expect(opened).toMatchObject([{ rows: 'register', asks: expect.stringContaining('số giấy tờ') }]);
  });

  it('beside personal columns Ngày cấp is the day of a card, and the table is a declaration', async () => {
    const whole = await readWhole(csv([{}]), 'registrations', 'a.csv');
    expect(whole.opened).toMatchObject([{ rows: 'registrations' }]);
    const lacking = csv([{}]).replace('Vai trò', 'Chức trách');
    await expect(readWhole(lacking, 'registrations', 'a.csv')).rejects.toThrow('“Vai trò”');
  });
});
