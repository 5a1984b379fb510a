import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { DELIVERY_SECONDS } from '#shared/contracts/delivery-due.ts';
import { ASSESS_SECONDS } from '#shared/contracts/messages.ts';
import type { StageConfig } from '../config.ts';
import type { Alarms } from './alarms.ts';
import { StepQueue, type StepQueueProps } from './step-queue.ts';

interface Props {
  readonly coalescing: StageConfig['coalescing'];
  readonly encryptionKey: Key;
  readonly alarms: Alarms;
}

type QueueDesign = Omit<StepQueueProps, 'name'>;

const designsOf = ({ logWindowSeconds, ...coalescing }: Props['coalescing']) =>
  ({
    files: {
      timeoutSeconds: 300,
      batchSize: 1,
      maxConcurrency: 5,
      impact: 'A file that a sender dropped is not read: its companies are neither checked nor reported.',
    },
    registrations: {
      timeoutSeconds: 120,
      batchSize: 100,
      maxConcurrency: 10,
      ...coalescing,
      impact: "A company's people are not checked against police data: a stolen identity stays unseen.",
    },
    companies: {
      timeoutSeconds: ASSESS_SECONDS,
      batchSize: 200,
      maxConcurrency: 10,
      ...coalescing,
      impact: 'Companies are not assessed: a shell company goes on passing money, or an honest one stays flagged.',
    },
    policeNotices: {
      timeoutSeconds: 60,
      batchSize: 10,
      maxConcurrency: 5,
      impact: 'The police do not learn of a flagged company, or that a flag was taken back.',
    },
    bankNotices: {
      timeoutSeconds: 60,
      batchSize: 10,
      maxConcurrency: 10,
      impact: 'A bank does not learn of an account under suspicion, or that the suspicion was lifted.',
    },
    sweeps: {
      timeoutSeconds: 120,
      batchSize: 10,
      ...coalescing,
      maxConcurrency: 2,
      isLateSeenElsewhere: true,
      impact: 'Deadlines pass unnoticed: companies whose capital, returns or staff fell due are not looked at again.',
    },
    surveys: {
      timeoutSeconds: 120,
      // The delay and the large batch join the requests of many batches of companies into one
      // survey.
      batchSize: 1000,
      windowSeconds: coalescing.windowSeconds,
      // The delay is longer than a burst of assessments takes; an embedded run waits for empty
      // queues instead.
      delaySeconds: 4 * coalescing.delaySeconds,
      maxConcurrency: 2,
      isLateSeenElsewhere: true,
      impact: 'What an office does not send is taken for silence of its companies, and what is usual is not kept up.',
    },
    replies: {
      timeoutSeconds: 60,
      batchSize: 10,
      maxConcurrency: 5,
      impact: 'What police and banks answered has no effect: a dismissed flag goes on hurting an honest firm.',
    },
    deliveries: {
      timeoutSeconds: DELIVERY_SECONDS,
      batchSize: 10,
      // Each slow endpoint occupies one running function
      maxConcurrency: 20,
      impact: 'Notices, and what was taken back, do not reach the endpoints of banks: they have the feed alone.',
    },
    dueDeliveries: {
      timeoutSeconds: 60,
      batchSize: 1,
      maxConcurrency: 2,
      isLateSeenElsewhere: true,
      impact: 'What a bank could not take at once is not sent to it again.',
    },
    dossiers: {
      timeoutSeconds: 60,
      batchSize: 10,
      maxConcurrency: 2,
      isLateSeenElsewhere: true,
      impact: 'The police have a notice without its dossier: nothing to print, sign and check it by.',
    },
    logEntries: {
      timeoutSeconds: 120,
      batchSize: 1000,
      // The batch is large because its entries share one page, one head and one set of tiles.
      windowSeconds: logWindowSeconds,
      maxConcurrency: 2,
      impact: 'What is notified, decided and read is not entered in the verifiable log: nobody can prove it later.',
    },
    reports: {
      timeoutSeconds: 300,
      batchSize: 1,
      maxConcurrency: 2,
      isLateSeenElsewhere: true,
      impact: 'The report that the province owes UBND tỉnh is not there on its day; it can be made by npm run report.',
    },
    mails: {
      timeoutSeconds: 120,
      batchSize: 1,
      maxConcurrency: 2,
      isLateSeenElsewhere: true,
      impact: 'People of the desks do not hear of new work by mail; the desks show it as before.',
    },
    operatorTasks: {
      timeoutSeconds: 60,
      batchSize: 1,
      maxConcurrency: 2,
      isLateSeenElsewhere: true,
      impact: 'What an operator sends back at the desk stays where it is: it can still be sent by the command line.',
    },
  }) satisfies Readonly<Record<string, QueueDesign>>;

/** The queues between the steps. */
export type Queues = Readonly<Record<keyof ReturnType<typeof designsOf>, StepQueue>> & {
  readonly all: readonly StepQueue[];
};

export function createQueues(scope: Construct, id: string, props: Props): Queues;
export function createQueues(scope: Construct, id: string, { coalescing, ...shared }: Props): object {
  const parent = new Construct(scope, id);
  const queues = Object.entries<QueueDesign>(designsOf(coalescing)).map(([key, design]): [string, StepQueue] => {
    const name = key.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    const logicalName = key.replace(/^./u, (first) => first.toUpperCase());
    return [key, new StepQueue(parent, logicalName, { name, ...design, ...shared })];
  });
  return { ...Object.fromEntries(queues), all: queues.map(([, queue]) => queue) };
}
