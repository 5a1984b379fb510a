import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PEOPLE } from '#shared/domain/identity/registration.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';

const company: RegistrationRow['company'] = {
  enterpriseCode: '0900189284',
  name: 'CÔNG TY TNHH HÒA BÌNH',
  legalForm: 'TNHH1TV',
  registeredOn: '2024-07-07',
  headOfficeAddress: 'Số 164, đường Nguyễn Văn Linh, Xã Liên Phương',
  charterCapital: 1_000_000_000,
};
const an: RegistrationRow['person'] = {
  role: 'legal_representative',
  fullName: 'Võ Thị An',
  dateOfBirth: '1989-07-18',
  documentType: 'CCCD',
  documentNumber: '033189000001',
};
const binh = { ...an, fullName: 'Trần Văn Bình', documentNumber: '033075000002', dateOfBirth: '1975-01-02' };
const row = (over: Partial<RegistrationRow['company']> = {}, person = an, position = 0): RegistrationRow => ({
  company: { ...company, ...over },
  person,
  position,
});

describe('foldVersions', () => {
  it('foldVersions joins the people of one date and keeps the order of the file', () => {
    const member = { ...binh, role: 'member' } as const;
    const { current, changes, conflicts } = foldVersions([row({}, member, 1), row(), row()]);
    expect(current.people.map(({ fullName }) => fullName)).toEqual(['Võ Thị An', 'Trần Văn Bình']);
    expect([changes, conflicts]).toEqual([[], []]);
  });

  it('foldVersions keeps the latest version and dates by it what changed', () => {
    const folded = foldVersions([row({ amendedOn: '2025-05-01', charterCapital: 9 }, binh), row()]);
    expect(folded.current.people).toEqual([expect.objectContaining({ fullName: 'Trần Văn Bình' })]);
    expect(folded.roleTakenOn).toBe('2025-05-01');
    expect(folded.changes).toEqual([
      { kind: 'representative', on: '2025-05-01' },
      { kind: 'capital', on: '2025-05-01', capital: { from: 1_000_000_000, to: 9 } },
    ]);
  });

  it('foldVersions counts a role from the version in which the person took it, through a corrected number', () => {
    const corrected = { ...an, documentNumber: '033189000010' };
    const rows = [row(), row({ amendedOn: '2025-01-01' }, corrected), row({ amendedOn: '2025-06-01' }, corrected)];
    const folded = foldVersions([...rows, row({ amendedOn: '2025-06-01' }, binh, 1)]);
    expect(folded.peopleSince).toEqual(['2024-07-07', '2025-06-01']);
    expect(folded.changes).toEqual([{ kind: 'representative', on: '2025-06-01' }]);
  });

  it('foldVersions reports two values of one date, and not two spellings of one value', () => {
    const other = row({ name: 'Công ty  TNHH Hòa Bình', charterCapital: 2_000_000_000 });
    expect(foldVersions([other, row()]).conflicts).toEqual([
      { field: 'charterCapital', kept: '1000000000', other: '2000000000' },
    ]);
  });

  it('foldVersions keeps the first thousand people of one date and names how many there were', () => {
    const members = Array.from({ length: MOST_PEOPLE + 4 }, (_, n) => {
      const documentNumber = `03307${String(n).padStart(7, '0')}`;
      return row({}, { ...binh, role: 'member', documentNumber, fullName: `Trần Văn Bình ${n}` }, n + 1);
    });
    const { current, peopleSince, conflicts } = foldVersions([...members.toReversed(), row()]);
    expect([current.people.length, peopleSince.length]).toEqual([MOST_PEOPLE, MOST_PEOPLE]);
    expect(current.people[0]?.fullName).toBe('Võ Thị An');
    expect(conflicts).toEqual([{ field: 'people', kept: '1000', other: '1005' }]);
  });

  it('foldVersions takes a value from any row that has it', () => {
    const { current, conflicts } = foldVersions([row(), row({ email: 'an@haukiem.vn' })]);
    expect(current.email).toBe('an@haukiem.vn');
    expect(conflicts).toEqual([]);
  });

  it('foldVersions gives the same whatever the order and repetition of the rows', () => {
    const rows = [
      row(),
      row({ phone: '0900000001' }),
      row({ name: 'CÔNG TY TNHH HOÀ BÌNH' }, { ...binh, role: 'member' }, 1),
      row({ amendedOn: '2025-05-01' }, binh),
      row({ amendedOn: '2025-05-01', charterCapital: 5 }, { ...an, fullName: 'Võ An' }, 1),
      row({ amendedOn: '2025-05-01' }, an, 1),
    ];
    const expected = foldVersions(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows), fc.shuffledSubarray(rows, { minLength: 6 }), (again, all) => {
        expect(foldVersions([...again, ...all])).toEqual(expected);
      }),
    );
  });
});
