import { describe, expect, it } from 'vitest';
import { account, companyFacts } from '#test/support/company-facts.ts';
import { ask, codesFound } from '#test/support/asked.ts';

describe('account rules', () => {
  it('count accounts of other people, their phones, listings and banks', () => {
    const accounts = [
      account({ representative: 'other', phoneOwner: 'other', listing: { code: 3, on: '2025-05-01', by: 'police' } }),
      account({ accountRef: 'b', bank: '970418' }),
      account({ accountRef: 'c', bank: '970415', representative: 'unknown', phoneOwner: 'unknown' }),
    ];
    expect(codesFound(companyFacts({ accounts }))).toEqual([
      'LISTED_ACCOUNT',
      'ACCOUNT_OF_ANOTHER_PERSON',
      'ACCOUNT_PHONE_OF_ANOTHER_PERSON',
      'MANY_BANKS',
    ]);
    expect(ask('ACCOUNT_OF_ANOTHER_PERSON', companyFacts({ accounts }))?.evidence).toEqual({ others: 1, accounts: 3 });
  });

  it('tell whose accounts are mostly run by others from who lets an accountant keep one', () => {
    const mostly = (...representatives: ('same' | 'other')[]) =>
      codesFound(
        companyFacts({
          accounts: representatives.map((representative, n) => account({ accountRef: String(n), representative })),
        }),
      ).includes('ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON');
    expect(mostly('other')).toBe(false);
    expect(mostly('other', 'same')).toBe(false);
    expect(mostly('other', 'other', 'same', 'same')).toBe(false);
    expect(mostly('other', 'other')).toBe(true);
    expect(mostly('other', 'other', 'same')).toBe(true);
  });
});
