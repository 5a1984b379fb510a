import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  everyAct,
  peopleNeeded,
  type ReleasePolicy,
  releaseState,
  type ReleaseVote,
  voteRefusal,
} from '#shared/domain/notification/release/release-policy.ts';

const prod: ReleasePolicy = {
  police: { watch: everyAct('automatic'), act: { ...everyAct('automatic'), withdraw: 'one_officer' } },
  bank: {
    watch: everyAct('one_officer'),
    act: { issue: 'two_officers', update: 'two_officers', withdraw: 'one_officer' },
  },
  namingDecision: 'two_officers',
};
const by = (...officers: string[]) => new Set(officers);
const release = (officer: string): ReleaseVote => ({ officer, outcome: 'release', at: '2026-01-05T02:00:00.000Z' });
const refuse = (officer: string): ReleaseVote => ({ ...release(officer), outcome: 'refuse' });

describe('the people that a change needs', () => {
  const plain = { to: 'bank', act: 'issue', level: 'watch', namesDecision: false, bySenderAlone: false } as const;
  it.each([
    ['a watch notice to a bank', plain, 1],
    ['an act notice to a bank', { ...plain, act: 'update', level: 'act' }, 2],
    ['a watch notice that names a decision', { ...plain, namesDecision: true }, 2],
    ['a withdrawal', { ...plain, act: 'withdraw', level: 'act', namesDecision: true }, 1],
    ['a notice to the police', { ...plain, to: 'police' }, 0],
    ['what the stage says of the police alone', { ...plain, to: 'police', act: 'withdraw', level: 'act' }, 1],
  ] as const)('the number of people that a change needs is decided: %s', (_, change, people) => {
    expect(peopleNeeded(change, prod)).toBe(people);
  });
});

describe('the release of a change', () => {
  it('the release of a change waits until as many different people as it needs have released it', () => {
    expect(releaseState(2, by(), [release('a')])).toBe('waiting');
    expect(releaseState(2, by(), [release('a'), release('a')])).toBe('waiting');
    expect(releaseState(2, by(), [release('a'), release('b')])).toBe('released');
  });
  it('the person who proposed a change counts as one of two, and never as the only one', () => {
    expect(releaseState(2, by('a'), [release('b')])).toBe('released');
    expect(releaseState(2, by('a'), [release('a')])).toBe('waiting');
    expect(releaseState(1, by('a'), [release('a')])).toBe('waiting');
    expect(releaseState(1, by('a'), [release('b')])).toBe('released');
  });
  it('an automatic release needs nobody', () => {
    expect(releaseState(0, by(), [])).toBe('released');
  });
  it('one refusal stops a release, even if others vote for it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c').map(release)), fc.nat(3), (votes, needed) => {
        expect(releaseState(needed, by(), [...votes, refuse('d')])).toBe('refused');
      }),
    );
  });
  it('the release of a change does not depend on the order of the votes', () => {
    const vote = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean())
      .map(([who, yes]) => (yes ? release : refuse)(who));
    fc.assert(
      fc.property(
        fc.array(vote),
        fc.nat(3),
        fc.constantFrom(by('a'), by('a', 'b'), by()),
        (votes, needed, proposers) => {
          expect(releaseState(needed, proposers, votes.toReversed())).toBe(releaseState(needed, proposers, votes));
        },
      ),
    );
  });
  it('nobody may vote on their own proposal, nor twice', () => {
    expect(voteRefusal('a', by('a', 'c'), [])).toBe('own_proposal');
    expect(voteRefusal('a', by(), [release('a')])).toBe('voted_already');
    expect(voteRefusal('a', by('b'), [release('c')])).toBeUndefined();
  });
});
