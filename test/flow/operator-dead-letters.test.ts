import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedSystem, embeddedSystem, ROOT, TABLES_DOWN } from '#test/support/operator/embedded-system.ts';
import { moveTask } from '#test/support/operator/move-task.ts';
import { remedyOf } from '#test/support/operator/remedies.ts';

const SAMPLE = join(ROOT, 'events', 'sample-inbox');
/** The order in which the flow reaches its queues, as the functions' environment calls them. */
const QUEUES = [
  'files',
  'registrations',
  'companies',
  'sweeps',
  'policeNotices',
  'bankNotices',
  'dossiers',
  'deliveries',
  'dueDeliveries',
  'logEntries',
] as const;
const Clock = z.object({
  Target: z.object({ Arn: z.string(), Input: z.string(), DeadLetterConfig: z.object({ Arn: z.string() }) }),
});

/** Every file of a run's results with its text, but for what tells the time it took, and the log, whose salts are chance. */
function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'summary.json' && !`${entry.parentPath}/`.startsWith(`${folder}/log/`),
  );
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [path.slice(folder.length + 1), readFileSync(path, 'latin1')] as const;
    }),
  );
}

/** The sample twice: once in peace, and once where the messages of every queue die and are moved back as README says. */
describe('messages of any dead-letter queue that are moved back', () => {
  let peaceful: EmbeddedSystem;
  let troubled: EmbeddedSystem;
  beforeAll(async () => {
    peaceful = await embeddedSystem();
    troubled = await embeddedSystem();
  });
  afterAll(async () => {
    await peaceful.stop();
    await troubled.stop();
  });

  it('messages moved back from any dead-letter queue lead to the result of a run without faults', async () => {
    await peaceful.drop(SAMPLE);
    await peaceful.drain();
    for (const { queueUrl, input } of peaceful.deployed.schedules) await peaceful.say(queueUrl, input);
    await peaceful.drain();

    expect(remedyOf('…Failing')).toContain(
      'aws sqs start-message-move-task --source-arn DEAD_LETTERS --destination-arn QUEUE',
    );
    const { deployed, clients, stack } = troubled;
    await troubled.drop(SAMPLE);
    const mended = new Set<string>();
    const died = new Map<string, number>();
    for (const name of QUEUES) {
      const mapping = troubled.mappingOf(deployed.queueUrls[name] ?? '');
      const { url } = mapping.queue;
      await troubled.failUntilDead(mapping, TABLES_DOWN);
      // What a clock can't send it leaves with the dead letters itself
      for (const { properties } of stack.resources('AWS::Scheduler::Schedule')) {
        const { Target } = Clock.parse(stack.resolve(properties));
        if (Target.Arn !== mapping.queue.arn) continue;
        expect(Target.DeadLetterConfig.Arn).toBe(mapping.queue.deadLettersArn);
        await troubled.say(troubled.deadLettersOf(mapping), Target.Input);
      }
      died.set(name, await troubled.waitingIn(troubled.deadLettersOf(mapping)));
      const moved = await moveTask(clients.sqs, { from: troubled.deadLettersOf(mapping), to: url });
      expect(moved).toHaveLength(died.get(name) ?? 0);
      mended.add(url);
      await troubled.drain(({ queue }) => mended.has(queue.url));
    }

    expect(QUEUES.filter((name) => (died.get(name) ?? 0) === 0)).toEqual([]);
    for (const { url } of deployed.queues) expect(await troubled.waitingIn(url)).toBe(0);
    const [expected, found] = [contentOf(await peaceful.results()), contentOf(await troubled.results())];
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    expect(Object.keys(found).filter((file) => found[file] !== expected[file])).toEqual([]);
    expect(expected['notices/police.jsonl']).toContain('"sequence":1');
    expect(found['parked.jsonl']).toBe('');
  });
});
