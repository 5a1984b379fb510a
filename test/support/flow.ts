import type { WriteDocx } from '#functions/issue-dossier/write-docx.ts';
import { createHandler as receiverApi } from '#functions/receiver-api/handler.ts';
import type { SendersByPrefix } from '#shared/contracts/feeds/activity-senders.ts';
import type { ReleaseMode, ReleasePolicy } from '#shared/domain/notification/release/release-policy.ts';
import { type KeyedHash, keyedHash } from '#shared/runtime/keyed-hash.ts';
import { type TaskSettlement, settleTask } from '#shared/use-cases/settle-task.ts';
import { memoryDatabase, type TestDatabase } from '#test/support/memory-database.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';
import { flowDependencies } from '#test/support/flow/dependencies.ts';
import { flowHandlers } from '#test/support/flow/handlers.ts';
import { flowObjects } from '#test/support/flow/objects.ts';
import { flowPoints } from '#test/support/flow/points.ts';
import { flowQueues, QUEUES, type QueueName } from '#test/support/flow/queues.ts';
import { flowTables } from '#test/support/flow/tables.ts';

/** Most tests do not look at printed dossiers, and to print them takes half of the time of a flow. */
const notPrinted: WriteDocx = async (dossier) => Buffer.from(JSON.stringify(dossier));

/** The flow's real handlers over real tables; queues and buckets are lists that a test can look into. */
export async function flow({
  asOf = '2025-12-31',
  settlingSeconds = 0,
  senders = {},
  takingBackPolicy = 'automatic',
  releasePolicy,
  hash = keyedHash('a secret for tests'),
  database = memoryDatabase(),
  writeDocx = notPrinted,
}: {
  readonly asOf?: string;
  readonly settlingSeconds?: number;
  readonly senders?: SendersByPrefix;
  readonly takingBackPolicy?: ReleaseMode;
  /** Who must release changes of notices; without it all are released at once. */
  readonly releasePolicy?: ReleasePolicy | undefined;
  readonly hash?: KeyedHash;
  readonly database?: TestDatabase;
  readonly writeDocx?: WriteDocx;
} = {}) {
  const clock = { now: new Date('2026-01-05T03:00:00Z') };
  /** Whether a run's time goes into its work, or into waiting for something that holds it up. */
  const processor = { isBusy: true, milliseconds: 0 };
  const now = () => new Date(clock.now);
  const { passes, at, notPassed } = flowPoints();
  const queues = flowQueues(clock, passes, hash);
  const { sent, waiting, queue } = queues;
  const buckets = flowObjects();
  const { objects, opened } = buckets;
  const stored = await flowTables(database, hash, passes);
  const { tables, names, parked } = stored;
  const settings = { asOf, settlingSeconds, senders, takingBackPolicy, releasePolicy };
  const parts = { ...settings, writeDocx, hash, stored, queues, buckets, passes, processor, now };
  const { common, entered } = flowDependencies(parts);
  const handlers = flowHandlers(asOf, common, queue);

  let messageId = 0;
  const dropped = new Set<string>();
  /** Handles the waiting messages of a queue; returned ones wait again. */
  const work = async (name: QueueName, remainingMs?: number | (() => number)): Promise<number> => {
    const due = (waiting.get(name) ?? []).filter(
      ({ sentAt, delaySeconds }) => sentAt + delaySeconds * 1000 <= clock.now.getTime(),
    );
    waiting.set(
      name,
      (waiting.get(name) ?? []).filter((message) => !due.includes(message)),
    );
    if (due.length === 0) return 0;
    // A message is read after it was sent, on clocks that differ
    clock.now = new Date(clock.now.getTime() + 2000);
    const records = due.map(({ body, sentAt }) => record(`m${(messageId += 1)}`, body, sentAt));
    const { batchItemFailures } = await handlers[name](sqsEvent(...records), lambdaContext(remainingMs));
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    for (const [n, { messageId: id }] of records.entries()) {
      const message = due[n];
      if (message && failed.has(id)) waiting.get(name)?.push(message);
    }
    return due.length;
  };

  const settle = async (settled: readonly QueueName[], remainingMs?: number): Promise<void> => {
    for (let busy = true, rounds = 0; busy; rounds += 1) {
      if (rounds > 200) throw new Error('the queues never come to rest');
      busy = false;
      for (const name of settled) {
        if ((await work(name, remainingMs)) > 0) {
          busy = true;
          break;
        }
      }
    }
    const receipts = [...objects].filter(([key]) => key.startsWith('receipts/') && key.endsWith('.json'));
    stored.checkReceipts(
      receipts.map(([, text]) => text.toString()),
      dropped,
    );
  };

  let sequencer = 0;
  return {
    processor,
    ...tables,
    db: database.db,
    /** The names of the tables. */
    names,
    parked,
    clock,
    sent,
    waiting,
    objects,
    /** The entries that were sent to the log, in order; a repeated entry appears again. */
    entered,
    /** The bodies of the requested objects. A body that is not read keeps its connection open. */
    opened,
    work,
    /** Calls the receivers' API as the gateway does. */
    api: receiverApi(common),
    /**
     * Does something once, at a point named as in `before companies are sent`; an action that throws is a crash there.
     */
    at,
    /** The points that were given to `at` and that the run has not passed. */
    notPassed,
    /** Drops a file into the inbox, as S3 announces it. */
    async drop(key: string, content: string | Buffer): Promise<void> {
      dropped.add(key);
      const object = {
        versionId: buckets.drop(key, Buffer.from(content)),
        key: encodeURIComponent(key).replaceAll('%20', '+'),
        sequencer: String((sequencer += 1)).padStart(16, '0'),
      };
      await queue('files')([{ Records: [{ s3: { bucket: { name: 'inbox' }, object } }] }]);
    },
    /** Records a person's decision on a file. */
    release: (key: string, use: 'readable' | 'none' | 'alone'): Promise<void> =>
      queue('files')([{ bucket: 'inbox', key, release: { use, by: 'tổ trực', why: 'đã đối chiếu' } }]),
    /** Sends messages to the step that reads files, as the desks do. */
    sendToReader: queue('files'),
    notifyPolice: queue('police-notices'),
    notifyBanks: queue('bank-notices'),
    /** Records the office's decision on an entry of its worklist. */
    settleTask: (settlement: TaskSettlement) => settleTask(settlement, common),
    /** Runs the daily clock. */
    tick: (): Promise<void> => queue('sweeps')([{ reason: 'clock' }]),
    /** Works through every queue until all are empty, upstream first. */
    settle: (remainingMs?: number): Promise<void> => settle(QUEUES, remainingMs),
    /** Works through all queues except one, whose messages stay. */
    settleWithout: (left: QueueName): Promise<void> => settle(QUEUES.filter((name) => name !== left)),
    receipt: (path: string): unknown => JSON.parse(objects.get(`receipts/${path}.json`)?.toString() ?? 'null'),
  };
}

/** A file as a sender drops it. */
export type SentFile = readonly [key: string, content: string | Buffer];

/** A running flow of a test. */
export type FlowRun = Awaited<ReturnType<typeof flow>>;
