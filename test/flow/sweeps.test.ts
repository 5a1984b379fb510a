import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import {
  accounts,
  activities,
  code,
  flows,
  identities,
  registrations,
  subscribers,
} from '#test/support/sample-feeds.ts';

const silent = {
  code: code(11),
  document: '033085000111',
  phone: '0911111111',
  address: 'Số 1, đường Lê Lợi, Phường Phố Hiến, Tỉnh Hưng Yên',
};
const living = {
  code: code(12),
  document: '033085000222',
  phone: '0922222222',
  address: 'Số 2, đường Lý Bôn, Phường Trần Lãm, Tỉnh Hưng Yên',
};
const police = identities(
  '033085000111,CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,',
  '033085000222,CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,',
);
const trade = activities(
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
const older = activities(`${living.code},BHXH,31/08/2025,4,`);

type Flow = Awaited<ReturnType<typeof flow>>;
const assessedBy = async (run: Flow) => {
  const found = await run.assessments.of([silent.code, living.code]);
  return [silent, living].map((company) => {
    const { verdict, score, findings } = found.get(company.code) ?? {};
    return { verdict, score, codes: findings?.map((finding) => finding.code) };
  });
};
const SPOKEN_OF = [
  { verdict: 'flagged', codes: expect.arrayContaining(['NO_TAX_RETURN', 'NO_TRADE', 'NO_INSURED_STAFF']) },
  { verdict: 'clear' },
];
const UNSPOKEN_OF = [{ verdict: 'clear' }, { verdict: 'clear' }];

/** Both companies registered and checked; nothing of their activities was heard. */
async function registered(): Promise<Flow> {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations(silent, living));
  await run.drop('identities/a.csv', police);
  await run.settle();
  expect(await assessedBy(run)).toMatchObject(UNSPOKEN_OF);
  return run;
}

const sentTo = (run: Flow, queue: string) =>
  run.sent.filter((message) => message.queue === queue).map(({ body }) => Object.values(body as object).join(' '));

describe('silence', () => {
  it('speaks of a company that no row names once its feed has been read to its end', async () => {
    const run = await registered();
    await run.drop('activities/a.csv', trade);
    await run.settle();
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
  });

  it('speaks again of one assessed while a file was being read, though that file covers nothing new', async () => {
    const run = await registered();
    await run.drop('activities/a.csv', trade);
    await run.settle();
    await run.files.began('activities', 'b.csv', run.clock.now);
    await run.drop('registrations/b.csv', registrations(silent));
    await run.settle();
    expect(await assessedBy(run)).toMatchObject(UNSPOKEN_OF);
    await run.drop('activities/b.csv', older);
    await run.settle();
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
  });

  it('sends nobody on where nothing new was covered', async () => {
    const run = await registered();
    await run.drop('activities/a.csv', trade);
    await run.settle();
    for (const [name, content] of [
      ['a.csv', trade],
      ['b.csv', older],
    ] as const) {
      run.sent.length = 0;
      await run.drop(`activities/${name}`, content);
      await run.settle();
      expect(sentTo(run, 'companies')).toEqual([living.code]);
    }
  });

  it('is heard by the daily clock where a reader died, and only once', async () => {
    const run = await registered();
    await run.files.began('activities', 'dead.csv', run.clock.now);
    await run.drop('activities/a.csv', trade);
    await run.settle();
    expect(await assessedBy(run)).toMatchObject(UNSPOKEN_OF);
    run.clock.now = new Date(run.clock.now.getTime() + 3 * 3_600_000);
    run.sent.length = 0;
    await run.tick();
    await run.settle();
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
    expect(sentTo(run, 'companies')).toContain(silent.code);
    run.sent.length = 0;
    await run.tick();
    await run.tick();
    await run.settle();
    expect(sentTo(run, 'companies')).toEqual([]);
  });
});

