import { releasedAtOnce } from '#shared/use-cases/is-released.ts';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Context } from 'aws-lambda';
import { cursors } from '#functions/receiver-api/cursor.ts';
import { createHandler as readFile } from '#functions/1-read-file/handler.ts';
import { createHandler as verifyPeople } from '#functions/2-verify-people/handler.ts';
import { policeExtract } from '#functions/2-verify-people/police-extract.ts';
import { createHandler as assessCompany } from '#functions/3-assess-company/handler.ts';
import { createHandler as notifyPolice } from '#functions/4-notify-police/handler.ts';
import { createHandler as notifyBanks } from '#functions/5-notify-banks/handler.ts';
import { createHandler as issueDossier } from '#functions/issue-dossier/handler.ts';
import { createHandler as receiverApi } from '#functions/receiver-api/handler.ts';
import { createHandler as recordReply } from '#functions/record-reply/handler.ts';
import { createHandler as surveyProvince } from '#functions/survey-province/handler.ts';
import { createHandler as sweepDue } from '#functions/sweep-due/handler.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { type KeyedHash, keyedHash } from '#shared/runtime/keyed-hash.ts';
import { treeHashing } from '#shared/domain/transparency/tree-hash.ts';
import { sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { filesTable } from '#shared/tables/files.ts';
import { linksTable } from '#shared/tables/links.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { rejectionsTable } from '#shared/tables/rejections.ts';
import { reviewsTable } from '#shared/tables/reviews.ts';
import { repliesTable } from '#shared/tables/replies.ts';
import { subscribersTable } from '#shared/tables/subscribers.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { tasksTable } from '#shared/tables/tasks.ts';
import { type TaskSettlement, settleTask } from '#shared/use-cases/settle-task.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import { memoryDatabase, type TestDatabase } from './memory-database.ts';
import { newNoticesTable } from './notices-table.ts';
import { lambdaContext, record, sqsEvent } from './sqs.ts';

const QUEUES = [
  'files',
  'registrations',
  'replies',
  'companies',
  'sweeps',
  'surveys',
  'police-notices',
  'bank-notices',
  'dossiers',
] as const;
export type QueueName = (typeof QUEUES)[number];

interface Waiting {
  readonly body: unknown;
  readonly sentAt: number;
  readonly delaySeconds: number;
}

/** The flow's real handlers over real tables; queues and buckets are lists that a test can look into. */
export async function flow({
  asOf = '2025-12-31',
  settlingSeconds = 0,
  hash = keyedHash('a secret for tests'),
  database = memoryDatabase(),
}: {
  readonly asOf?: string;
  readonly settlingSeconds?: number;
  readonly hash?: KeyedHash;
  readonly database?: TestDatabase;
} = {}) {
  const { db, createTable: create } = database;
  const names = new Map<TableName, string>();
  const createTable = async (name: TableName): Promise<string> => {
    const made = await create(name);
    names.set(name, made);
    return made;
  };
  const clock = { now: new Date('2026-01-05T03:00:00Z') };
  /** Whether a run's time goes into its work, or into waiting for something that holds it up. */
  const processor = { isBusy: true, milliseconds: 0 };
  const now = () => new Date(clock.now);

  const actions = new Map<string, () => Promise<void> | void>();
  const passes = async (point: string) => {
    const action = actions.get(point);
    actions.delete(point);
    await action?.();
  };

  const sent: { queue: QueueName | 'deliveries'; body: unknown }[] = [];
  const waiting = new Map<QueueName, Waiting[]>(QUEUES.map((name) => [name, []]));
  const queue =
    (name: QueueName) =>
    async (messages: readonly unknown[], delaySeconds = 0): Promise<void> => {
      if (messages.length > 0) await passes(`before ${name} are sent`);
      for (const body of messages) {
        sent.push({ queue: name, body });
        waiting.get(name)?.push({ body: structuredClone(body), sentAt: clock.now.getTime(), delaySeconds });
      }
      if (messages.length > 0) await passes(`after ${name} are sent`);
    };

  const entered: LogEntry[] = [];
  const emptyLog = {
    head: async () => undefined,
    places: async () => new Map(),
    pageAt: async () => undefined,
    witness: async () => false,
  };
  const objects = new Map<string, Buffer>();
  const opened: Readable[] = [];
  const open = async (_bucket: string, key: string) => {
    const bytes = objects.get(key);
    if (!bytes) return undefined;
    const body = Readable.from([bytes]);
    opened.push(body);
    return body;
  };
  const put = async (_bucket: string, key: string, content: Readable | Uint8Array | string) => {
    objects.set(key, content instanceof Readable ? await buffer(content) : Buffer.from(content));
  };

  const read = async (_bucket: string, key: string) => objects.get(key)?.toString();

  const policeRecords = policeRecordsTable(db, await createTable('policeRecords'), hash);
  const allAssessments = assessmentsTable(db, await createTable('assessments'), hash);
  const assessments: typeof allAssessments = {
    ...allAssessments,
    async record(...assessed) {
      await passes('before an assessment is recorded');
      const recorded = await allAssessments.record(...assessed);
      await passes('after an assessment is recorded');
      return recorded;
    },
  };
  const allFiles = filesTable(db, await createTable('files'));
  const files: typeof allFiles = {
    ...allFiles,
    async ended(...end) {
      await passes('before a feed ends');
      const heard = await allFiles.ended(...end);
      await passes('after a feed ends');
      return heard;
    },
  };
  const { notices: allNotices } = await newNoticesTable(database);
  const notices: typeof allNotices = {
    ...allNotices,
    async write(...next) {
      await passes('before a notice is written');
      const written = await allNotices.write(...next);
      await passes('after a notice is written');
      return written;
    },
  };
  const parked = parkedTable(db, await createTable('parked'));
  const tables = {
    companies: companiesTable(db, await createTable('companies'), hash),
    policeRecords,
    accounts: accountsTable(db, await createTable('accounts'), hash),
    subscribers: subscribersTable(db, await createTable('subscribers'), hash),
    links: linksTable(db, await createTable('links'), hash),
    verifications: verificationsTable(db, await createTable('verifications'), hash),
    files,
    rejections: rejectionsTable(db, await createTable('rejections')),
    assessments,
    assessed: assessments,
    notices,
    outcomes: outcomesTable(db, await createTable('outcomes')),
    reviews: reviewsTable(db, await createTable('reviews')),
    replies: repliesTable(db, await createTable('replies')),
    tasks: tasksTable(db, await createTable('tasks')),
  };
  const common = {
    ...tables,
    objects: { put, read },
    log: emptyLog,
    proving: {
      log: emptyLog,
      readTile: async () => undefined,
      hashing: treeHashing(sha256),
      keys: async () => [],
      verify: verifyEd25519,
    },
    witnesses: { get: async () => undefined },
    receivers: { get: async () => undefined },
    deliveries: { ofNotices: async () => [] },
    newSigningKey: () => '',
    putSigningKey: async () => '',
    certificateHolders: undefined,
    enter: async (entries: readonly LogEntry[]) => void entered.push(...entries),
    settings: { measures: [], noticeDays: 180, listingDays: 1825 },
    cursors: cursors('a secret for tests'),
    limit: async () => {},
    link: async (bucket: string, key: string, seconds: number) => `https://${bucket}.test/${key}?ends=${seconds}`,
    open,
    evidenceBucket: 'evidence',
    outboxBucket: 'inbox',
    police: policeExtract(policeRecords),
    carryOn: queue('files'),
    verify: queue('registrations'),
    verifyLater: queue('registrations'),
    assess: queue('companies'),
    sweep: queue('sweeps'),
    survey: (messages: readonly unknown[]) => queue('surveys')(messages),
    pageSize: 5000,
    notifyPolice: queue('police-notices'),
    notifyBanks: queue('bank-notices'),
    sendReply: queue('replies'),
    issueDossier: queue('dossiers'),
    deliver: async (messages: readonly unknown[]) => {
      await passes('before deliveries are sent');
      for (const body of messages) sent.push({ queue: 'deliveries', body });
      await passes('after deliveries are sent');
    },
    park: parkIn(parked, now),
    hash,
    expiry: () => 2_000_000_000,
    rulesClock: rulesClock(asOf, now),
    settlingSeconds,
    holdLimits: { share: 0.2, rows: 10 },
    processorMs: () => (processor.milliseconds += processor.isBusy ? 1_000_000 : 0),
    acknowledgedWithinDays: 3,
    noticeDays: 180,
    listingDays: 730,
    measures: MEASURES,
    sendTestEvent: async () => {},
    newId: () => 'q3rT0uYw1xZ2aB4cD6eF8g',
    isReleased: releasedAtOnce,
    now,
  };
  const handlers: Record<QueueName, (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>> = {
    files: readFile(common),
    registrations: verifyPeople(common),
    replies: recordReply({ ...common, rulesDayOf: (instant) => rulesClock(asOf, () => instant).today() }),
    companies: assessCompany(common),
    sweeps: sweepDue(common),
    surveys: surveyProvince(common),
    'police-notices': notifyPolice({ ...common, notifyLater: queue('police-notices') }),
    'bank-notices': notifyBanks({ ...common, notifyLater: queue('bank-notices') }),
    dossiers: issueDossier(common),
  };

  let messageId = 0;
  /** Hands over what waits in a queue; what comes back waits again. */
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

  let sequencer = 0;
  return {
    processor,
    ...tables,
    db,
    /** What its tables are called. */
    names,
    parked,
    clock,
    sent,
    waiting,
    objects,
    /** What was told to the log, in its order, said again where it was. */
    entered,
    /** The bodies of objects that were asked for: one left unread keeps a connection. */
    opened,
    work,
    /** The receivers' API, as the gateway calls it. */
    api: receiverApi(common),
    /** Does something once, at a point named as in `before companies are sent`; an action that throws is a crash there. */
    at: (point: string, action: () => Promise<void> | void): unknown => actions.set(point, action),
    /** Points that `at` named and nothing passed. */
    notPassed: (): readonly string[] => [...actions.keys()],
    /** Drops a file into the inbox, as S3 announces it. */
    async drop(key: string, content: string | Buffer): Promise<void> {
      objects.set(key, Buffer.from(content));
      const object = {
        key: encodeURIComponent(key).replaceAll('%20', '+'),
        eTag: 'an-etag',
        sequencer: String((sequencer += 1)).padStart(16, '0'),
      };
      await queue('files')([{ Records: [{ s3: { bucket: { name: 'inbox' }, object } }] }]);
    },
    /** What an operator says of a stopped file. */
    release: (key: string, use: 'readable' | 'none'): Promise<void> =>
      queue('files')([{ bucket: 'inbox', key, release: { use, by: 'tổ trực', why: 'đã đối chiếu' } }]),
    /** What the office says of an entry of its worklist. */
    settleTask: (settlement: TaskSettlement) => settleTask(settlement, common),
    /** The daily clock. */
    tick: (): Promise<void> => queue('sweeps')([{ reason: 'clock' }]),
    /** Works through every queue until all are empty, upstream first. */
    async settle(remainingMs?: number): Promise<void> {
      for (let busy = true, rounds = 0; busy; rounds += 1) {
        if (rounds > 200) throw new Error('the queues never come to rest');
        busy = false;
        for (const name of QUEUES) {
          if ((await work(name, remainingMs)) > 0) {
            busy = true;
            break;
          }
        }
      }
    },
    receipt: (path: string): unknown => JSON.parse(objects.get(`receipts/${path}.json`)?.toString() ?? 'null'),
  };
}
