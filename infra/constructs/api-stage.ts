import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type DomainName,
  type HttpApi,
  HttpStage,
  LogGroupLogDestination,
  type ThrottleSettings,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { countLines, type StepContext } from './step.ts';
import { removalOf } from './removal-policy.ts';

interface Props {
  readonly httpApi: HttpApi;
  readonly domainName: DomainName | undefined;
  /** The limit of all callers together. */
  readonly throttle: ThrottleSettings;
  /** What the log has of a call beside its time and result: never a path, an address, a token or a cookie. */
  readonly call: Readonly<Record<string, string>>;
  readonly context: StepContext;
  readonly alarms: Alarms;
  /** Who is harmed while calls fail. */
  readonly harmed: string;
}

/** The stage of an API: its name and limit, the log of its calls, and the count of those that failed or were too many. */
export function apiStage(scope: Construct, props: Props): HttpStage {
  const { httpApi, domainName, throttle, call, context, alarms, harmed } = props;
  const logGroup = new LogGroup(scope, 'Calls', {
    retention: context.logDays,
    encryptionKey: context.logKey,
    removalPolicy: removalOf(context.keepsLogs),
  });
  // The gateway's own refusals never reach the function's log
  countLines(logGroup, 'status', ['429'], context.refused);
  const stage = new HttpStage(scope, 'Stage', {
    httpApi,
    autoDeploy: true,
    throttle,
    ...(domainName && { domainMapping: { domainName } }),
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup),
      format: AccessLogFormat.custom(JSON.stringify({ ...CALL, ...call })),
    },
  });
  // No queue keeps a call that fails here, so this alarm is the only sign of it
  alarms.raise(scope, 'Failing', stage.metricServerError(), 1, harmed);
  return stage;
}

const CALL = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  status: '$context.status',
  latency: '$context.responseLatency',
};
