import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { TABLE_DESIGNS } from '#shared/tables/table-designs.ts';
import { references, ROOT, STAGES, statementsOf, synthesised } from './synthesised.ts';

const idsOf = (resources: [string, unknown][]) => resources.map(([id]) => id);

describe.each(STAGES)('stage %s', (stage) => {
  const { all, of, one, stack } = synthesised(stage);
  const workQueues = of('AWS::SQS::Queue').filter(([, { Properties }]) => Properties['RedrivePolicy']);
  const filtersOf = (metric: string) =>
    of('AWS::Logs::MetricFilter').flatMap(([, { Properties }]) => {
      const [counted] = Properties['MetricTransformations'];
      expect(counted.MetricNamespace).toBe(`haukiem-${stage}`);
      return counted.MetricName === metric ? [Properties['FilterPattern']] : [];
    });
  const mappings = of('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);

  it('every mapping returns failed messages alone and limits how many functions run at once', () => {
    expect(mappings).toHaveLength(workQueues.length);
    for (const mapping of mappings) {
      expect(mapping).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
      expect(mapping['ScalingConfig'].MaximumConcurrency).toBeGreaterThanOrEqual(2);
      // SQS hands out ten at once: a bigger batch has to gather.
      expect(mapping['BatchSize'] <= 10 || mapping['MaximumBatchingWindowInSeconds'] >= 1).toBe(true);
    }
  });

  it('every queue hides a message for six times as long as its function may run, and while its batch gathers', () => {
    for (const mapping of mappings) {
      const [queue = ''] = references(mapping['EventSourceArn']);
      const [worker = ''] = references(mapping['FunctionName']);
      const { Timeout } = all[worker]!.Properties;
      const needed = 6 * Timeout + (mapping['MaximumBatchingWindowInSeconds'] ?? 0);
      expect(all[queue]!.Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(needed);
    }
  });

  it('every queue has dead letters of its own, and both keep messages as long as SQS allows', () => {
    const deadLetters = workQueues.map(([, { Properties }]) => {
      expect(Properties['RedrivePolicy'].maxReceiveCount).toBe(5);
      const [id = ''] = references(Properties['RedrivePolicy'].deadLetterTargetArn);
      const { MessageRetentionPeriod, RedriveAllowPolicy } = all[id]!.Properties;
      expect([Properties['MessageRetentionPeriod'], MessageRetentionPeriod]).toEqual([14 * 86_400, 14 * 86_400]);
      expect(RedriveAllowPolicy.redrivePermission).toBe('byQueue');
      expect(JSON.stringify(RedriveAllowPolicy.sourceQueueArns)).toContain(`:${Properties['QueueName']}"`);
      expect(RedriveAllowPolicy.sourceQueueArns).toHaveLength(1);
      return id;
    });
    expect(new Set(deadLetters).size).toBe(workQueues.length);
    expect(of('AWS::SQS::Queue')).toHaveLength(2 * workQueues.length);
  });

  it('an alarm with its impact exists for what fails, waits, is parked, is not answered, and for calls that fail', () => {
    const watched = of('AWS::CloudWatch::Alarm').map(([, { Properties }]) => {
      expect(Properties['AlarmDescription']).toMatch(/\w{3,}.{20,}\.$/u);
      const [queue = 'none'] = references(Properties['Dimensions']);
      return `${queue} ${Properties['MetricName']}`;
    });
    const expected = workQueues.flatMap(([id, { Properties }]) => [
      `${id} ApproximateAgeOfOldestMessage`,
      `${references(Properties['RedrivePolicy'])[0]} ApproximateNumberOfMessagesVisible`,
    ]);
    const apis = idsOf(of('AWS::ApiGatewayV2::Api')).map((api) => `${api} 5xx`);
    expect(watched.sort()).toEqual([...expected, 'none Parked', 'none Unanswered', ...apis].sort());
  });

  it('a message counts as parked by what each function logs of parking', () => {
    const filters = filtersOf('Parked');
    expect(filters).toHaveLength(of('AWS::Lambda::Function').length);
    for (const filter of filters) expect(filter).toBe('{ $.code = "MESSAGE_PARKED" }');
  });

  it('what any queue parked can be sent back', () => {
    const { Properties } = one('AWS::Lambda::Function', 'ReplayParked');
    const names = Object.entries(Properties['Environment'].Variables).filter(([name]) => name.endsWith('_QUEUE_URL'));
    expect(names.flatMap(([, url]) => references(url)).sort()).toEqual(idsOf(workQueues).sort());
  });

  it('a notice counts as unanswered where a receiver does not take it, or does not acknowledge it', () => {
    expect(filtersOf('Unanswered').sort()).toEqual([
      '{ $.code = "DELIVERY_STUCK" }',
      '{ $.code = "NOTICES_UNANSWERED" }',
    ]);
  });

  it('every table can be restored to any second', () => {
    expect(of('AWS::DynamoDB::Table')).toHaveLength(Object.keys(TABLE_DESIGNS).length);
    for (const [, { Properties }] of of('AWS::DynamoDB::Table')) {
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    }
  });

  it('everything stored or queued is encrypted with a key of its own that rotates', () => {
    const keys = new Set(idsOf(of('AWS::KMS::Key')));
    for (const [, { Properties }] of of('AWS::KMS::Key')) expect(Properties['EnableKeyRotation']).toBe(true);
    const withKey = (value: unknown) => keys.has(references(value)[0] ?? '');
    const open = Object.entries(all).filter(([, { Type, Properties }]) => {
      if (Type === 'AWS::DynamoDB::Table') return !withKey(Properties['SSESpecification'].KMSMasterKeyId);
      if (Type === 'AWS::SQS::Queue') return !withKey(Properties['KmsMasterKeyId']);
      if (Type === 'AWS::SNS::Topic') return !withKey(Properties['KmsMasterKeyId']);
      if (Type === 'AWS::SecretsManager::Secret') return !withKey(Properties['KmsKeyId']);
      if (Type === 'AWS::Logs::LogGroup') return !withKey(Properties['KmsKeyId']);
      return Type === 'AWS::S3::Bucket' && !withKey(Properties['BucketEncryption']);
    });
    // S3 can't deliver access logs to a bucket that has another key than its own.
    expect(idsOf(open)).toEqual([expect.stringMatching(/^ResourcesBucketsAccessLogs/u)]);
  });

  it('every queue and bucket refuses plain HTTP', () => {
    const policed = (type: string, of_: string) =>
      of(type).flatMap(([, { Properties }]) => {
        const denies = statementsOf(Properties['PolicyDocument']).some(
          (s) => s.Effect === 'Deny' && s.Condition['Bool']?.['aws:SecureTransport'] === 'false',
        );
        return denies ? references(Properties[of_]) : [];
      });
    expect(policed('AWS::SQS::QueuePolicy', 'Queues').sort()).toEqual(idsOf(of('AWS::SQS::Queue')).sort());
    expect(policed('AWS::S3::BucketPolicy', 'Bucket').sort()).toEqual(idsOf(of('AWS::S3::Bucket')).sort());
  });

  it('every bucket is private and versioned, and deletes objects after their time', () => {
    for (const [id, { Properties }] of of('AWS::S3::Bucket')) {
      expect(Object.values(Properties['PublicAccessBlockConfiguration'])).toEqual([true, true, true, true]);
      expect(Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
      // A tile of the log is part of every later proof
      if (id.startsWith('ResourcesBucketsLog')) continue;
      expect(Properties['LifecycleConfiguration'].Rules[0]).toMatchObject({
        ExpirationInDays: expect.any(Number),
        NoncurrentVersionExpiration: { NoncurrentDays: expect.any(Number) },
      });
    }
  });

  it('the verifiable log is locked against everybody in prod, for ten years', () => {
    const { ObjectLockConfiguration, LifecycleConfiguration } = one(
      'AWS::S3::Bucket',
      'ResourcesBucketsLog',
    ).Properties;
    const lock = { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } } };
    expect(ObjectLockConfiguration).toEqual(stage === 'prod' ? lock : undefined);
    expect(JSON.stringify(LifecycleConfiguration)).not.toContain('Expiration');
  });

  it('every object of the inbox is announced to the queue `files`, which accepts no other bucket', () => {
    const inbox = one('AWS::S3::Bucket', 'ResourcesBucketsInbox');
    const files = one('AWS::SQS::Queue', 'ResourcesQueuesFilesQueue');
    const { QueueConfigurations } = inbox.Properties['NotificationConfiguration'];
    expect(QueueConfigurations).toEqual([{ Event: 's3:ObjectCreated:*', Queue: { 'Fn::GetAtt': [files.id, 'Arn'] } }]);
    const policy = one('AWS::SQS::QueuePolicy', 'ResourcesQueuesFilesQueuePolicy');
    expect(inbox.DependsOn).toContain(policy.id);
    const statement = statementsOf(policy.Properties['PolicyDocument']).find((s) => s.Effect === 'Allow')!;
    expect(statement.Condition['StringEquals']).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    expect(JSON.stringify(statement.Condition['ArnLike'])).toContain(`s3:::haukiem-${stage}-*`);
  });

  it('the sweep runs every morning at five, Vietnamese time', () => {
    const { Properties } = one('AWS::Scheduler::Schedule', 'DailySweep');
    const sweeps = one('AWS::SQS::Queue', 'ResourcesQueuesSweepsQueue');
    expect(Properties).toMatchObject({
      ScheduleExpression: 'cron(0 5 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      Target: { Arn: { 'Fn::GetAtt': [sweeps.id, 'Arn'] }, Input: '{"reason":"clock"}' },
    });
  });

  it('the due deliveries are asked for every minute', () => {
    const { Properties } = one('AWS::Scheduler::Schedule', 'DeliveryEveryMinute');
    const due = one('AWS::SQS::Queue', 'ResourcesQueuesDueDeliveriesQueue');
    expect(Properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Target: { Arn: { 'Fn::GetAtt': [due.id, 'Arn'] }, Input: '{"reason":"clock"}' },
    });
  });

  it("nobody calls the receivers' API without a token of the pool, for the client of one receiver", () => {
    const authorizer = one('AWS::ApiGatewayV2::Authorizer', 'DeliveryReceiversApi');
    const ofReceivers = (type: string) => of(type).filter(([id]) => id.startsWith('Delivery'));
    const routes = ofReceivers('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
    expect(routes.length).toBeGreaterThan(6);
    for (const route of routes) {
      expect(route).toMatchObject({ AuthorizationType: 'JWT', AuthorizerId: { Ref: authorizer.id } });
    }
    const clients = ofReceivers('AWS::Cognito::UserPoolClient');
    expect(references(authorizer.Properties['JwtConfiguration'].Audience)).toEqual(idsOf(clients));
    for (const [, { Properties }] of clients) {
      expect(Properties).toMatchObject({ AllowedOAuthFlows: ['client_credentials'], GenerateSecret: true });
      expect(Properties['AllowedOAuthScopes']).toHaveLength(1);
    }
  });

  it('the outputs name where receivers call and where they fetch their tokens', () => {
    const { ReceiversUrl, TokenUrl } = Template.fromStack(stack).toJSON()['Outputs'];
    expect(references(ReceiversUrl.Value)).toContain(one('AWS::ApiGatewayV2::Api', 'Delivery').id);
    expect(references(TokenUrl.Value)).toContain(one('AWS::Cognito::UserPoolDomain', 'Delivery').id);
    expect(JSON.stringify(TokenUrl.Value)).toContain('/oauth2/token');
  });

  it('people sign in at the desks with a second factor, and by PKCE', () => {
    const pool = one('AWS::Cognito::UserPool', 'DesksPeople').Properties;
    expect(pool).toMatchObject({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
    expect(pool['AdminCreateUserConfig']).toEqual({ AllowAdminCreateUserOnly: true });
    const client = one('AWS::Cognito::UserPoolClient', 'DesksPeople').Properties;
    expect(client).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false });
    expect(JSON.stringify(client['CallbackURLs'])).toContain('/sign-in/finish');
    const groups = of('AWS::Cognito::UserPoolGroup').map(([, { Properties }]) => Properties['GroupName']);
    expect(groups).toEqual(['office', 'police', 'province', 'operator']);
  });

  it('the desks have an API of their own: programs show a person’s token there, and pages ask for none', () => {
    const routes = of('AWS::ApiGatewayV2::Route').filter(([id]) => id.startsWith('Desks'));
    const asked = routes.map(([, { Properties }]) => `${Properties['RouteKey']} ${Properties['AuthorizationType']}`);
    expect(asked.sort()).toEqual([
      'GET / NONE',
      'GET /api/{proxy+} JWT',
      'GET /{proxy+} NONE',
      'POST /api/{proxy+} JWT',
      'POST /{proxy+} NONE',
    ]);
    const { DesksUrl } = Template.fromStack(stack).toJSON()['Outputs'];
    expect(references(DesksUrl.Value)).toContain(one('AWS::ApiGatewayV2::Api', 'Desks').id);
  });

  it('deliveries may reach the local machine in stage local alone', () => {
    const { Properties } = one('AWS::Lambda::Function', 'DeliveryDeliverNotice');
    expect(Properties['Environment'].Variables.ALLOW_LOOPBACK).toBe(stage === 'local' ? 'yes' : 'no');
  });

  it('every function runs on Node 24 on ARM, traced, with a log that expires', () => {
    expect(of('AWS::Lambda::Function')).toHaveLength(globSync('*/env.ts', { cwd: join(ROOT, 'functions') }).length);
    for (const [, { Properties }] of of('AWS::Lambda::Function')) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
      });
      const [logs = ''] = references(Properties['LoggingConfig']);
      expect(all[logs]!.Properties['RetentionInDays']).toBeGreaterThan(0);
    }
  });
});
