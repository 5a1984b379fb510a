import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption, RedrivePermission } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueDesign } from '#shared/contracts/queues.ts';
import type { Alarms } from './alarms.ts';

/** How a queue is read. */
interface Reading
  extends Pick<QueueDesign, 'timeoutSeconds' | 'batchSize' | 'maxConcurrency' | 'impact' | 'isLateSeenElsewhere'> {
  readonly name: string;
  /** The time for which a batch is gathered; a batch of more than 10 messages needs one. */
  readonly windowSeconds?: number;
  readonly delaySeconds?: number;
}
interface Props extends Reading {
  readonly encryptionKey: Key;
  readonly alarms: Alarms;
}

/** AWS asks that a message stays hidden for at least six times the function's timeout and the time in which a batch gathers. */
const VISIBILITY_IN_TIMEOUTS = 6;
const TRIES = 5;
const LATE_AFTER_SECONDS = 3600;
/**
 * The longest time that SQS offers, for the queue and its dead letters. A message's days count from its first sending,
 * in the dead letters too, so a shorter time in the queue would only delete messages that wait unread.
 */
const KEPT = Duration.days(14);

/** A queue with its dead letters, an alarm for messages that fail and one for messages that wait too long. */
export class StepQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly encryptionKey: Key;
  readonly reading: Reading;

  constructor(scope: Construct, id: string, { encryptionKey, alarms, ...reading }: Props) {
    super(scope, id);
    const { timeoutSeconds, windowSeconds = 0, delaySeconds = 0, impact, isLateSeenElsewhere } = reading;
    const stack = Stack.of(this);
    // The queue's name is fixed, because the queue and its dead letters refer to each other
    const queueName = `${stack.stackName}-${reading.name}`;
    const arn = stack.formatArn({ service: 'sqs', resource: queueName, arnFormat: ArnFormat.NO_RESOURCE_NAME });
    const encrypted = { encryption: QueueEncryption.KMS, encryptionMasterKey: encryptionKey, enforceSSL: true };
    this.encryptionKey = encryptionKey;
    this.reading = reading;
    this.deadLetters = new Queue(this, 'DeadLetters', {
      ...encrypted,
      retentionPeriod: KEPT,
      redriveAllowPolicy: {
        redrivePermission: RedrivePermission.BY_QUEUE,
        sourceQueues: [Queue.fromQueueArn(this, 'Source', arn)],
      },
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'Serverless-SQSRedrivePolicy',
      reason: 'It is where the redrive ends: an alarm watches it and an operator sends it back.',
    });
    this.queue = new Queue(this, 'Queue', {
      ...encrypted,
      queueName,
      deliveryDelay: Duration.seconds(delaySeconds),
      visibilityTimeout: Duration.seconds(VISIBILITY_IN_TIMEOUTS * timeoutSeconds + windowSeconds),
      retentionPeriod: KEPT,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: TRIES },
    });
    alarms.raise(this, 'Failing', this.deadLetters.metricApproximateNumberOfMessagesVisible(), 1, impact);
    if (!isLateSeenElsewhere)
      alarms.raise(this, 'Late', this.queue.metricApproximateAgeOfOldestMessage(), LATE_AFTER_SECONDS, impact);
  }
}
