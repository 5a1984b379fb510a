import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { StepContext } from './step.ts';

interface Props {
  readonly alarms: Alarms;
  readonly context: Pick<StepContext, 'tablesThrottled'>;
  /** The function of the one-minute clock, and that of the daily one. */
  readonly clocks: { readonly minute: Function; readonly day: Function };
  /** The functions for whose answer somebody waits. */
  readonly awaited: { readonly pages: Function; readonly receivers: Function };
}

/** The share of a function's time after which an answer counts as slow. */
const SLOW = 0.8;

/**
 * The alarms about the functions themselves. What Lambda counts for all functions of the account and region is watched
 * once, because an alarm for each function would cost as much as the rest of the stack.
 */
export class FlowAlarms extends Construct {
  constructor(scope: Construct, id: string, { alarms, context, clocks, awaited }: Props) {
    super(scope, id);
    alarms.raise(
      this,
      'ThrottlesAlarm',
      new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: Stats.SUM }),
      10,
      'The account runs no more functions at once: files, notices and pages wait for each other.',
    );
    alarms.raise(
      this,
      'TablesThrottledAlarm',
      context.tablesThrottled,
      1,
      'A table takes fewer reads or writes than the flow makes: companies are assessed and notified late.',
    );
    for (const [name, { function: one, harmed }] of Object.entries({
      Pages: { function: awaited.pages, harmed: 'officers and banks wait for their pages, which soon fail.' },
      Receivers: { function: awaited.receivers, harmed: 'the police and banks wait for the API, which soon fails.' },
    }))
      alarms.raise(
        this,
        `${name}Slow`,
        one.metricDuration(),
        SLOW * (one.timeout?.toMilliseconds() ?? 0),
        `Answers take nearly as long as they may: ${harmed}`,
      );
    alarms.raiseMissed(
      this,
      'ClockMissedAlarm',
      clocks.minute.metricInvocations({ period: Duration.minutes(15) }),
      'The clock of each minute has stood still: notices, questions and companies that wait are not sent on.',
    );
    alarms.raiseMissed(
      this,
      'SweepMissedAlarm',
      clocks.day.metricInvocations({ period: Duration.days(1) }),
      'The daily clock did not run: deadlines of companies and notices pass unnoticed.',
    );
  }
}
