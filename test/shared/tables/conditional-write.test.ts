import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { putIf, updateIf } from '#shared/tables/conditional-write.ts';
import { dynalite } from '#test/support/dynalite.ts';
import { losingClient } from '#test/support/lost-answers.ts';

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
