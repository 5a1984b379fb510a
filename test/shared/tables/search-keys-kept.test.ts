import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import { recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { type PoliceRecords, policeRecordsTable } from '#shared/tables/police-records.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const EXPIRES = 2_000_000_000;
const from = (file: string, version: string) => ({ file, row: 2, version });
const person = { documentNumber: '033085000123', fullName: 'Nguyễn Văn Sai', dateOfBirth: '1985-03-12' } as const;
const wrong = { ...person, status: 'BAO_MAT_GIAY_TO' } as const;
const right = { ...wrong, fullName: 'Nguyễn Văn Đúng' } as const;

const hash = keyedHash('a secret for tests');
const drop = { file: 'identities/1.csv', version: 'a#2' };

let db: DynamoDBDocumentClient;
let name: string;
let plain: PoliceRecords;
beforeEach(async () => {
  const database = memoryDatabase();
  db = database.db;
  name = await database.createTable('policeRecords');
  plain = policeRecordsTable(db, name, hash);
  await plain.record([{ ...wrong, from: from('identities/1.csv', 'a#1') }], EXPIRES);
  await plain.record([{ ...right, from: from('identities/1.csv', 'a#2') }], EXPIRES);
});

type Send = (command: never) => Promise<unknown>;
const sentBy = (send: Send) => policeRecordsTable(Object.assign(Object.create(db) as typeof db, { send }), name, hash);
const repeated = () => plain.record([{ ...wrong, from: from('identities/2.csv', 'b#1') }], EXPIRES);
const deletes = (command: { input: { Key?: Record<string, unknown> } }, kind: string) =>
  command instanceof DeleteCommand && String(command.input.Key?.['record']).startsWith(`${kind}#`);
const found = () => plain.search(recordKeys(wrong));

it('a person whom another file repeats while a reader deletes that version is still found by search keys, though the reader ends', async () => {
  let repetition: Promise<void> | undefined;
  const ending = sentBy(async (command) => {
    if (deletes(command, 'found')) await (repetition ??= repeated());
    if (deletes(command, 'version')) throw new Error('ended');
    return db.send(command);
  });
  await expect(ending.supersede(person.documentNumber, [right], drop)).rejects.toThrow('ended');
  expect(repetition).toBeDefined();
  expect(await found()).toContainEqual(person);
});

it('a person is still found whom another file has repeated since a reader looked for earlier facts, though the reader ends', async () => {
  const ending = sentBy(async (command) => {
    if (deletes(command, 'version')) throw new Error('ended');
    const answer = await db.send(command);
    if ((command as object) instanceof QueryCommand) await repeated();
    return answer;
  });
  await expect(ending.supersede(person.documentNumber, [right], drop)).rejects.toThrow('ended');
  expect(await found()).toContainEqual(person);
});

it('no search key of a deleted version is written again by the reader of a file that contradicts that version', async () => {
  await repeated();
  let hasContradicted = false;
  const slow = sentBy(async (command) => {
    if (deletes(command, 'version') && !hasContradicted) {
      hasContradicted = true;
      await plain.supersede(person.documentNumber, [right], drop);
    }
    return db.send(command);
  });
  const [taken] = await plain.takenBack({ file: 'identities/2.csv', version: 'b#1', own: true });
  await slow.takeBack(taken?.ref ?? '', { file: 'identities/2.csv', version: 'b#1', own: true });
  expect(hasContradicted).toBe(true);
  expect(await found()).not.toContainEqual(person);
});

it('a search key that versions of two files share goes with the later of their deletions', async () => {
  const other = { file: 'identities/2.csv', version: 'b#1', own: true };
  await plain.record([{ ...wrong, status: 'MAT_TICH', from: from(other.file, other.version) }], EXPIRES);
  const [taken] = await plain.takenBack(other);
  await plain.takeBack(taken?.ref ?? '', other);
  expect(await found()).toContainEqual(person);
  await plain.supersede(person.documentNumber, [right], drop);
  expect(await found()).not.toContainEqual(person);
});
