import { LAMBDA_STOPS_AFTER } from '#shared/runtime/hops.ts';

/** One of AWS's limits, in the unit that its key names. */
interface Limit {
  readonly value: number;
  /** Whether AWS raises it on request. The design keeps to the value all the same. */
  readonly adjustable: boolean;
  readonly source: string;
}

const DOCS = 'https://docs.aws.amazon.com';
const LAMBDA = `${DOCS}/lambda/latest/dg/gettingstarted-limits.html`;
const CLOUDFORMATION = `${DOCS}/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html`;
const SQS = `${DOCS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html`;
const IAM = `${DOCS}/IAM/latest/UserGuide/reference_iam-quotas.html`;
const HTTP_API = `${DOCS}/apigateway/latest/developerguide/http-api-quotas.html`;
const COGNITO = `${DOCS}/cognito/latest/developerguide/quotas.html`;
const DYNAMODB = `${DOCS}/amazondynamodb/latest/developerguide/ServiceQuotas.html`;
const SCHEDULER = `${DOCS}/scheduler/latest/UserGuide/scheduler-quotas.html`;

const fixed = (value: number, source: string): Limit => ({ value, adjustable: false, source });
const adjustable = (value: number, source: string): Limit => ({ value, adjustable: true, source });

/** AWS's limits that the design leans on. Tests hold the template to them, and the local run the functions. */
export const AWS_LIMITS = {
  templateBytes: fixed(1_048_576, CLOUDFORMATION),
  templateResources: fixed(500, CLOUDFORMATION),
  logicalIdLetters: fixed(255, CLOUDFORMATION),

  lambdaEnvironmentBytes: fixed(4096, LAMBDA),
  lambdaSynchronousPayloadBytes: fixed(6_291_456, LAMBDA),
  lambdaTimeoutSeconds: fixed(900, LAMBDA),
  lambdaResourcePolicyBytes: fixed(20_480, LAMBDA),
  accountConcurrency: adjustable(1000, LAMBDA),
  /** Reserved concurrency must leave so much of the account's unreserved. */
  unreservedConcurrency: fixed(100, `${DOCS}/lambda/latest/dg/configuration-concurrency.html`),
  chainInvocations: fixed(LAMBDA_STOPS_AFTER, `${DOCS}/lambda/latest/dg/invocation-recursion.html`),

  queueDelaySeconds: fixed(900, SQS),
  queueVisibilitySeconds: fixed(43_200, SQS),
  queueMessageBytes: fixed(1_048_576, SQS),
  queueNameLetters: fixed(80, SQS),

  rolePolicyCharacters: fixed(10_240, IAM),
  bucketPolicyBytes: fixed(20_480, `${DOCS}/AmazonS3/latest/userguide/bucket-policies.html`),
  keyPolicyBytes: fixed(32_768, `${DOCS}/kms/latest/developerguide/resource-limits.html`),

  httpApiTimeoutSeconds: fixed(30, HTTP_API),
  httpApiRoutes: adjustable(300, HTTP_API),
  authorizerAudiences: fixed(50, HTTP_API),

  resourceServerScopes: fixed(100, COGNITO),
  userPoolGroups: fixed(10_000, COGNITO),

  itemBytes: fixed(409_600, DYNAMODB),
  tableIndexes: adjustable(20, DYNAMODB),
  projectedAttributes: fixed(100, DYNAMODB),

  dashboardBodyBytes: fixed(1_048_576, `${DOCS}/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html`),
  scheduleInputBytes: fixed(262_144, SCHEDULER),
} as const satisfies Readonly<Record<string, Limit>>;
