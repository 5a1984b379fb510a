import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { erasePerson, identifierRows, remainingItems } from '#infra/operator/erase-person.ts';
import { identifiersOfPerson } from '#infra/operator/person-identifiers.ts';
import { TABLE_NAMES } from '#shared/tables/table-designs.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { putItem } from '#shared/tables/conditional-write.ts';
import { logTable } from '#shared/tables/log.ts';
import { packed, unpacked } from '#shared/tables/packed.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { documentLink, linksTable } from '#shared/tables/links.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { memoryTables } from '#test/support/memory-database.ts';
import { anEntry } from '#test/support/transparency-log/appender.ts';
import { EVERY_DROP_COUNTS } from '#test/support/every-drop-counts.ts';

const NUMBER = '033085000123';
const OTHER = '1033085000123';
const CODE = '0900189284';
const hash = keyedHash('a secret for tests');
const OLD = '012345678';
const PHONE = '0977000111';
/** A repair is stored without the person's name. */
const REPAIR = { kind: 'repair', field: 'personalPhone', current: '977000111', proposed: PHONE };
const NAME = 'Trần Thị Kẻ Gian';

/** The log entries about the person: with the number, with a household business's code, and of a look-up. */
const ABOUT = [
  { enterpriseCode: NUMBER },
  { enterpriseCode: hash('party', NUMBER) },
  { what: 'document', ref: hash('look-up document', NUMBER) },
  { what: 'company', ref: hash('look-up company', NUMBER) },
];

