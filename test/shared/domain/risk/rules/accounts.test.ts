import { describe, expect, it } from 'vitest';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { codesFound } from '#test/support/asked.ts';
import { account, companyFacts, flow, representative } from '#test/support/company-facts.ts';

const found = (over: Partial<CompanyFacts>) =>
  codesFound(companyFacts(over)).filter((code) => /FOREIGN|ACCOUNT/u.test(code));

describe('the rules on accounts', () => {
  it.each([
    [0.3, ['FOREIGN_IP_OFTEN']],
    [0.1, ['FOREIGN_IP']],
    [0.05, []],
  ])('a share of %d of the transactions from abroad gives %j', (foreignIpShare, codes) => {
    expect(found({ accounts: [account({ flows: [flow('2025-06', { foreignIpShare })] })] })).toEqual(codes);
  });

  it('no rule asks from where accounts are used where the people are foreigners', () => {
    const people = [representative({ foreign: true, result: 'unchecked' })];
    expect(found({ people, accounts: [account({ flows: [flow('2025-06', { foreignIpShare: 0.6 })] })] })).toEqual([]);
  });

  it('one account of another person is distinguished from most of them', () => {
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

  it('the police’s listing is distinguished from the bank’s own', () => {
    const listed = (by: 'police' | 'bank') =>
      found({ accounts: [account({ listing: { code: 3, on: '2025-05-01', by } })] });
    expect(listed('police')).toEqual(['LISTED_ACCOUNT']);
    expect(
      codesFound(companyFacts({ accounts: [account({ listing: { code: 3, on: '2025-05-01', by: 'bank' } })] })),
    ).toEqual(['LISTED_BY_BANK']);
    expect(listed('bank')).toEqual([]);
  });
});
