import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sqsEvent } from '#infra/local/batch.ts';
import { namedQueues, queueName } from '#shared/contracts/queues.ts';
import type { LocalDeployment, LocalFunction } from '#infra/local/deploy.ts';

const EVENTS = join(import.meta.dirname, '..', '..', '..', 'events');

export interface FirstEvent {
  readonly step: string;
  readonly target: LocalFunction;
  readonly event: unknown;
}

/** Each step of the flow with its sample message in the form of Lambda's event. */
export function firstEvents({ mappings }: LocalDeployment): FirstEvent[] {
  return mappings.map(({ queue, target }) => {
    const logicalName = /Queues(\w+?)Queue/u.exec(queue.id)?.[1] ?? '';
    const name = queueName(logicalName).slice(1);
    const sample = namedQueues().find(([one]) => one === name)?.[1].samples[0];
    if (sample === undefined) throw new Error(`no sample message for ${queue.id}`);
    const Body = readFileSync(join(EVENTS, `${sample}.json`), 'utf8');
    const sent = { ApproximateReceiveCount: '1', SentTimestamp: String(Date.now()) };
    const message = { MessageId: 'first', ReceiptHandle: 'first', Body, Attributes: sent };
    return { step: target.name.replace(/Function[0-9A-F]{8}$/u, ''), target, event: sqsEvent([message], queue.arn) };
  });
}
