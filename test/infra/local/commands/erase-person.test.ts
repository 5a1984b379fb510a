import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { erasePerson, remaining } from '#infra/local/commands/erase-person.ts';
import { TABLE_NAMES } from '#infra/local/commands/system-file.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { putItem } from '#shared/tables/conditional-write.ts';
import { logTable } from '#shared/tables/log.ts';
import { packed } from '#shared/tables/packed.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { documentLink } from '#shared/tables/links.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { dynalite } from '#test/support/dynalite.ts';
import { anEntry } from '#test/support/transparency/appender.ts';

const NUMBER = '033085000123';
const OTHER = '1033085000123';
const CODE = '0900189284';
const hash = keyedHash('a secret for tests');
const person = { documentNumber: NUMBER, references: [hash('document', NUMBER)] };

describe('a person who is to be erased', () => {
  let db: Awaited<ReturnType<typeof dynalite>>['db'];
  let tables: Record<TableName, string>;
  const put = (name: TableName, item: Record<string, unknown>) => putItem(db, tables[name], item);
  const all = async (name: TableName) => (await db.send(new ScanCommand({ TableName: tables[name] }))).Items ?? [];
  const opened = (n: number, says = {}) => ({ plain: { ...anEntry(n), says }, salt: new Uint8Array(32).fill(n) });

  beforeAll(async () => {
    const made = await dynalite();
    db = made.db;
    tables = Object.fromEntries(
      await Promise.all(TABLE_NAMES.map(async (name) => [name, await made.createTable(name)] as const)),
    ) as Record<TableName, string>;
    const registration = (documentNumber: string) => ({
      company: {},
      person: { documentNumber, fullName: 'Trần Thị Kẻ Gian' },
    });
    await put('companies', { enterpriseCode: CODE, fact: 'a', registration: registration(NUMBER) });
    await put('companies', { enterpriseCode: CODE, fact: 'b', registration: registration(OTHER) });
    await policeRecordsTable(db, tables.policeRecords, hash).record(
      [
        {
          documentNumber: NUMBER,
          fullName: 'Trần Thị Kẻ Gian',
          dateOfBirth: '1990-01-01',
          status: 'BINH_THUONG',
          oldNumber: '012345678',
        },
      ],
      1,
    );
    await put('policeRecords', { ref: hash('document', '012345678'), record: 'alias#1', alias: NUMBER });
    const register = {
      representativeDocumentNumber: NUMBER,
      representativeName: 'Kẻ Gian',
      phone: '0912345678',
      bank: '970436',
    };
    await put('accounts', { accountRef: 'r', fact: 'register', register });
    await put('subscribers', { phoneRef: hash('phone', '0912345678'), documentRef: hash('document', NUMBER) });
    await put('links', { value: documentLink(NUMBER, hash), enterpriseCode: CODE });
    await put('assessments', {
      enterpriseCode: CODE,
      packed: packed({ facts: { people: [{ documentNumber: NUMBER }] } }),
    });
    await put('verifications', {
      enterpriseCode: '0900000011',
      packed: packed({ people: [{ documentNumber: OTHER }] }),
    });
    await put('notices', { receiver: 'police', noticeId: 'n', subject: NUMBER });
    await logTable(db, tables.log).writePage(
      { start: 0, attempt: 'x', entries: [opened(1), opened(2, { enterpriseCode: NUMBER })] },
      9,
    );
  });

  it('an erased person is in no table any more, and what the law keeps has its reason', async () => {
    const { done, companies } = await erasePerson(person, { db, tables });
    expect(companies).toEqual([CODE]);
    const how = Object.fromEntries(done.map(({ table, done: what }) => [table, what]));
    expect(how).toMatchObject({
      companies: 'removed',
      policeRecords: 'removed',
      subscribers: 'removed',
      links: 'removed',
      assessments: 'removed',
      accounts: 'redacted',
      log: 'redacted',
      notices: 'kept',
    });
    expect(done.find(({ table }) => table === 'notices')?.basis).toContain('Lưu trữ');
    expect(await remaining(person, { db, tables })).toEqual({});
    for (const name of TABLE_NAMES) {
      if (name !== 'notices') expect(JSON.stringify(await all(name))).not.toMatch(/(?<!\d)033085000123(?!\d)/u);
    }
    expect(await all('accounts')).toMatchObject([{ accountRef: 'r', register: { bank: '970436' } }]);
    expect(JSON.stringify(await all('accounts'))).not.toMatch(/Kẻ Gian|0912345678/u);
  });

  it('an erasure leaves a person whose number only contains the erased one, and is done once', async () => {
    expect(await all('companies')).toMatchObject([{ fact: 'b' }]);
    expect(await all('verifications')).toHaveLength(1);
    expect((await erasePerson(person, { db, tables })).done.map(({ table }) => table)).toEqual(['notices']);
  });

  it('an erasure leaves the log as it was signed, and the entry cannot be opened', async () => {
    const page = await logTable(db, tables.log).page(0, 'x');
    expect(page?.entries.map((entry) => entry?.plain.id)).toEqual([anEntry(1).id, undefined]);
  });
});
