import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { activities, code, identities, registrations } from '#test/support/sample-feeds.ts';

const stolen = { code: code(1), person: 'Trần Thị Kẻ Gian', born: '01/01/1990', document: '033085000123' };

async function assessed() {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(stolen));
  await run.settle();
  /** A clock that is always ahead of the next function's clock. */
  const aheadOfTheNext = () => new Date(run.clock.now.getTime() + 2400).toISOString();
  const aMinuteLater = async () => {
    run.clock.now = new Date(run.clock.now.getTime() + 60_000);
    await run.settle();
  };
  return { run, aheadOfTheNext, aMinuteLater };
}

it('a company is assessed again with facts that arrived after an assessment by a fast clock', async () => {
  const { run, aheadOfTheNext, aMinuteLater } = await assessed();
  const before = await run.assessments.get(stolen.code);
  if (!before) throw new Error('nothing was assessed');
  await run.drop('activities/a.csv', activities(`${stolen.code},BHXH,30/06/2025,3,`));
  await run.work('files');
  const standing = { ...before, gatheredAt: aheadOfTheNext() };
  run.at('before an assessment is recorded', async () => {
    await run.assessments.record(standing, {} as never, 2_000_000_000);
  });
  await run.work('companies');
  expect(await run.assessments.get(stolen.code)).toEqual(standing);
  // The message comes again, and one was sent in case another run has deleted it
  expect(run.waiting.get('companies')).toHaveLength(2);

  await aMinuteLater();
  expect((await run.assessments.get(stolen.code))?.activityReasons).toEqual([expect.stringContaining('bảo hiểm')]);
});

it('people are verified again with facts that arrived after a verification by a fast clock', async () => {
  const { run, aheadOfTheNext, aMinuteLater } = await assessed();
  const verification = async () => (await run.verifications.of([stolen.code])).get(stolen.code);
  const before = await verification();
  if (!before) throw new Error('nobody was verified');
  await run.drop('identities/a.csv', identities('033085000123,CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,'));
  await run.work('files');
  await run.verifications.record({ name: '', ...before, gatheredAt: aheadOfTheNext() }, true, 2_000_000_000);
  await run.work('registrations');
  expect(run.waiting.get('registrations')).toHaveLength(1);

  await aMinuteLater();
  expect((await verification())?.people).toMatchObject([{ result: 'mismatch' }]);
});
