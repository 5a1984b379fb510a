import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { type QueueDesign, type QueueKey, queueName, QUEUES } from '#shared/contracts/queues.ts';
import type { StageConfig } from '../config.ts';
import type { Alarms } from './alarms.ts';
import { StepQueue } from './step-queue.ts';

type Coalescing = StageConfig['coalescing'];

interface Props {
  readonly coalescing: Coalescing;
  readonly encryptionKey: Key;
  readonly alarms: Alarms;
}

/** How long the messages of a queue wait for each other. */
const WAITS: Readonly<
  Record<
    NonNullable<QueueDesign['joins']>,
    (stage: Coalescing) => { readonly windowSeconds: number; readonly delaySeconds?: number }
  >
> = {
  burst: ({ windowSeconds, delaySeconds }) => ({ windowSeconds, delaySeconds }),
  // Longer than a burst of assessments takes; an embedded run waits for empty queues instead
  assessments: ({ windowSeconds, delaySeconds }) => ({ windowSeconds, delaySeconds: 4 * delaySeconds }),
  'log entries': ({ logWindowSeconds }) => ({ windowSeconds: logWindowSeconds }),
};

/** The queues between the steps. */
export type Queues = Readonly<Record<QueueKey, StepQueue>> & {
  readonly all: readonly StepQueue[];
};

export function createQueues(scope: Construct, id: string, props: Props): Queues;
export function createQueues(scope: Construct, id: string, { coalescing, ...shared }: Props): object {
  const parent = new Construct(scope, id);
  const queues = Object.entries<QueueDesign>(QUEUES).map(([key, design]): [string, StepQueue] => {
    const logicalName = key.replace(/^./u, (first) => first.toUpperCase());
    const waits = design.joins && WAITS[design.joins](coalescing);
    return [key, new StepQueue(parent, logicalName, { name: queueName(key), ...design, ...waits, ...shared })];
  });
  return { ...Object.fromEntries(queues), all: queues.map(([, queue]) => queue) };
}