describe('the daily clock', () => {
  const HOURS = 3_600_000;
  const on = (day: string) => new Date(Date.parse(`${day}T05:00:00+07:00`));

  /** The rules' clock is the real one: it stands on 5 January 2026. */
  async function living365(): Promise<Flow> {
    const run = await flow({ asOf: 'real' });
    await run.drop('registrations/a.csv', registrations(silent, { ...living, registeredOn: '02/02/2025' }));
    await run.drop('identities/a.csv', police);
    await run.settle();
    expect((await run.assessments.get(silent.code))?.nextCheckOn).toBe('2026-01-15');
    expect((await run.assessments.get(living.code))?.nextCheckOn).toBe('2026-02-02');
    run.sent.length = 0;
    return run;
  }

  it('sends on whose day has come, once, and nobody before it', async () => {
    const run = await living365();
    run.clock.now = on('2026-01-14');
    await run.tick();
    await run.settle();
    expect(sentTo(run, 'companies')).toEqual([]);
    run.clock.now = on('2026-01-15');
    await run.tick();
    await run.settle();
    await run.tick();
    await run.settle();
    expect(sentTo(run, 'companies')).toEqual([silent.code]);
    expect((await run.assessments.get(silent.code))?.nextCheckOn).toBe('2026-04-15');
  });

  it('catches up on a week without it, and being asked twice does no harm', async () => {
    const run = await living365();
    run.clock.now = on('2026-02-09');
    await run.tick();
    run.clock.now = new Date(run.clock.now.getTime() + HOURS);
    await run.tick();
    await run.settle();
    expect(new Set(sentTo(run, 'companies'))).toEqual(new Set([silent.code, living.code]));
    expect((await run.assessments.get(living.code))?.nextCheckOn).toBe('2026-05-02');
    run.sent.length = 0;
    await run.tick();
    await run.settle();
    expect(run.sent.map(({ queue }) => queue)).toEqual(['sweeps']);
  });

  it('lets a suspension speak on the day for which it was announced', async () => {
    const run = await living365();
    await run.drop('activities/a.csv', trade);
    await run.drop('activities/b.csv', activities(`${silent.code},TRANG_THAI_PHAP_LY,12/01/2026,2,`));
    await run.settle();
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
    expect((await run.assessments.get(silent.code))?.nextCheckOn).toBe('2026-01-12');
    run.clock.now = on('2026-01-12');
    await run.tick();
    await run.settle();
    expect((await run.assessments.get(silent.code))?.verdict).toBe('clear');
  });
});

describe('a crash at any point', () => {
  const POINTS = [
    'before a feed ends',
    'after a feed ends',
    'before sweeps are sent',
    'after sweeps are sent',
    'before companies are sent',
    'after companies are sent',
    'before an assessment is recorded',
    'after an assessment is recorded',
    'before police-notices are sent',
    'after police-notices are sent',
  ];
  const crash = () => {
    throw new Error('crash');
  };

  it.each(POINTS)('%s loses no sweep', async (point) => {
    const run = await registered();
    run.at(point, crash);
    await run.drop('activities/a.csv', trade);
    await run.settle();
    expect(run.notPassed()).toEqual([]);
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
    expect(await run.notices.changed('police', '', '9', 10)).toHaveLength(1);
  });

  it.each(POINTS)('%s loses no sweep of those assessed while a file was being read', async (point) => {
    const run = await registered();
    await run.drop('activities/a.csv', trade);
    await run.settle();
    await run.files.began('activities', 'b.csv', run.clock.now);
    await run.drop('registrations/b.csv', registrations(silent));
    await run.settle();
    run.at(point, crash);
    await run.drop('activities/b.csv', older);
    await run.settle();
    expect(run.notPassed()).toEqual([]);
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
  });
});

describe('a feed heard while companies are being assessed', () => {
  const endsMeanwhile = async (point: string, then: (run: Flow) => void) => {
    const run = await flow();
    await run.drop('identities/a.csv', police);
    await run.settle();
    await run.drop('registrations/a.csv', registrations(silent, living));
    run.at(point, async () => {
      await run.drop('activities/a.csv', trade);
      await run.work('files');
      await run.work('sweeps');
      then(run);
    });
    await run.settle();
    expect(run.notPassed()).toEqual([]);
    return run;
  };

  it.each([
    ['before an assessment is recorded', false],
    ['before an assessment is recorded', true],
    ['after an assessment is recorded', false],
    ['after an assessment is recorded', true],
  ])('is not missed: %s, crash %s', async (point, thenCrash) => {
    const run = await endsMeanwhile(point, () => {
      if (thenCrash) throw new Error('crash');
    });
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
  });

  it('is not missed where the crash comes as they are sent on again', async () => {
    const run = await endsMeanwhile('before an assessment is recorded', (started) => {
      started.at('before companies are sent', () => {
        throw new Error('crash');
      });
    });
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
  });
});

