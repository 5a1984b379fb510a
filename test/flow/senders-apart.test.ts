import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { coverageOf } from '#test/support/coverage-of.ts';
import { accounts, activities, code, flows, registrations } from '#test/support/sample-feeds.ts';

const ONE = '970436';
const OTHER = '970422';
const register = (bank: string, day: (n: number) => string) =>
  accounts(...Array.from({ length: 12 }, (_, n) => `${bank},00123456789${n},${code(1)},,,,,${day(n)},1`));

/** A company with an account at one bank, whose money is known. */
async function heard() {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations({ code: code(1) }));
  await run.drop(`accounts/${ONE}/a.csv`, accounts(`${ONE},0012345678901,${code(1)},,,,,20/01/2025,1`));
  await run.drop(`accounts/${ONE}/flows.csv`, flows(`${ONE},0012345678901,2025-11,3000000,2990000,40,8.5`));
  await run.settle();
  return run;
}

it.each(['stopped', 'being read'])(
  'a file of a bank that is %s leaves what the other banks say as it was',
  async (how) => {
    const run = await heard();
    const facts = async () => (await run.assessments.of([code(1)])).get(code(1));
    const before = await facts();
    if (how === 'stopped') {
      // The month stands first
      await run.drop(
        `accounts/${OTHER}/a.csv`,
        register(OTHER, (n) => `0${(n % 9) + 1}/${n + 14}/2025`),
      );
      await run.settle();
      expect(run.receipt(`accounts/${OTHER}/a.csv`)).toMatchObject({ accepted: 0, error: { code: 'month_first' } });
    } else {
      run.at('before accounts are recorded', () => {
        throw new Error('the reader dies');
      });
      await run.drop(
        `accounts/${OTHER}/a.csv`,
        register(OTHER, (n) => `${n + 1}/03/2025`),
      );
      await run.work('files');
      run.waiting.set('files', []);
    }
    expect(await coverageOf(run, `accounts/${OTHER}`)).toMatchObject({ spans: {}, beingRead: how === 'being read' });
    expect(await coverageOf(run, `accounts/${ONE}`)).toMatchObject({
      spans: { [`flows#${ONE}`]: { to: '2025-11-30' } },
      beingRead: false,
    });
    await run.drop('registrations/b.csv', registrations({ code: code(1) }));
    await run.settle();
    const { verdict, score, activity, activityReasons } = { ...(await facts()) };
    expect({ verdict, score, activity, activityReasons }).toEqual({
      verdict: before?.verdict,
      score: before?.score,
      activity: before?.activity,
      activityReasons: before?.activityReasons,
    });
  },
);

it.each([
  {
    file: `accounts/${ONE}/b.csv`,
    text: register(ONE, (n) => `0${(n % 9) + 1}/${n + 14}/2025`),
    heard: { sender: `accounts/${ONE}`, spans: { [`flows#${ONE}`]: { from: '2025-11-01', to: '2025-11-30' } } },
  },
  {
    file: 'activities/b.csv',
    text: activities(...[5, 6, 7, 8, 14, 15, 16].map((n) => `${code(n)},TO_KHAI_THUE,07/${n}/2025,1000000,2025-Q2`)),
    heard: { sender: 'activities', spans: { TO_KHAI_THUE: { from: '2025-01-20', to: '2025-11-20' } } },
  },
])(
  'a stopped file $file leaves what the other files of its sender say as it was',
  async ({ file, text, heard: kept }) => {
    const run = await heard();
    const returns = Array.from(
      { length: 11 },
      (_, n) => `${code(n + 1)},TO_KHAI_THUE,20/${n + 1}/2025,1000000,2025-${n + 1}`,
    );
    await run.drop('activities/a.csv', activities(...returns));
    await run.drop(file, text);
    await run.settle();
    expect(run.receipt(file)).toMatchObject({ accepted: 0, error: { code: 'month_first' } });
    expect(await coverageOf(run, kept.sender)).toMatchObject({ ...kept, beingRead: false });
  },
);

it('a stopped file has left its facts, which count once somebody releases it, without being read again', async () => {
  const run = await heard();
  await run.drop(
    `accounts/${OTHER}/a.csv`,
    register(OTHER, (n) => `0${(n % 9) + 1}/${n + 14}/2025`),
  );
  await run.settle();
  const holder = async () => (await run.companies.recorded(code(1))).accountRefs.length;
  expect(await holder()).toBe(1);
  const opened = run.opened.length;
  await run.release(`accounts/${OTHER}/a.csv`, 'readable');
  await run.settle();
  const { accepted, rejected } = run.receipt(`accounts/${OTHER}/a.csv`) as { accepted: number; rejected: number };
  expect([accepted + rejected, (await holder()) - 1]).toEqual([12, accepted]);
  // The rows with faults are marked in a copy of the file
  expect(run.opened.length - opened).toBe(rejected > 0 ? 1 : 0);
  await run.release(`accounts/${OTHER}/a.csv`, 'none');
  await run.settle();
  expect(await holder()).toBe(1);
});
