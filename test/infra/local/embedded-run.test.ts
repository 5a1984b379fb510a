import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { SendMessageCommand, GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clients, clientsOf } from '#infra/local/clients.ts';
import { deploy, type LocalDeployment, type EventSourceMapping } from '#infra/local/deploy.ts';
import { uploadToInbox } from '#infra/local/upload-to-inbox.ts';
import { endpointVariables, type Engines, startEngines } from '#infra/local/engines.ts';
import { type EventSources, eventSources } from '#infra/local/event-sources.ts';
import { findFiles } from '#infra/local/find-files.ts';
import { sandbox, type SandboxContext } from '#infra/local/sandbox.ts';
import { readStack } from '#infra/local/template.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { toyTemplate } from './toy/template.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

describe('the embedded run over a toy template', () => {
  let engines: Engines;
  let clients: Clients;
  let deployed: LocalDeployment;
  let sources: EventSources;
  let context: SandboxContext;
  const log: string[] = [];

  beforeAll(async () => {
    engines = await startEngines({});
    clients = clientsOf(engines.endpoints, credentials);
    const pseudo = { 'AWS::Region': 'ap-southeast-1', 'AWS::AccountId': '000000000000' };
    const assetOf = (s3Key: string) => join(import.meta.dirname, 'toy', s3Key);
    deployed = await deploy(readStack(toyTemplate, pseudo), clients, { suffix: '', assetOf });
    context = {
      log: new Writable({ write: (chunk, _, done) => (log.push(String(chunk)), done()) }),
      variables: {
        ...endpointVariables(engines.endpoints),
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
      },
    };
    sources = eventSources(clients.sqs, deployed.mappings, ({ target }) => sandbox(target, context));
  });
  afterAll(async () => {
    await sources.close();
    await engines.stop();
  });

  const say = (...bodies: string[]) =>
    Promise.all(
      bodies.map((MessageBody) =>
        clients.sqs.send(new SendMessageCommand({ QueueUrl: deployed.queueUrls['work'] ?? '', MessageBody })),
      ),
    );
  const seen = async () => {
    const { Items = [] } = await DynamoDBDocumentClient.from(clients.dynamodb).send(
      new ScanCommand({ TableName: deployed.tables['seen'] }),
    );
    return new Map(Items.map((item) => [String(item['id']), item]));
  };
  const inQueue = async (id: string) => {
    const url = deployed.queues.find((queue) => queue.id === id)?.url;
    const { Attributes } = await clients.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
    );
    return Attributes;
  };

  it('the embedded run names the resources as the functions call them, and resolves their environment', async () => {
    expect(deployed.tables).toEqual({ seen: 'Seen' });
    expect(deployed.buckets).toEqual({ inbox: 'inbox' });
    const worker = deployed.mappings.find(({ target }) => target.name === 'Worker')?.target.environment;
    expect(worker).toMatchObject({ ONE: 'a-b', MEASURES: 'Seen@ap-southeast-1', SEEN_TABLE: 'Seen' });
    expect(deployed.queues.map(({ id }) => id).sort()).toEqual(['DeadLetters', 'Files', 'Notices', 'Work']);
    const expression = 'cron(0 5 * * ? *)';
    expect(deployed.schedules).toEqual([{ queueUrl: deployed.queueUrls['work'], input: 'clock', expression }]);
    expect(await inQueue('Work')).toMatchObject({ VisibilityTimeout: '1800' });
  });

  it('the embedded run sends events for dropped files, handles them, and reads a queue only when all earlier steps are idle', async () => {
    const inbox = temporaryFolder('inbox');
    mkdirSync(join(inbox, 'registrations'));
    mkdirSync(join(inbox, 'accounts', '970436'), { recursive: true });
    const lines = Array.from({ length: 95 }, (_, n) => `line ${n}`).join('\n');
    writeFileSync(join(inbox, 'registrations', 'Tệp số 1 (a+b).txt'), lines);
    writeFileSync(join(inbox, 'registrations', '.DS_Store'), '');
    writeFileSync(join(inbox, 'accounts', '970436', 'x.csv'), 'not announced: not under the prefix');
    writeFileSync(join(inbox, 'notes.txt'), '');
    const found = await findFiles(inbox);
    expect(found).toEqual({
      files: ['accounts/970436/x.csv', 'registrations/Tệp số 1 (a+b).txt'],
      leftAlone: ['notes.txt', 'registrations/.DS_Store'],
      refused: [],
    });
    const announced = deployed.announcements.map((one) => ({ ...one, prefix: 'registrations/' }));
    await uploadToInbox(clients, { inbox, files: found.files, bucket: deployed.buckets['inbox'] ?? '' }, announced);
    await sources.drain();
    const rows = await seen();
    const threads = [...rows.values()].flatMap(({ thread }) => (thread === undefined ? [] : [Number(thread)]));
    expect(new Set(threads).size).toBeLessThanOrEqual(2);
    expect(rows.get('line 94')).toMatchObject({ times: 1 });
    expect([...rows.keys()].filter((id) => id.startsWith('line '))).toHaveLength(95);
    expect(Math.max(...[...rows.values()].map(({ together }) => Number(together ?? 0)))).toBe(25);
    expect(rows.get('teller')).toMatchObject({ times: 95, upstream: 0 });
  });

  it('the embedded run returns only the failed messages of a batch, and those that fail too often end in the dead letters', async () => {
    await say('good', 'again', 'poison');
    await sources.drain();
    const rows = await seen();
    expect(rows.get('good')).toMatchObject({ times: 1 });
    expect(rows.get('again')).toMatchObject({ times: 2 });
    expect(rows.get('poison')).toMatchObject({ times: 2 });
    expect(await inQueue('DeadLetters')).toMatchObject({ ApproximateNumberOfMessages: '1' });
  });

  it('the embedded run reads a queue with short waits while earlier steps are running', async () => {
    const open = ({ target }: EventSourceMapping) => sandbox(target, context);
    const eager = eventSources(clients.sqs, deployed.mappings, open, {
      waits: ({ target }) => target.name !== 'Teller',
    });
    await say('slow');
    const QueueUrl = deployed.queueUrls['notices'] ?? '';
    await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    await eager.drain();
    await eager.close();
    expect(Number((await seen()).get('teller')?.['upstream'])).toBeGreaterThan(0);
  });

  it('the embedded run fails a whole batch whose handler threw, hung, exited, or named an unknown message', async () => {
    for (const body of ['throw', 'hang', 'exit', 'stranger']) {
      await say(body);
      await sources.drain();
    }
    const rows = await seen();
    expect(['throw', 'hang', 'exit', 'stranger'].map((body) => rows.get(body)?.['times'])).toEqual([2, 2, 2, 2]);
    const worker = [...sources.progress].find(([{ target }]) => target.name === 'Worker')?.[1];
    expect(worker?.error).toBe('Worker: exit');
    expect(log.join('')).toContain('secret words');
  });

  it('the embedded run gives a handler Lambda’s environment, and nothing of the machine’s', async () => {
    await say('environment', 'remaining');
    await sources.drain();
    const names = [...(await seen()).keys()].find((id) => id.startsWith('AWS_ACCESS'));
    expect(names?.split(' ')).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_DEFAULT_REGION',
      'AWS_ENDPOINT_URL_DYNAMODB',
      'AWS_ENDPOINT_URL_KMS',
      'AWS_ENDPOINT_URL_S3',
      'AWS_ENDPOINT_URL_SECRETS_MANAGER',
      'AWS_ENDPOINT_URL_SQS',
      'AWS_EXECUTION_ENV',
      'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
      'AWS_LAMBDA_FUNCTION_NAME',
      'AWS_LAMBDA_FUNCTION_VERSION',
      'AWS_REGION',
      'AWS_SECRET_ACCESS_KEY',
      'MEASURES',
      'NOTICES_QUEUE_URL',
      'ONE',
      'SEEN_TABLE',
      '_HANDLER',
      '_X_AMZN_TRACE_ID',
    ]);
  });
});
