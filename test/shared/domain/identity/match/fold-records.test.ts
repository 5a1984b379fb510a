import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRecords } from '#shared/domain/identity/match/fold-records.ts';
import { POLICE_STATUSES } from '#shared/domain/identity/police-record.ts';
import { citizen } from '#test/support/people.ts';

describe('foldRecords', () => {
  it('foldRecords keeps the latest status', () => {
    const lost = citizen({ status: 'BAO_MAT_GIAY_TO', statusOn: '2024-02-01' });
    const found = citizen({ status: 'BINH_THUONG', statusOn: '2024-05-01' });
    expect(foldRecords([found, lost, citizen()]).status).toBe('BINH_THUONG');
  });

  it('foldRecords keeps the graver of two statuses of one date, and of none', () => {
    const dead = citizen({ status: 'DA_CHET', statusOn: '2024-02-01' });
    const lost = citizen({ status: 'BAO_MAT_GIAY_TO', statusOn: '2024-02-01' });
    expect(foldRecords([lost, dead]).status).toBe('DA_CHET');
    expect(foldRecords([citizen(), citizen({ status: 'MAT_TICH' })]).status).toBe('MAT_TICH');
  });

  it('foldRecords keeps an old number and a gender that only another version gives', () => {
    const older = citizen({ oldNumber: '145123456', statusOn: '2020-01-01' });
    const newer = citizen({ gender: undefined, statusOn: '2024-01-01' });
    expect(foldRecords([newer, older])).toMatchObject({
      oldNumber: '145123456',
      gender: 'female',
      statusOn: '2024-01-01',
    });
  });

  it('foldRecords gives the same whatever the order', () => {
    const version = fc.record({
      status: fc.constantFrom(...POLICE_STATUSES),
      statusOn: fc.constantFrom(undefined, '2023-01-01', '2024-01-01'),
      dateOfBirth: fc.constantFrom('1990', '1990-03-11'),
      fullName: fc.constantFrom('Nguyễn Thị Hồng Thúy', 'Nguyễn Hồng Thúy'),
      oldNumber: fc.constantFrom(undefined, '145123456', '145654321'),
      gender: fc.constantFrom(undefined, 'female' as const),
    });
    const shuffled = fc
      .array(version.map(citizen), { minLength: 1, maxLength: 6 })
      .chain((versions) =>
        fc.tuple(fc.constant(versions), fc.shuffledSubarray(versions, { minLength: versions.length })),
      );
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        expect(foldRecords(b)).toEqual(foldRecords(a));
      }),
    );
  });
});
