import { beforeAll, describe, expect, it } from 'vitest';
import { AWS_LIMITS } from '#infra/limits.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { LARGEST_BODY } from '#shared/contracts/api-limits.ts';
import { type Callers, callersTable } from '#shared/tables/callers.ts';
import { TABLE_DESIGNS } from '#shared/tables/table-designs.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { environmentBytes } from './environment-bytes.ts';
import { references, synthesise } from './synthesised.ts';

/** The longest value that a reference has in a deployed stack: an ARN of a table, a queue or a secret. */
const ARN = `arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:${'x'.repeat(70)}`;

/** A part of the template as AWS gets it, with a long ARN in place of each reference. */
function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
  if (more.length === 0 && (name === 'Ref' || name === 'Fn::GetAtt')) return ARN;
  if (more.length === 0 && name === 'Fn::Join' && Array.isArray(argument)) {
    const [delimiter, parts] = argument;
    if (Array.isArray(parts)) return parts.map(filledIn).join(String(delimiter));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner)]));
}

/** The bytes of a policy without white space, which AWS counts. */
const policyBytes = (document: unknown): number => Buffer.byteLength(JSON.stringify(filledIn(document)));

const directed = { number: '12345/QĐ-UBND-NC-TH', date: '2026-01-15' } as const;
const { all, of } = synthesise({
  ...stageConfig('prod'),
  measures: { suspiciousAccounts: directed, accountReview: directed, foreignIp: directed },
});
const propertiesOf = (type: string) => of(type).map(([, { Properties }]) => Properties);
const most = (numbers: readonly number[]) => Math.max(0, ...numbers);
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const template = JSON.stringify(all);

/** What is measured of the stage, by the limit that it is held to. */
const MEASURED: Readonly<Partial<Record<keyof typeof AWS_LIMITS, number>>> = {
  templateBytes: Buffer.byteLength(JSON.stringify(all)),
  templateResources: Object.keys(all).length,
  logicalIdLetters: most(Object.keys(all).map((id) => id.length)),

  lambdaEnvironmentBytes: most(
    propertiesOf('AWS::Lambda::Function').map(({ Environment }) => environmentBytes(Environment.Variables)),
  ),
  lambdaTimeoutSeconds: most(propertiesOf('AWS::Lambda::Function').map(({ Timeout }) => Timeout)),
  lambdaResourcePolicyBytes: most(
    [...Map.groupBy(propertiesOf('AWS::Lambda::Permission'), ({ FunctionName }) => references(FunctionName)[0])].map(
      ([, permissions]) => sum(permissions.map((one) => policyBytes(one) + 100)),
    ),
  ),
  lambdaSynchronousPayloadBytes: LARGEST_BODY,

  queueDelaySeconds: most(propertiesOf('AWS::SQS::Queue').map(({ DelaySeconds = 0 }) => DelaySeconds)),
  queueVisibilitySeconds: most(propertiesOf('AWS::SQS::Queue').map(({ VisibilityTimeout = 0 }) => VisibilityTimeout)),
  queueNameLetters: most(propertiesOf('AWS::SQS::Queue').map(({ QueueName = '' }) => QueueName.length)),

  rolePolicyCharacters: most(
    [...Map.groupBy(propertiesOf('AWS::IAM::Policy'), ({ Roles }) => references(Roles)[0])].map(([, policies]) =>
      sum(policies.map(({ PolicyDocument }) => policyBytes(PolicyDocument))),
    ),
  ),
  bucketPolicyBytes: most(
    propertiesOf('AWS::S3::BucketPolicy').map(({ PolicyDocument }) => policyBytes(PolicyDocument)),
  ),
  keyPolicyBytes: most(propertiesOf('AWS::KMS::Key').map(({ KeyPolicy }) => policyBytes(KeyPolicy))),

  httpApiTimeoutSeconds: most(
    of('AWS::ApiGatewayV2::Integration')
      .flatMap(([, { Properties }]) => references(Properties['IntegrationUri']))
      .map((id) => all[id]?.Properties['Timeout'] ?? 0),
  ),
  httpApiRoutes: most(
    [...Map.groupBy(propertiesOf('AWS::ApiGatewayV2::Route'), ({ ApiId }) => references(ApiId)[0])].map(
      ([, routes]) => routes.length,
    ),
  ),
  authorizerAudiences: most(
    propertiesOf('AWS::ApiGatewayV2::Authorizer').map(({ JwtConfiguration }) => JwtConfiguration?.Audience.length ?? 0),
  ),
  resourceServerScopes: most(propertiesOf('AWS::Cognito::UserPoolResourceServer').map(({ Scopes }) => Scopes.length)),
  userPoolGroups: of('AWS::Cognito::UserPoolGroup').length,

  tableIndexes: most(Object.values(TABLE_DESIGNS).map((design) => ('indexes' in design ? design.indexes.length : 0))),
  projectedAttributes: most(
    Object.values(TABLE_DESIGNS).map((design) =>
      'indexes' in design
        ? sum(design.indexes.map(({ projection }) => (typeof projection === 'string' ? 0 : projection.length)))
        : 0,
    ),
  ),
  dashboardBodyBytes: most(propertiesOf('AWS::CloudWatch::Dashboard').map(policyBytes)),
  scheduleInputBytes: most(propertiesOf('AWS::Scheduler::Schedule').map(({ Target }) => Target.Input.length)),
  accountConcurrency:
    AWS_LIMITS.unreservedConcurrency.value +
    sum(
      propertiesOf('AWS::Lambda::Function').map(({ ReservedConcurrentExecutions = 0 }) => ReservedConcurrentExecutions),
    ),
};

