import { expect } from 'vitest';
import { storeDrop } from './a-drop.ts';
import { flow, type FlowRun } from './flow.ts';
import { activities, code, identities, registrations } from './sample-feeds.ts';

export const silent = {
  code: code(11),
  document: '033085000111',
  phone: '0911111111',
  address: 'Số 1, đường Lê Lợi, Phường Phố Hiến, Tỉnh Hưng Yên',
};
export const living = {
  code: code(12),
  document: '033085000222',
  phone: '0922222222',
  address: 'Số 2, đường Lý Bôn, Phường Trần Lãm, Tỉnh Hưng Yên',
};
export const police = identities(
  '033085000111,CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,',
  '033085000222,CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,',
);
export const trade = activities(
  ...['2025-Q1,20/04/2025', '2025-Q2,20/07/2025', '2025-Q3,31/10/2025'].flatMap((line) => {
    const [period, on] = line.split(',');
    return [
      `${living.code},TO_KHAI_THUE,${on},500000000,${period}`,
      `${living.code},HOA_DON,${on},500000000,${period}`,
    ];
  }),
  `${living.code},BHXH,30/11/2025,4,`,
);
/** Nothing in it is later than what `trade` covers. */
export const older = activities(`${living.code},BHXH,31/08/2025,4,`);

export const assessedBy = async (run: FlowRun) => {
  const found = await run.assessments.of([silent.code, living.code]);
  return [silent, living].map((company) => {
    const { verdict, activity } = found.get(company.code) ?? {};
    return { verdict, activity };
  });
};
export const SPOKEN_OF = [
  { verdict: 'clear', activity: 'inactive' },
  { verdict: 'clear', activity: 'active' },
];
export const UNSPOKEN_OF = [{ verdict: 'clear', activity: 'unknown' }, { verdict: 'clear' }];

/** Both companies are registered and verified, and no activities are covered. */
export async function registered(): Promise<FlowRun> {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(silent, living));
  await run.drop('identities/a.csv', police);
  await run.settle();
  expect(await assessedBy(run)).toMatchObject(UNSPOKEN_OF);
  return run;
}

export const sentTo = (run: FlowRun, queue: string) =>
  run.sent.filter((message) => message.queue === queue).map(({ body }) => Object.values(body as object).join(' '));

/** The activities were covered once; while another file was being read, the inactive company was assessed again. */
export async function assessedMeanwhile(): Promise<FlowRun> {
  const run = await registered();
  await run.drop('activities/a.csv', trade);
  await run.settle();
  const another = await storeDrop(run.files, {
    feed: 'activities',
    file: 'b.csv',
    state: 'reading',
    movedAt: run.clock.now.toISOString(),
  });
  await run.drop('registrations/b.csv', registrations(silent));
  await run.settle();
  expect(await assessedBy(run)).toMatchObject(UNSPOKEN_OF);
  await run.files.change(another, (drop) => drop && { ...drop, state: 'left_out' });
  return run;
}
