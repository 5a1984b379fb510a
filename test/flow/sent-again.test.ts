import { describe, expect, it } from 'vitest';
import { type SentFile, flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, activities, code, flows, identities, listings, registrations } from '#test/support/sample-feeds.ts';
import { asSpreadsheet } from '#test/support/workbook.ts';

const one = {
  code: code(1),
  person: 'Trần Thị Mẫu',
  born: '05/06/1985',
  document: '033185000123',
  registeredOn: '03/02/2025',
};
const two = {
  code: code(2),
  person: 'Lê Văn Thử',
  born: '07/08/1990',
  document: '033090000124',
  registeredOn: '04/09/2025',
};
const right: readonly SentFile[] = [
  ['registrations/a.csv', registrations(one, two)],
  [
    'identities/a.csv',
    identities(
      '033185000123,CCCD,Trần Thị Mẫu,05/06/1985,Nữ,BINH_THUONG,,,',
      '033090000124,CCCD,Lê Văn Thử,07/08/1990,Nam,BINH_THUONG,,,',
    ),
  ],
  [
    'activities/a.csv',
    activities(
      `${one.code},TO_KHAI_THUE,05/07/2025,500000000,2025-Q2`,
      `${one.code},BHXH,05/06/2025,3,`,
      `${two.code},GOP_VON,09/10/2025,1000000000,`,
    ),
  ],
  [
    'accounts/register.csv',
    accounts(
      `970436,0012345678901,${one.code},CÔNG TY TNHH MẪU,Trần Thị Mẫu,033185000123,0912345678,10/03/2025,1`,
      `970436,0012345678902,${two.code},CÔNG TY TNHH MẪU,Lê Văn Thử,033090000124,0912345679,10/09/2025,1`,
    ),
  ],
  [
    'accounts/flows.csv',
    flows('970436,0012345678901,2025-10,3000000000,2990000000,40,8', '970436,0012345678902,2025-10,5000000,100000,4,8'),
  ],
  ['suspicious-accounts/a.csv', listings('970436,0012345678902,5,Lừa đảo,01/12/2025')],
];

/** The same files with wrong content, of which nothing in them shows that it is wrong. */
const swapDays = (csv: string) => csv.replace(/(\d\d)\/(\d\d)\/(\d{4})/gu, '$2/$1/$3');
const wrong: Readonly<Record<string, (csv: string) => string>> = {
  'registrations/a.csv': swapDays,
  'identities/a.csv': swapDays,
  'activities/a.csv': (csv) => swapDays(csv).replace('500000000', '5'),
  'accounts/register.csv': (csv) =>
    swapDays(csv).replaceAll(one.code, '-').replaceAll(two.code, one.code).replaceAll('-', two.code),
  'accounts/flows.csv': (csv) =>
    csv.replace('3000000000,2990000000', '3000,2990').replace('5000000,100000', '5000000000,5000000000'),
  'suspicious-accounts/a.csv': (csv) => swapDays(csv).replace(',5,', ',0,'),
};

const drop = async (run: FlowRun, files: readonly SentFile[]) => {
  for (const [key, content] of files) await run.drop(key, content);
  await run.settle();
};

/** The final state of the province, without times of reading. */
async function state(run: FlowRun) {
  const found = await run.assessments.of([one.code, two.code]);
  const assessed = [one.code, two.code].map((enterpriseCode) => {
    const { verdict, score, people, worklist, findings } = found.get(enterpriseCode) ?? {};
    return { enterpriseCode, verdict, score, people, worklist, findings };
  });
  const recorded = await Promise.all([one.code, two.code].map((each) => run.companies.recorded(each)));
  // A company keeps the references of all accounts that were ever assigned to it
  const facts = recorded.map(({ accountRefs: _kept, ...others }) => others);
  const banks = (await run.notices.changed('bank#970436', '', '9', 100)).filter(
    ({ notice }) => notice.state === 'in_force',
  );
  const coverage = await run.files.coverage(['registrations', 'activities', 'accounts', 'identities'], run.clock.now);
  return { assessed, facts, notified: banks.map(({ notice }) => JSON.stringify(notice.content)).sort(), coverage };
}

/**
 * A province with all its correct files, another one in which the wrong file is not yet read, and the expected state.
 */
async function wrongFileDropped(key: string) {
  const calm = await flow();
  await drop(calm, right);
  const run = await flow();
  await drop(
    run,
    right.filter(([name]) => name !== key),
  );
  const [, content = ''] = right.find(([name]) => name === key) ?? [];
  await run.drop(key, wrong[key]?.(String(content)) ?? content);
  return { calm, run, content };
}

