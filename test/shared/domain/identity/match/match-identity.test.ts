import { describe, expect, it } from 'vitest';
import { matchIdentity } from '#shared/domain/identity/match/match-identity.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import { citizen, declared } from '#test/support/people.ts';

const verdict = (typed: Partial<DeclaredPerson>, known: Partial<PoliceRecord> = {}) =>
  matchIdentity(declared(typed), '2025-01-15', citizen(known));

describe('matchIdentity', () => {
  it('matchIdentity compares every field and the document', () => {
    expect(verdict({})).toEqual({
      result: 'match',
      fields: { documentNumber: 'match', fullName: 'match', dateOfBirth: 'match', gender: 'match' },
      documentStatus: 'valid',
      correction: undefined,
    });
  });

  it.each<[string, Partial<DeclaredPerson>, Partial<PoliceRecord>]>([
    ['upper case and double spaces', { fullName: 'NGUYỄN  THỊ HỒNG THÚY' }, {}],
    ['NFD', { fullName: 'Nguyễn Thị Hồng Thúy'.normalize('NFD') }, {}],
    ['the tone mark on the other letter', { fullName: 'Nguyễn Thị Hồng Thuý' }, {}],
    ['U+00D0', { fullName: 'Ðỗ Thị Hoa' }, { fullName: 'Đỗ Thị Hoa' }],
    ['an old number', { documentType: 'CMND', documentNumber: '145123456' }, { oldNumber: '145123456' }],
    ['a birth year declared', { dateOfBirth: '1990' }, {}],
    ['a birth year known', {}, { dateOfBirth: '1990' }],
    ['no gender declared', { gender: undefined }, {}],
    ['no gender known', {}, { gender: undefined }],
    ['a number that contradicts both alike', {}, { gender: 'male' }],
  ])('%s is a match', (what, typed, known) => {
    const person = what.startsWith('a number') ? { ...typed, gender: 'male' as const } : typed;
    expect(verdict(person, known)).toMatchObject({ result: 'match', correction: undefined });
  });

  it('matchIdentity calls missing marks a variation, and corrects nothing', () => {
    const loose = verdict({ fullName: 'Nguyen Thi Hong Thuy' });
    expect(loose).toMatchObject({ result: 'variation', fields: { fullName: 'variation' }, correction: undefined });
  });

  it.each([
    'Nguyễn Thị Hồng Thúy, Trần Văn Bình',
    'Trần Văn Bình; Nguyễn Thị Hồng Thúy',
    'Ông Trần Văn Bình / Bà Nguyễn Thị Hồng Thúy',
    'Nguyễn Thị Hồng Thúy & chồng Trần Văn Bình',
    'Trần Văn Bình và Nguyễn Thị Hồng Thúy',
    '1. Trần Văn Bình 2. Nguyễn Thị Hồng Thúy',
    'TRAN VAN BINH - NGUYEN THI HONG THUY',
    'Nguyễn Thị Hồng Thúy (Giám đốc), Trần Văn Bình (Phó giám đốc)',
  ])("a cell of several names, the record's among them, is corrected and no mismatch: %s", (fullName) => {
    expect(verdict({ fullName })).toMatchObject({
      result: 'correctable',
      correction: { field: 'fullName', value: 'Nguyễn Thị Hồng Thúy' },
    });
  });

  it.each(['Lê Văn Tám, Trần Văn Bình', 'Lê Văn Tám, Giám đốc', 'Thúy, Hồng, Thị'])(
    "a cell of several names, the record's not among them, stays a mismatch: %s",
    (fullName) => {
      expect(verdict({ fullName }).result).toBe('mismatch');
    },
  );

  it.each<[string, Partial<DeclaredPerson>, Partial<PoliceRecord>, object | undefined]>([
    ['day and month swapped', { dateOfBirth: '1990-11-03' }, {}, { field: 'dateOfBirth', value: '1990-03-11' }],
    ['a digit of the date wrong', { dateOfBirth: '1990-03-17' }, {}, { field: 'dateOfBirth', value: '1990-03-11' }],
    ['day and month both wrong', { dateOfBirth: '1990-07-25' }, {}, { field: 'dateOfBirth', value: '1990-03-11' }],
    ['the year alone wrong', { dateOfBirth: '1985-03-11' }, {}, { field: 'dateOfBirth', value: '1990-03-11' }],
    ['years swapped, the police know no day', { dateOfBirth: '1909' }, { dateOfBirth: '1990' }, undefined],
    [
      'a middle name left out',
      { fullName: 'Nguyễn Hồng Thúy' },
      {},
      { field: 'fullName', value: 'Nguyễn Thị Hồng Thúy' },
    ],
    ['the wrong tone', { fullName: 'Nguyễn Thị Hồng Thùy' }, {}, { field: 'fullName', value: 'Nguyễn Thị Hồng Thúy' }],
    ['gender against the number', { gender: 'male' }, {}, { field: 'gender', value: 'female' }],
    [
      'gender against the number alone',
      { gender: 'male' },
      { gender: undefined },
      { field: 'gender', value: 'female' },
    ],
    ['gender that the police data dispute', {}, { gender: 'male' }, undefined],
    ['two digits swapped', { documentNumber: '033190124356' }, {}, { field: 'documentNumber', value: '033190123456' }],
    [
      'swapped in the old number',
      { documentNumber: '145132456' },
      { oldNumber: '145123456' },
      { field: 'documentNumber', value: '033190123456' },
    ],
    [
      'two digits wrong, all else exact',
      { documentNumber: '033190129956' },
      {},
      { field: 'documentNumber', value: '033190123456' },
    ],
    [
      'number and marks',
      { documentNumber: '033190124356', fullName: 'NGUYEN THI HONG THUY' },
      {},
      { field: 'documentNumber', value: '033190123456' },
    ],
    [
      'number and day and month',
      { documentNumber: '033190124356', dateOfBirth: '1990-11-03' },
      {},
      { field: 'documentNumber', value: '033190123456' },
    ],
    [
      'number and middle name',
      { documentNumber: '033190124356', fullName: 'Nguyễn Thúy' },
      {},
      { field: 'documentNumber', value: '033190123456' },
    ],
    [
      'number and middle name, the police know no day',
      { documentNumber: '033190124356', fullName: 'Nguyễn Hồng Thúy' },
      { dateOfBirth: '1990' },
      { field: 'documentNumber', value: '033190123456' },
    ],
    [
      'number and gender, no day declared',
      { documentNumber: '033190124356', gender: 'male', dateOfBirth: '1990' },
      {},
      { field: 'documentNumber', value: '033190123456' },
    ],
    [
      'name and date and gender on the exact number',
      { fullName: 'Nguyễn Thúy', dateOfBirth: '1990-11-03', gender: 'male' },
      {},
      { field: 'dateOfBirth', value: '1990-03-11' },
    ],
  ])('%s is correctable', (_typo, typed, known, correction) => {
    expect(verdict(typed, known)).toMatchObject({ result: 'correctable' });
    expect(verdict(typed, known).correction).toEqual(correction);
  });

  it.each<[string, Partial<DeclaredPerson>, Partial<PoliceRecord>]>([
    ['another name and birth', { fullName: 'Trần Thị Lan', dateOfBirth: '1971-01-30' }, {}],
    ['another name with the owner’s birth', { fullName: 'Trần Thị Lan' }, {}],
    ['another name with the owner’s birth year', { fullName: 'Trần Thị Lan', dateOfBirth: '1990-08-24' }, {}],
    ['a namesake born in another year', { dateOfBirth: '1971-01-30' }, {}],
    ['a near namesake with the owner’s day', { fullName: 'Nguyễn Thúy', dateOfBirth: '1985-03-11' }, {}],
    [
      'the number a typo away, only day and month of birth',
      { documentNumber: '033190124356', dateOfBirth: '1985-03-11' },
      {},
    ],
    ['a near namesake of the year', { fullName: 'Nguyễn Thúy', dateOfBirth: '1990-08-24' }, {}],
    ['the number a typo away, the name another', { documentNumber: '033190124356', fullName: 'Trần Thị Lan' }, {}],
    [
      'the number a typo away, only the year of birth',
      { documentNumber: '033190124356', dateOfBirth: '1990-08-24' },
      {},
    ],
    ['the number two typos away, only the year known', { documentNumber: '033190129956' }, { dateOfBirth: '1990' }],
    ['everything but a wholly different number', { documentNumber: '034190777777' }, {}],
    [
      'the same name and nothing else to compare',
      { documentNumber: '034185777777', dateOfBirth: '1971', gender: undefined },
      {},
    ],
  ])('%s is another person', (_what, typed, known) => {
    const { result, correction } = verdict(typed, known);
    expect({ result, correction }).toEqual({ result: 'mismatch', correction: undefined });
  });

  it("matchIdentity keeps each field's result where the person is another", () => {
    expect(verdict({ fullName: 'Trần Thị Lan', dateOfBirth: '1990-11-03', gender: 'male' }).fields).toEqual({
      documentNumber: 'match',
      fullName: 'mismatch',
      dateOfBirth: 'mismatch',
      gender: 'mismatch',
    });
  });
});

