import { beforeAll, describe, expect, it } from 'vitest';
import type { TableName } from '#shared/tables/table-designs.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { bringBack, itemsOf } from '#test/support/flow/bring-back.ts';
import { askEverybodyAgain, BEFORE, type RingFiles, SINCE } from '#test/support/flow/restored-ring.ts';
import { RING } from '#test/support/ring-feeds.ts';
import { accounts } from '#test/support/sample-feeds.ts';

/** The files that are still in the queue at the restore. */
const IN_FLIGHT: RingFiles = [
  [
    'accounts/b.csv',
    accounts(
      `970418,0005556667,${RING[3]?.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,${RING[3]?.document},0912345678,20/03/2025,1`,
    ),
  ],
];

async function drop(run: FlowRun, files: RingFiles): Promise<void> {
  for (const [name, content] of files) await run.drop(name, content);
}

async function seen(run: FlowRun) {
  const assessed = await run.assessments.of(RING.map(({ code }) => code));
  const changed = await Promise.all(
    ['police', 'bank#970436', 'bank#970418'].map((one) => run.notices.changed(one, '0', '9', 1000)),
  );
  return {
    verdicts: [...assessed.values()]
      .map(({ enterpriseCode, verdict, score, findings }) => ({ enterpriseCode, verdict, score, findings }))
      .sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1)),
    notices: changed
      .flat()
      // Notices that were sent while a table lacked items are withdrawn, and others may have another sequence
      .filter(({ notice }) => notice.state === 'in_force')
      .map(({ notice: { receiver, noticeId } }) => ({ receiver, noticeId }))
      .sort((a, b) => (a.noticeId < b.noticeId ? -1 : 1)),
    waiting: [...run.waiting.values()].flat().length,
  };
}

/** The tables that the runbook restores together. */
const TOGETHER: readonly (readonly TableName[])[] = [
  ['companies'],
  ['policeRecords'],
  ['accounts'],
  ['subscribers'],
  ['verifications'],
  ['links', 'assessments'],
  ['files'],
  ['rejections'],
  ['notices'],
  [
    'companies',
    'policeRecords',
    'accounts',
    'subscribers',
    'links',
    'verifications',
    'assessments',
    'files',
    'notices',
  ],
];

describe('a table that is restored to an earlier second by the runbook', () => {
  let undisturbed: Awaited<ReturnType<typeof seen>>;
  beforeAll(async () => {
    const run = await flow();
    for (const files of [BEFORE, SINCE, IN_FLIGHT]) {
      await drop(run, files);
      await run.settle();
    }
    await askEverybodyAgain(run);
    undisturbed = await seen(run);
  });

  it.each(TOGETHER.map((tables) => [tables.join(', '), tables] as const))(
    'the system ends as if nothing had been lost: %s',
    async (_names, tables) => {
      const run = await flow();
      await drop(run, BEFORE);
      await run.settle();
      const earlier = await Promise.all(tables.map((table) => itemsOf(run, table)));
      await drop(run, SINCE);
      await run.settle();
      await drop(run, IN_FLIGHT);
      await run.work('files');
      for (const [n, table] of tables.entries()) await bringBack(run, table, earlier[n] ?? []);
      // Messages in flight are handled, and then the runbook is followed: files since then are dropped again, and
      // everything is assessed again
      await run.settle();
      await drop(run, [...SINCE, ...IN_FLIGHT]);
      await run.settle();
      await askEverybodyAgain(run);
      expect(await seen(run)).toEqual(undisturbed);
    },
  );
});
