import { beforeEach, describe, expect, it } from 'vitest';
import { policeExtract } from '#functions/2-verify-people/police-extract.ts';
import type { PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import { citizen, declared } from '#test/support/people.ts';
import { type CountedRecords, policeRecordsOf } from '#test/support/police-records-of.ts';

const ON = '2025-01-15';

describe('policeExtract', () => {
  let asked: CountedRecords;
  beforeEach(async () => {
    asked = await policeRecordsOf([
      citizen({ oldNumber: '145123456' }),
      citizen({ documentNumber: '034071000111', fullName: 'Trần Văn Bình', dateOfBirth: '1971-01-30', gender: 'male' }),
    ]);
  });
  const verify = (typed: Partial<DeclaredPerson>, heard: PoliceCoverage = 'whole') =>
    policeExtract(asked.records).verify(declared(typed), ON, heard);

  it('a person missing from an extract is unchecked unless the extract declares itself complete, and typos are found in both cases', async () => {
    const stranger = { documentNumber: '033190999999', fullName: 'Lê Văn Không', dateOfBirth: '1990-02-02' };
    expect((await verify(stranger, 'listed')).verdict.result).toBe('unchecked');
    expect((await verify(stranger, 'whole')).verdict.result).toBe('not_found');
    const swapped = { documentNumber: '033190123465' };
    expect((await verify(swapped, 'listed')).verdict.result).toBe((await verify(swapped, 'whole')).verdict.result);
    expect((await verify(swapped, 'listed')).verdict.result).toBe('correctable');
  });

  it('a person under their own number costs one request', async () => {
    const { verdict, policeNumber } = await verify({});
    expect([verdict.result, policeNumber, asked.requests]).toEqual(['match', '033190123456', 1]);
  });

  it('an old number gives the person’s present number', async () => {
    const { verdict, policeNumber } = await verify({ documentType: 'CMND', documentNumber: '145123456' });
    expect([verdict.result, policeNumber]).toEqual(['match', '033190123456']);
  });

  it('both rows of a person, that of the CMND and the later one, give the same present number', async () => {
    await asked.records.record([citizen({ documentNumber: '145123456', documentType: 'CMND' })], 2_000_000_000);
    for (const documentNumber of ['145123456', '033190123456']) {
      const { verdict, policeNumber, oldNumber } = await verify({ documentNumber });
      expect([verdict.result, policeNumber, oldNumber]).toEqual(['match', '033190123456', '145123456']);
    }
  });

  it('a person with only a CMND in police data is also found by the personal number', async () => {
    const known = { fullName: 'Lê Thị Sen', dateOfBirth: '1985-07-09' };
    await asked.records.record(
      [citizen({ ...known, documentNumber: '145999888', documentType: 'CMND' })],
      2_000_000_000,
    );
    const byNew = await verify({ ...known, documentNumber: '033185000111' });
    expect([byNew.verdict.result, byNew.policeNumber]).toEqual(['unchecked', '145999888']);
    const byOld = await verify({ ...known, documentType: 'CMND', documentNumber: '145999888' });
    expect([byOld.verdict.result, byOld.policeNumber]).toEqual(['match', '145999888']);
  });

  it('an invented number is not taken for the new number of a person who has one', async () => {
    const { verdict, policeNumber } = await verify({ documentNumber: '033190777777' });
    expect([verdict.result, policeNumber]).toEqual(['not_found', undefined]);
  });

  it('a person is found by family name, given name and year where the middle name and a digit are wrong', async () => {
    const known = { fullName: 'Bùi Ngọc Dũng', dateOfBirth: '1996', gender: 'male' as const };
    await asked.records.record([citizen({ ...known, documentNumber: '033096930533' })], 2_000_000_000);
    const { verdict } = await verify({ ...known, fullName: 'Bùi Dũng', documentNumber: '033096930353' });
    expect(verdict).toMatchObject({ result: 'correctable', correction: { value: '033096930533' } });
  });

  it('a person with a mistyped number is found in few requests', async () => {
    const { verdict, policeNumber } = await verify({
      documentNumber: '033190124356',
      fullName: 'NGUYEN THI HONG THUY',
    });
    expect(verdict).toMatchObject({
      result: 'correctable',
      correction: { field: 'documentNumber', value: '033190123456' },
    });
    expect(policeNumber).toBe('033190123456');
    expect(asked.requests).toBeLessThanOrEqual(5);
  });

  it('the latest record of a found person is read even where the search returned another', async () => {
    await asked.records.record(
      [citizen({ fullName: 'Nguyễn Thị Hồng', status: 'DA_CHET', statusOn: '2024-01-01' })],
      2_000_000_000,
    );
    const { verdict } = await verify({ documentNumber: '033190124356', fullName: 'Nguyễn Thị Hồng' });
    expect(verdict).toMatchObject({ result: 'correctable', documentStatus: 'deceased' });
  });

  it('no person is returned where the number belongs to another person', async () => {
    const { verdict, policeNumber } = await verify({ documentNumber: '034071000111' });
    expect([verdict.result, policeNumber]).toEqual(['mismatch', undefined]);
  });

  it('no search is made before the police extract was read to its end', async () => {
    const { verdict } = await verify({ documentNumber: '033190124356' }, 'none');
    expect([verdict.result, asked.requests]).toEqual(['unchecked', 1]);
  });

  it('the extract is not searched for a foreign passport', async () => {
    const { verdict } = await verify({ documentType: 'HC', documentNumber: '145123456', nationality: 'KR' });
    expect([verdict.result, asked.requests]).toEqual(['unchecked', 0]);
  });
});
