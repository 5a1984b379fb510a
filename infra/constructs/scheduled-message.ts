import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { ReportDue } from '#shared/contracts/messages.ts';
import type { StepQueue } from './step-queue.ts';

interface Props {
  readonly to: StepQueue;
  /** The schedule in EventBridge Scheduler's syntax and Vietnamese time: `cron(…)` or `rate(…)`. */
  readonly expression: string;
  readonly says: { readonly reason: 'clock' } | ReportDue;
  readonly description: string;
}

/** Sends the same message to a queue on a schedule. */
export class ScheduledMessage extends Construct {
  constructor(scope: Construct, id: string, { to, expression, says, description }: Props) {
    super(scope, id);
    const { queue, deadLetters, encryptionKey } = to;
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
      description: `haukiem: ${description}`,
      scheduleExpression: expression,
      scheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: queue.queueArn,
        roleArn: role.roleArn,
        input: JSON.stringify(says),
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    });
    // The schedule depends on the policy, because one that starts before its role may send loses
    // its first message
    schedule.node.addDependency(role);
  }
}
