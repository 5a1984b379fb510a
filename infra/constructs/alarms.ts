import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { type Alarm, ComparisonOperator, type Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

interface Props {
  readonly email: string | undefined;
  /** The US$ that the account should cost in a month at most. */
  readonly monthlyDollars: number;
  readonly encryptionKey: Key;
}

/** Makes alarms that say who is harmed, and mails them to the address that the stage names. */
export class Alarms extends Construct {
  readonly #topic: Topic | undefined;

  constructor(scope: Construct, id: string, { email, monthlyDollars, encryptionKey }: Props) {
    super(scope, id);
    if (email === undefined) return;
    this.#topic = new Topic(this, 'Topic', { masterKey: encryptionKey, enforceSSL: true });
    // An explicit topic policy replaces the default one, which would have admitted CloudWatch.
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.#topic.addSubscription(new EmailSubscription(email));
    this.#watchSpending(email, monthlyDollars);
    Validations.of(this.#topic).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'SNS itself retries mail; an alarm that was not read still stands in CloudWatch.',
    });
  }

  /** AWS Budgets mails by itself, without charge; an alarm about money exists in another region alone. */
  #watchSpending(email: string, monthlyDollars: number): void {
    const notify = (notificationType: 'FORECASTED' | 'ACTUAL') => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold: 100 },
      subscribers: [{ subscriptionType: 'EMAIL', address: email }],
    });
    new CfnBudget(this, 'Budget', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: monthlyDollars, unit: 'USD' } },
      notificationsWithSubscribers: [notify('FORECASTED'), notify('ACTUAL')],
    });
  }

  /** @param impact who is harmed, and how, while the alarm lasts */
  raise(scope: Construct, id: string, metric: Metric, atLeast: number, impact: string): Alarm {
    const statistic = metric.statistic === Stats.SUM ? Stats.SUM : Stats.MAXIMUM;
    const alarm = metric.with({ period: Duration.minutes(5), statistic }).createAlarm(scope, id, {
      threshold: atLeast,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: impact,
    });
    this.#mail(alarm);
    return alarm;
  }

  /** Raises an alarm where nothing was counted in a whole period of the metric. */
  raiseMissed(scope: Construct, id: string, metric: Metric, impact: string): void {
    const alarm = metric.with({ statistic: Stats.SUM }).createAlarm(scope, id, {
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: impact,
    });
    this.#mail(alarm);
  }

  #mail(alarm: Alarm): void {
    if (this.#topic) alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}
