import { describe, expect, it, vi } from 'vitest';
import { unacknowledgedNotices } from '#infra/operator/redrive.ts';
import { logger } from '#shared/runtime/log.ts';
import { flagged, POLICE, stolen, VCB } from '#test/support/flagged.ts';
import { accounts } from '#test/support/sample-feeds.ts';

const BIDV = 'receiver/bank.970418';

type FlaggedRun = Awaited<ReturnType<typeof flagged>>;
const confirm = (run: FlaggedRun) => run.decide(POLICE, { outcome: 'confirmed' });
/** The number of notices for which a receiver is reported. */
const owed = async (run: FlaggedRun, receiver: string) =>
  (
    await Promise.all(
      (['issued', 'delivered'] as const).map((handlingStatus) => run.notices.waiting(receiver, handlingStatus)),
    )
  ).flat().length;

describe('a change caused by its receiver', () => {
  it('the police need not acknowledge a change by their own confirmation, but the bank whose notice it changed must', async () => {
    const run = await flagged();
    await confirm(run);
    expect(await run.feed(POLICE)).toMatchObject([{ sequence: 2, level: 'act', handlingStatus: 'acted' }]);
    expect(await owed(run, 'police')).toBe(0);
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 2, level: 'act', handlingStatus: 'issued' }]);
    expect(await owed(run, 'bank#970436')).toBe(1);
  });

  it('the police need not acknowledge a change by their own dismissal and later confirmation', async () => {
    const run = await flagged();
    await run.decide(POLICE, { outcome: 'dismissed' });
    expect(await run.feed(POLICE)).toMatchObject([{ sequence: 2, state: 'withdrawn', handlingStatus: 'rejected' }]);
    await confirm(run);
    expect(await run.feed(POLICE)).toMatchObject([{ sequence: 3, state: 'in_force', handlingStatus: 'acted' }]);
    expect(await owed(run, 'police')).toBe(0);
  });

  it('a change that the receiver caused is delivered, also where the step ended between writing and sending', async () => {
    const run = await flagged();
    run.sent.length = 0;
    run.at('after a notice is written', () => {
      throw new Error('crash');
    });
    await confirm(run);
    expect(run.notPassed()).toEqual([]);
    const notified = run.sent.filter(({ queue }) => queue === 'deliveries');
    expect(notified.map(({ body }) => (body as { receiver: string }).receiver)).toContain('police');
    expect(await owed(run, 'police')).toBe(0);
  });

  it('a bank need not acknowledge a change by its own observation, which stays in force', async () => {
    const run = await flagged();
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2', observed: [3] });
    expect(await run.feed(VCB)).toMatchObject([
      { sequence: 2, reasonCodes: [3, 5], handlingStatus: 'acted', accountStatus: '2' },
    ]);
    expect(await owed(run, 'bank#970436')).toBe(0);
    await run.decide(VCB, { outcome: 'rejected', accountStatus: '1' });
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 2, handlingStatus: 'rejected', accountStatus: '1' }]);
  });

  it('a change caused by a receiver keeps the reply that arrives while it is written', async () => {
    const run = await flagged();
    const [notice] = await run.feed(VCB);
    const later = { handlingStatus: 'rejected', accountStatus: '1', repliedAs: '2026-12-31T00:00:00.000Z#x' } as const;
    run.at('before a notice is written', async () => {
      const named = { receiver: 'bank#970436', noticeId: String(notice?.['id']), sequence: 1 };
      expect(await run.notices.setHandlingStatus({ ...named, ...later })).toBe(true);
    });
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2', observed: [3] });
    expect(run.notPassed()).toEqual([]);
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 2, handlingStatus: 'rejected', accountStatus: '1' }]);
  });

  it('days later the log line of unanswered notices omits a change caused by the receiver and has another receiver’s', async () => {
    const run = await flagged({ asOf: 'real' });
    await confirm(run);
    const lines = vi.spyOn(logger, 'info').mockImplementation(() => {});
    await run.morning('2026-01-10');
    const named = lines.mock.calls.filter(([code]) => code === 'NOTICES_UNANSWERED').map(([, ids]) => ids);
    lines.mockRestore();
    expect(named).toEqual([{ code: 'NOTICES_UNANSWERED', receiver: 'bank#970436', count: 1 }]);
    expect(await unacknowledgedNotices(run)).toMatchObject([{ receiver: 'bank#970436', issued: 1 }]);
  });

  it('every other bank of the company must acknowledge the change', async () => {
    const run = await flagged();
    const account = `970418,5551112223,${stolen.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,033085000123,0912345678,20/01/2025,1`;
    await run.drop('accounts/b.csv', accounts(account));
    await run.settle();
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2', observed: [3] });
    expect(await owed(run, 'bank#970418')).toBe(1);
    await run.decide(BIDV, { outcome: 'acted', accountStatus: '2' });
    await confirm(run);
    expect(await owed(run, 'bank#970418')).toBe(1);
    expect(await owed(run, 'bank#970436')).toBe(1);
  });
});
