import { join } from 'node:path';
import * as z from 'zod';
import { expect, it, onTestFinished } from 'vitest';
import { differing, resultsIn } from '#test/faults/same-results.ts';
import { type EmbeddedSystem, embeddedSystem, ROOT, TABLES_DOWN } from './embedded-system.ts';
import { moveTask } from './move-task.ts';
import type { GoneReceiver } from './gone-receiver.ts';
import { remedyOf } from './remedies.ts';

const SAMPLE = join(ROOT, 'events', 'sample-inbox');
/** The queues in the order of the flow, by their names in the functions' environment. */
const QUEUES = [
  'files',
  'registrations',
  'companies',
  'surveys',
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

/**
 * Runs the sample where the messages of every queue become dead letters and are moved back as docs/operations.md says.
 * @param run has run the sample without faults, and nothing else, beside a receiver whose endpoint is gone
 */
export function deadLettersMovedBack(
  run: () => { readonly system: EmbeddedSystem } & Pick<GoneReceiver, 'register'>,
): void {
  it('messages moved back from any dead-letter queue lead to the result of a run without faults', async () => {
    const { system: calm, register } = run();
    for (const { queueUrl, input } of calm.deployed.schedules) await calm.say(queueUrl, input);
    await calm.drain();
    const troubled = await embeddedSystem();
    onTestFinished(() => troubled.stop());

    expect(remedyOf('…Failing')).toContain(
      'aws sqs start-message-move-task --source-arn DEAD_LETTERS --destination-arn QUEUE',
    );
    const { deployed, clients, stack } = troubled;
    await register(troubled);
    await troubled.drop(SAMPLE);
    const mended = new Set<string>();
    const died = new Map<string, number>();
    for (const name of QUEUES) {
      const mapping = troubled.mappingOf(troubled.queueUrl(name));
      const { url } = mapping.queue;
      await troubled.failUntilDead(mapping, TABLES_DOWN);
      // A schedule itself puts a message that it can't send into the dead letters
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
    await troubled.drain();

    expect(QUEUES.filter((name) => (died.get(name) ?? 0) === 0)).toEqual([]);
    for (const { id, url } of deployed.queues) expect([id, await troubled.waitingIn(url)]).toEqual([id, 0]);
    const [expected, found] = [resultsIn(await calm.results()), resultsIn(await troubled.results())];
    // The list of files has those of the log, whose pages differ between runs
    expect(differing(expected, found).filter((file) => file !== '.haukiem-files.json')).toEqual([]);
    expect(expected.get('notices/police.jsonl')).toContain('"sequence":1');
    expect(found.get('parked.jsonl')).toBe('');
  });
}
