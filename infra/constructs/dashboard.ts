import { Dashboard as CloudWatchDashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Resources } from './resources.ts';

interface Props {
  readonly resources: Resources;
  readonly functions: readonly Function[];
}

const WIDTH = 8;

/** The operator's overview: waiting messages, dead letters, present errors, and receivers without an answer. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { resources, functions }: Props) {
    super(scope, id);
    const { queues, context } = resources;
    const stepQueues = queues.all;
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: WIDTH });
    new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName: Stack.of(this).stackName,
      widgets: [
        [new TextWidget({ markdown: '# Hậu kiểm\nRunbooks: docs/operations.md', width: 3 * WIDTH, height: 2 })],
        [
          graph(
            'Waiting',
            stepQueues.map(({ queue }) => queue.metricApproximateNumberOfMessagesVisible()),
          ),
          graph(
            'Age of the oldest, seconds',
            stepQueues.map(({ queue }) => queue.metricApproximateAgeOfOldestMessage()),
          ),
          graph(
            'Dead letters',
            stepQueues.map(({ deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible()),
          ),
        ],
        [
          graph(
            'Errors',
            functions.map((one) => one.metricErrors()),
          ),
          graph(
            'Duration',
            functions.map((one) => one.metricDuration()),
          ),
          graph(
            'Throttles',
            functions.map((one) => one.metricThrottles()),
          ),
        ],
        [
          graph('Parked', [context.parked]),
          graph('Unanswered', [context.unanswered]),
          graph('Doubted', [context.doubted]),
        ],
      ],
    });
  }
}
