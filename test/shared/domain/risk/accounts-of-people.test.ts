import { describe, expect, it } from 'vitest';
import { othersBehindAccount } from '#shared/domain/risk/accounts-of-people.ts';

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
