import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedQueues } from '#shared/contracts/queues.ts';
import { flow } from '#test/support/flow.ts';
import { QUEUES, type QueueName } from '#test/support/flow/queues.ts';

const events = join(import.meta.dirname, '..', '..', 'events');
const sample = (file: string) => readFileSync(join(events, file), 'utf8');
const SAMPLES = globSync('*.json', { cwd: events }).sort();

/** Whether a sample reads as a message of a queue: two queues name a company, and the messages of all clocks are equal. */
const readsAsOneOf = (queue: QueueName, file: string): boolean =>
  Object.values(namedQueues().find(([name]) => name === queue)?.[1].carries ?? {}).some(
    (contract) => contract.safeParse(JSON.parse(sample(file))).success,
  );

/** Texts that are no message of any queue. */
const UNREADABLE = [
  '',
  '\uFEFF{}',
  'null',
  '0',
  '"x"',
  '[]',
  '{}',
  '{"__proto__":{"enterpriseCode":"0901999993"}}',
  '{"enterpriseCode":"0901999993"',
  '{"enterpriseCode":["0901999993"]}',
  '{"enterpriseCode":"\\u0000"}',
  `{"enterpriseCode":"s1-${'x'.repeat(32)}"}`,
  `{"enterpriseCode":"s999-${'A'.repeat(32)}"}`,
  '{"reason":"clock","version":2}',
  '{"Records":[{"s3":{"bucket":{"name":"inbox"},"object":{"key":"registrations/%zz.csv"}}}]}',
  '['.repeat(100_000),
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  `{"enterpriseCode":"${'9'.repeat(250_000)}"}`,
];

describe('a message that a queue does not carry', () => {
  const foreignTo = (name: QueueName) => SAMPLES.filter((file) => !readsAsOneOf(name, file)).map(sample);

  it.each(QUEUES)('a text or a message of another queue is parked by the reader of %s, each alone', async (name) => {
    const run = await flow();
    const foreign = foreignTo(name);
    expect(foreign.length).toBeGreaterThan(SAMPLES.length / 2);
    const bodies = [...UNREADABLE, ...foreign];
    for (const body of bodies) run.waiting.get(name)?.push({ body, sentAt: run.clock.now.getTime(), delaySeconds: 0 });
    await run.work(name);
    expect(run.waiting.get(name)).toEqual([]);
    expect((await run.parked.of('a-queue')).map(({ body }) => body).sort()).toEqual([...new Set(bodies)].sort());
  });

  it('a message among unreadable ones is handled, and one that is too large to be parked is given back', async () => {
    const run = await flow();
    const large = 'x'.repeat(500_000);
    for (const body of [large, ...UNREADABLE, sample('survey-requested.json')])
      run.waiting.get('surveys')?.push({ body, sentAt: run.clock.now.getTime(), delaySeconds: 0 });
    await run.work('surveys');
    expect(run.waiting.get('surveys')?.map(({ body }) => body)).toEqual([large]);
    expect(await run.parked.of('a-queue')).toHaveLength(UNREADABLE.length);
  });
});
