import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, type Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';

interface Props {
  readonly email: string | undefined;
  readonly encryptionKey: Key;
}

/** Alarms that say who is hurt, and reach somebody where the stage names whom. */
export class Alarms extends Construct {
  readonly #topic: Topic | undefined;

  constructor(scope: Construct, id: string, { email, encryptionKey }: Props) {
    super(scope, id);
    if (email === undefined) return;
    this.#topic = new Topic(this, 'Topic', { masterKey: encryptionKey, enforceSSL: true });
    this.#topic.addSubscription(new EmailSubscription(email));
    Validations.of(this.#topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'SNS itself retries mail; an alarm that was not read still stands in CloudWatch.',
    });
  }

  /** @param impact who is hurt how while it lasts */
  raise(scope: Construct, id: string, metric: Metric, atLeast: number, impact: string): void {
    const alarm = metric.with({ period: Duration.minutes(5), statistic: Stats.MAXIMUM }).createAlarm(scope, id, {
      threshold: atLeast,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: impact,
    });
    if (this.#topic) alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}
