import { describe, expect, it } from 'vitest';
import { verifyWithFormer } from '#functions/2-verify-people/verify-with-former.ts';
import { policeExtract } from '#functions/2-verify-people/police-extract.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import { declared } from '#test/support/people.ts';

const before = declared({ documentNumber: '033190123456', fullName: 'Nguyễn Văn An', dateOfBirth: '1990-05-10' });
const record: PoliceRecord = {
  documentNumber: before.documentNumber,
  fullName: before.fullName,
  dateOfBirth: before.dateOfBirth,
  gender: before.gender,
  status: 'BINH_THUONG',
};
const police = policeExtract({
  byNumber: async (number) => (number === record.documentNumber ? [record] : []),
  search: async () => [],
});
const verdictOf = async (person: DeclaredPerson, told: readonly DeclaredPerson[]) =>
  (await verifyWithFormer(person, '2025-06-01', [...told, person], { police, policeData: 'listed' })).verdict;

describe('a representative whose name was changed', () => {
  const renamed = { ...before, fullName: 'Trần Thị Bình' };

  it('is asked about, with the name of another row, where that one was right and the name alone differs', async () => {
    expect(await verdictOf(renamed, [before])).toMatchObject({
      result: 'correctable',
      correction: { field: 'fullName', value: 'Nguyễn Văn An' },
    });
  });

  it('is another person where no other row was right', async () => {
    const alone = await verdictOf(renamed, []);
    expect(alone).toMatchObject({ result: 'mismatch' });
    expect(alone).not.toHaveProperty('contradicted');
    expect(await verdictOf(renamed, [{ ...before, fullName: 'Lê Văn Cường' }])).not.toHaveProperty('contradicted');
  });

  it('is another person whom another row contradicts where the birth date was changed too', async () => {
    const another = { ...renamed, dateOfBirth: '1971-01-02' };
    expect(await verdictOf(another, [before])).toMatchObject({ result: 'mismatch', contradicted: true });
  });
});
