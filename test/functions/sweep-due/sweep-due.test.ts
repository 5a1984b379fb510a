import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandler } from '#functions/sweep-due/handler.ts';
import type { AccountTouched, SweepRequested } from '#shared/contracts/messages.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { logger } from '#shared/runtime/log.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { aNotice, type NoticeChange } from '#test/support/a-notice.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const REF = 'k1-q3rT0uYw1xZ2aB4cD6eF8g';

describe('sweep-due for notices', () => {
  let notices: Notices;
  let touched: { message: AccountTouched; delaySeconds: number | undefined }[];
  let ahead: SweepRequested[];
  let sweep: (reason: object) => Promise<void>;
  beforeEach(async () => {
    ({ notices } = await newNoticesTable());
    touched = [];
    ahead = [];
    const now = () => new Date('2026-03-10T22:00:00.000Z');
    const handler = createHandler({
      notices,
      accounts: { questions: async () => new Map(), listedAt: async () => ({ found: [], next: undefined }) },
      objects: { put: async () => {} },
      outboxBucket: '',
      hash: keyedHash('a secret for tests'),
      assessments: {
        due: async () => [],
        awaiting: async () => [],
        page: async () => ({ found: [], next: undefined }),
      },
      files: { coverage: async () => [], profile: async () => undefined },
      verifications: { unsettled: async () => [] },
      verify: async () => {},
      assess: async () => {},
      notifyBanks: async (messages, delaySeconds) =>
        void touched.push(...messages.map((message) => ({ message, delaySeconds }))),
      sweep: async (messages) => void ahead.push(...messages),
      pageSize: 5,
      enter: async () => {},
      measures: async () => [],
      directed: { all: async () => [], markEntered: async () => {} },
      settings: { noticeDays: 180, listingDays: 1825 },
      rulesClock: rulesClock('2026-03-11', now),
      now,
      park: async () => {},
    });
    sweep = async (reason) => {
      const { batchItemFailures } = await handler(sqsEvent(record('m', reason)), lambdaContext());
      if (batchItemFailures.length > 0) throw new Error('the sweep came back');
    };
  });
  const write = async (receiver: string, subject: string, change: NoticeChange) => {
    const notice = aNotice(receiver, subject, change);
    expect(await notices.write(notice, undefined)).toBe(true);
    return notice.noticeId;
  };

  it('the daily sweep reviews the notices whose last day is near or past, after the due companies were assessed', async () => {
    await write('bank#970436', REF, { expiresOn: '2026-03-25', reviewOn: '2026-03-11' });
    await write('bank#970418', `${REF.slice(0, 21)}x`, { expiresOn: '2026-03-01', reviewOn: '2026-02-15' });
    await write('bank#970418', `${REF.slice(0, 21)}y`, { expiresOn: '2026-03-26', reviewOn: '2026-03-12' });
    await write('bank#970418', `${REF.slice(0, 21)}z`, { expiresOn: '2026-03-01', state: 'withdrawn' });
    await write('police', '0101243150', {});
    await sweep({ reason: 'feed-completed', feed: 'accounts' });
    expect(touched).toEqual([]);
    await sweep({ reason: 'clock' });
    expect(touched).toHaveLength(2);
    expect(touched).toEqual(
      expect.arrayContaining([
        { message: { accountRef: REF, bank: '970436' }, delaySeconds: 600 },
        { message: { accountRef: `${REF.slice(0, 21)}x`, bank: '970418' }, delaySeconds: 600 },
      ]),
    );
  });

  it('changed settings have every notice with a last day reviewed', async () => {
    await write('bank#970418', REF, { expiresOn: '2027-03-26', reviewOn: '2027-03-12' });
    await write('police', '0101243150', {});
    await sweep({ reason: 'settings-changed' });
    for (let next = ahead.shift(); next; next = ahead.shift()) await sweep(next);
    expect(touched.map(({ message }) => message)).toEqual([{ accountRef: REF, bank: '970418' }]);
  });

  it('each receiver that left notices unacknowledged too long is logged, registered or not, and no other', async () => {
    const lines = vi.spyOn(logger, 'info').mockImplementation(() => {});
    await write('bank#970436', '1', {});
    const read = await write('bank#970436', '2', {});
    await notices.setHandlingStatus({
      receiver: 'bank#970436',
      noticeId: read,
      sequence: 1,
      handlingStatus: 'delivered',
    });
    await write('bank#970418', '3', { changedAt: '2026-03-09T00:00:00.000Z' });
    const acknowledged = await write('bank#970415', '4', {});
    await notices.setHandlingStatus({
      receiver: 'bank#970415',
      noticeId: acknowledged,
      sequence: 1,
      handlingStatus: 'acknowledged',
    });
    await write('bank#MOMO', '5', { state: 'withdrawn' });
    await write('police', '0101243150', {});
    await sweep({ reason: 'clock' });
    const said = lines.mock.calls.filter(([code]) => code === 'NOTICES_UNANSWERED').map(([, ids]) => ids);
    lines.mockRestore();
    expect(said).toHaveLength(3);
    expect(said).toEqual(
      expect.arrayContaining([
        { code: 'NOTICES_UNANSWERED', receiver: 'bank#970436', count: 2 },
        { code: 'NOTICES_UNANSWERED', receiver: 'bank#MOMO', count: 1 },
        { code: 'NOTICES_UNANSWERED', receiver: 'police', count: 1 },
      ]),
    );
  });
});
