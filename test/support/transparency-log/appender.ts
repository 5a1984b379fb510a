import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { randomBytes, randomUUID } from 'node:crypto';
import { appendEntries } from '#functions/append-entries/append-entries.ts';
import type { AppendEntriesPorts } from '#functions/append-entries/ports.ts';
import { checkLog } from '#infra/operator/check-log.ts';
import { treeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { entriesOf } from '#shared/domain/transparency-log/entry-bundle.ts';
import type { EntryKind } from '#shared/domain/transparency-log/log-entry.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { type Log, logTable } from '#shared/tables/log.ts';
import { memoryDatabase } from '../memory-database.ts';
import { type Signer, signer } from './a-log.ts';

export const anEntry = (n: number, kind: EntryKind = 'notice-issued'): LogEntry => ({
  id: contentId({ n, kind }),
  kind,
  at: '2026-11-26T00:00:00.000Z',
  by: 'function:5-notify-banks',
  says: { noticeId: contentId(['notice', n]), sequence: 1 },
});

/** The log over a real table; its bucket is a map. `at` does something, once, before a call of the table or the bucket. */
export async function appender(by: Signer = signer()) {
  const { db, createTable } = memoryDatabase();
  const table = await createTable('log');
  const log = logTable(db, table);
  const bucket = new Map<string, Uint8Array>();
  const hooks = new Map<string, () => Promise<void> | void>();
  const passes = async (point: string) => {
    const hook = hooks.get(point);
    hooks.delete(point);
    await hook?.();
  };
  const around =
    <A extends unknown[], R>(name: string, call: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      await passes(`before ${name}`);
      const answer = await call(...given);
      await passes(`after ${name}`);
      return answer;
    };
  const hooked: Log = {
    ...log,
    writePage: around('writePage', log.writePage),
    places: around('places', log.places),
    moveHead: around('moveHead', log.moveHead),
    publish: around('publish', log.publish),
    remember: around('remember', log.remember),
  };
  const put = async (_bucket: string, key: string, content: unknown) => {
    bucket.set(
      key,
      typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content as Uint8Array),
    );
  };
  const ports: AppendEntriesPorts = {
    log: hooked,
    objects: { bytes: async (_bucket, key) => bucket.get(key), put: around('put', put) },
    bucket: 'log',
    hashing: treeHashing(sha256),
    sha256,
    key: by.key,
    sign: async (message) => by.signing.sign(message),
    newSalt: () => new Uint8Array(randomBytes(32)),
    newAttempt: randomUUID,
    expiry: () => 2_000_000_000,
  };
  return {
    log,
    bucket,
    by,
    ports,
    at: (point: string, hook: () => Promise<void> | void): unknown => hooks.set(point, hook),
    append: (...entries: LogEntry[]) => appendEntries(entries, ports),
    /** The table's items. */
    async items(): Promise<Record<string, unknown>[]> {
      return (await db.send(new ScanCommand({ TableName: table, ConsistentRead: true }))).Items ?? [];
    },
    /** The table in an earlier state, as a restored backup is. */
    async bringBack(items: readonly Record<string, unknown>[]): Promise<void> {
      for (const { part, place } of await this.items())
        await db.send(new DeleteCommand({ TableName: table, Key: { part, place } }));
      for (const Item of items) await db.send(new PutCommand({ TableName: table, Item }));
    },
    check: () => checkLog(bucket, [by.key], []),
    /** Ids in the order of the log, by its pages; those that never became part of it are left out. */
    async ids(): Promise<string[]> {
      const sealedTexts = [...bucket]
        .filter(([path]) => path.startsWith('tile/entries/'))
        .flatMap(([, bytes]) => (entriesOf(bytes) ?? []).map((entry) => new TextDecoder().decode(entry)));
      return [...new Set(sealedTexts)];
    },
  };
}
export type Appender = Awaited<ReturnType<typeof appender>>;
