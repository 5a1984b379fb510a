const queue = (deadLetters?: string, tries = 2) => ({
  Type: 'AWS::SQS::Queue',
  Properties: {
    VisibilityTimeout: 1800,
    ...(deadLetters && {
      RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [deadLetters, 'Arn'] }, maxReceiveCount: tries },
    }),
  },
});
const lambda = (folder: string, Variables: Record<string, unknown>) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Handler: 'index.handler',
    Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: folder },
    Timeout: 2,
    MemorySize: 256,
    Environment: { Variables },
  },
});
const mapping = (queueId: string, functionId: string, extra: object) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    EventSourceArn: { 'Fn::GetAtt': [queueId, 'Arn'] },
    FunctionName: { Ref: functionId },
    ...extra,
  },
});
const ref = (Ref: string) => ({ Ref });

/**
 * A template with three functions (reader of files, worker of lines, teller of the worker's messages), with everything
 * that the runner reads in a template.
 */
export const toyTemplate = {
  Conditions: { Never: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'nowhere'] } },
  Resources: {
    Inbox: {
      Type: 'AWS::S3::Bucket',
      Properties: {
        NotificationConfiguration: {
          QueueConfigurations: [
            {
              Event: 's3:ObjectCreated:*',
              Queue: { 'Fn::GetAtt': ['Files', 'Arn'] },
              Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'feed/' }] } },
            },
          ],
        },
      },
    },
    Seen: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        AttributeDefinitions: [
          { AttributeName: 'id', AttributeType: 'S' },
          { AttributeName: 'thread', AttributeType: 'S' },
        ],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
        GlobalSecondaryIndexes: [
          {
            IndexName: 'by-thread',
            KeySchema: [
              { AttributeName: 'thread', KeyType: 'HASH' },
              { AttributeName: 'id', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      },
    },
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: { PasswordLength: 40 } } },
    DeadLetters: queue(),
    Files: queue('DeadLetters'),
    Work: queue('DeadLetters'),
    Notices: queue('DeadLetters'),
    Reader: lambda('reader', {
      INBOX_BUCKET: ref('Inbox'),
      WORK_QUEUE_URL: ref('Work'),
      SECRET_ARN: ref('Secret'),
    }),
    Worker: lambda('worker', {
      SEEN_TABLE: ref('Seen'),
      NOTICES_QUEUE_URL: ref('Notices'),
      ONE: { 'Fn::Join': ['-', ['a', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'x/b'] }] }]] },
      MEASURES: { 'Fn::If': ['Never', 'no', { 'Fn::Sub': ['${Table}@${AWS::Region}', { Table: ref('Seen') }] }] },
    }),
    Teller: lambda('teller', { SEEN_TABLE: ref('Seen'), UPSTREAM_NAME: { 'Fn::GetAtt': ['Work', 'QueueName'] } }),
    ReadFiles: mapping('Files', 'Reader', { BatchSize: 1, FunctionResponseTypes: ['ReportBatchItemFailures'] }),
    DoWork: mapping('Work', 'Worker', {
      BatchSize: 25,
      MaximumBatchingWindowInSeconds: 5,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    }),
    Tell: mapping('Notices', 'Teller', { BatchSize: 10 }),
    Clock: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'cron(0 5 * * ? *)',
        Target: { Arn: { 'Fn::GetAtt': ['Work', 'Arn'] }, Input: 'clock' },
      },
    },
    Gone: { Type: 'AWS::SQS::Queue', Condition: 'Never', Properties: {} },
  },
};
