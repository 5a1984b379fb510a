import { expect } from 'vitest';
import type { ApiAnswer } from '#functions/receiver-api/answers.ts';
import { cursors } from '#functions/receiver-api/cursor.ts';
import { createHandler } from '#functions/receiver-api/handler.ts';
import { callLimit } from '#functions/receiver-api/call-limit.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { TestEventDue } from '#shared/contracts/delivery-due.ts';
import { verifyEd25519 } from '#shared/runtime/signing.ts';
import type { ReplyRecorded } from '#shared/contracts/replies.ts';
import { callersTable } from '#shared/tables/callers.ts';
import { callsTable } from '#shared/tables/calls.ts';
import { caseRecordsTable } from '#shared/tables/case-records.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import { reviewsTable } from '#shared/tables/reviews.ts';
import { repliesTable } from '#shared/tables/replies.ts';
import { hashing } from './transparency-log/a-log.ts';
import { appender } from './transparency-log/appender.ts';
import { aNotice, type NoticeChange } from './a-notice.ts';
import { memoryDatabase, type TestDatabase } from './memory-database.ts';
import { type Call, httpEvent } from './http.ts';
import { newNoticesTable } from './notices-table.ts';
import { policeContent } from './police-notice.ts';
import { expectAsPublished } from './published.ts';
import { lambdaContext } from './sqs.ts';
import { keptSigningKeys } from '#test/support/signing-keys.ts';

export const VCB = 'receiver/bank.970436';
export const BIDV = 'receiver/bank.970418';
export const POLICE = 'receiver/police';
export const receiverNamed = (scope: string): string => scope.replace('receiver/', '').replace('.', '#');

/** The receivers' API over real tables; the evidence bucket is a map. */
export async function receiverApi({
  certificates = false,
  database = memoryDatabase(),
}: {
  readonly certificates?: boolean;
  readonly database?: TestDatabase;
} = {}) {
  const { db, createTable } = database;
  const { notices } = await newNoticesTable(database);
  const replies = repliesTable(db, await createTable('replies'));
  const caseRecords = caseRecordsTable(db, await createTable('caseRecords'));
  const deliveries = deliveriesTable(db, await createTable('deliveries'));
  const { keys, signingKeys } = keptSigningKeys();
  const reviews = reviewsTable(db, await createTable('reviews'));
  const receivers = receiversTable(db, await createTable('receivers'));
  const callers = callersTable(db, await createTable('callers'));
  const appended = await appender();
  const sentReplies: ReplyRecorded[] = [];
  const testEvents: TestEventDue[] = [];
  const entered: LogEntry[] = [];
  const objects = new Map<string, string>();
  const clock = { now: new Date('2026-03-02T08:00:00.000Z') };
  const calls = callsTable(db, await createTable('calls'));
  const now = () => new Date(clock.now);
  const handler = createHandler({
    cursors: cursors('a secret of this test'),
    limit: callLimit({ calls, now }),
    notices,
    replies,
    reviews,
    caseRecords,
    deliveries,
    receivers,
    signingKeys,
    log: appended.log,
    proving: {
      log: appended.log,
      readTile: async (path) => appended.bucket.get(path),
      hashing,
      keys: async () => [appended.by.key],
      verify: verifyEd25519,
    },
    witnesses: receivers,
    certificateHolders: certificates ? receivers : undefined,
    objects: { read: async (bucket, key) => objects.get(`${bucket}/${key}`) },
    uploadForm: async ({ bucket, prefix, officer, seconds, mostBytes }) => ({
      url: `https://s3.example/${bucket}`,
      fields: { key: `${prefix}\${filename}`, officer, seconds: String(seconds), most: String(mostBytes) },
    }),
    callers,
    inboxBucket: 'inbox',
    link: async (bucket, key, seconds) => `https://s3.example/${bucket}/${key}?X-Amz-Expires=${seconds}`,
    evidenceBucket: 'evidence',
    enter: async (entries) => void entered.push(...entries),
    sendReply: async (messages) => void sentReplies.push(...messages),
    sendTestEvent: async (messages) => void testEvents.push(...messages),
    newId: () => 'q3rT0uYw1xZ2aB4cD6eF8g',
    expiry: () => 2_000_000_000,
    now,
  });

  const call = async (asked: Call): Promise<ApiAnswer> => {
    const answer = await handler(httpEvent(asked), lambdaContext());
    expectAsPublished(asked, answer);
    return answer;
  };
  return {
    notices,
    replies,
    reviews,
    caseRecords,
    deliveries,
    keys,
    callers,
    receivers,
    sentReplies,
    testEvents,
    entered,
    /** The log itself, which a test appends to what was entered. */
    appended,
    objects,
    clock,
    call,
    acknowledge: (scope: string, id: string, sequence: number, headers = {}) =>
      call({ method: 'POST', path: `/v1/notices/${id}/acknowledgements`, scope, body: { sequence }, headers }),
    decide: (scope: string, id: string, body: unknown, headers = {}) =>
      call({ method: 'POST', path: `/v1/notices/${id}/decisions`, scope, body, headers }),
    async issue(scope: string, subject: string, change: NoticeChange = {}): Promise<string> {
      const receiver = receiverNamed(scope);
      const [first] = policeContent.findings;
      const findings = first ? ['R1', 'R2'].map((code) => ({ ...first, code })) : [];
      const content = { enterpriseCode: '0101243150', findings, accounts: [], ...change.content };
      const instants = { issuedAt: '2026-03-02T07:00:00.000Z', changedAt: '2026-03-02T07:00:00.000Z' };
      const notice = aNotice(receiver, subject, { ...instants, ...change, content });
      const { noticeId } = notice;
      expect(await notices.write(notice, await notices.get(receiver, noticeId))).toBe(true);
      return noticeId;
    },
  };
}
export type ReceiverApi = Awaited<ReturnType<typeof receiverApi>>;
