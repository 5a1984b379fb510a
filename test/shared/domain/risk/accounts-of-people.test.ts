import { describe, expect, it } from 'vitest';
import { othersBehind } from '#shared/domain/risk/accounts-of-people.ts';

const people = [
  { role: 'legal_representative', aliasRefs: ['declared', 'found'] },
  { role: 'member', aliasRefs: ['member'] },
];

describe('othersBehind', () => {
  it('names whoever acts for an account and is nobody of the company', () => {
    expect(othersBehind('stranger', ['subscriber'], people)).toEqual(['stranger', 'subscriber']);
    expect(othersBehind('found', ['member', 'declared'], people)).toEqual([]);
    expect(othersBehind(undefined, ['stranger', 'stranger'], people)).toEqual(['stranger']);
  });

  it('holds nobody for another before the company’s own people are known', () => {
    expect(othersBehind('declared', ['declared'], [])).toEqual([]);
  });
});
