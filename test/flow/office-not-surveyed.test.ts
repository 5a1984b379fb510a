import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { EVERYONE, OF_SENDING_OFFICE, OF_SILENT_OFFICE } from '#test/support/two-offices.ts';
import {
  accounts,
  activities,
  code,
  flows,
  identities,
  registrations,
  subscribers,
} from '#test/support/sample-feeds.ts';

const MONTHS = ['2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11'];
const RETURNS = [
  ['2025-Q1', '20/04/2025'],
  ['2025-Q2', '20/07/2025'],
  ['2025-Q3', '20/12/2025'],
] as const;

/**
 * The inbox with a company without returns through whose account, with a phone that no carrier knows, money passes within
 * hours. Carriers have to be heard of others, because before that such a phone says nothing.
 */
const filesWith = ({ code: own, document }: (typeof EVERYONE)[number]): [string, string][] => [
  ['registrations/a.csv', registrations(...EVERYONE)],
  [
    'identities/a.csv',
    identities(...EVERYONE.map((one) => `${one.document},CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,`)),
  ],
  [
    'activities/a.csv',
    activities(
      ...OF_SENDING_OFFICE.filter((one) => one.code !== own).flatMap((one) =>
        RETURNS.map(([period, on]) => `${one.code},TO_KHAI_THUE,${on},500000000,${period}`),
      ),
    ),
  ],
  [
    'accounts/register.csv',
    accounts(`970436,0001112223,${own},CÔNG TY TNHH MẪU,Nguyễn Văn Mẫu,${document},0987654321,20/03/2025,1`),
  ],
  ['subscribers/a.csv', subscribers(...EVERYONE.map(({ phone, document: holder }) => `${phone},${holder}`))],
  ['accounts/flows.csv', flows(...MONTHS.map((month) => `970436,0001112223,${month},900000000,873000000,90,200`))],
];

it.each([
  { office: 'sends no returns', one: OF_SILENT_OFFICE[0], verdict: 'watch' },
  { office: 'sends the returns of other companies', one: OF_SENDING_OFFICE[0], verdict: 'flagged' },
])(
  'a company without returns whose office $office is at most watched until the survey, and then $verdict',
  async ({ one, verdict }) => {
    if (one === undefined) throw new Error('no company');
    const run = await flow();
    for (const [name, content] of filesWith(one)) await run.drop(name, content);
    await run.settleWithout('surveys');
    expect(await run.assessments.get(one.code)).toMatchObject({ verdict: 'watch' });
    expect(await run.notices.changed('police', '0', '9', 10)).toEqual([]);

    await run.settle();
    expect(await run.assessments.get(one.code)).toMatchObject({ verdict });
  },
);

it('the province is surveyed again when a kind of rows is covered first by rows of companies that are not registered', async () => {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(...EVERYONE));
  await run.drop('activities/a.csv', activities(`${EVERYONE[0]?.code},TO_KHAI_THUE,30/10/2025,0,2025-Q3`));
  await run.settle();
  expect(Object.keys((await run.files.profile())?.profile.offices ?? {})).toEqual(['TO_KHAI_THUE']);

  await run.drop('activities/b.csv', activities(`${code(900)},BHXH,30/10/2025,4,2025-10`));
  await run.settle();
  expect(Object.keys((await run.files.profile())?.profile.offices ?? {})).toEqual(['TO_KHAI_THUE', 'BHXH']);
});
