import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { accounts, code, identities, registrations } from '#test/support/sample-feeds.ts';

const VICTIM = '033085000123';
const THIEF = 'Trần Thị Kẻ Gian';
const REGISTER = 'accounts/register.csv';

it('the notice of an account that a company lost is withdrawn, though the function ended before it had told the bank', async () => {
  const run = await flow();
  await run.drop(
    'registrations/a.csv',
    registrations({ code: code(1), person: THIEF, born: '01/01/1990', document: VICTIM }),
  );
  await run.drop('identities/a.csv', identities(`${VICTIM},CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,`));
  await run.drop(
    REGISTER,
    accounts(`970436,0001112223,${code(1)},CÔNG TY TNHH MẪU,${THIEF},${VICTIM},0912345678,20/01/2025,1`),
  );
  await run.settle();
  const states = async () => (await run.notices.changed('bank#970436', '', '9', 100)).map(({ notice }) => notice.state);
  expect(await states()).toEqual(['in_force']);
  await run.release(REGISTER, 'none');
  await run.work('files');
  run.at('after an assessment is recorded', () => {
    throw new Error('ended');
  });
  await run.settle();
  expect(run.notPassed()).toEqual([]);
  expect(await states()).toEqual(['withdrawn']);
});
