import { describe, expect, it } from 'vitest';
import { createHandler as verifyPeople } from '#functions/2-verify-people/handler.ts';
import { createHandler as sendDue } from '#functions/send-due-deliveries/handler.ts';
import { PoliceServiceUnavailable } from '#shared/clients/police-verification.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { writtenChain } from '#shared/runtime/chain.ts';
import { hopsOf, LAMBDA_STOPS_AFTER } from '#shared/runtime/hops.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { dueMessagesTable } from '#shared/tables/due-messages.ts';
import { sendLater } from '#shared/use-cases/send-later.ts';
import { ok } from '#test/support/banks/bank-server.ts';
import { HOUR, oneBank } from '#test/support/banks/one-bank.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { declared } from '#test/support/people.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const { setUp } = oneBank();

describe('an endpoint that is down for a day', () => {
  it('gets the police’s question and every notice once it is there again, and no chain is long enough to be stopped', async () => {
    const { world, bank, receiver, stateOf } = await setUp();
    await bank.close();
    const noticeId = await world.change(receiver, '001');
    const questionId = 'q3rT0uYw1xZ2aB4cD6eF8g';
    const asked = { officer: 'an', at: new Date().toISOString(), asks: ['status'], dueOn: '2026-03-09' };
    await world.questions.ask({ receiver, noticeId }, questionId, asked, 2_000_000_000);
    await world.send([{ receiver, noticeId, questionId, tries: 0 }]);
    await world.pass(24 * HOUR);
    expect((await world.questions.question(noticeId, questionId))?.sentAt).toBeUndefined();
    await bank.reopen();
    await world.pass(2 * HOUR);
    expect(bank.questions).toEqual([questionId]);
    expect((await world.questions.question(noticeId, questionId))?.sentAt).toBeDefined();
    expect(await stateOf(noticeId)).toBe('delivered');
    expect(world.parked).toEqual([]);
    expect(world.longestChain()).toBeLessThan(LAMBDA_STOPS_AFTER);
  });

  it('gets a backlog that takes many turns', async () => {
    const { world, bank, receiver, stateOf } = await setUp({}, () => 'reset');
    const notices = [];
    for (let n = 0; n < 40; n += 1) notices.push(await world.change(receiver, `00${n}`));
    await world.pass(24 * HOUR);
    bank.behave = ok;
    await world.pass(2 * HOUR);
    expect(new Set(await Promise.all(notices.map(stateOf)))).toEqual(new Set(['delivered']));
    expect(world.parked).toEqual([]);
  });
});

const CODES = ['0901150498', '0900189284'];
const registrationOf = (enterpriseCode: string) => ({
  company: {
    enterpriseCode,
    name: 'CÔNG TY TNHH THỬ',
    legalForm: 'TNHH1TV',
    registeredOn: '2025-06-01',
    headOfficeAddress: 'Số 1, đường Trưng Trắc, phường Phố Hiến, tỉnh Hưng Yên',
    charterCapital: 1_000_000_000,
  },
  person: declared({ documentNumber: '033190123456' }),
  position: 0,
});

/** The step that verifies people and the clock, over a queue that is a list. */
async function stepWithPoliceService() {
  const database = memoryDatabase();
  const clock = { now: new Date('2026-01-05T03:00:00Z') };
  const now = () => clock.now;
  const service = { isDown: true };
  const queue: { readonly body: unknown; readonly at: number; readonly hops: string | undefined }[] = [];
  const verified: string[] = [];
  const parked: string[] = [];
  const send = async (bodies: readonly unknown[], seconds = 0) =>
    void queue.push(
      ...bodies.map((body) => ({ body, at: clock.now.getTime() + seconds * 1000, hops: writtenChain().hops })),
    );
  const dueMessages = dueMessagesTable(database.db, await database.createTable('dueMessages'));
  const park = async (_record: unknown, why: string) => void parked.push(why);
  const handler = verifyPeople({
    renewDrops: () => {},
    companies: {
      registered: async (code) => ({ registrations: [registrationOf(code)], settledTasks: new Map() }),
    },
    verifications: {
      record: async ({ enterpriseCode }) => verified.push(enterpriseCode) > 0,
      of: async () => new Map(),
    },
    files: { coverage: async () => [] },
    police: {
      async verify() {
        if (service.isDown) throw new PoliceServiceUnavailable('busy', 30);
        return { verdict: { result: 'not_found', fields: {}, documentStatus: undefined } as never };
      },
    },
    verifyLater: sendLater({ queue: 'registrations', send, dueMessages, now }),
    assess: async () => undefined,
    park,
    hash: keyedHash('a secret for tests'),
    expiry: () => 2_000_000_000,
    rulesClock: rulesClock('2025-12-31', now),
    now,
  });
  const tick = sendDue({
    deliveries: { due: async () => [], lookAfter: async () => undefined },
    deliver: async () => undefined,
    dueMessages,
    queueNamed: (name) => (name === 'registrations' ? send : undefined),
    park,
    now,
  });
  let handled = 0;
  let longestChain = 0;
  const work = async () => {
    for (const { body, hops } of queue.filter(({ at }) => at <= clock.now.getTime())) {
      queue.splice(
        queue.findIndex((one) => one.body === body),
        1,
      );
      handled += 1;
      longestChain = Math.max(longestChain, 1 + (hopsOf(hops).get('a-queue') ?? 0));
      await handler(sqsEvent(record(`m${handled}`, body, undefined, hops)), lambdaContext());
    }
  };
  return {
    service,
    verified,
    parked,
    send,
    handled: () => handled,
    longestChain: () => longestChain,
    /** Lets the clock run, which ticks each minute. */
    async pass(minutes: number) {
      for (let minute = 0; minute < minutes; minute += 1) {
        await work();
        clock.now = new Date(clock.now.getTime() + 60_000);
        await tick(sqsEvent(record('clock', { reason: 'clock' })), lambdaContext());
      }
      await work();
    },
  };
}

describe('a police service that is down for a day', () => {
  it('delays each company and loses none, asks ever more seldom, and no chain is long enough to be stopped', async () => {
    const step = await stepWithPoliceService();
    await step.send(CODES.map((enterpriseCode) => ({ enterpriseCode })));
    await step.pass(24 * 60);
    expect(step.verified).toEqual([]);
    expect(step.handled()).toBeLessThan(CODES.length * 60);
    step.service.isDown = false;
    await step.pass(35);
    expect(step.verified.toSorted()).toEqual(CODES.toSorted());
    expect(step.parked).toEqual([]);
    expect(step.longestChain()).toBeLessThan(LAMBDA_STOPS_AFTER);
  });
});