describe('a file sent again under its name', () => {
  it.each(right.map(([key]) => key))('a file sent again replaces the facts of the earlier one: %s', async (key) => {
    const calm = await flow();
    await drop(calm, right);
    const run = await flow();
    await drop(
      run,
      right.map(
        ([name, content]) => [name, name === key ? (wrong[name]?.(String(content)) ?? content) : content] as const,
      ),
    );
    expect(await state(run)).not.toEqual(await state(calm));
    await drop(
      run,
      right.filter(([name]) => name === key),
    );
    expect(await state(run)).toEqual(await state(calm));
  });

  /** Drops the wrong file first, and the right one while the first reader waits at the point. */
  const expectRightAfter = async (key: string, point: string) => {
    const { calm, run, content } = await wrongFileDropped(key);
    run.at(point, async () => {
      await run.drop(key, content);
      await run.work('files');
    });
    await run.settle();
    expect(run.notPassed()).toEqual([]);
    expect(await state(run)).toEqual(await state(calm));
    expect(run.receipt(key)).toEqual(calm.receipt(key));
  };

  it.each(right.map(([key]) => key))('the right file’s facts count where the wrong one’s reader ends last: %s', (key) =>
    expectRightAfter(key, 'before a drop ends'),
  );

  it.each([
    ['registrations/a.csv', 'before companies are recorded'],
    ['identities/a.csv', 'before people are recorded'],
    ['activities/a.csv', 'before companies are recorded'],
    ['accounts/register.csv', 'before accounts are recorded'],
    ['accounts/flows.csv', 'before accounts are recorded'],
    ['suspicious-accounts/a.csv', 'before accounts are recorded'],
  ])('the right file’s facts count where the wrong one is written last: %s', (key, point) =>
    expectRightAfter(key, point),
  );

  it('a file sent again replaces spreadsheet numbers of its accounts', async () => {
    const [calm, run] = [await flow(), await flow()];
    await drop(
      calm,
      right
        .map(([key, content]) => [key.replace('accounts/flows.csv', 'accounts/flows.xlsx'), content] as const)
        .filter(([key]) => key !== 'accounts/flows.xlsx'),
    );
    const [, , , register] = right;
    await drop(calm, [['accounts/flows.xlsx', await asSpreadsheet(String(right[4]?.[1]))]]);
    await drop(run, right.slice(0, 3));
    await drop(run, [
      ['accounts/register.csv', await asSpreadsheet(String(register?.[1]).replaceAll('2990000000', '1'))],
    ]);
    await drop(run, [...(register ? [register] : []), ...right.slice(5)]);
    await drop(run, [['accounts/flows.xlsx', await asSpreadsheet(String(right[4]?.[1]))]]);
    expect(await state(run)).toEqual(await state(calm));
  });

  it('a file sent again keeps facts that it does not mention, since a sender may use one name for every month', async () => {
    const run = await flow();
    await drop(run, right);
    await drop(run, [
      ['accounts/flows.csv', flows('970436,0012345678901,2025-11,7000000,6000000,4,8')],
      [
        'activities/a.csv',
        activities(`${one.code},TO_KHAI_THUE,05/10/2025,600000000,2025-Q3`, `${one.code},BHXH,07/09/2025,4,`),
      ],
    ]);
    const { signals, accountRefs } = await run.companies.recorded(one.code);
    expect(signals.map(({ kind, on }) => `${kind} ${on}`).sort()).toEqual([
      'BHXH 2025-06-05',
      'BHXH 2025-09-07',
      'TO_KHAI_THUE 2025-07-05',
      'TO_KHAI_THUE 2025-10-05',
    ]);
    const account = await run.accounts.recorded(accountRefs[0] ?? '');
    expect(account?.flows.map(({ period }) => period).sort()).toEqual(['2025-10', '2025-11']);
  });

  it('a file sent again keeps facts that another file has repeated since', async () => {
    const run = await flow();
    await drop(run, right);
    const [, , , , first] = right;
    await drop(run, [['accounts/other.csv', first?.[1] ?? '']]);
    await drop(run, [['accounts/flows.csv', flows('970436,0012345678901,2025-10,3000000001,2990000000,40,8')]]);
    const { accountRefs } = await run.companies.recorded(one.code);
    const account = await run.accounts.recorded(accountRefs[0] ?? '');
    expect(account?.flows.map(({ credit }) => credit).sort()).toEqual([3_000_000_000, 3_000_000_001]);
  });
});
