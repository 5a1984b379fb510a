import { beforeEach, describe, expect, it } from 'vitest';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { everyAct, type ReleasePolicy, type ReleaseVote } from '#shared/domain/notification/release/release-policy.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { voteOnRelease } from '#shared/use-cases/vote-on-release.ts';
import { flagged, POLICE, stolen, VCB } from '#test/support/flagged.ts';
import { code, identities, registrations } from '#test/support/sample-feeds.ts';

/** That of production, but banks are notified at once, so that a test needs no votes for them. */
const POLICY: ReleasePolicy = {
  ...stageConfig('prod').releases,
  bank: { watch: everyAct('automatic'), act: everyAct('automatic') },
};
const NOTICE = noticeIdOf('police', stolen.code);
const FILE = 'registrations/a.csv';
/** The person of the shell with a number of that person's own. */
const OWN = { ...stolen, document: '001190000777' };
const OTHERS = [2, 3, 4, 5, 6].map((n) => ({
  code: code(n),
  person: `Nguyễn Văn Mẫu ${'ABCDEFG'[n]}`,
  document: `03308500020${n}`,
  registeredOn: `1${n}/01/2025`,
  phone: `098765432${n}`,
  address: `Số ${n}, đường Bạch Đằng, Phường Phố Hiến, Tỉnh Hưng Yên`,
}));

describe('a notice to the police of a company that the register changes or drops, in production', () => {
  let run: Awaited<ReturnType<typeof flagged>>;
  beforeEach(async () => {
    run = await flagged({ releasePolicy: POLICY });
    await run.drop('identities/b.csv', identities('001190000777,CCCD,Trần Thị Kẻ Gian,01/01/1990,Nữ,BINH_THUONG,,,'));
    await run.drop(FILE, registrations(stolen, ...OTHERS));
    await run.settle();
  });
  const state = async () => (await run.notices.get('police', NOTICE))?.state;
  const waiting = async () =>
    (await run.releases.waiting()).map(({ receiver, act, withdrawnBecause }) => [receiver, act, withdrawnBecause]);
  const vote = async (officer: string, outcome: ReleaseVote['outcome'] = 'release') => {
    const changeId = (await run.releases.get(NOTICE))?.changeId ?? '';
    const given = { noticeId: NOTICE, changeId, officer, outcome, reason: 'Đã xem' };
    const enter = async (entries: readonly (typeof run.entered)[number][]) => void run.entered.push(...entries);
    const ports = { ...run, enter, expiry: () => 2_000_000_000, now: () => run.clock.now };
    const result = await voteOnRelease(given, ports);
    await run.settle();
    return result;
  };

  const WAYS: readonly (readonly [way: string, because: string, act: () => Promise<void>])[] = [
    ['its file is taken back', 'not_registered', () => run.release(FILE, 'none')],
    ['its file comes again without it', 'not_registered', () => run.drop(FILE, registrations(...OTHERS))],
    [
      'its file comes again with another code in its row',
      'not_registered',
      () => run.drop(FILE, registrations({ ...stolen, code: code(8) }, ...OTHERS)),
    ],
    [
      'its file comes again with another number of its person',
      'verdict_fell',
      () => run.drop(FILE, registrations(OWN, ...OTHERS)),
    ],
    [
      'another file has a later version with another number of its person',
      'verdict_fell',
      () => run.drop('registrations/b.csv', registrations({ ...OWN, registeredOn: '20/02/2025' })),
    ],
  ];

  it.each(WAYS)('the notice stands until one of the police has looked: %s', async (_, because, act) => {
    await act();
    await run.settle();
    expect(await state()).toBe('in_force');
    expect(await waiting()).toEqual([['police', 'withdraw', because]]);
    expect(await vote('an')).toMatchObject({ taken: true, state: 'released' });
    expect(await state()).toBe('withdrawn');
    expect(run.entered.filter(({ kind }) => kind === 'release-voted')).toMatchObject([{ by: 'officer:an' }, {}]);
  });

  it('the notice stays where one of the police refuses, and other grounds are another question', async () => {
    await run.drop('registrations/b.csv', registrations({ ...OWN, registeredOn: '20/02/2025' }));
    await run.settle();
    await vote('an', 'refuse');
    expect(await state()).toBe('in_force');
    expect(await waiting()).toEqual([]);
    await run.release('registrations/b.csv', 'none');
    await run.release(FILE, 'none');
    await run.settle();
    expect(await state()).toBe('in_force');
    expect(await waiting()).toEqual([['police', 'withdraw', 'not_registered']]);
  });

  it('the notice of a company that counts again stands on, though its withdrawal was released meanwhile', async () => {
    await run.release(FILE, 'none');
    await run.settle();
    await run.release(FILE, 'readable');
    await run.settle();
    await vote('an');
    expect(await state()).toBe('in_force');
  });

  it('the police’s own dismissal withdraws the notice at once', async () => {
    await run.decide(POLICE, { outcome: 'dismissed' });
    await run.settle();
    expect(await state()).toBe('withdrawn');
    expect(await waiting()).toEqual([]);
    expect(await run.feed(VCB)).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('a company without a notice leaves the register at once', async () => {
    const honest = OTHERS[1]!.code;
    expect(await run.assessments.get(honest)).toBeDefined();
    await run.drop(FILE, registrations(stolen, ...OTHERS.filter((one) => one.code !== honest)));
    await run.settle();
    expect(await run.assessments.get(honest)).toBeUndefined();
    expect(await waiting()).toEqual([]);
  });
});

describe('a notice whose grounds fall by the rows of one sender, in a stage where nothing waits for people', () => {
  it('police and bank keep their notices until a person has looked, and the police read why', async () => {
    const run = await flagged({ releasePolicy: stageConfig('local').releases });
    await run.drop('identities/b.csv', identities('033085000123,CCCD,Trần Thị Kẻ Gian,01/01/1990,Nữ,BINH_THUONG,,,'));
    await run.settle();
    expect(await run.assessments.get(stolen.code)).toMatchObject({ verdict: 'watch', byOneSender: true });
    expect(
      (await run.releases.waiting()).map(({ receiver, withdrawnBecause }) => [receiver, withdrawnBecause]),
    ).toEqual(
      expect.arrayContaining([
        ['police', 'by_one_sender'],
        ['bank#970436', 'by_one_sender'],
      ]),
    );
    expect((await run.notices.get('police', NOTICE))?.state).toBe('in_force');
    await run.decide(POLICE, { outcome: 'dismissed' });
    await run.settle();
    expect((await run.notices.get('police', NOTICE))?.state).toBe('withdrawn');
    expect(await run.feed(VCB)).toMatchObject([{ state: 'withdrawn' }]);
  });
});
