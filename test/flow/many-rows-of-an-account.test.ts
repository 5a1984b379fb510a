import { describe, expect, it } from 'vitest';
import { MOST_ACCOUNTS } from '#shared/tables/counted-accounts.ts';
import { flow } from '#test/support/flow.ts';
import { accounts, code, registrations } from '#test/support/sample-feeds.ts';

const ACCOUNT = '0011223344';
const numbered = (row: (n: number) => string) => Array.from({ length: 8000 }, (_, n) => row(n));

describe('an account with very many rows', () => {
  it.each([
    ['devices', 'Ngân hàng,Số tài khoản,Mã thiết bị', numbered((n) => `970436,${ACCOUNT},D${n}`)],
    [
      'counterparties',
      'Ngân hàng,Số tài khoản,Kỳ,Mã đối ứng,Tổng ghi nợ,Tổng ghi có',
      numbered((n) => `970436,${ACCOUNT},2025-06,K${n},${10_000 + n},0`),
    ],
  ])(
    'its company is assessed, so that no bank can keep a verdict from changing by its number of %s',
    async (name, headings, rows) => {
      const world = await flow();
      await world.drop('registrations/a.csv', registrations({ code: code(1) }));
      await world.drop('accounts/970436/a.csv', accounts(`970436,${ACCOUNT},${code(1)},CÔNG TY A,,,`));
      await world.drop(`accounts/970436/${name}.csv`, [headings, ...rows].join('\n'));
      await world.settle();
      expect(await world.parked.of('a-queue')).toEqual([]);
      expect(await world.assessments.get(code(1))).toBeDefined();
    },
  );
});

it('a company to which one bank assigns very many accounts is assessed by the first of them and by those of other banks', async () => {
  const world = await flow();
  await world.drop('registrations/a.csv', registrations({ code: code(1) }));
  const phone = (n: number) => `09${10_000_000 + n}`;
  const many = numbered((n) => `970436,${1_000_000_000 + n},${code(1)},CÔNG TY A,,,${phone(n)}`);
  await world.drop('accounts/970436/a.csv', accounts(...many));
  await world.drop('accounts/970418/a.csv', accounts(`970418,${ACCOUNT},${code(1)},CÔNG TY A,,,`));
  await world.settle();
  expect(await world.parked.of('a-queue')).toEqual([]);
  expect((await world.assessments.get(code(1)))?.accounts).toHaveLength(MOST_ACCOUNTS + 1);
});
