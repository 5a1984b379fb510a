import { expect, it } from 'vitest';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { EVERY_DROP_COUNTS } from '#test/support/every-drop-counts.ts';

const hash = keyedHash('a secret for tests');
const ACCOUNT = { bank: '970436', accountNumber: '1112223334' };
const from = (row: number) => ({ file: 'accounts/doi-ung.csv', row, version: 'content#0001' });

it('an account knows the row of each amount that went to another account', async () => {
  const { db, createTable } = memoryDatabase();
  const accounts = accountsTable(db, await createTable('accounts'), hash, EVERY_DROP_COUNTS);
  const keys = accountKeysOf(ACCOUNT, hash);
  const paid = (counterparty: string, period: string, row: number) => ({
    ...keys,
    ...ACCOUNT,
    counterparty: { ref: hash('counterparty', counterparty), period, debit: 5_000_000, credit: 0 },
    from: from(row),
  });
  await accounts.record([paid('a', '2025-10', 2), paid('b', '2025-11', 3)], '2025-12-31T00:00:00.000Z', 2_000_000_000);
  const { origins = [] } = (await accounts.recorded(keys.accountRef)) ?? {};
  expect([...origins].sort((a, b) => a.from.row - b.from.row)).toEqual([
    { feed: 'counterparties', period: '2025-10', from: from(2) },
    { feed: 'counterparties', period: '2025-11', from: from(3) },
  ]);
});

it('an account knows the row of each device that used it', async () => {
  const { db, createTable } = memoryDatabase();
  const accounts = accountsTable(db, await createTable('accounts'), hash, EVERY_DROP_COUNTS);
  const keys = accountKeysOf(ACCOUNT, hash);
  const device = { ...keys, ...ACCOUNT, device: hash('device', 'a'), from: from(4) };
  await accounts.record([device], '2025-12-31T00:00:00.000Z', 2_000_000_000);
  expect((await accounts.recorded(keys.accountRef))?.origins).toEqual([{ feed: 'devices', from: from(4) }]);
});
