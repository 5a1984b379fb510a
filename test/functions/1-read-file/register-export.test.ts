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
