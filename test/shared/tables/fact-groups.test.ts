import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';
import { EVERY_DROP_COUNTS } from '#test/support/every-drop-counts.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const ENDS = 2_000_000_000;
const CODE = '0900189284';
const from = (row: number, version = '0001#content') => ({ file: 'activities/thue.csv', row, version });
const signal = (quarter: number, value: string, version?: string) => ({
  enterpriseCode: CODE,
  signal: { kind: 'TO_KHAI_THUE', on: `2025-0${quarter}-20`, value, note: `2025-Q${quarter}` } as const,
  from: from(quarter, version),
});

async function companies() {
  const { db, createTable } = memoryDatabase();
  const TableName = await createTable('companies');
  const table = companiesTable(db, TableName, UNCHANGED_REFERENCES, EVERY_DROP_COUNTS);
  const items = async () => (await db.send(new ScanCommand({ TableName }))).Items ?? [];
  const values = async () => (await table.recorded(CODE)).signals.map(({ value }) => value).sort();
  return { table, items, values };
}

it('the facts that a drop states about one company take one item, and each counts', async () => {
  const { table, items, values } = await companies();
  await table.record([signal(1, '10'), signal(2, '20'), signal(3, '30')], ENDS);
  expect(await items()).toHaveLength(1);
  expect(await values()).toEqual(['10', '20', '30']);
  expect((await table.origins(CODE)).map((origin) => origin.from.row).sort()).toEqual([1, 2, 3]);
});

it('a drop that is read again in other batches says nothing new', async () => {
  const { table, values } = await companies();
  await table.record([signal(1, '10'), signal(2, '20')], ENDS);
  await table.record([signal(2, '20'), signal(3, '30')], ENDS);
  await table.record([signal(3, '30')], ENDS);
  expect(await values()).toEqual(['10', '20', '30']);
});

it('a later drop of the file replaces a fact in a group, and leaves the others', async () => {
  const { table, values } = await companies();
  await table.record([signal(1, '10'), signal(2, '20')], ENDS);
  await table.record([signal(2, '25', '0002#content')], ENDS);
  expect(await values()).toEqual(['10', '25']);
});

it('an account has the same facts from one batch as from many', async () => {
  const { db, createTable } = memoryDatabase();
  const hash = keyedHash('a secret for tests');
  const account = { bank: '970436', accountNumber: '1112223334' };
  const keys = accountKeysOf(account, hash);
  const own = { ...keys, ...account };
  const facts = [
    { ...own, flow: { period: '2025-10', credit: 7, debit: 0 }, from: from(1) },
    { ...own, flow: { period: '2025-11', credit: 0, debit: 8 }, from: from(2) },
    { ...own, device: hash('device', 'a'), from: from(3) },
    { ...own, counterparty: { ref: hash('counterparty', 'b'), period: '2025-10', debit: 1, credit: 0 }, from: from(4) },
  ];
  const [together, alone] = [await createTable('accounts'), await createTable('accounts')].map((name) =>
    accountsTable(db, name, hash, EVERY_DROP_COUNTS),
  );
  await together?.record(facts, undefined, ENDS);
  for (const fact of facts) await alone?.record([fact], undefined, ENDS);
  const [found, expected] = [await together?.recorded(keys.accountRef), await alone?.recorded(keys.accountRef)];
  const byRow = (a: { from: { row: number } }, b: { from: { row: number } }) => a.from.row - b.from.row;
  const sorted = (one: typeof found) =>
    one && { ...one, flows: [...one.flows].sort((a, b) => a.credit - b.credit), origins: [...one.origins].sort(byRow) };
  expect(sorted(found)).toEqual(sorted(expected));
});
