import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clients, clientsOf } from '#infra/local/clients.ts';
import { createResources, removeResources } from '#infra/local/create-resources.ts';
import { type Engines, startEngines } from '#infra/local/engines.ts';
import { readStack } from '#infra/local/template.ts';

const TEMPLATE = {
  Resources: {
    Facts: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      },
    },
    Inbox: { Type: 'AWS::S3::Bucket', Properties: {} },
    Work: { Type: 'AWS::SQS::Queue', Properties: {} },
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: {} } },
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyUsage: 'SIGN_VERIFY' } },
  },
};
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Loses the first answers of each command of these names, after its effect. */
function losing(clients: Clients, names: RegExp, answers: number): Clients {
  const lost = new Map<string, number>();
  const lose =
    <I extends object, O extends object>(
      next: (asked: I) => Promise<O>,
      { commandName = '' }: { readonly commandName?: string },
    ) =>
    async (asked: I): Promise<O> => {
      const answer = await next(asked);
      const before = lost.get(commandName) ?? 0;
      if (!names.test(commandName) || before === answers) return answer;
      lost.set(commandName, before + 1);
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    };
  const nearWire = { step: 'deserialize', priority: 'low' } as const;
  clients.dynamodb.middlewareStack.add(lose, nearWire);
  clients.sqs.middlewareStack.add(lose, nearWire);
  clients.s3.middlewareStack.add(lose, nearWire);
  clients.secrets.middlewareStack.add(lose, nearWire);
  clients.kms.middlewareStack.add(lose, nearWire);
  return clients;
}

describe('an embedded run on other endpoints, over a bad network', () => {
  let engines: Engines;
  beforeAll(async () => {
    engines = await startEngines({});
  });
  afterAll(() => engines.stop());

  it('resources are made once and all removed, although answers to their creation and removal were lost', async () => {
    const clients = losing(clientsOf(engines.endpoints, credentials), /^(?:Create|Delete)/u, 1);
    const stack = readStack(TEMPLATE, {});
    await createResources(stack, clients, '-1');
    await clients.s3.send(
      new PutObjectCommand({ Bucket: String(stack.resolve({ Ref: 'Inbox' })), Key: 'a', Body: 'x' }),
    );
    expect(stack.resolve({ Ref: 'Secret' })).toMatch(/^arn:/u);

    await removeResources(stack, clients);
    const facts = clients.dynamodb.send(new DescribeTableCommand({ TableName: 'Facts-1' }));
    await expect(facts).rejects.toThrow(expect.objectContaining({ name: 'ResourceNotFoundException' }));
    const { Buckets } = await clients.s3.send(new ListBucketsCommand({}));
    const { QueueUrls = [] } = await clients.sqs.send(new ListQueuesCommand({}));
    expect([Buckets, QueueUrls]).toEqual([[], []]);
    // A run that could not make all resources removes those that are there
    await expect(removeResources(stack, clients)).resolves.toBeUndefined();
  });

  it('a run goes on after more lost answers in a row than a function would bear', async () => {
    const stack = readStack(TEMPLATE, {});
    const clients = losing(clientsOf(engines.endpoints, credentials), /^Create/u, 9);
    const [queue] = await createResources(stack, clients, '-2');
    expect(queue?.arn).toMatch(/Work-2$/u);
    await removeResources(stack, clients);
  });
});
