import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Companies, companiesTable } from '#shared/tables/companies.ts';
import type { CompanyFact } from '#shared/tables/company-item.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';
import { dynalite } from '#test/support/dynalite.ts';
import { EVERY_DROP_COUNTS } from '#test/support/every-drop-counts.ts';

const EXPIRES_AT = 2_000_000_000;
let companies: Companies;
beforeAll(async () => {
  const { db, createTable } = await dynalite();
  companies = companiesTable(db, await createTable('companies'), UNCHANGED_REFERENCES, EVERY_DROP_COUNTS);
});

const registration = (enterpriseCode: string, position: number): CompanyFact => ({
  enterpriseCode,
  registration: {
    company: {
      enterpriseCode,
      name: 'CÔNG TY TNHH MẪU',
      legalForm: 'TNHH1TV',
      registeredOn: '2025-01-02',
      headOfficeAddress: 'Số 1, đường Mẫu',
      charterCapital: 1_000_000_000,
    },
    person: {
      role: 'legal_representative',
      fullName: 'Người Mẫu',
      dateOfBirth: '1990',
      documentType: 'CCCD',
      documentNumber: '033190000001',
    },
    position,
  },
});
const facts = (enterpriseCode: string): CompanyFact[] => [
  registration(enterpriseCode, 0),
  registration(enterpriseCode, 1),
  { enterpriseCode, signal: { kind: 'BHXH', on: '2025-06-30', value: '3' } },
  { enterpriseCode, signal: { kind: 'BHXH', on: '2025-09-30', value: '3' } },
  { enterpriseCode, accountRef: 'an-account' },
  { enterpriseCode, repair: { field: 'phone', current: '912345678', proposed: '0912345678', why: 'mất số 0 đầu' } },
];

describe('companies', () => {
  it('the companies table gives back every kind of fact', async () => {
    await companies.record(facts('0900000001'), EXPIRES_AT);
    const recorded = await companies.recorded('0900000001');
    expect(recorded.registrations.map(({ position }) => position).sort()).toEqual([0, 1]);
    expect(recorded.signals).toHaveLength(2);
    expect(recorded.accountRefs).toEqual(['an-account']);
    expect(recorded.repairs).toEqual([
      { field: 'phone', current: '912345678', proposed: '0912345678', why: 'mất số 0 đầu' },
    ]);
    expect((await companies.registered('0900000001')).registrations).toHaveLength(2);
    expect((await companies.recorded('0900000002')).registrations).toEqual([]);
  });

  it('the companies table gives back the row of every registration, signal and relation of invoices', async () => {
    const enterpriseCode = '0900000003';
    const from = (row: number) => ({ file: 'activities/a.csv', row, version: 'v' });
    const pair = { side: 'sold', party: '0900000004', period: '2025-Q3', total: 5 } as const;
    const kinds: CompanyFact[] = [
      { ...registration(enterpriseCode, 0), from: from(2) },
      { enterpriseCode, signal: { kind: 'BHXH', on: '2025-06-30', value: '3' }, from: from(3) },
      { enterpriseCode, invoicePair: pair, from: from(4) },
    ];
    await companies.record(kinds, EXPIRES_AT);
    const origins = await companies.origins(enterpriseCode);
    expect(origins.map(({ feed, from: { row } }) => `${feed} ${row}`).sort()).toEqual([
      'activities 3',
      'invoice-pairs 4',
      'registrations 2',
    ]);
  });

  it('the companies table has the same content whatever the order, repetition and pieces of the facts', async () => {
    let code = 900_000_100;
    await companies.record(facts('0900000099'), EXPIRES_AT);
    const expected = await companies.recorded('0900000099');
    const pieces = fc.array(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), { maxLength: 5 });
    const property = fc.asyncProperty(pieces, async (parts) => {
      code += 1;
      const enterpriseCode = `0${code}`;
      const mine = facts(enterpriseCode);
      for (const part of [...parts, [5, 4, 3, 2, 1, 0]]) {
        await companies.record(
          part.flatMap((n) => mine[n] ?? []),
          EXPIRES_AT,
        );
      }
      const { registrations, ...rest } = await companies.recorded(enterpriseCode);
      const { registrations: known, ...others } = expected;
      expect(registrations.map(({ position }) => position).sort()).toEqual(
        known.map(({ position }) => position).sort(),
      );
      expect(rest).toEqual(others);
    });
    await fc.assert(property, { numRuns: 15 });
  });
});
