import { beforeEach, expect, it } from 'vitest';
import { MOST_HOLDERS } from '#shared/domain/risk/accounts-of-people.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { type Subscribers, subscribersTable } from '#shared/tables/subscribers.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { EVERY_DROP_COUNTS } from '#test/support/every-drop-counts.ts';

const EXPIRES = 2_000_000_000;
const PHONE = '0900000001';
const hash = keyedHash('a secret for tests');
const from = { file: 'subscribers/1.csv', row: 2, version: 'a#1' };
const rows = (phone: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    phoneRef: hash('phone', phone),
    documentRef: hash('document', `03308500${String(n).padStart(4, '0')}`),
    from,
  }));

let subscribers: Subscribers;
beforeEach(async () => {
  const { db, createTable } = memoryDatabase();
  subscribers = subscribersTable(db, await createTable('subscribers'), hash, EVERY_DROP_COUNTS);
});

it('the holders of a phone are all that carriers reported, each with its row', async () => {
  await subscribers.record(rows(PHONE, MOST_HOLDERS), EXPIRES);
  const expected = rows(PHONE, MOST_HOLDERS).map(({ documentRef }) => documentRef);
  expect(new Set((await subscribers.of(PHONE)).holders)).toEqual(new Set(expected));
  expect(await subscribers.origins(PHONE)).toHaveLength(MOST_HOLDERS);
  expect((await subscribers.of('0900000002')).holders).toEqual([]);
});

it('the holders that are companies are told from people', async () => {
  const [company, person] = rows(PHONE, 2);
  if (!company || !person) throw new Error('two rows');
  await subscribers.record([{ ...company, isCompany: true }, person], EXPIRES);
  expect((await subscribers.of(PHONE)).companies).toEqual(new Set([company.documentRef]));
});

it('a phone with more holders than a subscription can have says nothing, and no row is cited for it', async () => {
  await subscribers.record(rows(PHONE, MOST_HOLDERS + 1), EXPIRES);
  await subscribers.record(rows('0900000002', 1), EXPIRES);
  expect((await subscribers.of(PHONE)).holders).toBe('too-many');
  expect(await subscribers.origins(PHONE)).toEqual([]);
  expect((await subscribers.of('0900000002')).holders).toHaveLength(1);
});
