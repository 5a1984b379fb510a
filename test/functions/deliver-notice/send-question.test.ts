import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { sendQuestion } from '#functions/deliver-notice/send-question.ts';
import { type WebhookCall, webhookHeaders } from '#shared/clients/bank-webhook.ts';
import type { DeliveryDue, QuestionDue } from '#shared/contracts/delivery-due.ts';
import { QuestionEvent } from '#shared/contracts/notice-event.ts';
import { type CaseRecords, caseRecordsTable } from '#shared/tables/case-records.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const VCB = 'bank#970436';
const NOTICE = aNotice(VCB, 'k1-q3rT0uYw1xZ2aB4cD6eF8g');
const ASKED = { officer: 'an', at: '2026-01-05T02:00:00.000Z', asks: ['status', 'phone'], dueOn: '2026-01-08' };
const DUE: QuestionDue = { receiver: VCB, noticeId: NOTICE.noticeId, questionId: 'q3rT0uYw1xZ2aB4cD6eF8g', tries: 0 };
const HOOK = { receiver: VCB, mode: 'push', url: 'https://bank.example/hook', secretArn: 'arn' };

describe('a question to a bank', () => {
  let notices: Notices;
  let questions: CaseRecords;
  let calls: { readonly call: WebhookCall; readonly at: Date }[];
  let clock: { now: Date };
  beforeEach(async () => {
    const database = memoryDatabase();
    ({ notices } = await newNoticesTable(database));
    questions = caseRecordsTable(database.db, await database.createTable('caseRecords'));
    await notices.write(NOTICE, undefined);
    await questions.ask(DUE, DUE.questionId, ASKED, 2_000_000_000);
    calls = [];
    clock = { now: new Date('2026-01-05T02:00:00.000Z') };
  });
  /** Handles the question's messages, each at its time, until none is left or the limit is reached. */
  async function run(answer: (call: number) => number | undefined, hook: object | undefined = HOOK, most = 1000) {
    const waiting: { due: DeliveryDue | QuestionDue; seconds: number }[] = [{ due: DUE, seconds: 0 }];
    let handled = 0;
    for (let next = waiting.shift(); next && handled < most; next = waiting.shift()) {
      handled += 1;
      clock.now = new Date(clock.now.getTime() + next.seconds * 1000);
      await sendQuestion(next.due as QuestionDue, {
        notices,
        questions,
        receivers: { get: async () => hook as never, acquire: async () => undefined, release: async () => {} },
        secrets: async () => [SECRET],
        call: async (call) => {
          calls.push({ call, at: clock.now });
          const status = answer(calls.length);
          return status === undefined
            ? { status, because: 'timeout' }
            : { status, retryAfter: undefined, date: undefined };
        },
        deliverLater: async (dues, seconds = 0) => void waiting.push(...dues.map((due) => ({ due, seconds }))),
        now: () => clock.now,
      });
    }
  }
  const sentAt = async () => (await questions.of(DUE.noticeId)).questions[0]?.sentAt;

  it('a question is sent to the bank’s endpoint once, signed, without personal data, and is marked as accepted', async () => {
    await run(() => 200);
    expect(calls).toHaveLength(1);
    const event = new Webhook(SECRET).verify(
      calls[0]!.call.body,
      webhookHeaders({ ...calls[0]!.call, at: new Date() }),
    );
    expect(QuestionEvent.parse(event)).toMatchObject({ id: DUE.questionId, data: { asks: [{ code: 'status' }, {}] } });
    expect(calls[0]!.call.body).not.toMatch(/officer|"an"|account|enterprise/u);
    expect(await sentAt()).toBe('2026-01-05T02:00:00.000Z');
    await run(() => 200);
    expect(calls).toHaveLength(1);
  });

  it('a question that is not accepted is sent again under its id, at growing intervals, until it is accepted', async () => {
    await run((n) => (n < 6 ? (n % 2 === 0 ? 503 : undefined) : 204));
    expect(calls).toHaveLength(6);
    expect(new Set(calls.map(({ call }) => call.id)).size).toBe(1);
    const waits = calls.slice(1).map(({ at }, n) => at.getTime() - calls[n]!.at.getTime());
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(await sentAt()).toBe(clock.now.toISOString());
  });

  it('a question is not sent after its last day', async () => {
    await run(() => 500);
    expect(calls.at(-1)!.at.toISOString() <= '2026-01-08T17:00:00.000Z').toBe(true);
    expect(clock.now.toISOString() > '2026-01-08T17:00:00.000Z').toBe(true);
    expect(await sentAt()).toBeUndefined();
  });

  it.each([400, 410])('a question that the endpoint refuses with %i is sent once', async (status) => {
    await run(() => status);
    expect(calls).toHaveLength(1);
    expect(await sentAt()).toBeUndefined();
  });

  it('a question waits while the endpoint is paused', async () => {
    const health = { failures: 9, restUntil: '2026-01-05T03:00:00.000Z' };
    await run(() => 200, { ...HOOK, health });
    expect(calls.map(({ at }) => at.toISOString() >= health.restUntil)).toEqual([true]);
  });

  it('a question about a notice that has ended is not sent', async () => {
    await notices.write(aNotice(VCB, NOTICE.subject, { state: 'withdrawn', sequence: 2 }), { revision: 1 });
    await run(() => 200);
    expect(calls).toEqual([]);
  });

  it('a question to a bank without an endpoint is not pushed', async () => {
    await run(() => 200, { receiver: VCB, mode: 'pull' });
    expect(calls).toEqual([]);
  });
});
