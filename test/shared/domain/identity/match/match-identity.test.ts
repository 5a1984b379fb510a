import { describe, expect, it } from 'vitest';
import { csvRows } from '#test/support/csv-cases.ts';
import { matchIdentity } from '#shared/domain/identity/match/match-identity.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import { citizen, declared } from '#test/support/people.ts';

const verdict = (typed: Partial<DeclaredPerson>, known: Partial<PoliceRecord> = {}) =>
  matchIdentity(declared(typed), '2025-01-15', citizen(known));

/** What a row says otherwise than the usual person; a cell says `none` where nothing is known. */
const saidIn = (row: Readonly<Record<string, string>>, of: string): Partial<DeclaredPerson & PoliceRecord> =>
  Object.fromEntries(
    ['fullName', 'dateOfBirth', 'gender', 'documentType', 'documentNumber', 'oldNumber'].flatMap((field) => {
      const said = row[`${of}${field}`];
      return said ? [[field, said === 'none' ? undefined : said]] : [];
    }),
  );

describe('matchIdentity', () => {
  it('matchIdentity compares every field and the document', () => {
    expect(verdict({})).toEqual({
      result: 'match',
      fields: { documentNumber: 'match', fullName: 'match', dateOfBirth: 'match', gender: 'match' },
      documentStatus: 'valid',
      correction: undefined,
    });
  });

  it.each(csvRows('typed-people.csv', import.meta))('of $about the result is: $result', (row) => {
    const [typed, known] = [saidIn(row, ''), saidIn(row, 'known ')];
    const correction = row['field'] ? { field: row['field'], value: row['value'] } : undefined;
    const { result, correction: corrected } = verdict(typed, known);
    expect([result, corrected]).toEqual([row['result'], correction]);
  });

  it('a name in decomposed letters is a match', () => {
    expect(verdict({ fullName: 'Nguyễn Thị Hồng Thúy'.normalize('NFD') })).toMatchObject({ result: 'match' });
  });

  it('matchIdentity calls missing marks a variation, and corrects nothing', () => {
    const loose = verdict({ fullName: 'Nguyen Thi Hong Thuy' });
    expect(loose).toMatchObject({ result: 'variation', fields: { fullName: 'variation' }, correction: undefined });
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
