import { GetCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { untilWritten } from '#shared/runtime/until-written.ts';
import { itemAt, putIf, putRevision, putUnlessLater, updateIf } from '#shared/tables/conditional-write.ts';
import { dynalite } from '#test/support/dynalite.ts';
import { watched } from '#test/support/watched-database.ts';
import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { patientRetries } from '#shared/clients/retries.ts';

const WRITES = new Set([PutItemCommand.name, UpdateItemCommand.name]);

/** A client of an engine that loses the answer of a write, once for each time that `lose` is called; `then` runs before the next try. */
function losingClient(endpoint: string) {
  const lost: (() => Promise<unknown>)[] = [];
  const client = new DynamoDBClient({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    retryStrategy: patientRetries,
  });
  // The middleware runs for each try, after the SDK's retries
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (asked) => {
        const answer = await next(asked);
        const then = WRITES.has(commandName) ? lost.shift() : undefined;
        if (!then) return answer;
        await then();
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      },
    { step: 'deserialize', priority: 'low' },
  );
  return {
    db: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    lose: (then: () => Promise<unknown> = async () => undefined) => lost.push(then),
  };
}

type Wire = ReturnType<typeof losingClient>;
let wire: Wire;
let table: string;
let others: Wire['db'];
let count = 0;
const key = () => ({ id: `item ${(count += 1)}` });
const isNew = { when: 'attribute_not_exists(id)' };

beforeAll(async () => {
  const { db, endpoint, createTable } = await dynalite();
  others = db;
  table = await createTable('written', { partition: 'id', ttl: false });
  wire = losingClient(endpoint);
});

const stands = async (id: { id: string }) =>
  (await others.send(new GetCommand({ TableName: table, Key: id, ConsistentRead: true }))).Item;

describe('a write with a condition', () => {
  it('a conditional write returns false where its condition is not met', async () => {
    const id = key();
    expect(await putIf(wire.db, table, id, { by: 'one' }, isNew)).toBe(true);
    expect(await putIf(wire.db, table, id, { by: 'another' }, isNew)).toBe(false);
    expect(await stands(id)).toMatchObject({ by: 'one' });
    const change = { set: { by: 'another' } };
    expect(
      await updateIf(wire.db, table, id, change, {
        when: '#by = :me',
        names: { '#by': 'by' },
        values: { ':me': 'nobody' },
      }),
    ).toBeUndefined();
    expect(await updateIf(wire.db, table, key(), change, { when: 'attribute_exists(id)' })).toBeUndefined();
  });

  it('a conditional write recognises its own write when the answers are lost', async () => {
    const id = key();
    wire.lose();
    wire.lose();
    expect(await putIf(wire.db, table, id, { revision: 1 }, isNew)).toBe(true);
    const second = { when: 'revision = :before', values: { ':before': 1 } };
    wire.lose();
    expect(await putIf(wire.db, table, id, { revision: 2 }, second)).toBe(true);
    wire.lose();
    const third = { when: 'revision = :before', values: { ':before': 2 } };
    expect(await updateIf(wire.db, table, id, { set: { revision: 3 }, remove: ['gone'] }, third)).toMatchObject({
      ...id,
      revision: 3,
    });
  });

  it('a conditional write never treats another writer’s write as its own, even one between its two tries', async () => {
    const id = key();
    await putIf(others, table, id, { revision: 1 }, isNew);
    const before = { when: 'revision = :before', values: { ':before': 1 } };
    wire.lose(() => putIf(others, table, id, { revision: 9 }, { when: 'attribute_exists(id)' }));
    expect(await putIf(wire.db, table, id, { revision: 2 }, before)).toBe(false);
    expect(await stands(id)).toMatchObject({ revision: 9 });
  });

  it('a conditional write leaves absent values out and removes attributes', async () => {
    const id = key();
    await putIf(wire.db, table, id, { kept: 1, gone: 2 }, isNew);
    const changed = await updateIf(
      wire.db,
      table,
      id,
      { set: { kept: 3, absent: undefined }, remove: ['gone'] },
      { when: 'kept = :one', values: { ':one': 1 } },
    );
    expect(changed).toEqual({ ...id, kept: 3, writeId: expect.any(String) });
  });
});

describe('the revisions of a subject', () => {
  it('a write that is refused at its first try reads nothing back', async () => {
    const id = key();
    const asked: string[] = [];
    const counting = watched(wire.db, (name = '') => void asked.push(name));
    expect(await putRevision(counting, table, id, { revision: 1 }, undefined)).toBe(true);
    expect(await putRevision(counting, table, id, { revision: 1 }, undefined)).toBe(false);
    expect(asked).toEqual(['PutCommand', 'PutCommand']);
  });

  it('writers at once end as one after the other, also where answers are lost and another has written since', async () => {
    const id = key();
    const add = (db: Wire['db'], name: string) =>
      untilWritten(async () => {
        const before = (await itemAt(db, table, id)) as { revision: number; names: string[] } | undefined;
        // The answer of an earlier try may have been lost
        if (before?.names.includes(name)) return undefined;
        const next = { revision: (before?.revision ?? 0) + 1, names: [...(before?.names ?? []), name] };
        return (await putRevision(db, table, id, next, before)) ? undefined : 'overtaken';
      });
    wire.lose(() => add(others, 'b'));
    await Promise.all([add(wire.db, 'a'), add(others, 'c'), add(others, 'd')]);
    const { revision, names } = (await stands(id)) as { revision: number; names: string[] };
    expect(names.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(revision).toBe(4);
  });

  it('a write that yields to later ones is written again after a lost answer, and never over a later one', async () => {
    const id = key();
    wire.lose();
    expect(await putUnlessLater(wire.db, table, { ...id, n: 2, by: 'one' }, 'n')).toBe(true);
    expect(await putUnlessLater(others, table, { ...id, n: 1, by: 'an earlier one' }, 'n')).toBe(false);
    wire.lose(() => putUnlessLater(others, table, { ...id, n: 4, by: 'a later one' }, 'n'));
    expect(await putUnlessLater(wire.db, table, { ...id, n: 3, by: 'one' }, 'n')).toBe(false);
    expect(await stands(id)).toMatchObject({ n: 4, by: 'a later one' });
  });
});
