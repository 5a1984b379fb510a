import { BatchWriteCommand, PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { type PoliceRecords, policeRecordsTable } from '#shared/tables/police-records.ts';
import { dynalite } from '#test/support/dynalite.ts';
import { citizen } from '#test/support/people.ts';
import { EVERY_DROP_COUNTS } from '#test/support/every-drop-counts.ts';

const EXPIRES_AT = 2_000_000_000;
const hash = keyedHash('a secret for tests');

const onDynalite = async () => {
  const { db, createTable } = await dynalite();
  const table = await createTable('policeRecords');
  return { db, table, records: policeRecordsTable(db, table, hash, EVERY_DROP_COUNTS) };
};

const statusesOf = (versions: readonly PoliceRecord[]) => versions.map(({ status }) => status).sort();

describe('police records', () => {
  let records: PoliceRecords;
  beforeAll(async () => {
    ({ records } = await onDynalite());
  });

  it('a whole police record is found by its number', async () => {
    const person = citizen({
      documentNumber: '033190000001',
      permanentAddress: 'Xã Hiệp Cường, Hưng Yên',
      oldNumber: undefined,
    });
    await records.record([person], EXPIRES_AT);
    expect(await records.byNumber('033190000001')).toEqual([person]);
    expect(await records.byNumber('033190000009')).toEqual([]);
  });

  it('the police records keep every version, and a repeated row changes nothing', async () => {
    const versions = [
      citizen({ documentNumber: '033190000002' }),
      citizen({ documentNumber: '033190000002', status: 'BAO_MAT_GIAY_TO', statusOn: '2024-02-01' }),
    ];
    await records.record([...versions, ...versions], EXPIRES_AT);
    await records.record(versions.toReversed(), EXPIRES_AT);
    expect(statusesOf(await records.byNumber('033190000002'))).toEqual(['BAO_MAT_GIAY_TO', 'BINH_THUONG']);
  });

  it('an old number leads to every version of its person', async () => {
    await records.record(
      [
        citizen({ documentNumber: '033190000003', oldNumber: '145000003' }),
        citizen({ documentNumber: '033190000003', status: 'DA_CHET', statusOn: '2024-02-01' }),
      ],
      EXPIRES_AT,
    );
    expect(statusesOf(await records.byNumber('145000003'))).toEqual(['BINH_THUONG', 'DA_CHET']);
  });

  it('an old number that is also somebody’s number gives both people', async () => {
    await records.record(
      [
        citizen({ documentNumber: '145000004', fullName: 'Trần Văn Bình' }),
        citizen({ documentNumber: '033190000004', oldNumber: '145000004' }),
      ],
      EXPIRES_AT,
    );
    const names = (await records.byNumber('145000004')).map(({ fullName }) => fullName);
    expect(names.sort()).toEqual(['Nguyễn Thị Hồng Thúy', 'Trần Văn Bình']);
  });

  it('each search key finds a person once', async () => {
    const person = citizen({
      documentNumber: '033180000005',
      fullName: 'Đặng Thị Ngọc Diễm',
      dateOfBirth: '1980-05-03',
    });
    await records.record([person, { ...person, status: 'MAT_TICH' }], EXPIRES_AT);
    for (const keys of [...recordKeys(person).map((key) => [key]), recordKeys(person)])
      expect((await records.search(keys)).map(({ documentNumber }) => documentNumber)).toEqual(['033180000005']);
    expect(await records.search(['nobody has this key'])).toEqual([]);
  });

  it('the police records accept more rows than one batch', async () => {
    const many = Array.from({ length: 70 }, (_, n) => citizen({ documentNumber: `0331911000${10 + n}` }));
    await records.record(many, EXPIRES_AT);
    const kept = await Promise.all(many.map(({ documentNumber }) => records.byNumber(documentNumber)));
    expect(kept.map((versions) => versions.length)).toEqual(many.map(() => 1));
  });
});

describe('police records in the store', () => {
  it('the keys of police records contain no name and no number, and items carry the time of their deletion', async () => {
    const { db, table, records } = await onDynalite();
    await records.record([citizen({ oldNumber: '145123456' })], EXPIRES_AT);
    const { Items = [] } = await db.send(new ScanCommand({ TableName: table }));
    expect(Items).toHaveLength(5);
    for (const { ref, record, expiresAt } of Items) {
      expect(ref).toMatch(/^k1-[\w-]{22}$/);
      expect(record).toMatch(/^(version|found|alias)#[\w-]{22}$/);
      expect(expiresAt).toBe(EXPIRES_AT);
    }
  });

  it('an old number that no standing version of its person has leads to nobody', async () => {
    const { db, table, records } = await onDynalite();
    await records.record([citizen({ oldNumber: '145123456' })], EXPIRES_AT);
    // A slow reader of a wrong file wrote this after the version that says so was deleted
    const Item = { ref: hash('document', '145000009'), record: 'alias#left', alias: '033190123456' };
    await db.send(new PutCommand({ TableName: table, Item: { ...Item, expiresAt: EXPIRES_AT } }));
    expect(await records.byNumber('145000009')).toEqual([]);
    expect(await records.byNumber('145123456')).toHaveLength(1);
  });

  it('a look-up by a present number costs one request, by an old number two, and a search costs one for each key', async () => {
    const { db, table } = await onDynalite();
    const sent: unknown[] = [];
    const counting = Object.assign(Object.create(db) as typeof db, {
      send: (command: QueryCommand) => {
        sent.push(command);
        return db.send(command);
      },
    });
    const records = policeRecordsTable(counting, table, hash, EVERY_DROP_COUNTS);
    await records.record([citizen({ oldNumber: '145123456' })], EXPIRES_AT);
    expect(sent.splice(0).map((command) => command instanceof BatchWriteCommand)).toEqual([true]);
    await records.byNumber('033190123456');
    expect(sent.splice(0)).toHaveLength(1);
    await records.byNumber('145123456');
    expect(sent.splice(0)).toHaveLength(2);
    await records.search(recordKeys(citizen()));
    expect(sent.splice(0).map((command) => command instanceof QueryCommand)).toEqual([true, true, true]);
  });
});
