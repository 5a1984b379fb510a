import { randomBytes } from 'node:crypto';
import { vi } from 'vitest';
import { createHandler as deliverHandler } from '#functions/deliver-notice/handler.ts';
import { createHandler as sweepHandler } from '#functions/send-due-deliveries/handler.ts';
import { bankWebhook } from '#shared/clients/bank-webhook.ts';
import type { Resolve } from '#shared/clients/guarded-address.ts';
import { signingSecrets } from '#shared/clients/signing-secrets.ts';
import { DeliveryMessage } from '#shared/contracts/delivery-due.ts';
import { writtenChain } from '#shared/runtime/chain.ts';
import { hopsOf } from '#shared/runtime/hops.ts';
import { type CaseRecords, caseRecordsTable } from '#shared/tables/case-records.ts';
import { dueMessagesTable } from '#shared/tables/due-messages.ts';
import { allShards } from '#shared/tables/shards.ts';
import { sendLater } from '#shared/use-cases/send-later.ts';
import { type Deliveries, deliveriesTable } from '#shared/tables/deliveries.ts';
import { noticeIdOf, type Notices, noticesTable } from '#shared/tables/notices.ts';
import { type Receivers, receiversTable } from '#shared/tables/receivers.ts';
import { aNotice, type NoticeChange } from '../a-notice.ts';
import { memoryDatabase } from '../memory-database.ts';
import { newNoticesTable } from '../notices-table.ts';
import { lambdaContext, record, sqsEvent } from '../sqs.ts';

interface WaitingDelivery {
  readonly message: DeliveryMessage;
  readonly at: number;
  readonly hops?: string | undefined;
}
export interface DeliveryWorld {
  readonly notices: Notices;
  readonly deliveries: Deliveries;
  readonly receivers: Receivers;
  readonly questions: CaseRecords;
  readonly queue: WaitingDelivery[];
  readonly parked: string[];
  /** How often one chain of messages has started the step at most; Lambda would stop it at 16. */
  longestChain(): number;
  /** A receiver whose endpoint is called, with the keys it signs with. */
  addBank(bank: string, url: string, secrets: readonly string[]): Promise<string>;
  /** Brings a notice to its next sequence, as 5-notify-banks does, and says so. */
  change(receiver: string, subject: string, state?: 'in_force' | 'withdrawn', more?: NoticeChange): Promise<string>;
  acknowledge(receiver: string, noticeId: string): Promise<boolean>;
  readonly send: (messages: readonly DeliveryMessage[], delaySeconds?: number) => Promise<void>;
  /** Handles what is in the queue and due by the virtual clock, `lanes` messages at once, until nothing is. */
  work(lanes?: number): Promise<void>;
  /** Lets the virtual clock run for so long: messages at their time, the one-minute clock where something falls due. */
  pass(seconds: number): Promise<void>;
  close(): void;
}

interface DeliveryOptions {
  /** The time in which a bank must answer; without it that of the product. A test of a silent bank waits for it. */
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
  readonly allowLoopback?: boolean;
  /** The backlog's index doesn't see yet what was written. */
  readonly blindIndex?: boolean;
  /** The clock moves only when the test moves it; without this option time is real. */
  readonly virtual?: boolean;
}

