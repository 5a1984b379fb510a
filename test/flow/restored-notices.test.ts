import { describe, expect, it } from 'vitest';
import { everyAct, type ReleaseMode } from '#shared/domain/notification/release/release-policy.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { bringBack, itemsOf } from '#test/support/flow/bring-back.ts';
import { askEverybodyAgain, BEFORE, type RingFiles, SINCE } from '#test/support/flow/restored-ring.ts';

const EVERY_LEVEL = (mode: ReleaseMode) => ({ watch: everyAct(mode), act: everyAct(mode) });

async function readAll(run: FlowRun, files: RingFiles): Promise<void> {
  for (const [name, content] of files) await run.drop(name, content);
  await run.settle();
}

async function noticesOf(run: FlowRun) {
  const all = await Promise.all(
    ['police', 'bank#970436', 'bank#970418'].map((one) => run.notices.changed(one, '0', '9', 1000)),
  );
  const sorted = all.flat().sort((a, b) => (a.notice.noticeId < b.notice.noticeId ? -1 : 1));
  return sorted.map(({ position, notice: { noticeId, receiver, state, sequence, issuedAt } }) => {
    return { noticeId, receiver, state, sequence, issuedAt, position };
  });
}

async function ledgerOf(run: FlowRun, kind: string) {
  const facts = (await itemsOf(run, 'outcomes')).map(({ fact }) => String(fact));
  return facts.filter((fact) => fact.includes(`#${kind}#`)).sort();
}

describe('the notices are restored alone to an earlier second', () => {
  it('a notice that was withdrawn since is withdrawn as before, and its receiver gets no second message', async () => {
    const run = await flow();
    await readAll(run, BEFORE);
    const earlier = await itemsOf(run, 'notices');
    await readAll(run, SINCE);
    const sent = await noticesOf(run);
    const withdrawals = await ledgerOf(run, 'withdrawn');
    const ended = sent.filter(({ state }) => state === 'withdrawn');
    expect([ended.length, withdrawals.length]).toEqual([2, 2]);
    await bringBack(run, 'notices', earlier);
    expect((await noticesOf(run)).filter(({ state }) => state === 'withdrawn')).toEqual([]);

    await askEverybodyAgain(run);
    const after = await noticesOf(run);
    expect(after.filter(({ state }) => state === 'withdrawn')).toEqual(ended);
    expect(await ledgerOf(run, 'withdrawn')).toEqual(withdrawals);
  });

  it('a withdrawal that its receiver knows needs no person to release it again', async () => {
    const policy = { police: EVERY_LEVEL('automatic'), bank: EVERY_LEVEL('automatic') };
    const run = await flow({ releasePolicy: { ...policy, namingDecision: 'automatic' } });
    await readAll(run, BEFORE);
    const earlier = await itemsOf(run, 'notices');
    await readAll(run, SINCE);
    const sent = await noticesOf(run);
    await bringBack(run, 'notices', earlier);
    Object.assign(policy.police, EVERY_LEVEL('one_officer'));
    Object.assign(policy.bank, EVERY_LEVEL('one_officer'));
    await askEverybodyAgain(run);
    const ended = ({ state }: { readonly state: string }) => state === 'withdrawn';
    expect((await noticesOf(run)).filter(ended)).toEqual(sent.filter(ended));
    expect((await run.releases.waiting()).filter(({ act }) => act === 'withdraw')).toEqual([]);
  });

  it('a notice that changed since continues with a sequence that its receiver has not seen, and another notice stays unchanged', async () => {
    const run = await flow();
    await readAll(run, BEFORE);
    const earlier = await itemsOf(run, 'notices');
    await readAll(run, SINCE);
    const sent = await noticesOf(run);
    await bringBack(run, 'notices', earlier);
    const restored = new Map((await noticesOf(run)).map(({ noticeId, sequence }) => [noticeId, sequence]));

    await askEverybodyAgain(run);
    const after = await noticesOf(run);
    const expected = sent.map((notice) => {
      const isLost = notice.state === 'in_force' && restored.get(notice.noticeId) !== notice.sequence;
      return { ...notice, sequence: notice.sequence + Number(isLost), position: isLost ? undefined : notice.position };
    });
    expect(after).toEqual(expected.map((one) => ({ ...one, position: one.position ?? expect.any(String) })));
    expect(expected.filter(({ position }) => position === undefined)).toHaveLength(2);

    await askEverybodyAgain(run);
    expect(await noticesOf(run)).toEqual(after);
  });

  it('a notice that was issued after the restored second is issued again with its day and a higher sequence', async () => {
    const run = await flow();
    await readAll(run, BEFORE);
    const sent = await noticesOf(run);
    const flags = await ledgerOf(run, 'flagged');
    await bringBack(run, 'notices', []);

    await askEverybodyAgain(run);
    const expected = sent.map((notice) => ({ ...notice, sequence: 2, position: expect.any(String) }));
    expect([sent.length, flags.length, await noticesOf(run)]).toEqual([5, 3, expected]);
    expect(await ledgerOf(run, 'flagged')).toEqual(flags);
  });
});
