import { beforeAll, describe, expect, it } from 'vitest';
import type { FlowRun } from '#test/support/flow.ts';
import { jsonLines, numbersOf, textsOf } from '#test/support/forms-of-files.ts';
import { dropAlone, factsIn, finalState, province, withoutOrigins } from '#test/support/province-end.ts';
import { codes, OF_STRANGERS, RIGHT, shuffled, STRAY, strangers, WRONG } from '#test/support/wrong-files.ts';

const stateOf = (run: FlowRun) => finalState(run, [...codes, ...strangers]);
const endOf = async (run: FlowRun) => ({ ...(await stateOf(run)), facts: await factsIn(run) });

const KEYS = Object.keys(RIGHT);
const rightOf = (key: string) => RIGHT[key] ?? '';
const HEADINGS = Object.fromEntries(KEYS.map((key) => [key, rightOf(key).split('\n')[0] ?? '']));
/** The files that the change alters, in their altered form. */
const changed = (change: (csv: string) => string, keys: readonly string[] = KEYS) =>
  keys.flatMap((key) => {
    const text = change(rightOf(key));
    return text === rightOf(key) ? [] : [{ key, text }];
  });
/** Drops the files, of which each is read before the next one. */
async function dropInTurn(run: FlowRun, files: readonly { key: string; text: string | Buffer }[]) {
  for (const { key, text } of files) {
    await run.drop(key, text);
    await run.work('files');
  }
  await run.settle();
}
const rightAgain = (run: FlowRun, keys: readonly string[] = KEYS) =>
  dropInTurn(
    run,
    keys.map((key) => ({ key, text: rightOf(key) })),
  );
const expectReplaced = (run: FlowRun, keys: readonly string[], by: string) => {
  for (const key of keys) expect(run.receipt(key)).toMatchObject({ rejected: 0, replacesEarlier: { by } });
};

let calm: Awaited<ReturnType<typeof endOf>>;
let calmState: Awaited<ReturnType<typeof stateOf>>;
beforeAll(async () => {
  calm = await endOf(await province(RIGHT));
  const { facts: _facts, ...shown } = calm;
  calmState = shown;
});

/** A wrong form of each file whose rows are read. */
const readable = (csv: string) =>
  ['the second column one row down', 'the first column one row down']
    .map((form) => (WRONG[form] ?? String)(csv))
    .find((wrong) => wrong !== csv) ?? csv;

describe('the right files sent again after wrong ones of their names', () => {
  it.each(Object.entries(WRONG))('the province ends as without the wrong ones: %s', async (form, change) => {
    // A visit of the same company on another day may be another visit, which is left to a person
    const leftToPerson = form === 'the third column one row down' ? 'activities/inspections.csv' : '';
    const run = await province(HEADINGS);
    await dropInTurn(
      run,
      changed(change).filter(({ key }) => key !== leftToPerson),
    );
    await rightAgain(run);
    expect(await endOf(run)).toEqual(calm);
  });

  it('the province ends as without them where right and wrong ones wait together, and after one that cannot be read', async () => {
    const run = await province(HEADINGS);
    for (const key of KEYS)
      for (const text of [readable(rightOf(key)), rightOf(key), readable(rightOf(key)), rightOf(key)])
        await run.drop(key, text);
    await run.settle();
    expect(await endOf(run)).toEqual(calm);
    await dropInTurn(run, changed(readable));
    await dropInTurn(run, changed(WRONG['columns moved by one'] ?? String));
    await rightAgain(run);
    expect(await endOf(run)).toEqual(calm);
  });

  it('the right ones count where the readers of the wrong ones end last', async () => {
    const run = await province(HEADINGS);
    for (const key of KEYS) {
      await run.drop(key, readable(rightOf(key)));
      run.at('before a drop ends', async () => {
        await run.drop(key, rightOf(key));
        await run.work('files');
      });
      await run.work('files');
    }
    expect(run.notPassed()).toEqual([]);
    await run.settle();
    expect(await endOf(run)).toEqual(calm);
  });

  it.each([
    ['texts.xlsx', textsOf],
    ['numbers.xlsx', numbersOf],
    ['a.jsonl', jsonLines],
  ] as const)('the province ends the same where the files are written as %s', async (name, write) => {
    const run = await province(HEADINGS);
    const files = (change: (csv: string) => string) =>
      Promise.all(
        KEYS.map(async (key) => ({
          key: key.replace('.csv', ` ${name}`),
          text: await write(key, change(rightOf(key))),
        })),
      );
    await dropInTurn(run, await files(readable));
    const right = await files(String);
    await dropInTurn(run, right);
    for (const { key } of right)
      expect([key, run.receipt(key)]).toEqual([key, expect.objectContaining({ rejected: 0 })]);
    const { facts, ...shown } = await endOf(run);
    expect({ ...shown, facts: withoutOrigins(facts) }).toEqual({ ...calmState, facts: withoutOrigins(calm.facts) });
  });
});

