import { expect, it } from 'vitest';
import { countedAccounts, MOST_ACCOUNTS, MOST_IN_ALL } from '#shared/tables/counted-accounts.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';

const many = (bank: string | undefined, count: number) =>
  Array.from({ length: count }, (_, n) => ({ accountRef: `${bank} ${String(n).padStart(6, '0')}`, bank }));

it('of a bank’s accounts the first ones count, whatever their order, and all of other banks', () => {
  const assigned = [...many('970436', MOST_ACCOUNTS + 7).toReversed(), ...many('970418', 3)];
  const { accountRefs, uncountedAccounts } = countedAccounts(assigned, UNCHANGED_REFERENCES);
  const expected = [...many('970436', MOST_ACCOUNTS), ...many('970418', 3)].map(({ accountRef }) => accountRef);
  expect([...accountRefs].sort()).toEqual(expected.sort());
  expect(uncountedAccounts).toEqual([{ bank: '970436', count: 7 }]);
});

it('of many banks with many accounts each, as many of each count, and all of a bank with few', () => {
  const BANKS = ['970415', '970418', '970405', '970422', '970407', '970416'];
  const assigned = [...many('970436', 3), ...BANKS.flatMap((bank) => many(bank, MOST_ACCOUNTS))];
  const { accountRefs, uncountedAccounts } = countedAccounts(assigned, UNCHANGED_REFERENCES);
  const share = Math.floor((MOST_IN_ALL - 3) / BANKS.length);
  expect(accountRefs).toHaveLength(3 + BANKS.length * share);
  expect(accountRefs.filter((ref) => ref.startsWith('970436'))).toHaveLength(3);
  expect(uncountedAccounts).toEqual(BANKS.map((bank) => ({ bank, count: MOST_ACCOUNTS - share })));
});

it('accounts are chosen by the first form of their references, so that a change of the key chooses no others', () => {
  const hash = { ...UNCHANGED_REFERENCES, first: (ref: string) => ref.split(' ').toReversed().join(' ') };
  const assigned = many('x', MOST_ACCOUNTS).map(({ accountRef }) => ({ accountRef, bank: 'x' }));
  const last = { accountRef: 'a 999999', bank: 'x' };
  expect(countedAccounts([last, ...assigned], hash).accountRefs).not.toContain(last.accountRef);
});

it('accounts that were stored without their bank count as those of one bank', () => {
  const { accountRefs } = countedAccounts(many(undefined, MOST_ACCOUNTS + 1), UNCHANGED_REFERENCES);
  expect(accountRefs).toHaveLength(MOST_ACCOUNTS);
});
