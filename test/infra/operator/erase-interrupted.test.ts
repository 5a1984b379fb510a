import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { erasePerson, identifierRows, remainingItems } from '#infra/operator/erase-person.ts';
import { identifiersOfPerson } from '#infra/operator/person-identifiers.ts';
import { TABLE_NAMES } from '#shared/tables/table-designs.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { putItem } from '#shared/tables/conditional-write.ts';
import { documentLink } from '#shared/tables/links.ts';
import { logTable } from '#shared/tables/log.ts';
import { packed } from '#shared/tables/packed.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { memoryTables } from '#test/support/memory-database.ts';
import { anEntry } from '#test/support/transparency-log/appender.ts';
import { EVERY_DROP_COUNTS } from '#test/support/every-drop-counts.ts';

const hash = keyedHash('a secret for tests');
const NUMBER = '033085000123';
const OLD = '012345678';
const NAME = 'Trần Thị Kẻ Gian';
const PHONE = '0977000111';
const CODE = '0900189284';
/** The number of writes of an erasure that nothing stops. */
const WRITES = 17;

/** A person whom only other rows lead to from the number of the order, in most of the items. */
async function withPerson() {
  const { db, tables } = await memoryTables();
  const put = (table: TableName, item: Record<string, unknown>) => putItem(db, tables[table], item);
  const declared = { fullName: NAME, personalPhone: PHONE };
  const registration = (documentNumber: string) => ({ company: {}, person: { documentNumber, ...declared } });
  const repair = { kind: 'repair', field: 'personalPhone', current: '977000111', proposed: PHONE };
  await put('companies', { enterpriseCode: CODE, fact: 'a', registration: registration(NUMBER) });
  await put('companies', { enterpriseCode: CODE, fact: 'b', repair: { field: 'fullName', current: NAME } });
  await put('companies', { enterpriseCode: '0900000022', fact: 'c', registration: registration(OLD) });
  const extract = { fullName: NAME, dateOfBirth: '1990-01-01', status: 'BINH_THUONG', oldNumber: OLD } as const;
  await policeRecordsTable(db, tables.policeRecords, hash, EVERY_DROP_COUNTS).record(
    [{ documentNumber: NUMBER, ...extract }],
    1,
  );
  const register = { enterpriseCode: CODE, representativeName: NAME, bank: '970436' };
  await put('accounts', { accountRef: 'n', fact: 'register', register });
  const byNumber = { ...register, representativeDocumentNumber: OLD, phone: '0912345678' };
  await put('accounts', { accountRef: 'r', fact: 'register', register: byNumber });
  await put('links', { value: documentLink(OLD, hash), enterpriseCode: '0900000022' });
  await put('links', { value: `phone#${hash('phone', PHONE)}`, enterpriseCode: CODE });
  await put('links', { value: `phone#${hash('phone', '0912345678')}`, enterpriseCode: CODE });
  await put('tasks', { enterpriseCode: CODE, taskId: 'phone', entry: repair });
  await put('tasks', { enterpriseCode: CODE, taskId: 'name', entry: { person: NAME, current: 'Kẻ Gien' } });
  await put('assessments', { enterpriseCode: CODE, packed: packed({ worklist: [{ person: NAME }, repair] }) });
  const plain = { ...anEntry(1), says: { enterpriseCode: OLD } };
  const entries = [{ plain, salt: new Uint8Array(32).fill(1) }];
  await logTable(db, tables.log).writePage({ start: 0, attempt: 'x', entries }, 9);
  return { db, tables };
}

/** Fails at the first write after the given number of writes. */
function failingAfter(writes: number, db: DynamoDBDocumentClient): DynamoDBDocumentClient {
  let left = writes;
  return new Proxy(db, {
    get(target, name, receiver) {
      if (name !== 'send') return Reflect.get(target, name, receiver);
      return async (command: Parameters<DynamoDBDocumentClient['send']>[0]) => {
        const isWrite = command instanceof PutCommand || command instanceof DeleteCommand;
        if (isWrite && left === 0) throw new Error('killed');
        if (isWrite) left -= 1;
        return target.send(command);
      };
    },
  });
}

it.each(Array.from({ length: WRITES }, (_, n) => n))(
  'an erasure that was killed after %d writes is finished by the next one, and every company is assessed again',
  async (writes) => {
    const { db, tables } = await withPerson();
    const personOf = async () => identifiersOfPerson(NUMBER, await identifierRows({ db, tables }), hash);
    const whole = await personOf();
    const told = new Set<string>();
    let emptied = 0;
    const tell = async ({ companies, entries }: { companies: readonly string[]; entries: number }) => {
      for (const code of companies) told.add(code);
      emptied += entries;
    };
    await expect(erasePerson(whole, { db: failingAfter(writes, db), tables }, tell)).rejects.toThrow('killed');
    await erasePerson(await personOf(), { db, tables }, tell);
    expect([...told].sort()).toEqual(['0900000022', CODE]);
    // More may be counted than are empty, and fewer would look like a change of the log
    expect(emptied).toBeGreaterThanOrEqual(1);
    expect(await remainingItems(whole, { db, tables })).toEqual({});
    for (const table of TABLE_NAMES) {
      const { Items } = await db.send(new ScanCommand({ TableName: tables[table] }));
      expect(JSON.stringify(Items)).not.toMatch(/Kẻ Gian|033085000123|012345678|0977000111/u);
    }
  },
);
