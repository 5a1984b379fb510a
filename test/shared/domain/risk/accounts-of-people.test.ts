import { describe, expect, it } from 'vitest';
import {
  COMPANY_ITSELF,
  holdersInForce,
  isStrangersPhone,
  isUnregisteredPhone,
  mayBeTheirs,
  othersBehindAccount,
  peopleAmong,
  phoneOwnerOf,
  uncheckedKinds,
} from '#shared/domain/risk/accounts-of-people.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';

const people = [
  { role: 'legal_representative', aliasRefs: ['declared', 'found'] },
  { role: 'member', aliasRefs: ['member'] },
];

describe('othersBehindAccount', () => {
  it('othersBehindAccount names the person who acts for an account and does not belong to the company', () => {
    expect(othersBehindAccount('stranger', ['subscriber'], people)).toEqual(['stranger', 'subscriber']);
    expect(othersBehindAccount('found', ['member', 'declared'], people)).toEqual([]);
    expect(othersBehindAccount(undefined, ['stranger', 'stranger'], people)).toEqual(['stranger']);
  });

  it('othersBehindAccount names nobody before the company’s own people are known', () => {
    expect(othersBehindAccount('declared', ['declared'], [])).toEqual([]);
  });
});

describe('a stranger’s phone', () => {
  const registered = new Set(['0900000001']);
  const asked = (phone: string | undefined, holders: readonly string[], documentRef?: string) =>
    isStrangersPhone(phone, registered, holders, documentRef, people);

  it('a phone is a stranger’s where the registration lacks it and its subscriber is no person of the company', () => {
    expect(asked('0900000002', ['stranger'])).toBe(true);
    expect(asked('0900000001', ['stranger'])).toBe(false);
    expect(asked('0900000002', ['member'])).toBe(false);
  });

  it('a phone is not called a stranger’s where no carrier answered, or where it belongs to the account’s representative', () => {
    expect(asked('0900000002', [])).toBe(false);
    expect(asked(undefined, ['stranger'])).toBe(false);
    expect(asked('0900000002', ['accountant'], 'accountant')).toBe(false);
    expect(isStrangersPhone('0900000002', registered, ['stranger'], undefined, [])).toBe(false);
  });

  it('a phone without a carrier’s data is unregistered where the registration does not contain it', () => {
    expect(isUnregisteredPhone('0900000002', registered, [])).toBe(true);
    expect(isUnregisteredPhone('0900000001', registered, [])).toBe(false);
    expect(isUnregisteredPhone('0900000002', registered, ['somebody'])).toBe(false);
    // A registration without any phone is compared with nothing.
    expect(isUnregisteredPhone('0900000002', new Set(), [])).toBe(false);
    expect(isUnregisteredPhone(undefined, registered, [])).toBe(false);
  });
});

describe('a phone that the company itself holds', () => {
  const known = [...people, { role: COMPANY_ITSELF, aliasRefs: ['code'] }];

  it('a phone of the company is nobody else’s, whoever acts for the account', () => {
    expect(phoneOwnerOf('found', ['code'], known)).toBe('same');
    expect(phoneOwnerOf('stranger', ['code'], known)).toBe('same');
    expect(isStrangersPhone('0900000002', new Set(['0900000001']), ['code'], 'stranger', known)).toBe(false);
    expect(othersBehindAccount('found', ['code'], known)).toEqual([]);
  });

  it('another company’s phone is another’s and no stranger’s, because its code tells who it is', () => {
    const isStrange = (...holders: readonly string[]) => {
      const inPerson = peopleAmong(holders, new Set(['another-code']));
      return isStrangersPhone('0900000002', new Set(['0900000001']), inPerson, 'found', known);
    };
    expect(phoneOwnerOf('found', ['another-code'], known)).toBe('other');
    expect(isStrange('another-code')).toBe(false);
    expect(isStrange('another-code', 'stranger')).toBe(true);
    expect(isStrange('stranger')).toBe(true);
    expect(peopleAmong('too-many', new Set(['another-code']))).toBe('too-many');
  });
});

describe('the holders of a phone', () => {
  const given = { documentRef: 'a', on: '2025-01-01' };
  const recalled = { documentRef: 'a', on: '2025-06-01', isRecalled: true };
  const other = { documentRef: 'b' };

  it('a subscription that was taken back has no holder, in whatever order its rows come', () => {
    expect(holdersInForce([given, recalled, other])).toEqual(['b']);
    expect(holdersInForce([other, recalled, given])).toEqual(['b']);
  });

  it('somebody who got the number again holds it', () => {
    expect(holdersInForce([recalled, { documentRef: 'a', on: '2025-07-01' }])).toEqual(['a']);
  });
});

it('a phone with too many holders says nothing about its owner and leads to nobody', () => {
  expect(isStrangersPhone('0900000002', new Set(['0900000001']), 'too-many', 'found', people)).toBe(false);
  expect(isUnregisteredPhone('0900000002', new Set(['0900000001']), 'too-many')).toBe(false);
  expect(phoneOwnerOf('found', 'too-many', people)).toBe('unknown');
  expect(othersBehindAccount('stranger', 'too-many', people)).toEqual(['stranger']);
});

describe('a number of another kind than a representative declared', () => {
  const declared = (person: Partial<DeclaredPerson> = {}): DeclaredPerson => ({
    role: 'legal_representative',
    fullName: 'Trần Minh Toàn',
    dateOfBirth: '1978-05-02',
    documentType: 'CCCD',
    documentNumber: '001078371176',
    ...person,
  });
  const isOpen = (number: string, person: DeclaredPerson, result: 'unchecked' | 'match' = 'unchecked') =>
    mayBeTheirs(number, uncheckedKinds([person], [{ result }]));

  it('a CMND may be the one of a representative who declared a personal number, until police data were found', () => {
    expect(isOpen('145678901', declared())).toBe(true);
    expect(isOpen('145678901', declared(), 'match')).toBe(false);
    expect(isOpen('145678901', declared({ role: 'member' }))).toBe(false);
  });

  it('two numbers of one kind belong to two people', () => {
    expect(isOpen('033190000999', declared())).toBe(false);
    expect(isOpen('145678901', declared({ documentType: 'CMND', documentNumber: '145678902' }))).toBe(false);
  });

  it('a foreigner’s passport of nine digits is no CMND of somebody with a personal number', () => {
    const foreigner = declared({ documentType: 'HC', documentNumber: '145678901', nationality: 'Singapore' });
    expect(isOpen('001078371176', foreigner)).toBe(false);
  });
});
