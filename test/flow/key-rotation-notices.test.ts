import { expect, it } from 'vitest';
import { changingHash } from '#test/support/changing-hash.ts';
import { flow } from '#test/support/flow.ts';
import { RING_FILES } from '#test/support/ring-feeds.ts';

it('a notice stands where its company’s assessment still names the account under the former key', async () => {
  const { hash, becomes } = changingHash();
  const run = await flow({ hash });
  for (const [name, content] of RING_FILES) await run.drop(name, content);
  await run.settle();
  const before = await run.notices.changed('bank#970436', '0', '9', 100);
  expect(before.map(({ notice }) => notice.state)).toContain('in_force');
  becomes.asking();
  becomes.writing();
  const touched = before.map(({ notice: { subject } }) => ({ body: JSON.stringify({ accountRef: subject }) }));
  run.waiting.set(
    'bank-notices',
    touched.map(({ body }) => ({ body, sentAt: run.clock.now.getTime(), delaySeconds: 0 })),
  );
  await run.settle();
  expect(await run.notices.changed('bank#970436', '0', '9', 100)).toEqual(before);
});
