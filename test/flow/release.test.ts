import { beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { everyAct, type ReleasePolicy } from '#shared/domain/notification/release/release-policy.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { noticeIdOf, type Notices } from '#shared/tables/notices.ts';
import { type Outcomes, outcomesTable } from '#shared/tables/outcomes.ts';
import { type Releases, releasesTable } from '#shared/tables/releases.ts';
import { holdForRelease } from '#shared/use-cases/hold-for-release.ts';
import { refusalToReview } from '#shared/use-cases/decide-review.ts';
import { type VotePorts, voteOnRelease } from '#shared/use-cases/vote-on-release.ts';
import { bankNotices, type KnownAccount } from '#test/support/bank-notices.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';

const BANK = 'bank#970436';
const ACCOUNT = `k1-${contentId('account')}`;
const NOTICE = noticeIdOf(BANK, ACCOUNT);
const policy: ReleasePolicy = {
  police: { watch: everyAct('automatic'), act: everyAct('automatic') },
  bank: {
    watch: everyAct('one_officer'),
    act: { issue: 'two_officers', update: 'two_officers', withdraw: 'one_officer' },
  },
  namingDecision: 'two_officers',
};

describe('a bank’s notice that people have to release', () => {
  let notices: Notices;
  let releases: Releases;
  let outcomes: Outcomes;
  let banks: ReturnType<typeof bankNotices>;
  /** The officer of the police's last decision on the company. */
  let confirmedBy: string | undefined;
  const clock = { now: new Date('2026-05-05T02:00:00.000Z') };
  const now = () => clock.now;
  const expiry = () => 2_000_000_000;
  let entered: LogEntry[];
  const enter = async (entries: readonly LogEntry[]) => void entered.push(...entries);

  const flag = async (change: KnownAccount['company'] = {}) => {
    banks.known.set(ACCOUNT, {
      bank: '970436',
      accountNumber: '0011223344',
      company: { verdict: 'flagged', confirmed: false, ...change },
    });
    await touch();
  };
  const others = {
    notifyPolice: async () => {},
    assessments: { of: async () => new Map() },
    accounts: { recorded: async () => undefined },
  };
  const touch = () => banks.touch({ accountRef: ACCOUNT, bank: '970436' });
  const vote = async (
    officer: string,
    outcome: 'release' | 'refuse' = 'release',
    entering = enter,
    notifying?: VotePorts['notifyBanks'],
  ) => {
    const changeId = (await releases.get(NOTICE))?.changeId ?? '';
    const replies = {
      lastDecision: async () =>
        confirmedBy ? { lastId: 'r', fingerprint: 'f', takenAt: '', officer: confirmedBy } : undefined,
    };
    const notifyBanks = notifying ?? (async () => void (await touch()));
    return voteOnRelease(
      { noticeId: NOTICE, changeId, officer, outcome },
      { releases, replies, notifyBanks, ...others, enter: entering, expiry, now },
    );
  };
  const notice = () => notices.get(BANK, NOTICE);

  beforeEach(async () => {
    const { db, createTable } = memoryDatabase();
    ({ notices } = await newNoticesTable());
    releases = releasesTable(db, await createTable('releases'));
    confirmedBy = undefined;
    entered = [];
    outcomes = outcomesTable(db, await createTable('outcomes'));
    const ports = { releases, outcomes, enter, policy, expiry, rulesClock: rulesClock('real', now), now };
    banks = bankNotices(notices, clock, holdForRelease(ports));
  });

  it('a bank’s notice leaves in the ledger when it was proposed and when people released or refused it, each once', async () => {
    await flag();
    await touch();
    const kinds = async () => (await outcomes.ofCase(ACCOUNT)).map(({ kind, by }) => `${kind} by ${by}`);
    expect(await kinds()).toEqual(['proposed by machine']);
    await vote('an', 'refuse');
    await touch();
    expect(await kinds()).toEqual(['proposed by machine', 'refused by police']);
  });

  it('a bank is not notified before one officer has released the notice, which is proposed once however often it is asked', async () => {
    await flag();
    await touch();
    expect(await notice()).toBeUndefined();
    expect(await releases.waiting()).toMatchObject([
      { noticeId: NOTICE, act: 'issue', needed: 1, dueOn: '2026-05-06' },
    ]);
    expect(await vote('an')).toEqual({ taken: true, state: 'released' });
    expect(await notice()).toMatchObject({ state: 'in_force', sequence: 1 });
    expect(await releases.waiting()).toEqual([]);
  });

  it('an act notice needs the release of two different people, and the officer who confirmed is neither', async () => {
    await flag();
    await vote('an');
    confirmedBy = 'binh';
    await flag({ confirmed: true });
    expect(await notice()).toMatchObject({ sequence: 1, content: { level: 'watch' } });
    expect(await vote('binh')).toEqual({ taken: false, because: 'own_proposal' });
    expect(await vote('an')).toEqual({ taken: true, state: 'released' });
    expect(await notice()).toMatchObject({ sequence: 2, content: { level: 'act' } });
  });

  it.each(['release', 'refuse'] as const)(
    'after a function ended right after it stored a vote to %s, the next look acts on the vote and enters it in the log',
    async (outcome) => {
      await flag();
      const looks: (number | undefined)[] = [];
      const crash = () => Promise.reject(new Error('crash'));
      await expect(vote('an', outcome, crash, async (_, delay) => void looks.push(delay))).rejects.toThrow('crash');
      expect(looks).toEqual([60]);
      expect(entered).toEqual([]);
      await touch();
      expect(entered.map(({ kind, by, says }) => [kind, by, says['outcome']])).toContainEqual([
        'release-voted',
        'officer:an',
        outcome,
      ]);
      expect((await notice())?.state).toBe(outcome === 'release' ? 'in_force' : undefined);
    },
  );

  it('a refused release stays unsent until its content changes', async () => {
    await flag();
    expect(await vote('an', 'refuse')).toEqual({ taken: true, state: 'refused' });
    await touch();
    expect(await notice()).toBeUndefined();
    expect(await releases.waiting()).toEqual([]);
    await flag({ confirmed: true });
    expect(await releases.waiting()).toMatchObject([{ level: 'act', votes: [] }]);
  });

  it('one officer withdraws a notice, which is in force until then', async () => {
    await flag();
    await vote('an');
    await flag({ verdict: 'clear' });
    expect(await notice()).toMatchObject({ state: 'in_force' });
    expect(await releases.waiting()).toMatchObject([{ act: 'withdraw', needed: 1 }]);
    await vote('binh');
    expect(await notice()).toMatchObject({ state: 'withdrawn', sequence: 2 });
  });

  it('a request ends when its change is no longer due, and is made anew without the earlier votes when it is again', async () => {
    await flag();
    await vote('an');
    await flag({ verdict: 'clear' });
    const changeId = (await releases.get(NOTICE))?.changeId;
    await flag();
    await touch();
    expect(await releases.waiting()).toEqual([]);
    expect(await vote('binh')).toEqual({ taken: false, because: 'changed_meanwhile' });
    expect((await outcomes.ofCase(ACCOUNT)).filter(({ kind }) => kind === 'lapsed')).toHaveLength(1);
    expect(await notice()).toMatchObject({ state: 'in_force', sequence: 1 });
    await flag({ verdict: 'clear' });
    expect(await releases.waiting()).toMatchObject([{ act: 'withdraw', changeId, votes: [] }]);
    await vote('binh');
    expect(await notice()).toMatchObject({ state: 'withdrawn', sequence: 2 });
  });

  it('a request to issue a notice ends when the company is no longer flagged', async () => {
    await flag({ confirmed: true });
    expect(await vote('an')).toEqual({ taken: true, state: 'waiting' });
    await flag({ verdict: 'clear' });
    expect(await releases.waiting()).toEqual([]);
    await flag({ confirmed: true });
    expect(await vote('binh')).toEqual({ taken: true, state: 'waiting' });
    expect(await notice()).toBeUndefined();
  });

  it('an officer who released an earlier state of the notice decides on no objection to it, though another change waits now', async () => {
    await flag();
    await vote('an');
    await flag({ confirmed: true });
    await vote('chi');
    await flag({ confirmed: true, decision: { number: '9/QD', date: '2026-05-01', authority: 'CQĐT' } });
    const review = { noticeId: NOTICE, reviewId: 'r', askedBy: BANK, sequence: 1, reason: 'Khách nộp hồ sơ' } as const;
    const asked = { ...review, askedAt: '2026-05-05', dueOn: '2026-05-19', state: 'waiting', revision: 1 } as const;
    const replies = { lastDecision: async () => undefined };
    const refusal = (officer: string) => refusalToReview(asked, officer, { replies, releases, notices, ...others });
    expect(await refusal('an')).toBe('released_first');
    expect(await refusal('binh')).toBeUndefined();
  });

  it('a vote on a change that has been replaced meanwhile is refused', async () => {
    await flag();
    const { changeId = '' } = (await releases.get(NOTICE)) ?? {};
    await flag({ confirmed: true });
    const replies = { lastDecision: async () => undefined, get: async () => undefined };
    const ports = { releases, replies, notifyBanks: async () => {}, ...others, enter: async () => {}, expiry, now };
    const late = { noticeId: NOTICE, changeId, officer: 'an', outcome: 'release' } as const;
    expect(await voteOnRelease(late, ports)).toEqual({ taken: false, because: 'changed_meanwhile' });
  });
});
