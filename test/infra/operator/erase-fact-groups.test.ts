import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { erasePerson, identifierRows, remainingItems } from '#infra/operator/erase-person.ts';
import { identifiersOfPerson } from '#infra/operator/person-identifiers.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { EVERY_DROP_COUNTS } from '#test/support/every-drop-counts.ts';
import { memoryTables } from '#test/support/memory-database.ts';

const NUMBER = '033085000123';
const CODE = '0900189284';

it('of facts in one item only those about the person are erased, and an amount of the same digits stays', async () => {
  const { db, tables } = await memoryTables();
  const hash = keyedHash('a secret for tests');
  const companies = companiesTable(db, tables.companies, hash, EVERY_DROP_COUNTS);
  const from = (row: number) => ({ file: 'activities/thue.csv', row, version: '0001#content' });
  const sold = (party: string, row: number) => ({
    enterpriseCode: CODE,
    invoicePair: { side: 'sold' as const, party, period: '2025-10', total: 5_000_000 },
    from: from(row),
  });
  const signal = { kind: 'TO_KHAI_THUE', on: '2025-04-20', value: NUMBER, note: '2025-Q1' } as const;
  const facts = [sold(hash('party', NUMBER), 1), sold(hash('party', 'another'), 2)];
  await companies.record([...facts, { enterpriseCode: CODE, signal, from: from(3) }], 2_000_000_000);
  expect((await db.send(new ScanCommand({ TableName: tables.companies }))).Items).toHaveLength(1);

  const system = { db, tables };
  const person = identifiersOfPerson(NUMBER, await identifierRows(system), hash);
  const { companies: concerned } = await erasePerson(person, system, async () => {});
  expect(concerned).toEqual([CODE]);
  expect(await remainingItems(person, system)).toEqual({});
  const left = await companies.recorded(CODE);
  expect(left.invoicePairs.map(({ party }) => party)).toEqual([hash('party', 'another')]);
  expect(left.signals).toEqual([signal]);
});
