import { join } from 'node:path';
import { Duration, Validations } from 'aws-cdk-lib';
import { type Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  Alias,
  Architecture,
  CfnFunction,
  Code,
  Function,
  type IFunction,
  RecursiveLoop,
  Runtime,
  Tracing,
  Version,
} from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Access } from './access.ts';
import { LONG_CHAINS } from '#shared/contracts/chains.ts';
import type { LogCode } from '#shared/runtime/log.ts';
import type { FixedEgress } from './fixed-egress.ts';
import type { StepQueue } from './step-queue.ts';
import { removalOf } from './removal-policy.ts';
import {
  type ILambdaDeploymentConfig,
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
} from 'aws-cdk-lib/aws-codedeploy';

/** For five minutes a tenth of the calls and batches reach the new version; then all of them do. */
const SHARE: ILambdaDeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES;

/**
 * Gives a new version of a function a part of the calls first. An alarm in that time sends all calls back to the version
 * before, and CloudFormation then undoes the whole deployment.
 */
export class GradualRelease extends Construct {
  readonly #application: LambdaApplication;
  readonly #role: Role;
  readonly #alarm: Alarm;

  /** @param alarm the alarm by which a deployment counts as failed */
  constructor(scope: Construct, id: string, alarm: Alarm) {
    super(scope, id);
    this.#alarm = alarm;
    this.#application = new LambdaApplication(this, 'Application');
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSCodeDeployRoleForLambdaLimited')],
    });
    Validations.of(this.#role).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
      reason: 'It is the policy that AWS keeps for this one purpose: it moves aliases and reads alarms.',
    });
  }

  /** @returns the alias that callers and queues use, which moves from version to version */
  aliasOf(scope: Construct, released: Function): Alias {
    const { version } = released.currentVersion;
    const alias = new Alias(scope, 'Released', {
      aliasName: 'released',
      version: Version.fromVersionAttributes(scope, 'Current', { lambda: released, version }),
    });
    new LambdaDeploymentGroup(scope, 'Deployment', {
      alias,
      application: this.#application,
      deploymentConfig: SHARE,
      alarms: [this.#alarm],
      role: this.#role,
    });
    return alias;
  }
}

/** The properties that all steps of a stack share. */
export interface StepContext {
  /** The folder that contains a folder `N-step` with `index.mjs` for each step. */
  readonly codeFolder: string;
  readonly logKey: Key;
  readonly logDays: RetentionDays;
  readonly keepsLogs: boolean;
  /** Counts the messages that a step parked. */
  readonly parked: Metric;
  /** Counts the log lines about a table that took no more reads or writes. */
  readonly tablesThrottled: Metric;
  /** Counts notices that receivers do not accept or do not answer. */
  readonly unanswered: Metric;
  /** Counts senders on whose word alone more companies would be flagged than is usual. */
  readonly doubted: Metric;
  /** Counts calls that were refused because there were too many. */
  readonly refused: Metric;
  /** How new versions are released; undefined: all at once. */
  readonly release: GradualRelease | undefined;
}
interface Props<Env> {
  /** The step's folder in `functions`. */
  readonly folder: string;
  /** The trigger of the step: the queue whose messages it handles within the queue's time limit, or a direct caller. */
  readonly from: StepQueue | 'operator' | 'api';
  readonly memoryMegabytes: number;
  /** The number of reserved environments, which is also the limit; undefined means no limit. */
  readonly atOnce?: number | undefined;
  /** The step's own schema types the environment, so a forgotten variable does not compile. */
  readonly environment: Readonly<Record<keyof Env & string, Access | string>>;
  /** The code of its log lines that an alarm counts, and in which figure. */
  readonly reports?: readonly [LogCode, Metric];
  /** The network from which the step calls others; undefined: AWS's own. */
  readonly egress?: FixedEgress | undefined;
  readonly context: StepContext;
}

/** A direct caller waits for the answer; API Gateway no longer than 30 seconds. */
const WAITS_SECONDS = { operator: 60, api: 15 };