const START = Date.parse('2026-03-02T01:00:00.000Z');
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Tables, queue, clock and the two real handlers of the delivery. */
export async function deliveryWorld(options: DeliveryOptions = {}): Promise<DeliveryWorld> {
  const { timeoutMs, resolve, allowLoopback = true, virtual = true, blindIndex = false } = options;
  if (virtual) vi.useFakeTimers({ toFake: ['Date'], now: START });
  const { db, createTable } = memoryDatabase();
  const [noticesName, deliveriesName, receiversName] = [
    (await newNoticesTable()).name,
    await createTable('deliveries'),
    await createTable('receivers'),
  ];
  const notices = noticesTable(db, noticesName);
  const deliveries = deliveriesTable(db, deliveriesName);
  const receivers = receiversTable(db, receiversName);
  const questions = caseRecordsTable(db, await createTable('caseRecords'));
  const dueMessages = dueMessagesTable(db, await createTable('dueMessages'));
  const now = () => new Date();
  const secrets = new Map<string, string>();
  const queue: WaitingDelivery[] = [];
  const parked: string[] = [];
  let ids = 0;
  const newId = () => String((ids += 1));
  const send = async (messages: readonly DeliveryMessage[], delaySeconds = 0) => {
    const { hops } = writtenChain();
    queue.push(...messages.map((message) => ({ message, at: Date.now() + Math.ceil(delaySeconds) * 1000, hops })));
  };
  const park = async (_record: unknown, why: string) => {
    parked.push(why);
  };
  const deliver = deliverHandler({
    notices,
    deliveries: blindIndex ? { ...deliveries, backlog: async () => [] } : deliveries,
    receivers,
    questions,
    secrets: signingSecrets(async (arn) => secrets.get(arn) ?? '', now),
    call: bankWebhook({ allowLoopback, ...(timeoutMs && { timeoutMs }), ...(resolve && { resolve }) }),
    deliverLater: sendLater({ queue: 'deliveries', send, dueMessages, now }),
    newId,
    random: Math.random,
    park,
    now,
  });
  const queueNamed = () => (bodies: readonly unknown[], delay?: number) =>
    send(
      bodies.map((body) => DeliveryMessage.parse(body)),
      delay,
    );
  const sweep = sweepHandler({ deliveries, dueMessages, queueNamed, deliver: send, park, now });

  const takeDue = () => {
    const index = queue.findIndex(({ at }) => at <= Date.now());
    return index < 0 ? undefined : queue.splice(index, 1)[0];
  };
  let longestChain = 0;
  const handle = async ({ message, hops }: WaitingDelivery) => {
    longestChain = Math.max(longestChain, 1 + (hopsOf(hops).get('a-queue') ?? 0));
    const event = sqsEvent(record(newId(), message, undefined, hops));
    const { batchItemFailures } = await deliver(event, lambdaContext());
    if (batchItemFailures.length > 0) await send([message], 30);
  };
  const lane = async () => {
    for (let next = takeDue(); next; next = takeDue()) await handle(next);
  };
  const work = async (lanes = 1) => {
    while (queue.some(({ at }) => at <= Date.now())) await Promise.all(Array.from({ length: lanes }, lane));
  };
  const allDueMessages = async () =>
    (await Promise.all(allShards.map((shard) => Array.fromAsync(dueMessages.due(shard, '2999'))))).flat(2);
  const nextMoment = async () => {
    const due = [...(await deliveries.due(new Date('2999-01-01'))), ...(await allDueMessages())];
    const sweeps = due.map(({ dueAt }) => Math.floor(Date.parse(dueAt.slice(0, 24)) / 60_000) * 60_000);
    const moments = [...queue.map(({ at }) => at), ...sweeps.map((minute) => Math.max(minute, nextMinute()))];
    return Math.min(...moments);
  };

  return {
    notices,
    deliveries,
    receivers,
    queue,
    parked,
    longestChain: () => longestChain,
    questions,
    send,
    work,
    async addBank(bank, url, keys) {
      const secretArn = `arn:${bank}`;
      secrets.set(secretArn, JSON.stringify({ secrets: keys }));
      await receivers.register({ receiver: `bank#${bank}`, mode: 'push', url, secretArn, clientId: bank });
      return `bank#${bank}`;
    },
    async change(receiver, subject, state = 'in_force', more = {}) {
      const noticeId = noticeIdOf(receiver, subject);
      const before = await notices.get(receiver, noticeId);
      const at = now().toISOString();
      const sequence = (before?.sequence ?? 0) + 1;
      const fixed = { sequence, fingerprint: String(sequence), issuedAt: at, changedAt: at, state };
      await notices.write(aNotice(receiver, subject, { ...fixed, ...more }), before);
      await send([{ receiver, noticeId }]);
      return noticeId;
    },
    async acknowledge(receiver, noticeId) {
      const notice = await notices.get(receiver, noticeId);
      return notices.setHandlingStatus({
        receiver,
        noticeId,
        sequence: notice?.sequence ?? 0,
        handlingStatus: 'acknowledged',
      });
    },
    async pass(seconds) {
      const end = Date.now() + seconds * 1000;
      await work();
      for (let moment = await nextMoment(); moment <= end; moment = await nextMoment()) {
        vi.setSystemTime(Math.max(moment, Date.now()));
        if (Date.now() % 60_000 === 0) await sweep(sqsEvent(record(newId(), { reason: 'clock' })), lambdaContext());
        await work();
      }
      vi.setSystemTime(end);
    },
    close: () => {
      vi.useRealTimers();
    },
  };
}

const nextMinute = () => (Math.floor(Date.now() / 60_000) + 1) * 60_000;
