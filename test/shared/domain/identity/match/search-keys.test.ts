import { describe, expect, it } from 'vitest';
import { declaredKeys, recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import { citizen, declared } from '#test/support/people.ts';

const meets = (typed: Parameters<typeof declared>[0], known = citizen()) => {
  const keys = new Set(recordKeys(known));
  return declaredKeys(declared(typed)).some((key) => keys.has(key));
};

describe('search keys', () => {
  it.each([
    ['marks dropped and upper case', { fullName: 'NGUYEN THI HONG THUY' }],
    ['words joined', { fullName: 'Nguyen Thi HongThuy' }],
    ['words in another order', { fullName: 'Thúy Hồng Thị Nguyễn' }],
    ['tone mark on the other letter', { fullName: 'Nguyễn Thị Hồng Thuý' }],
    ['keys of Telex left in', { fullName: 'Nguyeenx Thij Hoongf Thuys' }],
    ['words joined and day and month swapped', { fullName: 'Nguyen Thi HongThuy', dateOfBirth: '1990-11-03' }],
    ['NFD', { fullName: 'Nguyễn Thị Hồng Thúy'.normalize('NFD') }],
    ['middle name left out', { fullName: 'Nguyễn Thúy' }],
    ['a letter wrong', { fullName: 'Nguyễn Thị Hồng Thúi' }],
    ['day and month swapped', { dateOfBirth: '1990-11-03' }],
    ['day and month swapped and marks dropped', { dateOfBirth: '1990-11-03', fullName: 'Nguyen Thi Hong Thuy' }],
    ['day and month swapped and middle name left out', { dateOfBirth: '1990-11-03', fullName: 'Nguyễn Thúy' }],
    ['year alone', { dateOfBirth: '1990' }],
    ['year wrong, but right in the number', { dateOfBirth: '1909-03-11', documentNumber: '033190123465' }],
    ['year wrong, right in the number, middle name left out', { dateOfBirth: '1909-03-11', fullName: 'Nguyễn Thúy' }],
  ])('search keys of record and declaration have one in common with %s', (_typo, typed) => {
    expect(meets(typed)).toBe(true);
  });

  it('search keys find a person whose police record has only the birth year', () => {
    expect(meets({ fullName: 'nguyen thi hong thuy' }, citizen({ dateOfBirth: '1990' }))).toBe(true);
  });

  it('search keys find a person without middle name whose police record has only the birth year', () => {
    expect(meets({ fullName: 'Nguyễn Thúy' }, citizen({ dateOfBirth: '1990' }))).toBe(true);
    expect(meets({ fullName: 'Nguyễn T. H. Thúy', dateOfBirth: '1990' })).toBe(true);
  });

  it('search keys have none in common for another name and another birth', () => {
    expect(meets({ fullName: 'Trần Văn Bình', dateOfBirth: '1971-01-30', documentNumber: '034071000111' })).toBe(false);
    expect(meets({ fullName: 'Trần Văn Bình' })).toBe(false);
  });

  it('a person has three stored search keys, and at most six are searched', () => {
    expect(recordKeys(citizen())).toHaveLength(3);
    expect(declaredKeys(declared())).toHaveLength(3);
    expect(declaredKeys(declared({ dateOfBirth: '1978-03-11' }))).toHaveLength(6);
  });
});
