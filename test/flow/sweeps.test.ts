import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, flows, registrations, subscribers } from '#test/support/sample-feeds.ts';
import {
  assessedBy,
  assessedMeanwhile,
  living,
  older,
  police,
  registered,
  sentTo,
  silent,
  SPOKEN_OF,
  trade,
  UNSPOKEN_OF,
} from '#test/support/silence.ts';
import { storeDrop } from '#test/support/a-drop.ts';

describe('rows that are missing', () => {
  it('a missing row counts against a company once its feed has been read to its end', async () => {
    const run = await registered();
    await run.drop('activities/a.csv', trade);
    await run.settle();
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
  });

  it('a missing row counts for a company assessed while a file was being read, though that file covers nothing new', async () => {
    const run = await assessedMeanwhile();
    await run.drop('activities/b.csv', older);
    await run.settle();
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
  });

  it('a completed feed has no company assessed again where it covered nothing new', async () => {
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

  it('the daily clock finds missing rows where a reader crashed, and only once', async () => {
    const run = await registered();
    await storeDrop(run.files, {
      feed: 'activities',
      file: 'dead.csv',
      state: 'reading',
      movedAt: run.clock.now.toISOString(),
    });
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

describe('a feed that is completed while companies are being assessed', () => {
  const endsMeanwhile = async (point: string, then: (run: FlowRun) => void) => {
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
  ])('a feed completed while companies are assessed is not missed: %s, crash %s', async (point, thenCrash) => {
    const run = await endsMeanwhile(point, () => {
      if (thenCrash) throw new Error('crash');
    });
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
  });

  it('a feed completed while companies are assessed is not missed where the function crashes as it sends them again', async () => {
    const run = await endsMeanwhile('before an assessment is recorded', (started) => {
      started.at('before companies are sent', () => {
        throw new Error('crash');
      });
    });
    expect(await assessedBy(run)).toMatchObject(SPOKEN_OF);
  });
});

it('the flow ends the same whatever order the files come in, doubled, paused, with a crash in between', async () => {
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
  expect(expected).toMatchObject([{ verdict: 'watch', activity: 'active' }, { verdict: 'clear' }]);

  const step = fc.record({
    file: fc.nat(files.length - 1),
    pause: fc.constantFrom('no', 'whole', 'files', 'half'),
    crash: fc.option(fc.constantFrom('after a drop ends', 'before sweeps are sent', 'before companies are sent'), {
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
