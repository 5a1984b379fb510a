import { describe, expect, it } from 'vitest';
import { accountsOf, recipientsOf } from '#functions/3-assess-company/recipients.ts';
import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import { companyFacts } from '#test/support/company-facts.ts';

const account = (representative: 'same' | 'other') => ({
  accountRef: 'an-account',
  bank: '970436',
  maskedNumber: '****1234',
  representative,
  phoneOwner: 'unknown' as const,
  holder: 'same' as const,
  flows: [],
});

function assessed(
  verdict: Assessment['verdict'],
  notified: boolean,
  representative: 'same' | 'other' = 'same',
  measures: readonly Measure[] = [],
): AssessedCompany {
  const facts = companyFacts({ accounts: [account(representative)] });
  return {
    enterpriseCode: facts.enterpriseCode,
    name: facts.name,
    registeredOn: facts.registeredOn,
    revision: 1,
    notified,
    assessmentId: `${verdict}-${representative}`,
    standsSince: '2026-01-01T00:00:00.000Z',
    verdict,
    confirmed: false,
    activity: 'unknown',
    activityReasons: [],
    score: 0,
    findings: [],
    people: [],
    worklist: [],
    values: [],
    listed: 1,
    awaits: {},
    accounts: accountsOf(facts, { verdict, score: 0, findings: [] }, undefined, measures),
    nextCheckOn: '2026-04-01',
  };
}

describe('recipients of an assessment', () => {
  const recipientCounts = (now: AssessedCompany, before?: AssessedCompany) => {
    const { police, accounts } = recipientsOf(now, before);
    return [police.length, accounts.length];
  };

  it.each<[string, AssessedCompany, AssessedCompany | undefined, number[]]>([
    ['nobody, of a clear company', assessed('clear', false), undefined, [0, 0]],
    ['police and bank, of a flag', assessed('flagged', false), undefined, [1, 1]],
    ['nobody, of the same again', assessed('flagged', false), assessed('flagged', true), [0, 0]],
    ['police and bank, of a flag that fell', assessed('clear', false), assessed('flagged', true), [1, 1]],
    ['the bank alone, of another representative', assessed('clear', false, 'other'), assessed('clear', true), [0, 1]],
    [
      'the bank alone, where a measure has been switched on that speaks of its account',
      assessed('clear', false, 'other', ['accountReview']),
      assessed('clear', true, 'other'),
      [0, 1],
    ],
    [
      'nobody, where it speaks of none',
      assessed('clear', false, 'same', ['accountReview']),
      assessed('clear', true),
      [0, 0],
    ],
    [
      'everyone, after an assessment that was perhaps never sent',
      assessed('clear', false),
      assessed('clear', false),
      [1, 1],
    ],
  ])('the recipients of an assessment are right: %s', (_what, now, before, counts) => {
    expect(recipientCounts(now, before)).toEqual(counts);
  });

  it('the police are a recipient where a flagged company has another name or another account', () => {
    const [before, now] = [assessed('flagged', true), assessed('flagged', false)];
    expect(recipientCounts({ ...now, name: 'CÔNG TY TNHH TÊN MỚI' }, before)).toEqual([1, 0]);
    expect(recipientCounts({ ...now, registeredOn: '2025-05-05' }, before)).toEqual([1, 0]);
    const [first] = now.accounts;
    const second = { accountRef: 'another', fingerprint: 'new', mismatch: false, flag: 'company' } as const;
    expect(recipientCounts({ ...now, accounts: [...(first ? [first] : []), second] }, before)).toEqual([1, 1]);
    expect(recipientCounts({ ...now, verdict: 'clear', name: 'B' }, { ...before, verdict: 'clear' })).toEqual([0, 0]);
  });

  it('a bank is a recipient where the account has left the company', () => {
    expect(recipientCounts({ ...assessed('clear', false), accounts: [] }, assessed('flagged', true))).toEqual([1, 1]);
  });
});
