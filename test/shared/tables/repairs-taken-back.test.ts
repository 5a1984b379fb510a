import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { type Companies, companiesTable } from '#shared/tables/companies.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const EXPIRES = 2_000_000_000;
const enterpriseCode = '0900000013';
const file = 'activities/1.csv';
const signal = (on: string) => ({ kind: 'BHXH', on, value: '3', note: undefined }) as const;
const repair = { field: 'phone', current: '912345678', proposed: '0912345678', why: 'lost zero', file, row: 2 };
const drops = { file, version: 'a#1', own: true };

let db: DynamoDBDocumentClient;
let name: string;
let plain: Companies;
beforeEach(async () => {
  const database = memoryDatabase();
  db = database.db;
  name = await database.createTable('companies');
  plain = companiesTable(db, name, keyedHash('a secret for tests'));
  const from = { file, row: 2, version: 'a#1' };
  await plain.record(
    [
      { enterpriseCode, signal: signal('2025-06-30'), from },
      { enterpriseCode, repair },
    ],
    EXPIRES,
  );
});

it('the repairs of a file that is taken back go, though the first function that takes it back ends on the way', async () => {
  let deleted = 0;
  const send = (command: never) => {
    if ((command as object) instanceof DeleteCommand && (deleted += 1) > 1) throw new Error('ended');
    return db.send(command);
  };
  const ending = companiesTable(
    Object.assign(Object.create(db) as typeof db, { send }),
    name,
    keyedHash('a secret for tests'),
  );
  await expect(ending.takeBack(enterpriseCode, drops)).rejects.toThrow('ended');
  for (const taken of await plain.takenBack(drops)) await plain.takeBack(taken.enterpriseCode, drops);
  expect(await plain.recorded(enterpriseCode)).toMatchObject({ signals: [], repairs: [] });
});

it('the repairs of a file stay where a later drop of it has a fact of the company', async () => {
  const from = { file, row: 2, version: 'a#2' };
  await plain.record([{ enterpriseCode, signal: signal('2025-09-30'), from }], EXPIRES);
  await plain.takeBack(enterpriseCode, { file, version: 'a#2' });
  expect(await plain.recorded(enterpriseCode)).toMatchObject({
    signals: [{ on: '2025-09-30' }],
    repairs: [{ proposed: '0912345678' }],
  });
});

it('a repair that a reader wrote after the facts of its company were deleted goes when the file is taken back once more', async () => {
  await plain.takeBack(enterpriseCode, drops);
  await plain.record([{ enterpriseCode, repair }], EXPIRES);
  for (const taken of await plain.takenBack(drops)) await plain.takeBack(taken.enterpriseCode, drops);
  expect(await plain.recorded(enterpriseCode)).toMatchObject({ signals: [], repairs: [] });
});

it('a repair of the last drop alone leads to nothing that is taken back of the drops before it', async () => {
  expect(await plain.takenBack({ file, version: 'a#1' })).toEqual([]);
});
