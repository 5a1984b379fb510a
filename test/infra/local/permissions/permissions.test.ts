import { Writable } from 'node:stream';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clients, clientsOf } from '#infra/local/clients.ts';
import { deploy, type LocalDeployment } from '#infra/local/deploy.ts';
import { endpointVariables, type Engines, startEngines } from '#infra/local/engines.ts';
import { type AwsCall, callIn } from '#infra/local/permissions/calls-in-request.ts';
import { permissionsOf } from '#infra/local/permissions/permissions.ts';
import { PSEUDO_PARAMETERS } from '#infra/local/run.ts';
import { sandbox } from '#infra/local/sandbox.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { readStack, type Stack } from '#infra/local/template.ts';
import { Template } from 'aws-cdk-lib/assertions';
import { synthesised } from '../../synthesised.ts';
import { toyTemplate } from '../toy/template.ts';

const WORKER = join(import.meta.dirname, '..', 'toy', 'worker');
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
let engines: Engines;
let clients: Clients;
beforeAll(async () => {
  engines = await startEngines({});
  clients = clientsOf(engines.endpoints, credentials);
});
afterAll(() => engines.stop());

describe('the call in a request', () => {
  const json = (target: string, body: object) => callIn({ method: 'POST', path: '/', target }, JSON.stringify(body));
  const ofObjects = (method: string, path: string) => callIn({ method, path, target: undefined }, '');
  const query = json('DynamoDB_20120810.Query', { TableName: 't', IndexName: 'i' });
  const writes = json('DynamoDB_20120810.BatchWriteItem', { RequestItems: { t: [] } });
  const secret = json('secretsmanager.GetSecretValue', { SecretId: 'arn:s' });
  it.each<[string, AwsCall | undefined, string, string]>([
    ['a query of an index', query, 'dynamodb:Query', 'table/t/index/i'],
    ['writes of many', writes, 'dynamodb:BatchWriteItem', 'table/t'],
    ['messages', json('AmazonSQS.SendMessageBatch', { QueueUrl: 'http://h/0/q' }), 'sqs:SendMessage', 'q'],
    ['a secret', secret, 'secretsmanager:GetSecretValue', 'arn:s'],
    ['a signature', json('TrentService.Sign', { KeyId: 'arn:k', Message: 'bQ==' }), 'kms:Sign', 'arn:k'],
    ['an object', ofObjects('GET', '/b/a/c%20d?x-id=GetObject'), 's3:GetObject', 'arn:aws:s3:::b/a/c d'],
    ['a part', ofObjects('PUT', '/b/k?partNumber=1&uploadId=u'), 's3:PutObject', 'arn:aws:s3:::b/k'],
    ['an end', ofObjects('DELETE', '/b/k?uploadId=u'), 's3:AbortMultipartUpload', 'arn:aws:s3:::b/k'],
    ['a list', ofObjects('GET', '/b?list-type=2'), 's3:ListBucket', 'arn:aws:s3:::b'],
  ])('the guard reads the call %s', (_what, call, action, resource) => {
    expect(call?.action).toBe(action);
    expect(call?.resource.endsWith(resource)).toBe(true);
  });

  it('the guard is not misled by the content of an item', () => {
    const item = { TableName: 't', Item: { note: { S: '"TableName":"other"' }, TableName: { S: 'x' } } };
    expect(json('DynamoDB_20120810.PutItem', item)?.resource).toMatch(/table\/t$/u);
  });
});

