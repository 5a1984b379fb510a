import { describe, expect, it } from 'vitest';
import { LIMITS } from '#shared/tabular/limits.ts';
import { readWhole } from './read-whole.ts';

const PERSON = {
  role: 'legal_representative',
  fullName: 'Nguyễn Thu Phượng',
  dateOfBirth: '2005-10-19',
  gender: 'female',
  nationality: 'VN',
  documentType: 'CCCD',
  documentNumber: '034305244957',
  issuedOn: '2021-03-01',
  personalPhone: '0523816032',
};
const COMPANY = {
  enterpriseCode: '0901179401',
  name: 'CÔNG TY TNHH SƠN KIM',
  legalForm: 'Công ty TNHH hai thành viên trở lên',
  registeredOn: '2024-09-04',
  headOfficeAddress: 'Số 174, đường Mai Hắc Đế',
  mainIndustryCode: '4711',
  charterCapital: 910000000,
  plannedEmployees: 5,
  phone: '0523816032',
  email: 'sonkim@example.vn',
  people: [PERSON],
};
const lines = (...values: readonly unknown[]) =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

describe('a JSONL file', () => {
  it('a JSONL file has one company a line, its people in their order', async () => {
    const member = { ...PERSON, role: 'member', fullName: 'Trần Phượng', documentNumber: '033173447330' };
    const read = await readWhole(
      lines({ ...COMPANY, people: [PERSON, member] }, '', COMPANY),
      'registrations',
      'a.jsonl',
    );
    expect(read.accepted.map(({ row, records, startsCompany }) => [row, records.length, startsCompany])).toEqual([
      [1, 2, true],
      [3, 1, false],
    ]);
    expect(read.records).toMatchObject([
      {
        position: 0,
        company: { legalForm: 'TNHH2TV', charterCapital: 910000000 },
        person: { role: 'legal_representative', gender: 'female' },
      },
      { position: 1, person: { role: 'member', fullName: 'Trần Phượng' } },
      { position: 0 },
    ]);
  });

  it('a JSONL file may have numbers as texts and texts as numbers', async () => {
    const read = await readWhole(
      lines({
        ...COMPANY,
        enterpriseCode: 901179401,
        charterCapital: '910.000.000',
        plannedEmployees: '5',
        registeredOn: '04/09/2024',
      }),
      'registrations',
      'a.jsonl',
    );
    expect(read.records).toMatchObject([
      {
        company: {
          enterpriseCode: '0901179401',
          charterCapital: 910000000,
          plannedEmployees: 5,
          registeredOn: '2024-09-04',
        },
      },
    ]);
    expect(read.accepted[0]?.repairs).toMatchObject([
      { field: 'enterpriseCode', current: '901179401', proposed: '0901179401' },
    ]);
  });

  it('a bad JSON line is rejected alone, each fault under its key', async () => {
    const read = await readWhole(
      lines(
        COMPANY,
        '{"enterpriseCode": "0901179401", ',
        '[1, 2]',
        JSON.stringify(COMPANY).replace('"name"', '"name":"A","name"'),
        { ...COMPANY, people: [PERSON, { ...PERSON, dateOfBirth: '2031-01-01' }] },
        { ...COMPANY, people: [] },
        { ...COMPANY, people: 'x' },
        { ...COMPANY, name: null },
        { ...COMPANY, charterCapital: [1] },
        `{"name":"${'x'.repeat(LIMITS.recordLength)}"}`,
        COMPANY,
      ),
      'registrations',
      'a.jsonl',
      { chunk: 5000 },
    );
    expect(read.rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '', 'broken_json'],
      [3, '', 'shape'],
      [4, '', 'duplicate_key'],
      [5, 'people[1].dateOfBirth', 'future'],
      [6, 'people', 'required'],
      [7, 'people', 'shape'],
      [8, 'name', 'required'],
      [9, 'charterCapital', 'shape'],
      [10, '', 'too_long'],
    ]);
    expect(read.accepted.map(({ row }) => row)).toEqual([1, 11]);
  });

  it('the receipt names unknown JSON keys once, also those in later lines', async () => {
    const read = await readWhole(
      lines(COMPANY, { ...COMPANY, fax: '1', people: [{ ...PERSON, ethnicity: 'Kinh' }] }, { ...COMPANY, fax: '2' }),
      'registrations',
      'a.jsonl',
    );
    expect(read.opened.map(({ unknownColumns }) => unknownColumns)).toEqual([[], ['fax', 'people[].ethnicity']]);
  });

  it('a JSON line nested deeper than any row does no harm', async () => {
    const deep = `{"enterpriseCode":${'['.repeat(100_000)}${']'.repeat(100_000)},"kind":"BHXH","date":"2025-02-01","value":5}`;
    expect((await readWhole(deep, 'activities', 'a.jsonl')).rejected).toHaveLength(1);
  });
});