describe('rows of the police that contradict each other', () => {
  const of = (...versions: (Partial<PoliceRecord> & { toldOn?: string })[]) => {
    const all = versions.map(({ toldOn, ...known }) => ({ ...citizen(known), toldOn }));
    return matchIdentity(declared({}), '2025-01-15', citizen(versions[0]), all);
  };
  const another = { fullName: 'Lê Văn Cường', gender: 'male', dateOfBirth: '1971-02-03' } as const;
  const dead = { status: 'DA_CHET', statusOn: '2025-01-02', toldOn: '2025-03-01' } as const;

  it('another name for the number is contradicted by the row with the declared one', () => {
    expect(of(another, {})).toMatchObject({ result: 'mismatch', contradicted: true });
    expect(of({}, another)).toMatchObject({ result: 'match', contradicted: true });
    expect(of(another)).not.toHaveProperty('contradicted');
  });

  it('a death is contradicted by a row that told later than the role began that nothing was amiss', () => {
    expect(of(dead, { toldOn: '2025-02-01' })).toMatchObject({ documentStatus: 'deceased', contradicted: true });
    expect(of(dead, { toldOn: '2025-01-10' })).not.toHaveProperty('contradicted');
    expect(of(dead, {})).not.toHaveProperty('contradicted');
    expect(of({ toldOn: '2025-02-01' })).not.toHaveProperty('contradicted');
  });
});