describe('flows, accounts and subscribers', () => {
  const row = (company: typeof silent, number: string, updated = '') =>
    `970436,${number},${company.code},CÔNG TY TNHH MẪU,Nguyễn Văn Mẫu,${company.document},${company.phone},20/01/2025,1,${updated}`;
  const register = (...rows: string[]) => accounts(...rows).replace('Trạng thái', 'Trạng thái,Ngày cập nhật');
  const through = (number: string, month: string) => `970436,${number},${month},3000000000,2990000000,40,8`;
  const money = async (run: Flow, company: { code: string }) =>
    (await run.assessments.get(company.code))?.findings.some(({ code: rule }) => rule.startsWith('PASS_THROUGH'));

  async function withAccounts(): Promise<Flow> {
    const run = await registered();
    await run.drop('accounts/a.csv', register(row(silent, '111'), row(living, '222')));
    await run.drop('accounts/f.csv', flows(through('222', '12/2025')));
    await run.settle();
    run.sent.length = 0;
    return run;
  }

  it('send on the companies they are about and nobody else, also for a month that was covered', async () => {
    const run = await withAccounts();
    await run.drop(
      'accounts/late.csv',
      flows(through('111', '08/2025'), through('111', '09/2025'), through('111', '10/2025')),
    );
    await run.settle();
    expect(sentTo(run, 'companies')).toEqual([silent.code]);
    expect(sentTo(run, 'sweeps')).toEqual([]);
    expect(await money(run, silent)).toBe(true);
  });

  it('find their company where the register comes after them', async () => {
    const run = await registered();
    await run.drop('accounts/f.csv', flows(through('111', '10/2025')));
    await run.settle();
    await run.drop('accounts/a.csv', register(row(silent, '111')));
    await run.settle();
    expect(await money(run, silent)).toBe(true);
  });

  it('send on the company that an account has left, too', async () => {
    const run = await withAccounts();
    expect(await money(run, living)).toBe(true);
    await run.drop('accounts/moved.csv', register(row(silent, '222', '01/12/2025')));
    await run.settle();
    expect(sentTo(run, 'companies').sort()).toEqual([silent.code, living.code].sort());
    expect([await money(run, silent), await money(run, living)]).toEqual([true, false]);
  });

  it('send on those whose accounts use the phone of a subscriber', async () => {
    const run = await withAccounts();
    await run.drop('subscribers/a.csv', subscribers(`${silent.phone},033085000999`, `${living.phone},033085000998`));
    await run.settle();
    expect(sentTo(run, 'companies').sort()).toEqual([silent.code, living.code].sort());
    const found = (await run.assessments.get(silent.code))?.findings.map((finding) => finding.code);
    expect(found).toContain('ACCOUNT_PHONE_OF_ANOTHER_PERSON');
  });
});

it('ends the same whatever order the files come in, doubled, paused, with a crash in between', async () => {
  const files: readonly (readonly [string, string])[] = [
    ['registrations/a', registrations(silent, living)],
    ['identities/a', police],
    ['activities/a', trade],
    ['activities/b', older],
    [
      'accounts/a',
      accounts(`970436,111,${silent.code},CÔNG TY TNHH MẪU,Lê Văn Khác,033085000999,0933333333,20/01/2025,1`),
    ],
    [
      'accounts/f',
      flows('970436,111,08/2025,3000000000,2990000000,40,8', '970436,111,09/2025,3000000000,2990000000,40,8'),
    ],
    ['subscribers/a', subscribers('0933333333,033085000777')],
  ];
  const whole = await flow();
  for (const [name, content] of files) await whole.drop(`${name}.csv`, content);
  await whole.settle();
  const expected = await assessedBy(whole);
  expect(expected).toMatchObject(SPOKEN_OF);

  const step = fc.record({
    file: fc.nat(files.length - 1),
    pause: fc.constantFrom('no', 'whole', 'files', 'half'),
    crash: fc.option(fc.constantFrom('after a feed ends', 'before sweeps are sent', 'before companies are sent'), {
      freq: 3,
    }),
  });
  const property = fc.asyncProperty(
    fc.shuffledSubarray(
      files.map((_, n) => n),
      { minLength: files.length, maxLength: files.length },
    ),
    fc.array(step, { minLength: 6, maxLength: 10 }),
    async (order, steps) => {
      const run = await flow();
      const again = steps.map(({ file }) => file);
      for (const [n, file] of [...again, ...order].entries()) {
        const [name, content] = files[file]!;
        const { pause, crash } = steps[n % steps.length]!;
        await run.drop(`${name}${n}.csv`, content);
        if (crash)
          run.at(crash, () => {
            throw new Error('crash');
          });
        if (pause === 'whole') await run.settle();
        if (pause === 'files') await run.work('files');
        if (pause === 'half')
          for (const queue of ['files', 'registrations', 'companies'] as const) await run.work(queue);
      }
      await run.settle();
      expect(await assessedBy(run)).toEqual(expected);
    },
  );
  await fc.assert(property, { numRuns: 12 });
});
