import { Stack } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  LogQueryVisualizationType,
  LogQueryWidget,
  Metric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { LogCode } from '#shared/runtime/log.ts';
import type { Resources } from './resources.ts';

interface Props {
  readonly resources: Resources;
  /** The functions that write notices. */
  readonly notifying: readonly LambdaFunction[];
}

const WIDTH = 8;
const WRITTEN: LogCode = 'NOTICE_WRITTEN';
/** The region in which AWS counts what an account spends. */
const BILLING = 'us-east-1';

/**
 * The operator's overview of the whole stack: is it healthy, is it behind, and what does it cost. How long notices take is
 * read from the log when somebody looks, because a metric of its own would cost as much as three alarms.
 */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { resources, notifying }: Props) {
    super(scope, id);
    const { queues, tables, context } = resources;
    const stack = Stack.of(this);
    const made = stack.node.findAll();
    const functions = made.filter((one) => one instanceof LambdaFunction);
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: WIDTH });
    const heading = (markdown: string) => new TextWidget({ markdown, width: 3 * WIDTH, height: 1 });
    new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName: stack.stackName,
      widgets: [
        [heading('# Is it healthy? Runbooks: docs/operations.md')],
        [
          new AlarmStatusWidget({
            title: 'Alarms',
            alarms: made.filter((one) => one instanceof Alarm),
            width: 3 * WIDTH,
            height: 6,
          }),
        ],
        [
          graph(
            'Errors',
            functions.map((one) => one.metricErrors()),
          ),
          graph(
            'Dead letters',
            queues.all.map(({ deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible()),
          ),
          graph('Parked, unanswered, doubted, refused', [
            context.parked,
            context.unanswered,
            context.doubted,
            context.refused,
          ]),
        ],
        [heading('# Is it behind?')],
        [
          graph(
            'Companies and notices waiting, by step',
            queues.all.map(({ queue }) => queue.metricApproximateNumberOfMessagesVisible()),
          ),
          graph(
            'Age of the oldest, seconds',
            queues.all.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
          ),
          new LogQueryWidget({
            title: 'Seconds from file to notice',
            view: LogQueryVisualizationType.LINE,
            logGroupNames: notifying.map(({ logGroup }) => logGroup.logGroupName),
            queryLines: [
              `filter code = '${WRITTEN}' and ispresent(seconds)`,
              'stats pct(seconds, 50) as half, pct(seconds, 95) as most, max(seconds) as slowest by bin(1h)',
            ],
            width: WIDTH,
          }),
        ],
        [heading('# What does it cost?')],
        [
          graph('Spent this month, US$', [
            new Metric({
              namespace: 'AWS/Billing',
              metricName: 'EstimatedCharges',
              dimensionsMap: { Currency: 'USD' },
              statistic: Stats.MAXIMUM,
              region: BILLING,
            }),
          ]),
          graph(
            'Time of functions, milliseconds',
            functions.map((one) => one.metricDuration({ statistic: Stats.SUM })),
          ),
          graph(
            'Writes of tables, units',
            Object.values(tables).map(({ table }) => table.metricConsumedWriteCapacityUnits()),
          ),
        ],
      ],
    });
  }
}
