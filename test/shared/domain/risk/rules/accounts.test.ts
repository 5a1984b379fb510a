import { describe, expect, it } from 'vitest';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import { ACCOUNT_RULES } from '#shared/domain/risk/rules/accounts.ts';
import { codesFound, findingOfRule } from '#test/support/asked.ts';
import { account, ALL_COVERED, companyFacts, flow, representative } from '#test/support/company-facts.ts';

const found = (over: Partial<CompanyFacts>) =>
  codesFound(companyFacts(over)).filter((code) => /FOREIGN|ACCOUNT/u.test(code));

describe('the rules on accounts', () => {
  it.each([
    [0.1, ['FOREIGN_IP']],
    [0.05, []],
  ])('a share of %d of the transactions from abroad gives %j', (foreignIpShare, codes) => {
    expect(found({ accounts: [account({ flows: [flow('2025-06', { foreignIpShare })] })] })).toEqual(codes);
  });

  it('use of accounts from abroad is no finding where the people are foreigners', () => {
    const people = [representative({ foreign: true, result: 'unchecked' })];
    expect(found({ people, accounts: [account({ flows: [flow('2025-06', { foreignIpShare: 0.6 })] })] })).toEqual([]);
  });

  it('one account of another person is a milder finding than most accounts', () => {
    const other = (ref: string) => account({ accountRef: ref, representative: 'other' });
    expect(found({ accounts: [other('a'), account({ accountRef: 'b' })] })).toEqual(['ACCOUNT_OF_ANOTHER_PERSON']);
    expect(found({ accounts: [other('a'), other('b')] })).toEqual([
      'ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON',
      'ACCOUNT_OF_ANOTHER_PERSON',
    ]);
  });

  it('the subscriber of an account’s phone is compared with its people', () => {
    expect(found({ accounts: [account({ phoneOwner: 'other' })] })).toEqual(['ACCOUNT_PHONE_OF_ANOTHER_PERSON']);
  });

  it('a stranger’s phone that nobody registered is a finding, and graver where several accounts have one', () => {
    const stranger = (ref: string, strangersPhone: string) =>
      account({ accountRef: ref, phoneOwner: 'other', strangersPhone });
    const one = ['ACCOUNT_PHONE_OF_A_STRANGER', 'ACCOUNT_PHONE_OF_ANOTHER_PERSON'];
    expect(found({ accounts: [stranger('a', 'x'), account({ accountRef: 'b' })] })).toEqual(one);
    expect(found({ accounts: [stranger('a', 'x'), stranger('b', 'x')] })).toEqual(one);
    expect(found({ accounts: [stranger('a', 'x'), stranger('b', 'y')] })).toEqual([
      'ACCOUNT_PHONES_OF_STRANGERS',
      ...one,
    ]);
  });

  it('a phone that nobody registered and no carrier knows is a milder finding, graver where accounts have different ones', () => {
    const unknown = (ref: string, unregisteredPhone: string) =>
      account({ accountRef: ref, phoneOwner: 'unknown', unregisteredPhone });
    const stranger = account({ accountRef: 'b', phoneOwner: 'unknown', strangersPhone: 'y' });
    expect(found({ coverage: ALL_COVERED, accounts: [unknown('a', 'x'), account({ accountRef: 'b' })] })).toEqual([
      'ACCOUNT_PHONE_UNREGISTERED',
    ]);
    expect(found({ coverage: ALL_COVERED, accounts: [unknown('a', 'x'), unknown('b', 'x')] })).toEqual([
      'ACCOUNT_PHONE_UNREGISTERED',
    ]);
    expect(found({ coverage: ALL_COVERED, accounts: [unknown('a', 'x'), unknown('b', 'y')] })).toEqual([
      'ACCOUNT_PHONES_UNREGISTERED',
      'ACCOUNT_PHONE_UNREGISTERED',
    ]);
    expect(found({ coverage: ALL_COVERED, accounts: [unknown('a', 'x'), stranger] })).toContain(
      'ACCOUNT_PHONES_UNREGISTERED',
    );
  });

  it('only accounts without a known subscriber are said not to be compared', () => {
    const unknown = { phoneOwner: 'unknown', withoutSubscriber: true } as const;
    const accounts = [
      account({ accountRef: 'a', ...unknown, unregisteredPhone: 'x' }),
      account({ accountRef: 'b', ...unknown }),
      // The bank does not name this account's representative, but a carrier names the subscriber
      account({ accountRef: 'c', phoneOwner: 'unknown' }),
    ];
    const asked = companyFacts({ accounts, coverage: ALL_COVERED });
    expect(ACCOUNT_RULES.ACCOUNT_PHONE_UNREGISTERED.evaluate(profileOf(asked))?.unsaid).toBe(1);
  });

  it('nothing is said of a phone without a subscriber where no carrier was heard', () => {
    const accounts = [account({ accountRef: 'a', phoneOwner: 'unknown', unregisteredPhone: 'x' })];
    expect(found({ accounts, coverage: { ...ALL_COVERED, subscribers: false } })).toEqual([]);
  });

  it('the police’s listing is distinguished from the bank’s own', () => {
    const listed = (by: 'police' | 'bank') =>
      found({ accounts: [account({ listing: { code: 3, on: '2025-05-01', by } })] });
    expect(listed('police')).toEqual(['LISTED_ACCOUNT']);
    expect(
      codesFound(companyFacts({ accounts: [account({ listing: { code: 3, on: '2025-05-01', by: 'bank' } })] })),
    ).toEqual(['LISTED_BY_BANK']);
    expect(listed('bank')).toEqual([]);
  });

  it('the day and the code of a listing are said to be those of the newest', () => {
    const accounts = [account({ listing: { code: 3, on: '2025-05-01', by: 'police' } })];
    expect(findingOfRule('LISTED_ACCOUNT', companyFacts({ accounts }))?.message).toBe(
      '1 tài khoản bị Công an tỉnh báo nghi vấn (lần báo gần nhất: mã 3, ngày 01/05/2025).',
    );
  });
});