/** A function of the flow that has exactly the permissions that its variables grant. */
export class Step<Env> extends Construct {
  readonly functionName: string;
  readonly function: Function;
  /** What an API calls: the released version, where versions are released gradually. */
  readonly released: IFunction;
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: Props<Env>) {
    super(scope, id);
    const { folder, from, memoryMegabytes, egress, context } = props;
    const environment = Object.entries<Access | string>(props.environment);
    const logGroup = this.#logGroup(props);
    this.#role = this.#makeRole(logGroup);
    if (egress) this.#joinNetwork();
    for (const [, access] of environment) {
      if (typeof access !== 'string') this.#grant(access);
    }
    this.function = new Function(this, 'Function', {
      description: `haukiem: ${folder}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(context.codeFolder, folder)),
      timeout: Duration.seconds(typeof from === 'string' ? WAITS_SECONDS[from] : from.reading.timeoutSeconds),
      memorySize: memoryMegabytes,
      recursiveLoop: Object.hasOwn(LONG_CHAINS, folder) ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
      tracing: Tracing.ACTIVE,
      role: this.#role,
      logGroup,
      ...(egress && { vpc: egress.vpc, securityGroups: [egress.callers] }),
      ...(props.atOnce !== undefined && { reservedConcurrentExecutions: props.atOnce }),
      environment: Object.fromEntries(
        environment.map(([name, access]) => [name, typeof access === 'string' ? access : access.value]),
      ),
    });
    const alias = context.release?.aliasOf(this, this.function);
    this.functionName = (alias ?? this.function).functionName;
    this.released = alias
      ? Function.fromFunctionAttributes(this, 'Callable', { functionArn: alias.functionArn, sameEnvironment: true })
      : this.function;
    // The local run reads the step's folder from this metadata, because bundles have other paths
    const resource = this.function.node.defaultChild;
    if (resource instanceof CfnFunction) resource.addMetadata('Haukiem::Function', folder);
    Validations.of(this).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'Nobody calls it asynchronously: its queue keeps what fails, or somebody waits for the answer.',
    });
    if (typeof from !== 'string') this.#read(from, alias ?? this.function);
  }

  #grant({ statements, acknowledged = [] }: Access): void {
    for (const statement of statements) this.#role.addToPolicy(statement);
    for (const finding of acknowledged) Validations.of(this.#role).acknowledge(finding);
  }

  /** Only the messages of a batch that failed go back to the queue. */
  #read({ queue, encryptionKey, reading }: StepQueue, released: Alias | Function): void {
    const { batchSize, windowSeconds = 0, maxConcurrency } = reading;
    this.#role.addToPolicy(
      new PolicyStatement({
        actions: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
        resources: [queue.queueArn],
      }),
    );
    this.#role.addToPolicy(new PolicyStatement({ actions: ['kms:Decrypt'], resources: [encryptionKey.keyArn] }));
    const mapping = released.addEventSourceMapping('Mapping', {
      eventSourceArn: queue.queueArn,
      batchSize,
      maxConcurrency,
      reportBatchItemFailures: true,
      ...(windowSeconds > 0 && { maxBatchingWindow: Duration.seconds(windowSeconds) }),
    });
    Validations.of(mapping).acknowledge({
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason: 'Only streams know such a destination; a queue has its dead letters.',
    });
  }

  #logGroup({ context, from, reports }: Props<Env>): LogGroup {
    const { logKey, logDays, keepsLogs, parked, tablesThrottled } = context;
    const removalPolicy = removalOf(keepsLogs);
    const group = new LogGroup(this, 'Logs', { retention: logDays, encryptionKey: logKey, removalPolicy });
    if (typeof from !== 'string') countCode(group, 'MESSAGE_PARKED', parked);
    countLines(group, 'error', THROTTLED, tablesThrottled);
    if (reports) countCode(group, ...reports);
    return group;
  }

  /** Lambda itself makes and removes the network interfaces of a function, by the function's role. */
  #joinNetwork(): void {
    this.#role.addManagedPolicy(ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaVPCAccessExecutionRole'));
    Validations.of(this.#role).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole]',
      reason:
        'Network interfaces have no names before they are made; it is the policy that AWS keeps for this purpose.',
    });
  }

  #makeRole(logs: LogGroup): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray, which the traces go to, knows no resources; a test proves that nothing else has the asterisk.',
    });
    role.addToPolicy(
      new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs.logGroupArn] }),
    );
    return role;
  }
}

/** The errors by which DynamoDB says that it takes no more, once the SDK has stopped trying again. */
const THROTTLED = ['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded'];

const countCode = (group: LogGroup, code: LogCode, metric: Metric): void => countLines(group, 'code', [code], metric);

/** Counts the lines in which a field has one of some values. */
export function countLines(
  group: LogGroup,
  field: string,
  values: readonly string[],
  { namespace, metricName }: Metric,
): void {
  group.addMetricFilter(metricName, {
    filterPattern: FilterPattern.any(...values.map((value) => FilterPattern.stringValue(`$.${field}`, '=', value))),
    metricNamespace: namespace,
    metricName,
  });
}