/** The files of which one column is wrong in a form, so that the right file shows that it is the same one. */
const ONE_COLUMN: Readonly<Record<string, readonly string[]>> = {
  'the year before': [
    'activities/tax.csv',
    'activities/inspections.csv',
    'activities/invoices.csv',
    'accounts/flows.csv',
    'accounts/counterparties.csv',
    'suspicious-accounts/a.csv',
  ],
  'another month': [
    'activities/tax.csv',
    'activities/invoices.csv',
    'accounts/flows.csv',
    'accounts/counterparties.csv',
  ],
  'the codes of others': [
    'registrations/a.csv',
    'activities/tax.csv',
    'activities/inspections.csv',
    'activities/invoices.csv',
  ],
  'the numbers of others': [
    'identities/a.csv',
    'accounts/flows.csv',
    'accounts/counterparties.csv',
    'suspicious-accounts/a.csv',
  ],
};

describe('a file with one wrong column in all rows, or with a row of a stranger, and the right one under its name', () => {
  it.each(Object.entries(ONE_COLUMN))('the province ends as without the wrong files: %s', async (form, keys) => {
    const wrong = changed(STRAY[form] ?? String, keys);
    expect(wrong.map(({ key }) => key)).toEqual(keys);
    const run = await province({ ...RIGHT, ...Object.fromEntries(keys.map((key) => [key, HEADINGS[key] ?? ''])) });
    await dropInTurn(run, wrong);
    await rightAgain(run, keys);
    expectReplaced(run, keys, 'hệ thống');
    expect(await stateOf(run)).toEqual(calmState);
  });

  it('the province ends as without rows of a stranger', async () => {
    const keys = Object.keys(OF_STRANGERS);
    const withRows = keys.map((key) => [key, `${rightOf(key)}\n${OF_STRANGERS[key]}`] as const);
    const run = await province({ ...RIGHT, ...Object.fromEntries(withRows) });
    expect(await endOf(run)).not.toEqual(calm);
    await rightAgain(run, keys);
    expectReplaced(run, keys, 'hệ thống');
    expect(await endOf(run)).toEqual(calm);
  });

  it('the months of a bank that uses one name for all of them stay, also where the last one is corrected', async () => {
    const key = 'accounts/flows.csv';
    const inMonth = (month: string, credit: string) =>
      rightOf(key).replaceAll('2025-10', month).replaceAll('000000000', credit);
    const run = await province({ ...RIGHT, [key]: inMonth('2025-08', '100000000') });
    const periods = async () => {
      const { accountRefs } = await run.companies.recorded(codes[0] ?? '');
      const recorded = await run.accounts.recorded(accountRefs[0] ?? '');
      return recorded?.flows.map(({ period }) => period).toSorted();
    };
    await dropAlone(run, key, inMonth('2025-09', '200000000'));
    expect(run.receipt(key)).not.toHaveProperty('replacesEarlier');
    for (const month of ['2024-10', '2025-11', '2025-10']) await dropAlone(run, key, inMonth(month, '300000000'));
    expectReplaced(run, [key], 'hệ thống');
    expect(await periods()).toEqual(['2025-08', '2025-09', '2025-10']);
    // A person may still decide that the other months are wrong too
    await run.release(key, 'alone');
    await run.settle();
    expect(await periods()).toEqual(['2025-10']);
  });
});

/** For each right file all forms of it that are about other periods, companies, accounts or people. */
const strayFiles = KEYS.flatMap((key) => Object.values(STRAY).flatMap((change) => changed(change, [key])));

describe('files that were read and are left out', () => {
  it('the province ends as without wrong files beside the right ones', async () => {
    const run = await province(RIGHT);
    const beside = strayFiles.map(({ key, text }, n) => ({ key: key.replace('.csv', ` (${n}).csv`), text }));
    await dropInTurn(run, beside);
    expect(await stateOf(run)).not.toEqual(calmState);
    for (const { key } of beside) await run.release(key, 'none');
    await run.settle();
    expect(await stateOf(run)).toEqual(calmState);
    const leftOut = { by: 'tổ trực', why: 'đã đối chiếu' };
    for (const { key } of beside)
      expect(run.receipt(key)).toMatchObject({ accepted: 0, error: { code: 'left_out' }, leftOut });
  });

  it('the province ends as without wrong files under the same names where only the last ones count', async () => {
    const run = await province(HEADINGS);
    await dropInTurn(run, strayFiles);
    await rightAgain(run);
    expect(await stateOf(run)).not.toEqual(calmState);
    for (const key of KEYS) await run.release(key, 'alone');
    await run.settle();
    expect(await stateOf(run)).toEqual(calmState);
    expectReplaced(run, KEYS, 'tổ trực');
  });
});

it('each file has two wrong forms at least, and wrong files change what the province shows', async () => {
  for (const key of KEYS)
    expect(Object.values(WRONG).filter((change) => changed(change, [key]).length > 0).length).toBeGreaterThan(1);
  const halves = KEYS.map((key) => [key, WRONG['the first half']?.(rightOf(key)) ?? ''] as const);
  expect(await endOf(await province(Object.fromEntries(halves)))).not.toEqual(calm);
});

it('the order of rows and columns of all files changes nothing', async () => {
  const turned = KEYS.map((key) => [key, shuffled(rightOf(key))] as const);
  expect(await stateOf(await province(Object.fromEntries(turned)))).toEqual(calmState);
});
