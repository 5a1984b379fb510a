import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseMatch } from '#shared/domain/identity/match/choose-match.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import { citizen, declared } from '#test/support/people.ts';

const ON = '2025-01-15';
const HEARD = 'whole';
const SWAPPED = declared({ documentNumber: '033190124356' });
const stranger = (changes: Partial<PoliceRecord> = {}) =>
  citizen({ documentNumber: '033190124356', fullName: 'Trần Thị Lan', dateOfBirth: '1990-08-24', ...changes });

describe('chooseMatch', () => {
  it('chooseMatch chooses the owner of the number where that is the person', () => {
    const { verdict, record } = chooseMatch(declared(), ON, [citizen()], [], HEARD);
    expect(verdict.result).toBe('match');
    expect(record?.documentNumber).toBe('033190123456');
  });

  it('chooseMatch chooses the person one typo away, whether the number is unknown or another person’s', () => {
    for (const exact of [[], [stranger()]]) {
      const { verdict, record } = chooseMatch(SWAPPED, ON, exact, [citizen()], HEARD);
      expect(verdict).toMatchObject({ result: 'correctable', correction: { value: '033190123456' } });
      expect(record).toEqual(citizen());
    }
  });

  it('chooseMatch calls the number stolen where the person’s own number is a wholly different one', () => {
    const own = citizen({ documentNumber: '034190777777' });
    const { verdict, record } = chooseMatch(SWAPPED, ON, [stranger()], [own], HEARD);
    expect(verdict).toMatchObject({ result: 'mismatch' });
    expect(record).toBeUndefined();
  });

  it('chooseMatch gives a stolen number the document status of its owner', () => {
    const dead = stranger({ status: 'DA_CHET', statusOn: '2020-01-01' });
    expect(chooseMatch(SWAPPED, ON, [dead], [], HEARD).verdict.documentStatus).toBe('deceased');
  });

  it('chooseMatch finds no record where the number is unknown and the person has another one', () => {
    const own = citizen({ documentNumber: '034190777777' });
    expect(chooseMatch(SWAPPED, ON, [], [own], HEARD)).toMatchObject({ verdict: { result: 'not_found' } });
  });

  it('chooseMatch calls no person absent or mistaken before the police extract was read to its end', () => {
    expect(chooseMatch(SWAPPED, ON, [], [], 'none').verdict.result).toBe('unchecked');
    expect(chooseMatch(SWAPPED, ON, [stranger()], [], 'none').verdict.result).toBe('unchecked');
    expect(chooseMatch(declared(), ON, [citizen()], [], 'none').verdict.result).toBe('match');
  });

  it('chooseMatch leaves a foreign passport unchecked, even where somebody’s CMND reads the same', () => {
    const passport = declared({ documentType: 'HC', documentNumber: '145123456', nationality: 'Trung Quốc' });
    const verdict = chooseMatch(passport, ON, [citizen({ oldNumber: '145123456' })], [], HEARD).verdict;
    expect(verdict.result).toBe('unchecked');
    expect(verdict.documentStatus).toBeUndefined();
  });

  it('chooseMatch leaves a Vietnamese passport unchecked, but not a personal number called one', () => {
    const passport = declared({ documentType: 'HC', documentNumber: 'C1234567' });
    expect(chooseMatch(passport, ON, [], [], HEARD).verdict.result).toBe('unchecked');
    expect(chooseMatch(declared({ documentType: 'HC' }), ON, [citizen()], [], HEARD).verdict.result).toBe('match');
    expect(chooseMatch(declared({ documentType: 'HC' }), ON, [], [], HEARD).verdict.result).toBe('not_found');
  });

  it('chooseMatch proposes nothing where two people fit equally well', () => {
    const twins = [citizen(), citizen({ documentNumber: '033190124365' })];
    const { verdict, record } = chooseMatch(SWAPPED, ON, [], twins, HEARD);
    expect(verdict).toMatchObject({ result: 'correctable', correction: undefined });
    expect(record).toBeUndefined();
  });

  it('chooseMatch prefers the owner of an old number over its second owner', () => {
    const person = declared({ documentType: 'CMND', documentNumber: '145123456' });
    const both = [stranger({ oldNumber: '145123456' }), citizen({ oldNumber: '145123456' })];
    expect(chooseMatch(person, ON, both, [], HEARD).record?.fullName).toBe('Nguyễn Thị Hồng Thúy');
  });

  it('chooseMatch gives a cancelled number its own status, although the person has another number now', () => {
    const cancelled = citizen({ status: 'SO_DA_HUY', statusOn: '2023-01-01' });
    const present = citizen({ documentNumber: '001190123456', oldNumber: '033190123456' });
    const { verdict, record } = chooseMatch(declared(), ON, [present, cancelled], [], HEARD);
    expect(verdict).toMatchObject({ result: 'match', documentStatus: 'cancelled' });
    expect(record).toEqual(cancelled);
  });

  it('chooseMatch treats a CMND and the later personal number as one person', () => {
    const old = citizen({ documentNumber: '145123456', documentType: 'CMND' });
    const present = citizen({ oldNumber: '145123456' });
    const byOld = declared({ documentType: 'CMND', documentNumber: '145123456' });
    expect(chooseMatch(byOld, ON, [old, present], [], HEARD)).toMatchObject({ verdict: { result: 'match' }, present });
    const mistyped = declared({ documentType: 'CMND', documentNumber: '145123465' });
    const { verdict, record } = chooseMatch(mistyped, ON, [], [old, present], HEARD);
    expect(verdict).toMatchObject({ result: 'correctable', correction: { value: '033190123456' } });
    expect(record).toEqual(present);
  });

  it("chooseMatch uses the person's status from both rows, and the number's status only from the declared row", () => {
    const old = citizen({ documentNumber: '145123456', documentType: 'CMND' });
    const byOld = declared({ documentType: 'CMND', documentNumber: '145123456' });
    const statusOf = (row: Partial<PoliceRecord>, present: Partial<PoliceRecord>) =>
      chooseMatch(byOld, '2024-06-01', [{ ...old, ...row }, citizen({ oldNumber: '145123456', ...present })], [], HEARD)
        .verdict.documentStatus;
    expect(statusOf({}, { status: 'DA_CHET', statusOn: '2020-01-01' })).toBe('deceased');
    expect(statusOf({}, { status: 'DA_CHET', statusOn: '2025-01-01' })).toBe('valid');
    expect(statusOf({}, { status: 'BAO_MAT_GIAY_TO' })).toBe('valid');
    expect(statusOf({ status: 'BAO_MAT_GIAY_TO' }, {})).toBe('reported_lost');
    expect(statusOf({ status: 'BAO_MAT_GIAY_TO' }, { status: 'DA_CHET' })).toBe('deceased');
    expect(statusOf({ status: 'DA_CHET' }, { status: 'MAT_TICH' })).toBe('deceased');
  });

  describe('a person known by another kind of number', () => {
    const old = citizen({ documentNumber: '145123456', documentType: 'CMND' });
    const choose = (person: DeclaredPerson, exact: readonly PoliceRecord[], candidates: readonly PoliceRecord[]) =>
      chooseMatch(person, ON, exact, candidates, HEARD);

    it('a personal number or CMND is unchecked where the police have only the other kind and nothing contradicts it', () => {
      const { verdict, record } = choose(declared(), [], [old]);
      expect(verdict).toEqual({
        result: 'unchecked',
        fields: { documentNumber: 'not_provided', fullName: 'match', dateOfBirth: 'match', gender: 'match' },
        documentStatus: undefined,
      });
      expect(record).toEqual(old);
      const byOld = declared({ documentType: 'CMND', documentNumber: '145123456', fullName: 'NGUYEN THI HONG THUY' });
      expect(choose(byOld, [], [citizen()]).verdict.result).toBe('unchecked');
    });

    it("a person known by another kind of number has the person's status, and not that of the other number", () => {
      const statusOf = (row: Partial<PoliceRecord>) =>
        choose(declared(), [], [{ ...old, ...row }]).verdict.documentStatus;
      expect(statusOf({ status: 'DA_CHET' })).toBe('deceased');
      expect(statusOf({ status: 'BI_TRUY_NA' })).toBe('wanted');
      expect(statusOf({ status: 'BAO_MAT_GIAY_TO' })).toBeUndefined();
      expect(statusOf({ status: 'SO_DA_HUY' })).toBeUndefined();
      expect(statusOf({ expiresOn: '2015-01-01' })).toBeUndefined();
    });

    it.each<[string, Partial<DeclaredPerson>, PoliceRecord[]]>([
      ['the number names another birth year', { documentNumber: '033189123456' }, [old]],
      ['the number names another gender', { documentNumber: '033090123456' }, [old]],
      ['a birth year is all there is', {}, [{ ...old, dateOfBirth: '1990' }]],
      ['the gender is not declared', { gender: undefined }, [old]],
      ['the birth date is a typo away', { dateOfBirth: '1990-11-03' }, [old]],
      ['the middle name is left out', { fullName: 'Nguyễn Thúy' }, [old]],
      ['two have that name and birth', {}, [old, { ...old, documentNumber: '151123456' }]],
      ['the person has a personal number, and it is another', {}, [old, citizen({ documentNumber: '034190777777' })]],
    ])('chooseMatch finds nobody where %s', (_why, typed, candidates) => {
      expect(choose(declared(typed), [], candidates).verdict.result).toBe('not_found');
    });

    it('a number of another person is a mismatch even where the police have the person under another kind of number', () => {
      expect(choose(SWAPPED, [stranger()], [old]).verdict.result).toBe('mismatch');
    });
  });

  it('chooseMatch decides the same in any order', () => {
    const all = [citizen(), citizen({ status: 'DA_CHET' }), stranger(), stranger({ gender: undefined })];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (shuffled) => {
        for (const person of [declared(), SWAPPED])
          expect(chooseMatch(person, ON, shuffled, shuffled, HEARD)).toEqual(chooseMatch(person, ON, all, all, HEARD));
      }),
    );
  });
});
