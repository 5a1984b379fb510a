import { beforeAll, describe, expect, it } from 'vitest';
import type { FlowRun } from '#test/support/flow.ts';
import { dropAlone, factsIn, finalState, province } from '#test/support/province-end.ts';
import { jsonLines, numbersOf, textsOf } from '#test/support/forms-of-files.ts';
import { codes, RIGHT, WRONG } from '#test/support/wrong-files.ts';

/** The file has another name, and its rows other numbers. */
const ofFile = new Set(['file', 'row', 'sheet', 'origins']);

/** Without the files and rows of the facts, which have other names in each form. */
const endOf = async (run: FlowRun) => ({
  ...(await finalState(run, codes)),
  facts: (await factsIn(run))
    .map((fact) => JSON.stringify(JSON.parse(fact), (name, value: unknown) => (ofFile.has(name) ? undefined : value)))
    .toSorted(),
});

/** Each way to write a file, with the ending of its name. */
const FORMS = { 'texts.xlsx': textsOf, 'numbers.xlsx': numbersOf, 'a.jsonl': jsonLines } as const;
const moved = (csv: string) =>
  ['the second column one row down', 'the first column one row down']
    .map((form) => (WRONG[form] ?? String)(csv))
    .find((wrong) => wrong !== csv) ?? csv;

describe('the right file sent again as a workbook or as JSON lines', () => {
  let calm: Awaited<ReturnType<typeof endOf>>;
  beforeAll(async () => {
    calm = await endOf(await province(RIGHT));
  });

  it.each(Object.entries(RIGHT))('the province ends as with the right one of %s as csv', async (key, right) => {
    const run = await province({ ...RIGHT, [key]: right.split('\n')[0] ?? '' });
    const [folder = ''] = key.split('/');
    for (const [name, write] of Object.entries(FORMS)) {
      const file = `${folder}/${name}`;
      await dropAlone(run, file, await write(key, moved(right)));
      expect([file, run.receipt(file)]).toEqual([file, expect.objectContaining({ rejected: 0 })]);
      await dropAlone(run, file, await write(key, right));
      expect([file, run.receipt(file)]).toEqual([file, expect.objectContaining({ rejected: 0 })]);
      expect([file, await endOf(run)]).toEqual([file, calm]);
    }
  });
});
