import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { accounts, code, flows, identities, registrations } from '#test/support/sample-feeds.ts';

const VICTIM = '033085000123';
const THIEF = 'Trần Thị Kẻ Gian';
const ROW = `970436,0001112223,${code(1)},CÔNG TY TNHH MẪU,${THIEF},${VICTIM},0912345678,20/01/2025,1`;

it('the ledger has the money of a flagged company, though a function ended that had found other money', async () => {
  const run = await flow();
  await run.drop(
    'registrations/a.csv',
    registrations({ code: code(1), person: THIEF, born: '01/01/1990', document: VICTIM }),
  );
  await run.drop('identities/a.csv', identities(`${VICTIM},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,`));
  await run.drop('accounts/register.csv', accounts(ROW));
  await run.drop('accounts/flows.csv', flows('970436,0001112223,2025-05,90000000000,90000000000,10,5'));
  await run.settle();
  const money = async () =>
    (await run.outcomes.ofCase(code(1))).flatMap((fact) => ('months' in fact ? fact.months : []));
  expect(await money()).toEqual([{ period: '2025-05', credit: 90_000_000_000 }]);

  await run.release('accounts/register.csv', 'none');
  await run.work('files');
  run.at('before an assessment is recorded', () => {
    throw new Error('ended');
  });
  await run.work('companies');
  expect(await money()).toEqual([]);
  await run.drop('accounts/register-again.csv', accounts(ROW));
  await run.settle();
  expect(run.notPassed()).toEqual([]);
  expect(await money()).toEqual([{ period: '2025-05', credit: 90_000_000_000 }]);
});
