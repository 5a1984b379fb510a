import { describe, expect, it } from 'vitest';
import { verifyWithFormer } from '#functions/2-verify-people/name-alone-changed.ts';
import { policeExtract } from '#functions/2-verify-people/police-extract.ts';
import type { DeclaredPerson, Registration } from '#shared/domain/identity/registration.ts';
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
const registration = (person: DeclaredPerson): Registration => ({
  enterpriseCode: '0900189284',
  name: 'CÔNG TY TNHH THỬ',
  legalForm: 'TNHH1TV',
  registeredOn: '2024-06-01',
  headOfficeAddress: 'Hưng Yên',
  charterCapital: 1,
  people: [person],
});
const verdictOf = async (person: DeclaredPerson, former: readonly Registration[]) =>
  (await verifyWithFormer(person, '2025-06-01', former, { police, policeData: 'listed' })).verdict;

describe('a representative whose name alone was changed', () => {
  const renamed = { ...before, fullName: 'Trần Thị Bình' };

  it('is asked about, with the name of the registration before, where that one was right', async () => {
    expect(await verdictOf(renamed, [registration(before)])).toMatchObject({
      result: 'correctable',
      correction: { field: 'fullName', value: 'Nguyễn Văn An' },
    });
  });

  it('is another person where no registration before was right, or where the birth date was changed too', async () => {
    expect(await verdictOf(renamed, [])).toMatchObject({ result: 'mismatch' });
    expect(await verdictOf(renamed, [registration({ ...before, fullName: 'Lê Văn Cường' })])).toMatchObject({
      result: 'mismatch',
    });
    const another = { ...renamed, dateOfBirth: '1971-01-02' };
    expect(await verdictOf(another, [registration(before)])).toMatchObject({ result: 'mismatch' });
  });
});
