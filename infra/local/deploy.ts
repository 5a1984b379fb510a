import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { AWS_LIMITS } from '../limits.ts';
import type { Clients } from './clients.ts';
import { REGION } from './region.ts';
import { createResources, type LocalQueue } from './create-resources.ts';
import {
  FunctionName,
  FunctionShape,
  IntegrationShape,
  MappingShape,
  NotificationShape,
  AuthorizerShape,
  RouteShape,
  ScheduleShape,
} from './template-shapes.ts';
import type { Stack } from './template.ts';

/** A function of the template with everything it refers to filled in. */
export interface LocalFunction {
  readonly name: string;
  /** The module and its exported handler, from `Handler` and the asset. */
  readonly module: string;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Whether Lambda lets a chain of messages start the function as often as it comes back. */
  readonly mayLoop: boolean;
  readonly environment: Readonly<Record<string, string>>;
}

/** A mapping of a queue to a function with its settings (`AWS::Lambda::EventSourceMapping`). */
export interface EventSourceMapping {
  readonly queue: LocalQueue;
  readonly target: LocalFunction;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly maximumConcurrency: number;
  readonly reportsPartialFailures: boolean;
}

/** The queue that receives events of a bucket's objects (`NotificationConfiguration`). */
export interface BucketNotification {
  readonly bucket: string;
  readonly queueUrl: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A route of the HTTP API, such as `GET /v1/notices/{id}`, with the function that answers it. */
export interface LocalRoute {
  readonly routeKey: string;
  readonly target: LocalFunction;
  /** The name of the authorizer that checks the call's token; undefined where no token is needed. */
  readonly authorizer: string | undefined;
}

export interface LocalDeployment {
  readonly queues: readonly LocalQueue[];
  /** The functions, with those that an operator calls. */
  readonly functions: readonly LocalFunction[];
  readonly mappings: readonly EventSourceMapping[];
  readonly announcements: readonly BucketNotification[];
  /** The message of a schedule, and its target. */
  readonly schedules: readonly { queueUrl: string; input: string; expression: string }[];
  readonly routes: readonly LocalRoute[];
  /** Physical names by the names in the functions' environment: `companies` for `COMPANIES_TABLE`. */
  readonly tables: Readonly<Record<string, string>>;
  readonly buckets: Readonly<Record<string, string>>;
  readonly queueUrls: Readonly<Record<string, string>>;
  /** All variables of all functions, including settings such as `MEASURES`. */
  readonly settings: Readonly<Record<string, string>>;
}

/** @param assetOf the folder of the code that the template names by `S3Key` */
export async function deploy(
  stack: Stack,
  clients: Clients,
  { suffix, assetOf }: { suffix: string; assetOf: (s3Key: string) => string },
): Promise<LocalDeployment> {
  const queues = await createResources(stack, clients, suffix);
  const functions = functionsOf(stack, assetOf);
  const variables = Object.assign({}, ...[...functions.values()].map(({ environment }) => environment)) as Variables;
  return {
    queues,
    functions: [...functions.values()],
    mappings: mappingsOf(stack, queues, functions),
    announcements: announcementsOf(stack, queues),
    schedules: schedulesOf(stack, queues).filter(({ expression }) => isDaily(expression)),
    routes: routesOf(stack, functions),
    tables: named(variables, '_TABLE'),
    buckets: named(variables, '_BUCKET'),
    queueUrls: named(variables, '_QUEUE_URL'),
    settings: variables,
  };
}

type Functions = ReadonlyMap<string, LocalFunction>;
const queueOf = (queues: readonly LocalQueue[], arn: unknown) => queues.find((queue) => queue.arn === arn);
const nameIn = (functionArn: string) => functionArn.split(':function:').at(-1) ?? '';

/** All resources are made before the first function is resolved, because one may name another. */
function functionsOf(stack: Stack, assetOf: (s3Key: string) => string): Functions {
  const declared = stack.resources('AWS::Lambda::Function').map(({ id, properties }) => {
    const name = FunctionName.parse(stack.resolve({ FunctionName: properties['FunctionName'] })).FunctionName ?? id;
    stack.made(id, { ref: name, attributes: { Arn: `arn:aws:lambda:${REGION}:000000000000:function:${name}` } });
    return { name, properties };
  });
  return new Map(
    declared.map(({ name, properties }) => [
      name,
      localFunction(name, FunctionShape.parse(stack.resolve(properties)), assetOf),
    ]),
  );
}

const mappingsOf = (stack: Stack, queues: readonly LocalQueue[], functions: Functions): EventSourceMapping[] =>
  stack.resources('AWS::Lambda::EventSourceMapping').flatMap(({ properties }) => {
    const shape = MappingShape.parse(stack.resolve(properties));
    const queue = queueOf(queues, shape.EventSourceArn);
    const target = functions.get(nameIn(shape.FunctionName));
    return queue && target && shape.Enabled ? [mapping(queue, target, shape)] : [];
  });

const announcementsOf = (stack: Stack, queues: readonly LocalQueue[]): BucketNotification[] =>
  stack.resources('AWS::S3::Bucket').flatMap(({ id, properties }) => {
    const { QueueConfigurations } = NotificationShape.parse(
      stack.resolve(properties['NotificationConfiguration'] ?? {}),
    );
    const bucket = String(stack.resolve({ Ref: id }));
    return QueueConfigurations.flatMap(({ Queue, Event, Filter }) => {
      const queueUrl = Event.startsWith('s3:ObjectCreated:') ? queueOf(queues, Queue)?.url : undefined;
      const rule = (kind: string) => Filter.S3Key.Rules.find(({ Name }) => Name.toLowerCase() === kind)?.Value ?? '';
      return queueUrl ? [{ bucket, queueUrl, prefix: rule('prefix'), suffix: rule('suffix') }] : [];
    });
  });

/** A run covers one day, so monthly and yearly schedules are left out. */
const isDaily = (expression: string): boolean => /^rate\(|^cron\(\S+ \S+ \*/u.test(expression);

const schedulesOf = (stack: Stack, queues: readonly LocalQueue[]): LocalDeployment['schedules'] =>
  [...stack.resources('AWS::Scheduler::Schedule'), ...stack.resources('AWS::Events::Rule')].flatMap(
    ({ properties }) => {
      const { Target, Targets, ScheduleExpression: expression } = ScheduleShape.parse(stack.resolve(properties));
      return [...(Target ? [Target] : []), ...Targets].flatMap(({ Arn, Input }) => {
        const queueUrl = queueOf(queues, Arn)?.url;
        return queueUrl ? [{ queueUrl, input: Input, expression }] : [];
      });
    },
  );

type Variables = Record<string, string>;
const named = (variables: Variables, ending: string): Variables =>
  Object.fromEntries(
    Object.entries(variables)
      .filter(([name]) => name.endsWith(ending))
      .map(([name, value]) => [camelCase(name.slice(0, -ending.length)), value]),
  );
const camelCase = (name: string) =>
  name.toLowerCase().replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());

/** A route's target names an integration by its logical id, and that a function by its ARN. */
function routesOf(stack: Stack, functions: Functions): LocalRoute[] {
  const integrations = new Map(
    stack.resources('AWS::ApiGatewayV2::Integration').map(({ id, properties }) => {
      const { IntegrationUri } = IntegrationShape.parse(stack.resolve(properties));
      return [`integrations/${id}`, functions.get(nameIn(IntegrationUri))];
    }),
  );
  const authorizers = new Map(
    stack
      .resources('AWS::ApiGatewayV2::Authorizer')
      .map(({ id, properties }) => [id, AuthorizerShape.parse(stack.resolve(properties)).Name]),
  );
  return stack.resources('AWS::ApiGatewayV2::Route').flatMap(({ properties }) => {
    const {
      RouteKey: routeKey,
      Target,
      AuthorizationType,
      AuthorizerId = '',
    } = RouteShape.parse(stack.resolve(properties));
    const target = integrations.get(Target);
    return target
      ? [{ routeKey, target, authorizer: AuthorizationType === 'NONE' ? undefined : authorizers.get(AuthorizerId) }]
      : [];
  });
}

function localFunction(
  name: string,
  shape: z.infer<typeof FunctionShape>,
  assetOf: (s3Key: string) => string,
): LocalFunction {
  const [file = '', handler = ''] = shape.Handler.split('.');
  const folder = assetOf(shape.Code.S3Key);
  const module = readdirSync(folder).find((one) => [`${file}.mjs`, `${file}.js`, `${file}.cjs`].includes(one));
  if (!module) throw new Error(`No module for the handler ${shape.Handler} of ${name}`);
  const bytes = Buffer.byteLength(JSON.stringify(shape.Environment.Variables));
  if (bytes > AWS_LIMITS.lambdaEnvironmentBytes.value) throw new Error(`The environment of ${name} has ${bytes} bytes`);
  return {
    name,
    module: join(folder, module),
    handler,
    timeoutSeconds: shape.Timeout,
    memoryMegabytes: shape.MemorySize,
    mayLoop: shape.RecursiveLoop === 'Allow',
    environment: shape.Environment.Variables,
  };
}

const mapping = (
  queue: LocalQueue,
  target: LocalFunction,
  shape: z.infer<typeof MappingShape>,
): EventSourceMapping => ({
  queue,
  target,
  batchSize: shape.BatchSize,
  windowSeconds: shape.MaximumBatchingWindowInSeconds,
  maximumConcurrency: shape.ScalingConfig?.MaximumConcurrency ?? Infinity,
  reportsPartialFailures: shape.FunctionResponseTypes.includes('ReportBatchItemFailures'),
});
