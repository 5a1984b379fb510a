import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { SweepRequested } from '#shared/contracts/messages.ts';
import type { StepQueue } from './step-queue.ts';

const REQUEST: SweepRequested = { reason: 'clock' };

interface Props {
  readonly sweeps: StepQueue;
}

/** Asks for what fell due, before the offices open. */
export class DailySweep extends Construct {
  constructor(scope: Construct, id: string, { sweeps }: Props) {
    super(scope, id);
    const { queue, deadLetters, encryptionKey } = sweeps;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn, deadLetters.queueArn] }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [encryptionKey.keyArn] }),
    );
    const schedule = new CfnSchedule(this, 'Schedule', {
      description: 'haukiem: the daily sweep',
      scheduleExpression: 'cron(0 5 * * ? *)',
      scheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: queue.queueArn,
        roleArn: role.roleArn,
        input: JSON.stringify(REQUEST),
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
    // A schedule that starts before its role may send would lose its first morning.
    schedule.node.addDependency(role);
  }
}
