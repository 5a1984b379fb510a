import { describe, expect, it } from 'vitest';
import type { VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';
import { ALL_COVERED, companyFacts, representative } from '#test/support/company-facts.ts';
import { findingOfRule, codesFound } from '#test/support/asked.ts';

const found = (person: Partial<VerifiedPerson>, coverage = ALL_COVERED) =>
  codesFound(companyFacts({ people: [representative(person)], coverage })).filter(
    (code) => code.startsWith('REP_') || code.startsWith('PERSON_'),
  );

describe('identity rules', () => {
  it.each([
    [{ result: 'not_found' }, 'REP_NOT_FOUND'],
    [{ result: 'mismatch' }, 'REP_MISMATCH'],
    [{ documentStatus: 'deceased' }, 'REP_DECEASED'],
    [{ documentStatus: 'reported_lost' }, 'REP_DOCUMENT_LOST'],
    [{ documentStatus: 'cancelled' }, 'REP_DOCUMENT_CANCELLED'],
    [{ documentStatus: 'missing' }, 'REP_DOCUMENT_CANCELLED'],
    [{ documentStatus: 'wanted' }, 'REP_WANTED'],
    [{ birthYear: 2010 }, 'REP_UNDERAGE'],
    [{ role: 'member', result: 'mismatch' }, 'PERSON_DOUBTFUL'],
  ] satisfies [Partial<VerifiedPerson>, string][])('the identity result %j leads to %s', (person, code) => {
    expect(found(person)).toEqual([code]);
  });

  it.each([
    { result: 'unchecked', foreign: true },
    { result: 'variation' },
    { result: 'correctable' },
    { documentStatus: 'expired' },
  ] satisfies Partial<VerifiedPerson>[])('no identity rule has a finding for %j', (person) => {
    expect(found(person)).toEqual([]);
  });

  it('no identity rule calls anybody absent before a police extract was read to its end', () => {
    expect(found({ result: 'not_found' }, { ...ALL_COVERED, identities: 'listed' })).toEqual([]);
  });

  it('an identity finding names the masked number alone', () => {
    const facts = companyFacts({ people: [representative({ documentStatus: 'deceased' })] });
    expect(findingOfRule('REP_DECEASED', facts)).toEqual({
      evidence: { people: 1, documentNumber: '****0001' },
      message: '1 người đại diện theo pháp luật (số giấy tờ ****0001) đã chết trước ngày nhận vai trò.',
    });
  });

  it('a denied authorisation is a finding', () => {
    expect(codesFound(companyFacts({ authorisationDeniedOn: '2025-03-01' }))).toEqual(['AUTHORISATION_DENIED']);
  });
});
