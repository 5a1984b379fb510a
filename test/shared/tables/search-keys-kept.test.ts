import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const EXPIRES = 2_000_000_000;
const from = (file: string, version: string) => ({ file, row: 2, version });
const person = { documentNumber: '033085000123', fullName: 'Nguyễn Văn Sai', dateOfBirth: '1985-03-12' } as const;
const wrong = { ...person, status: 'BAO_MAT_GIAY_TO' } as const;
const right = { ...wrong, fullName: 'Nguyễn Văn Đúng' } as const;

it('a person whom another file repeats while a reader deletes that version is still found by search keys, though the reader ends', async () => {
  const { db, createTable } = memoryDatabase();
  const name = await createTable('policeRecords');
  const hash = keyedHash('a secret for tests');
  const plain = policeRecordsTable(db, name, hash);
  await plain.record([{ ...wrong, from: from('identities/1.csv', 'a#1') }], EXPIRES);
  await plain.record([{ ...right, from: from('identities/1.csv', 'a#2') }], EXPIRES);

  let repeated: Promise<void> | undefined;
  const send = async (command: { constructor: { name: string }; input: { Key?: { record: string } } }) => {
    const deleted = command.constructor.name === 'DeleteCommand' ? command.input.Key?.record : undefined;
    if (deleted?.startsWith('found#'))
      await (repeated ??= plain.record([{ ...wrong, from: from('identities/2.csv', 'b#1') }], EXPIRES));
    if (deleted?.startsWith('version#')) throw new Error('ended');
    return db.send(command as never);
  };
  const ending = Object.assign(Object.create(db) as DynamoDBDocumentClient, { send });
  const drop = { file: 'identities/1.csv', version: 'a#2' };
  await expect(policeRecordsTable(ending, name, hash).supersede(person.documentNumber, [right], drop)).rejects.toThrow(
    'ended',
  );
  expect(repeated).toBeDefined();

  await plain.supersede(person.documentNumber, [right], drop);
  expect(await plain.search(recordKeys(wrong))).toContainEqual(person);
});
