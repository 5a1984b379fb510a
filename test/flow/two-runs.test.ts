import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { stolen, STOLEN_ACCOUNT } from '#test/support/flagged.ts';
import { accounts, activities, identities, registrations } from '#test/support/sample-feeds.ts';

async function assessed() {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(stolen));
  await run.settle();
  return run;
}

it('a company that another run has assessed meanwhile from earlier facts is assessed again at once', async () => {
  const run = await assessed();
  const before = await run.assessments.get(stolen.code);
  if (!before) throw new Error('nothing was assessed');
  await run.drop('activities/a.csv', activities(`${stolen.code},BHXH,30/06/2025,3,`));
  await run.work('files');
  run.at('before an assessment is recorded', async () => {
    const other = { ...before, revision: before.revision + 1 };
    expect(await run.assessments.record(other, 2_000_000_000)).toBe(true);
  });
  await run.work('companies');
  expect(run.notPassed()).toEqual([]);
  expect(run.waiting.get('companies')).toEqual([]);
  expect(await run.assessments.get(stolen.code)).toMatchObject({
    revision: before.revision + 2,
    activityReasons: [expect.stringContaining('bảo hiểm')],
  });
});

it('people whom another run has verified meanwhile from earlier facts are verified again at once', async () => {
  const run = await assessed();
  const verification = async () => (await run.verifications.of([stolen.code])).get(stolen.code);
  const before = await verification();
  if (!before) throw new Error('nobody was verified');
  await run.drop('identities/a.csv', identities('033085000123,CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,'));
  await run.work('files');
  run.at('before a verification is recorded', async () => {
    const other = { ...before, revision: before.revision + 1, name: '' };
    expect(await run.verifications.record(other, true, 2_000_000_000)).toBe(true);
  });
  await run.work('registrations');
  expect(run.notPassed()).toEqual([]);
  expect(run.waiting.get('registrations')).toEqual([]);
  expect(await verification()).toMatchObject({ revision: before.revision + 2, people: [{ result: 'mismatch' }] });
});

it('all are told of an assessment that another run has stored meanwhile and that was ended before it told anybody', async () => {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(stolen));
  await run.drop('identities/a.csv', identities('033085000123,CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,'));
  await run.drop('accounts/a.csv', accounts(STOLEN_ACCOUNT));
  for (const step of ['files', 'registrations'] as const) await run.work(step);
  run.at('after an assessment is recorded', async () => {
    const stored = await run.assessments.get(stolen.code);
    if (!stored) throw new Error('nothing was assessed');
    expect(stored).toMatchObject({ verdict: 'flagged', notified: false });
    const other = { ...stored, revision: stored.revision + 1 };
    expect(await run.assessments.record(other, 2_000_000_000)).toBe(true);
  });
  await run.work('companies');
  expect(run.notPassed()).toEqual([]);
  expect(await run.assessments.get(stolen.code)).toMatchObject({ notified: true });
});
