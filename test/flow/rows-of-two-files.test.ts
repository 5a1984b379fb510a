import { describe, expect, it } from 'vitest';
import type { FlowRun } from '#test/support/flow.ts';
import { dropAlone, finalState, province } from '#test/support/province-end.ts';
import { codes, RIGHT } from '#test/support/wrong-files.ts';

/** What the second file of a feed says about the same companies, accounts, people and days as the first one. */
const OTHERWISE: Readonly<Record<string, (csv: string) => string>> = {
  'registrations/a.csv': (csv) => csv.replaceAll('1.000.000.000', '2.000.000.000'),
  'identities/a.csv': (csv) => csv.replaceAll('Nguyễn Văn', 'Trần Văn'),
  'activities/tax.csv': (csv) => csv.replaceAll('05/07/2025,', '05/07/2025,3'),
  'activities/insurance.csv': (csv) => csv.replaceAll('05/06/2025,', '05/06/2025,3'),
  'activities/inspections.csv': (csv) => csv.replaceAll('CO_HOAT_DONG', 'KHONG_TIM_THAY'),
  'activities/invoices.csv': (csv) => csv.replaceAll(',5000', ',7000'),
  'accounts/register.csv': (csv) => csv.replaceAll('Nguyễn Văn', 'Trần Văn'),
  'accounts/flows.csv': (csv) => csv.replaceAll(',40,', ',50,'),
  'accounts/counterparties.csv': (csv) => csv.replaceAll(',2000', ',7000'),
  'suspicious-accounts/a.csv': (csv) => csv.replaceAll(',3,', ',4,').replaceAll(',0,', ',2,'),
};

/** All facts with their files, without the drops of these and the instants of reading. */
async function factsOf(run: FlowRun): Promise<readonly string[]> {
  const companies = await Promise.all(codes.map((code) => run.companies.recorded(code)));
  const refs = companies.flatMap(({ accountRefs }) => accountRefs);
  const accounts = await Promise.all(refs.map((ref) => run.accounts.recorded(ref)));
  const numbers = [...new Set((RIGHT['identities/a.csv'] ?? '').match(/0330850\d{5}/gu))];
  const people = await Promise.all(numbers.map((number) => run.policeRecords.byNumber(number)));
  const ofReading = new Set(['version', 'recordedAt']);
  return [...companies, ...accounts, ...people].map((all) =>
    JSON.stringify(all, (name, value: unknown) => (ofReading.has(name) ? undefined : value)),
  );
}

describe('a wrong file that repeats the rows of another file of its feed', () => {
  it.each(Object.keys(OTHERWISE))('the rows of %s stay when the right file of that name comes', async (key) => {
    const first = RIGHT[key] ?? '';
    const second = OTHERWISE[key]?.(first) ?? '';
    expect(second).not.toBe(first);
    const name = key.replace('.csv', ' (2).csv');
    const calm = await province({ ...RIGHT, [name]: second });
    const run = await province(RIGHT);
    await dropAlone(run, name, first);
    await dropAlone(run, name, second);
    expect(await factsOf(run)).toEqual(await factsOf(calm));
    expect(await finalState(run, codes)).toEqual(await finalState(calm, codes));
  });

  it.each(['none', 'alone'] as const)('they stay when a person decides "%s" about the last drop', async (use) => {
    const name = 'activities/two.csv';
    const run = await province(RIGHT);
    await dropAlone(run, name, RIGHT['activities/tax.csv'] ?? '');
    const last = (RIGHT['activities/inspections.csv'] ?? '').replaceAll('CO_HOAT_DONG', 'KHONG_TIM_THAY');
    await dropAlone(run, name, last);
    await run.release(name, use);
    await run.settle();
    const calm = await province(use === 'none' ? RIGHT : { ...RIGHT, [name]: last });
    expect(await factsOf(run)).toEqual(await factsOf(calm));
    expect(await finalState(run, codes)).toEqual(await finalState(calm, codes));
  });

  describe('the feed covers nothing until the other file has been read again', () => {
    const [key, name] = ['activities/insurance.csv', 'activities/insurance (2).csv'];
    const coverage = async (run: FlowRun) => {
      const { activities } = await run.files.coverage(['activities'], run.clock.now);
      return activities;
    };
    async function afterRight(): Promise<FlowRun> {
      const run = await province(RIGHT);
      await dropAlone(run, name, RIGHT[key] ?? '');
      await run.drop(name, OTHERWISE[key]?.(RIGHT[key] ?? '') ?? '');
      await run.work('files');
      return run;
    }

    it('where the right file of the name deleted its rows', async () => {
      const run = await afterRight();
      expect(await coverage(run)).toMatchObject({ beingRead: true });
      await run.settle();
      expect(await coverage(run)).toMatchObject({ beingRead: false });
    });

    it('where a person left the right file out', async () => {
      const run = await province(RIGHT);
      await dropAlone(run, name, RIGHT[key] ?? '');
      await run.release(name, 'none');
      await run.work('files');
      expect(await coverage(run)).toMatchObject({ beingRead: true });
      await run.settle();
      expect(await coverage(run)).toMatchObject({ beingRead: false });
    });

    it('and no longer where a person leaves the other file out meanwhile', async () => {
      const run = await afterRight();
      const asked = run.waiting.get('files') ?? [];
      run.waiting.set('files', []);
      await run.release(key, 'none');
      await run.settle();
      await run.files.began('activities', 'insurance.csv', run.clock.now);
      run.waiting.set('files', [...asked]);
      await run.settle();
      expect(await coverage(run)).toMatchObject({ beingRead: false });
    });
  });

  it('a file that is read again for that does not count as sent again', async () => {
    const [key, name] = ['activities/insurance.csv', 'activities/insurance (2).csv'];
    const run = await province(RIGHT);
    const before = await run.files.progress('activities', 'insurance.csv');
    await dropAlone(run, name, RIGHT[key] ?? '');
    await dropAlone(run, name, OTHERWISE[key]?.(RIGHT[key] ?? '') ?? '');
    const read = await run.files.progress('activities', 'insurance.csv');
    expect(read).toMatchObject({ state: 'read' });
    expect(read).not.toMatchObject({ startedAt: before?.startedAt });
    expect(read).not.toMatchObject({ again: true });
  });
});

