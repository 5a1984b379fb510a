import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stackNameOf } from '#infra/config.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { namedQueues } from '#shared/contracts/queues.ts';
import { TABLE_DESIGNS } from '#shared/tables/table-designs.ts';
import { references, ROOT, STAGES, statementsOf, synthesised } from './synthesised.ts';

const idsOf = (resources: [string, unknown][]) => resources.map(([id]) => id);

describe.each(STAGES)('stage %s', (stage) => {
  const { all, of, one, functionOf } = synthesised(stage);
  const workQueues = of('AWS::SQS::Queue').filter(([, { Properties }]) => Properties['RedrivePolicy']);
  const filtersOf = (metric: string) =>
    of('AWS::Logs::MetricFilter').flatMap(([, { Properties }]) => {
      const [counted] = Properties['MetricTransformations'];
      expect(counted.MetricNamespace).toBe(stackNameOf(stageConfig(stage)));
      return counted.MetricName === metric ? [Properties['FilterPattern']] : [];
    });
  const mappings = of('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);

  it('every event source mapping returns only the failed messages of a batch and limits how many functions run at once', () => {
    expect(mappings).toHaveLength(workQueues.length);
    for (const mapping of mappings) {
      expect(mapping).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
      expect(mapping['ScalingConfig'].MaximumConcurrency).toBeGreaterThanOrEqual(2);
      // SQS returns ten messages at a time, so a larger batch needs a window.
      expect(mapping['BatchSize'] <= 10 || mapping['MaximumBatchingWindowInSeconds'] >= 1).toBe(true);
    }
  });

  it('every queue hides a message for six times as long as its function may run, and while its batch gathers', () => {
    for (const mapping of mappings) {
      const [queue = ''] = references(mapping['EventSourceArn']);
      const { Timeout } = all[functionOf(mapping['FunctionName'])]!.Properties;
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

  it('an alarm with its impact exists for what fails, waits, is parked, is not answered, is slow, stands still, and for calls that fail', () => {
    const watched = of('AWS::CloudWatch::Alarm').map(([, { Properties }]) => {
      expect(Properties['AlarmDescription']).toMatch(/\w{3,}.{20,}\.$/u);
      const [queue = 'none'] = references(Properties['Dimensions']);
      return `${queue} ${Properties['MetricName']}`;
    });
    // Of what a clock or a person waits for, a missed clock or that person tells
    const ofClocksAndPeople = namedQueues().flatMap(([name, { isLateSeenElsewhere }]) =>
      isLateSeenElsewhere ? [`${stackNameOf(stageConfig(stage))}-${name}`] : [],
    );
    expect(ofClocksAndPeople.length).toBeGreaterThan(0);
    const expected = workQueues.flatMap(([id, { Properties }]) => [
      ...(ofClocksAndPeople.includes(Properties['QueueName']) ? [] : [`${id} ApproximateAgeOfOldestMessage`]),
      `${references(Properties['RedrivePolicy'])[0]} ApproximateNumberOfMessagesVisible`,
    ]);
    const apis = idsOf(of('AWS::ApiGatewayV2::Api')).map((api) => `${api} 5xx`);
    const ofFunctions = [
      ['DeliverySendDueDeliveries', 'Invocations'],
      ['SweepDue', 'Invocations'],
      ['DesksServePages', 'Duration'],
      ['DeliveryReceiverApi', 'Duration'],
    ].map(([begins = '', metric]) => `${one('AWS::Lambda::Function', begins).id} ${metric}`);
    const ofAll = ['Parked', 'Unanswered', 'Doubted', 'Refused', 'TablesThrottled', 'Errors', 'Throttles'].map(
      (metric) => `none ${metric}`,
    );
    expect(watched.sort()).toEqual([...expected, ...ofAll, ...ofFunctions, ...apis].sort());
  });

  it('a message counts as parked by the log lines of each function that takes messages from a queue', () => {
    const filters = filtersOf('Parked');
    expect(filters).toHaveLength(of('AWS::Lambda::EventSourceMapping').length);
    for (const filter of filters) expect(filter).toBe('{ $.code = "MESSAGE_PARKED" }');
  });

  it('a call counts as refused by the calls of each API, which the gateway may refuse itself', () => {
    const filters = filtersOf('Refused');
    expect(filters).toEqual(of('AWS::ApiGatewayV2::Api').map(() => '{ $.status = "429" }'));
    for (const [, { Properties }] of of('AWS::ApiGatewayV2::Stage'))
      expect(JSON.parse(Properties['AccessLogSettings'].Format)).toMatchObject({ status: '$context.status' });
  });

  it('parked messages of any queue can be sent back', () => {
    const { Properties } = one('AWS::Lambda::Function', 'ReplayParked');
    const names: string[] = Properties['Environment'].Variables.STEP_QUEUES.split(',');
    expect(names.map((name) => `${stackNameOf(stageConfig(stage))}-${name}`).sort()).toEqual(
      workQueues.map(([, queue]) => queue.Properties['QueueName']).sort(),
    );
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

  it('every object of the inbox is announced to the queue `files`, which accepts no other bucket', () => {
    const inbox = one('AWS::S3::Bucket', 'ResourcesBucketsInbox');
    const files = one('AWS::SQS::Queue', 'ResourcesQueuesFilesQueue');
    const { QueueConfigurations } = inbox.Properties['NotificationConfiguration'];
    expect(QueueConfigurations).toEqual([{ Event: 's3:ObjectCreated:*', Queue: { 'Fn::GetAtt': [files.id, 'Arn'] } }]);
    const policy = one('AWS::SQS::QueuePolicy', 'ResourcesQueuesFilesQueuePolicy');
    expect(inbox.DependsOn).toContain(policy.id);
    const statement = statementsOf(policy.Properties['PolicyDocument']).find((s) => s.Effect === 'Allow')!;
    expect(statement.Condition['StringEquals']).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
    expect(JSON.stringify(statement.Condition['ArnLike'])).toContain(`s3:::${stackNameOf(stageConfig(stage))}-*`);
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

  it('the due deliveries are sent every minute', () => {
    const { Properties } = one('AWS::Scheduler::Schedule', 'DeliveryEveryMinute');
    const due = one('AWS::SQS::Queue', 'ResourcesQueuesDueDeliveriesQueue');
    expect(Properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Target: { Arn: { 'Fn::GetAtt': [due.id, 'Arn'] }, Input: '{"reason":"clock"}' },
    });
  });

  it('only stage local may deliver to the local machine', () => {
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