describe('the permissions of the roles', () => {
  let stack: Stack;
  let deployed: LocalDeployment;
  beforeAll(async () => {
    stack = readStack(Template.fromStack(synthesised('local').stack).toJSON(), PSEUDO_PARAMETERS);
    deployed = await deploy(stack, clients, { suffix: '', assetOf: () => WORKER });
  });
  const nameOf = (part: string) => deployed.functions.find(({ name }) => name.startsWith(part))?.name ?? '';
  const table = (name: string) => `arn:aws:dynamodb:ap-southeast-1:000000000000:table/${deployed.tables[name]}`;
  const bucket = (key: string) => `arn:aws:s3:::${deployed.buckets['evidence']}/${key}`;

  it('the guard allows exactly the calls that the roles of the stack allow', async () => {
    const permissions = permissionsOf(stack, deployed.queues);
    const allows = (name: string, action: string, resource: string) =>
      permissions.allows(nameOf(name), { action, resource });
    const queue = (name: string) => deployed.queueUrls[name]?.split('/').at(-1) ?? '';
    expect(await allows('NotifyPolice', 'dynamodb:PutItem', table('notices'))).toBe(true);
    expect(await allows('ReadFile', 's3:PutObject', bucket('receipts/a.json'))).toBe(true);
    expect(await allows('NotifyPolice', 'sqs:SendMessage', queue('dossiers'))).toBe(true);
    expect(permissions.refusals.size).toBe(0);
    expect(await allows('NotifyPolice', 'dynamodb:DeleteItem', table('notices'))).toBe(false);
    expect(await allows('NotifyPolice', 'dynamodb:GetItem', table('companies'))).toBe(false);
    expect(await allows('ReadFile', 's3:PutObject', bucket('dossiers/a.json'))).toBe(false);
    expect(await allows('NotifyPolice', 'sqs:SendMessage', queue('registrations'))).toBe(false);
    expect(await allows('nobody', 'dynamodb:GetItem', table('companies'))).toBe(false);
    expect([...permissions.refusals][0]).toMatch(/Hàm NotifyPolice\w+ không có quyền dynamodb:DeleteItem/u);
  });

  it('mails may be sent from the stage’s address and from no other of its domain', async () => {
    const permissions = permissionsOf(stack, deployed.queues);
    const maySend = (FromEmailAddress: string) => {
      const request = { method: 'POST', path: '/v2/email/outbound-emails', target: undefined };
      const call = callIn(request, JSON.stringify({ FromEmailAddress }));
      return call && permissions.allows(nameOf('MailOfficers'), call);
    };
    const { mailFrom } = stageConfig('local');
    expect(await maySend(mailFrom)).toBe(true);
    expect(await maySend(`x-${mailFrom}`)).toBe(false);
    expect(await maySend('x@elsewhere.vn')).toBe(false);
  });

  it.each(['registrations', 'activities'])(
    'the desks may put files directly into %s and into no sender’s folder below it',
    async (feed) => {
      const permissions = permissionsOf(stack, deployed.queues);
      const mayPut = (key: string) => {
        const resource = `arn:aws:s3:::${deployed.buckets['inbox']}/${feed}/${key}`;
        return permissions.allows(nameOf('DesksServePages'), { action: 's3:PutObject', resource });
      };
      expect(await mayPut('2025-07.csv')).toBe(true);
      expect(await mayPut('thue/2025-07.csv')).toBe(false);
      expect(await mayPut('thue/manifest.json')).toBe(false);
      expect(await mayPut('/a.csv')).toBe(false);
    },
  );

  it.each(['a\nb', 'a\r\u2028b', 'a*b?', '${aws:x}', 'a:b:c', 'a/../b', '\u0000'])(
    'a role that allows all objects of a folder allows them whatever their names are: %j',
    async (name) => {
      const permissions = permissionsOf(stack, deployed.queues);
      const put = (folder: string) => ({ action: 's3:PutObject', resource: bucket(`${folder}/${name}`) });
      expect(await permissions.allows(nameOf('ReadFile'), put('receipts'))).toBe(true);
      expect(await permissions.allows(nameOf('ReadFile'), put('dossiers'))).toBe(false);
    },
  );
});

it('a function’s request is stopped before it leaves where the role does not allow it', async () => {
  const stack = readStack(toyTemplate, { 'AWS::Region': 'ap-southeast-1', 'AWS::AccountId': '000000000000' });
  const assetOf = (s3Key: string) => join(import.meta.dirname, '..', 'toy', s3Key);
  const { functions } = await deploy(stack, clients, { suffix: '-guarded', assetOf });
  const log = new Writable({ write: (_chunk, _encoding, done) => done() });
  const variables = {
    ...endpointVariables(engines.endpoints),
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  const worker = functions.find(({ module }) => module.includes('worker'))!;
  const record = { messageId: 'm', body: '{"id":"a"}', attributes: {}, receiptHandle: 'r' };
  const outcomes = [];
  for (const isAllowed of [true, false]) {
    const asked: string[] = [];
    const allows = async (_name: string, { action }: AwsCall) => (asked.push(action), isAllowed);
    const guarded = sandbox(worker, { log, variables, permissions: { allows } });
    const answer = await guarded.invoke({ Records: [record] }).catch((error: Error) => error.message);
    outcomes.push({ asked: asked.length > 0, failed: JSON.stringify(answer) !== '{"batchItemFailures":[]}' });
    await guarded.close();
  }
  expect(outcomes).toEqual([
    { asked: true, failed: false },
    { asked: true, failed: true },
  ]);
});