describe('a person who is to be erased', () => {
  let db: DynamoDBDocumentClient;
  let tables: Record<TableName, string>;
  let person: ReturnType<typeof identifiersOfPerson>;
  const put = (name: TableName, item: Record<string, unknown>) => putItem(db, tables[name], item);
  const all = async (name: TableName) => (await db.send(new ScanCommand({ TableName: tables[name] }))).Items ?? [];
  const opened = (n: number, says = {}) => ({ plain: { ...anEntry(n), says }, salt: new Uint8Array(32).fill(n) });

  beforeAll(async () => {
    ({ db, tables } = await memoryTables());
    const registration = (documentNumber: string) => ({
      company: {},
      person: { documentNumber, fullName: NAME, ...(documentNumber === NUMBER && { personalPhone: PHONE }) },
    });
    await put('companies', { enterpriseCode: CODE, fact: 'a', registration: registration(NUMBER) });
    await put('companies', { enterpriseCode: CODE, fact: 'b', registration: registration(OTHER) });
    await policeRecordsTable(db, tables.policeRecords, hash, EVERY_DROP_COUNTS).record(
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
    await put('subscribers', {
      phoneRef: hash('phone', '0912345678'),
      documentRef: hash('document', NUMBER),
      holder: 'h',
    });
    await put('links', { value: documentLink(NUMBER, hash), enterpriseCode: CODE });
    await put('assessments', {
      enterpriseCode: CODE,
      verdict: 'flagged',
      packed: packed({
        people: [{ personRef: hash('person', NUMBER) }, { personRef: hash('person', OTHER) }],
        worklist: [{ person: NAME, current: 'Kẻ Gien' }, REPAIR, { person: 'Lê Văn Khác' }],
        facts: { people: [{ documentNumber: NUMBER }] },
      }),
    });
    await put('verifications', {
      enterpriseCode: '0900000011',
      packed: packed({ people: [{ documentNumber: OTHER }] }),
    });
    await put('companies', { enterpriseCode: '0900000022', fact: 'c', registration: registration(OLD) });
    await put('companies', { enterpriseCode: CODE, fact: 'repair', repair: { field: 'fullName', current: NAME } });
    await put('companies', { enterpriseCode: CODE, fact: 'repaired phone', repair: REPAIR });
    await put('tasks', { enterpriseCode: CODE, taskId: 'repaired phone', entry: REPAIR });
    await put('tasks', { enterpriseCode: CODE, taskId: 't', entry: { person: NAME, current: 'Kẻ Gien' } });
    await put('tasks', { enterpriseCode: '0900000033', taskId: 't', entry: { person: NAME } });
    await put('links', { value: `person#${hash('person', NUMBER)}`, enterpriseCode: CODE });
    await put('links', { value: `phone#${hash('phone', PHONE)}`, enterpriseCode: CODE });
    await put('links', { value: `phone#${hash('phone', PHONE)}`, enterpriseCode: '0900000033' });
    await linksTable(db, tables.links, hash).writeList({
      ...{ enterpriseCode: CODE, revision: 1, left: [], expiresAt: 9 },
      links: [`person#${hash('person', NUMBER)}`, `address#${hash('address', 'a')}`].map((value) => ({
        value,
        fingerprint: 'f',
      })),
    });
    await put('companies', { enterpriseCode: '0900000044', fact: 'd', invoice: { party: hash('party', NUMBER) } });
    await put('notices', { receiver: 'police', noticeId: 'n', subject: NUMBER });
    await logTable(db, tables.log).writePage(
      { start: 0, attempt: 'x', entries: [opened(1), ...ABOUT.map((says, n) => opened(n + 2, says))] },
      9,
    );
  });

  it('an erased person is in no table any more except items that the law requires, each with its reason', async () => {
    person = identifiersOfPerson(NUMBER, await identifierRows({ db, tables }), hash);
    let entries = 0;
    const { done, companies } = await erasePerson(person, { db, tables }, async (found) => {
      ({ entries } = found);
    });
    expect(entries).toBe(ABOUT.length);
    expect(companies).toEqual([CODE, '0900000022', '0900000044'].sort());
    const how = Object.fromEntries(done.map(({ table, done: what }) => [table, what]));
    expect(how).toMatchObject({
      companies: 'removed',
      policeRecords: 'removed',
      subscribers: 'removed',
      links: 'removed',
      assessments: 'redacted',
      tasks: 'removed',
      accounts: 'redacted',
      log: 'redacted',
      notices: 'kept',
    });
    expect(done.find(({ table }) => table === 'notices')?.basis).toContain('Lưu trữ');
    expect(await remainingItems(person, { db, tables })).toEqual({});
    for (const name of TABLE_NAMES) {
      if (name !== 'notices') expect(JSON.stringify(await all(name))).not.toMatch(/(?<!\d)033085000123(?!\d)/u);
    }
    expect(await all('accounts')).toMatchObject([{ accountRef: 'r', register: { bank: '970436' } }]);
    expect(JSON.stringify(await all('accounts'))).not.toMatch(/Kẻ Gian|0912345678/u);
  });

  it('an erasure keeps a person whose number only contains the erased one, and a repetition changes nothing', async () => {
    expect(await all('companies')).toMatchObject([{ fact: 'b' }]);
    expect(await all('tasks')).toMatchObject([{ enterpriseCode: '0900000033' }]);
    expect(await all('verifications')).toHaveLength(1);
    let entries: number | undefined;
    const again = await erasePerson(person, { db, tables }, async (found) => {
      ({ entries } = found);
    });
    expect([again.done.map(({ table }) => table), entries]).toEqual([['notices'], 0]);
  });

  it('an erasure follows the number only to the old one, references, phones and names', async () => {
    expect([...person.numbers].sort()).toEqual([OLD, NUMBER].sort());
    const links = await all('links');
    expect(links.map(({ value, enterpriseCode }) => `${String(value).split('#')[0]} ${enterpriseCode}`).sort()).toEqual(
      [`list ${CODE}`, 'phone 0900000033'],
    );
    expect((await linksTable(db, tables.links, hash).lists([CODE])).get(CODE)?.links).toMatchObject([
      { value: `address#${hash('address', 'a')}` },
    ]);
    const [assessed] = await all('assessments');
    expect(assessed).toMatchObject({ verdict: 'flagged' });
    expect(unpacked(assessed?.['packed'] as Uint8Array)).toEqual({
      people: [{ personRef: hash('person', OTHER) }],
      worklist: [{ person: 'Lê Văn Khác' }],
      facts: { people: [] },
    });
  });

  it('an old number that was issued to two people leads to neither', () => {
    const rows = [NUMBER, OTHER].map((documentNumber) => ({ documentNumber, fullName: 'A', oldNumber: OLD }));
    const found = identifiersOfPerson(NUMBER, { companies: [], policeRecords: rows, accounts: [] }, hash);
    expect([...found.numbers]).toEqual([NUMBER]);
    expect([...identifiersOfPerson(OLD, { companies: [], policeRecords: rows, accounts: [] }, hash).numbers]).toEqual([
      OLD,
    ]);
  });

  it('an erasure leaves the signed log unchanged, and the erased entry cannot be read', async () => {
    const page = await logTable(db, tables.log).page(0, 'x');
    expect(page?.entries.map((entry) => entry?.plain.id)).toEqual([anEntry(1).id, ...ABOUT.map(() => undefined)]);
  });
});
