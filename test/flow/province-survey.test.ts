import { describe, expect, it } from 'vitest';
import { sampleIn } from '#shared/tables/company-sample.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { EVERYONE, OF_SENDING_OFFICE, OF_SILENT_OFFICE } from '#test/support/two-offices.ts';
import { activities, identities, registrations } from '#test/support/sample-feeds.ts';

/** One company of the first commune files nothing, and the second commune's office sends nothing. */
const filing = OF_SENDING_OFFICE.slice(1);
const trade = activities(
  ...filing.flatMap(({ code: enterpriseCode }) =>
    ['2025-Q1,20/04/2025', '2025-Q2,20/07/2025', '2025-Q3,25/10/2025'].flatMap((line) => {
      const [period, on] = line.split(',');
      return [
        `${enterpriseCode},TO_KHAI_THUE,${on},500000000,${period}`,
        `${enterpriseCode},HOA_DON,${on},500000000,${period}`,
        `${enterpriseCode},BHXH,${on},4,`,
      ];
    }),
  ),
);
const people = identities(
  ...EVERYONE.map(({ document }) => `${document},CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,`),
);

const files = [
  ['registrations/a.csv', registrations(...EVERYONE)],
  ['identities/a.csv', people],
  ['activities/a.csv', trade],
] as const;

async function ending(order: readonly (readonly [string, string])[], between = false) {
  const run = await flow();
  for (const [name, content] of order) {
    await run.drop(name, content);
    if (between) await run.settle();
  }
  await run.settle();
  return { run, profile: (await run.files.profile())?.profile, assessed: await assessedBy(run) };
}

/** The findings of each assessment, and its covered days of returns. */
async function assessedBy(run: FlowRun) {
  const found = await run.assessments.of(EVERYONE.map((one) => one.code));
  return EVERYONE.map((one) => {
    const { findings, verdict, score, sample } = found.get(one.code) ?? {};
    return { findings, verdict, score, returns: sampleIn(sample)?.usedProfile.covered.TO_KHAI_THUE };
  });
}

const WINDOW = { from: '2025-04-20', to: '2025-10-25' };

describe('coverage of an office', () => {
  it('companies of an office that sends nothing get no finding for missing rows, in any order and number of files', async () => {
    const { assessed, profile } = await ending(files);
    expect(profile?.offices.TO_KHAI_THUE?.someSilent).toBe(true);
    expect(assessed.map(({ returns }) => returns)).toEqual([
      ...OF_SENDING_OFFICE.map(() => WINDOW),
      ...OF_SILENT_OFFICE.map(() => undefined),
    ]);

    const again = await ending([...files].reverse().concat(files), true);
    expect(again.profile).toEqual(profile);
    expect(again.assessed).toEqual(assessed);
  });

  it('an office counts as covered where the sender states that it covers everybody, until a bad manifest replaces the statement', async () => {
    const { run, assessed } = await ending(files);
    const manifest = { covers: [{ file: 'a.*', from: '2024-01-01', to: '2025-12-31', population: 'all' }] };
    await run.drop('activities/manifest.json', JSON.stringify(manifest));
    await run.settle();
    expect(run.receipt('activities/manifest.json')).toMatchObject({ read: 1, accepted: 1, rejected: 0 });
    expect((await assessedBy(run)).at(-1)?.returns).toEqual({ from: WINDOW.from, to: '2025-10-31' });

    await run.drop('activities/manifest.json', '{"covers": [{"file": 5}]}');
    await run.settle();
    expect(run.receipt('activities/manifest.json')).toMatchObject({
      error: { code: 'bad_manifest', message: expect.stringContaining('“file”') },
    });
    expect((await assessedBy(run)).at(-1)).toEqual(assessed.at(-1));
  });
});

describe('a statement about everybody in an extract', () => {
  /** Nobody else's row is taken for a mistyped number of one who is missing. */
  const strangers = people.trimEnd().replaceAll('Nguyễn Văn Mẫu', 'Trần Thị Lụa').split('\n');
  const one = [
    ['identities/a.csv', strangers.slice(0, 2).join('\n')],
    ['identities/manifest.json', '{"covers": [{"file": "*", "population": "all"}]}'],
  ] as const;
  const notFound = async (order: readonly (readonly [string, string])[]) => {
    const run = await flow();
    for (const [name, content] of order) {
      await run.drop(name, content);
      await run.settle();
    }
    const assessed = await assessedBy(run);
    const isNotFound = ({ findings = [] }: (typeof assessed)[number]) =>
      findings.some(({ code }) => code === 'REP_NOT_FOUND');
    return { run, assessed, count: assessed.filter(isNotFound).length };
  };

  it.each([
    ['after the companies', [['registrations/a.csv', registrations(...EVERYONE)], ...one] as const],
    ['before the companies', [...one, ['registrations/a.csv', registrations(...EVERYONE)]] as const],
    [
      'before most of the companies',
      [
        ['registrations/a.csv', registrations(...EVERYONE.slice(0, 2))],
        ...one,
        ['registrations/b.csv', registrations(...EVERYONE.slice(2))],
      ] as const,
    ],
  ])('of one row, sent %s, makes nobody unknown', async (order, sent) => {
    const { run, assessed, count } = await notFound(sent);
    expect(count).toBe(0);
    expect(assessed.slice(1).map(({ verdict }) => verdict)).not.toContain('flagged');
    const receipt = run.receipt('identities/manifest.json');
    if (order === 'after the companies')
      expect(receipt).toMatchObject({
        error: { message: expect.stringContaining('dòng của 1 người, trong khi đã biết 36 doanh nghiệp') },
      });
  });

  it('counts where the extract has most of the people', async () => {
    const most = strangers.slice(0, -3).join('\n');
    const sent = [['registrations/a.csv', registrations(...EVERYONE)], ['identities/a.csv', most], one[1]] as const;
    expect((await notFound(sent)).count).toBeGreaterThan(0);
  });
});
