import { describe, expect, it } from 'vitest';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { activities, registrations } from '#test/support/sample-feeds.ts';
import { assessedBy, living, police, sentTo, silent, SPOKEN_OF, trade } from '#test/support/silence.ts';

describe('the daily clock', () => {
  const HOURS = 3_600_000;
  const on = (day: string) => new Date(Date.parse(`${day}T05:00:00+07:00`));

  /** The rules' clock is the real one, which shows 5 January 2026. */
  async function living365(): Promise<FlowRun> {
    const run = await flow({ asOf: 'real' });
    await run.drop('registrations/a.csv', registrations(silent, { ...living, registeredOn: '02/02/2025' }));
    await run.drop('identities/a.csv', police);
    await run.settle();
    expect((await run.assessments.get(silent.code))?.nextCheckOn).toBe('2026-01-15');
    expect((await run.assessments.get(living.code))?.nextCheckOn).toBe('2026-02-02');
    run.sent.length = 0;
    return run;
  }

  it('the daily clock has each company assessed again on its day, once, and none before', async () => {
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

  it('the daily clock catches up after a week without a run, and a second run does no harm', async () => {
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

  it('the daily clock applies a suspension from the day for which it was announced', async () => {
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