describe('a file that is to be read from its start', () => {
  it('is read so although it was read again for another file meanwhile', async () => {
    const [feed, file] = ['activities', 'insurance.csv'];
    const run = await province(RIGHT);
    const { version = '', startedAt: anew = '' } = (await run.files.progress(feed, file)) ?? {};
    for (const restores of [true, undefined] as const) {
      const message = { bucket: 'inbox', key: `${feed}/${file}`, version, anew, restores };
      run.waiting.set('files', [{ body: JSON.stringify(message), sentAt: 0, delaySeconds: 0 }]);
      await run.settle();
      // Only the second reading looks for rows that a slow reader of another drop has written
      expect(await run.files.progress(feed, file)).toMatchObject({ state: 'read', ...(!restores && { again: true }) });
    }
  });
});

describe('a reader that another one overtakes', () => {
  const [key, name] = ['activities/insurance.csv', 'activities/insurance (2).csv'];
  const [first, second] = [RIGHT[key] ?? '', OTHERWISE[key]?.(RIGHT[key] ?? '') ?? ''];

  it.each(['before', 'after'] as const)(
    'has the other files read again where it deletes facts %s the other one has ended',
    async (when) => {
      const run = await province(RIGHT);
      await dropAlone(run, name, first);
      await run.drop(name, second);
      const [message] = run.waiting.get('files') ?? [];
      const read = async () => (await run.files.progress('activities', 'insurance.csv'))?.startedAt;
      let before: string | undefined;
      const overtake = async () => {
        run.waiting.set('files', message ? [message] : []);
        await run.work('files');
        await run.settle();
        await run.files.noteDeletion(
          name,
          (await run.files.progress('activities', 'insurance (2).csv'))?.version ?? '',
        );
        before = await read();
      };
      if (when === 'before') run.at('before companies are sent', overtake);
      else await overtake();
      run.waiting.set('files', message ? [message] : []);
      await run.settle();
      expect(run.notPassed()).toEqual([]);
      expect(await run.files.deletionNoted(name)).toBeUndefined();
      expect(await read()).not.toBe(before);
    },
  );
});

describe('a file that is left out', () => {
  it('stays left out when an earlier message asks for it to be read again', async () => {
    const [feed, file] = ['activities', 'insurance.csv'];
    const key = `${feed}/${file}`;
    const run = await province(RIGHT);
    const { version = '', startedAt: anew = '' } = (await run.files.progress(feed, file)) ?? {};
    await run.release(key, 'none');
    await run.settle();
    for (const restores of [undefined, true] as const) {
      run.waiting.set('files', [
        { body: JSON.stringify({ bucket: 'inbox', key, version, anew, restores }), sentAt: 0, delaySeconds: 0 },
      ]);
      await run.settle();
      expect(await run.files.progress(feed, file)).toMatchObject({ state: 'stopped', leftOut: { by: 'tổ trực' } });
      expect(run.receipt(key)).toMatchObject({ accepted: 0, error: { code: 'left_out' } });
    }
    const { signals } = await run.companies.recorded(codes[0] ?? '');
    expect(signals.filter(({ kind }) => kind === 'BHXH')).toEqual([]);
  });
});
