import { beforeEach, describe, expect, it } from 'vitest';
import { flagged, stolen } from '#test/support/flagged.ts';
import { code, registrations } from '#test/support/sample-feeds.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { askToTakeBack, voteOnTakingBack } from '#shared/use-cases/take-back-file.ts';
import type { TakingBackUse } from '#shared/domain/notification/release/release-policy.ts';
import type { FlowRun } from '../support/flow.ts';

/** The part of a flow that decisions about files need. */
type FilesRun = Pick<FlowRun, 'takingsBack' | 'files' | 'sendToReader' | 'entered' | 'clock'>;

/** The officers of a stage in which two people must agree before a file is taken back. */
function twoClerks(run: FilesRun) {
  const now = () => new Date(run.clock.now);
  const ports = {
    takingsBack: run.takingsBack,
    takingBackPolicy: 'two_officers',
    inboxBucket: 'inbox',
    releaseFile: run.sendToReader,
    enter: async (entries: readonly (typeof run.entered)[number][]) => void run.entered.push(...entries),
    rulesClock: rulesClock('real', now),
    expiry: () => 2_000_000_000,
    now,
  } as const;
  const dropOf = async (file: string) => {
    const [feed = '', name = ''] = file.split('/');
    return (await run.files.newest(feed, name))?.version;
  };
  return {
    ask: async (officer: string, file: string, use: TakingBackUse = 'none', why = 'gửi nhầm') =>
      askToTakeBack({ file, use, why, officer, version: (await dropOf(file)) ?? '' }, ports),
    vote: async (officer: string, file: string, outcome: 'release' | 'refuse' = 'release', revision?: string) => {
      const seen = revision ?? (await run.takingsBack.get(file))?.revision ?? '';
      return voteOnTakingBack({ file, outcome, officer, revision: seen, version: await dropOf(file) }, ports);
    },
  };
}

const FILE = 'registrations/a.csv';
const HONEST = { code: code(2), person: 'Nguyễn Văn Mẫu', born: '12/03/1985', document: '033085000456' };