/** The stage keeps further from these than AWS asks, so that a release has room. */
const OWN: Readonly<Partial<Record<keyof typeof AWS_LIMITS, number>>> = {
  templateResources: 400,
  lambdaEnvironmentBytes: 3750,
  httpApiTimeoutSeconds: 29,
};

describe('AWS’s limits, with a document for each measure', () => {
  it.each(Object.entries(MEASURED))('the stage keeps to %s, at %i', (name, measured) => {
    const limit = AWS_LIMITS[name as keyof typeof AWS_LIMITS].value;
    expect(measured).toBeLessThanOrEqual(OWN[name as keyof typeof AWS_LIMITS] ?? limit);
  });

  it('each limit has its source, and is measured here or held by the local run', () => {
    const held = [
      'lambdaSynchronousPayloadBytes',
      'chainInvocations',
      'unreservedConcurrency',
      'queueMessageBytes',
      'itemBytes',
    ];
    expect(Object.keys(AWS_LIMITS).sort()).toEqual([...new Set([...Object.keys(MEASURED), ...held])].sort());
    for (const { source } of Object.values(AWS_LIMITS)) expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//u);
  });

  it('no bank, wallet or office is named in the template, so that it is the same for any number of them', () => {
    expect(template).not.toMatch(/bank[#:.-]\d{6}|accounts\/\d{6}|activities\/\w+\//u);
  });

  it('all functions that queues start at once fit into the account beside what is reserved', () => {
    const started = sum(
      propertiesOf('AWS::Lambda::EventSourceMapping').map(({ ScalingConfig }) => ScalingConfig.MaximumConcurrency),
    );
    expect(started).toBeLessThanOrEqual(AWS_LIMITS.accountConcurrency.value - (MEASURED.accountConcurrency ?? 0));
  });
});

describe('150 banks, 60 wallets and 40 offices as callers', () => {
  let callers: Callers;
  beforeAll(async () => {
    const { db, createTable } = memoryDatabase();
    callers = callersTable(db, await createTable('callers'));
    const banks = Array.from({ length: 150 }, (_, n) => String(970_400 + n));
    const wallets = Array.from({ length: 60 }, (_, n) => `VI-${n}`);
    for (const id of [...banks, ...wallets])
      await callers.enter({
        clientId: `client-of-${id}`,
        receiver: `bank#${id}`,
        sends: [{ prefix: `accounts/${id}/` }],
      });
    for (let n = 0; n < 40; n += 1)
      await callers.enter({
        clientId: `office-${n}`,
        sends: [{ prefix: `activities/co-quan-${n}/`, dataOf: ['tax'] }],
      });
  });

  it('the step that reads files gets the offices’ rights in one page of a table', async () => {
    const senders = await callers.activitySenders();
    expect(Object.keys(senders)).toHaveLength(40);
    expect(Buffer.byteLength(JSON.stringify(await callers.all()))).toBeLessThan(1_048_576 / 10);
  });

  it('each of them is found by its client', async () => {
    expect(await callers.get('client-of-970549')).toMatchObject({ receiver: 'bank#970549' });
    expect(await callers.get('client-of-VI-59')).toMatchObject({ sends: [{ prefix: 'accounts/VI-59/' }] });
    expect((await callers.get('office-39'))?.receiver).toBeUndefined();
  });
});
