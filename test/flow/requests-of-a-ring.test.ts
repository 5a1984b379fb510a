import { expect, it, vi } from 'vitest';
import { MOST_USED } from '#infra/budgets.ts';
import { flow } from '#test/support/flow.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { RING_FILES } from '#test/support/ring-feeds.ts';

it('the files of a ring are read, assessed and notified with no more requests, bytes and messages than budgeted', async () => {
  const { db, createTable } = memoryDatabase();
  const send = vi.spyOn(db, 'send');
  const run = await flow({ database: { db, createTable } });
  for (const [name, content] of RING_FILES) await run.drop(name, content);
  await run.settle();
  const asked = send.mock.calls.map(([{ input }]) => JSON.stringify(input).length);
  send.mockRestore();
  const kilobytes = asked.reduce((sum, bytes) => sum + bytes, 0) / 1024;
  const used = { requests: asked.length, kilobytes, messages: run.sent.length };
  expect(run.sent.length).toBeGreaterThan(50);
  for (const kind of ['requests', 'kilobytes', 'messages'] as const)
    expect(used[kind], kind).toBeLessThanOrEqual(MOST_USED[kind]);
});