describe('a file that was read, in a stage in which two people must agree before it is taken back', () => {
  let run: Awaited<ReturnType<typeof flagged>>;
  let clerks: ReturnType<typeof twoClerks>;
  beforeEach(async () => {
    run = await flagged({ takingBackPolicy: 'two_officers' });
    clerks = twoClerks(run);
  });
  /** The states of the notices to the police and to the account's bank, and the company's verdict. */
  const standing = async () => {
    await run.settle();
    const notices = await Promise.all(['police', 'bank#970436'].map((one) => run.notices.changed(one, '', '9', 9)));
    const verdict = (await run.assessments.get(stolen.code))?.verdict;
    return [...notices.flat().map(({ notice }) => notice.state), verdict];
  };
  const STANDS = ['in_force', 'in_force', 'flagged'];
  const GONE = ['withdrawn', 'withdrawn', undefined];
  const votesInLog = () =>
    run.entered.filter(({ kind }) => kind === 'file-released').map(({ by, says }) => [by, says['outcome']]);

  it('one officer alone takes nothing back', async () => {
    expect(await clerks.ask('an', FILE)).toBe('waits');
    expect(await standing()).toEqual(STANDS);
    expect(await clerks.vote('an', FILE)).toBe('voted_already');
    expect(await clerks.ask('an', FILE)).toBe('asked_already');
    expect(await standing()).toEqual(STANDS);
  });

  it('a file is taken back once another officer agrees, and the receipt and the log name both', async () => {
    await clerks.ask('an', FILE);
    expect(await clerks.vote('binh', FILE)).toBe('agreed');
    expect(await standing()).toEqual(GONE);
    expect(run.receipt(FILE)).toMatchObject({ leftOut: { by: 'an, binh', why: 'gửi nhầm' } });
    expect(new Set(votesInLog().map(String))).toEqual(
      new Set(['officer:an,agree', 'officer:binh,agree'].map((one) => one.replace('agree', 'release'))),
    );
  });

  it('a command alone takes nothing back; two people who sign in must agree', async () => {
    await run.release(FILE, 'none');
    expect(await standing()).toEqual(STANDS);
    await run.release(FILE, 'none');
    expect(await standing()).toEqual(STANDS);
    expect(await clerks.vote('an', FILE)).toBe('waits');
    expect(await standing()).toEqual(STANDS);
    expect(await clerks.vote('binh', FILE)).toBe('agreed');
    expect(await standing()).toEqual(GONE);
  });

  it('a command that writes the feed in another case waits for the same people', async () => {
    await run.release('REGISTRATIONS/a.csv', 'none');
    expect(await standing()).toEqual(STANDS);
    expect(await run.takingsBack.at('operator')).toEqual([]);
    expect(await run.takingsBack.at('office')).toMatchObject([{ file: FILE, votes: [] }]);
  });

  it('a message that says that it was agreed to takes nothing back where no votes are stored', async () => {
    const { version = '' } = (await run.files.newest('registrations', 'a.csv')) ?? {};
    const release = { use: 'none', by: 'an, binh', why: 'gửi nhầm' };
    await run.sendToReader([{ bucket: 'inbox', key: FILE, release, version }]);
    expect(await standing()).toEqual(STANDS);
    expect(await run.takingsBack.at('office')).toEqual([]);
  });

  it('earlier drops of the name are taken back by two people only', async () => {
    await run.drop(FILE, registrations(HONEST));
    expect(await standing()).toEqual(STANDS);
    await run.release(FILE, 'alone');
    expect(await standing()).toEqual(STANDS);
    await clerks.vote('an', FILE, 'refuse');
    await clerks.ask('an', FILE, 'alone');
    expect(await standing()).toEqual(STANDS);
    await clerks.vote('binh', FILE);
    expect(await standing()).toEqual(GONE);
    expect(run.receipt(FILE)).toMatchObject({ replacesEarlier: { by: 'an, binh' } });
  });

  it('a decision holds for the drop that both have seen, and not for one that came meanwhile', async () => {
    await clerks.ask('an', FILE);
    const seen = (await run.takingsBack.get(FILE))?.revision;
    await run.drop(FILE, registrations(HONEST));
    await run.settle();
    expect(await clerks.vote('binh', FILE, 'release', seen)).toBe('changed_meanwhile');
    expect(await standing()).toEqual(STANDS);
  });

  it('a vote on an earlier decision agrees to no later one', async () => {
    await clerks.ask('an', FILE, 'alone');
    const seen = (await run.takingsBack.get(FILE))?.revision;
    await clerks.vote('an', FILE, 'refuse');
    await clerks.ask('an', FILE, 'none');
    expect(await clerks.vote('binh', FILE, 'release', seen)).toBe('changed_meanwhile');
    expect(await standing()).toEqual(STANDS);
  });

  it('nobody agrees to a decision that was refused or has lapsed', async () => {
    await clerks.ask('an', FILE);
    await clerks.vote('binh', FILE, 'refuse');
    expect(await clerks.vote('chi', FILE)).toBe('changed_meanwhile');
    await clerks.ask('an', FILE);
    run.clock.now = new Date(run.clock.now.getTime() + 32 * 86_400_000);
    expect(await clerks.vote('chi', FILE)).toBe('changed_meanwhile');
    expect(await standing()).toEqual(STANDS);
  });

  it('of two people who agree and refuse at the same moment one is heard', async () => {
    await clerks.ask('an', FILE);
    const both = await Promise.all([clerks.vote('binh', FILE), clerks.vote('an', FILE, 'refuse')]);
    expect(both.filter((one) => one === 'changed_meanwhile')).toHaveLength(1);
    expect(await standing()).toEqual(both[0] === 'agreed' ? GONE : STANDS);
  });

  it('an agreement that was carried out counts once: the file that counts again needs new votes', async () => {
    await clerks.ask('an', FILE);
    await clerks.vote('binh', FILE);
    expect(await standing()).toEqual(GONE);
    await run.release(FILE, 'readable');
    expect(await standing()).toEqual(['in_force', 'in_force', 'flagged']);
    await run.release(FILE, 'none');
    expect(await standing()).toEqual(['in_force', 'in_force', 'flagged']);
  });

  it('a decision is carried out though the function that took the second vote ended before it sent the message', async () => {
    await clerks.ask('an', FILE);
    const send = run.sendToReader;
    let sends = 0;
    const ending = async (messages: readonly unknown[], delay?: number) => {
      sends += 1;
      if (sends === 2) throw new Error('The function is ended.');
      await send(messages, delay);
    };
    await expect(twoClerks({ ...run, sendToReader: ending }).vote('binh', FILE)).rejects.toThrow('ended');
    expect(await standing()).toEqual(STANDS);
    run.clock.now = new Date(run.clock.now.getTime() + 61_000);
    expect(await standing()).toEqual(GONE);
  });

  it('what a stopped file could still say is decided by one person, as no row of it counts', async () => {
    const bad = registrations(...Array.from({ length: 12 }, (_, n) => ({ ...HONEST, code: code(n + 3), born: 'x' })));
    await run.drop('registrations/b.csv', bad);
    await run.settle();
    await run.release('registrations/b.csv', 'none');
    await run.settle();
    expect(await run.takingsBack.at('office')).toEqual([]);
  });
});
