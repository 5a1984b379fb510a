import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { NOTHING_READ, readRows } from '#functions/1-read-file/read-drop.ts';
import type { ReadFilePorts } from '#functions/1-read-file/ports.ts';
import { companyQueue, queue } from '#shared/clients/queue.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { filesTable } from '#shared/tables/files.ts';
import { linksTable } from '#shared/tables/links.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { rejectionsTable } from '#shared/tables/rejections.ts';
import { subscribersTable } from '#shared/tables/subscribers.ts';
import { takingsBackTable } from '#shared/tables/takings-back.ts';
import { DROPS_NOT_ASKED } from '#shared/tables/drop-states.ts';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { aDrop } from '#test/support/a-drop.ts';

const SOURCE = { folder: 'registrations', fileName: 'bench.csv', today: '2025-12-31' } as const;

/**
 * Reads a registrations file as the step does, with its writes and messages going to an endpoint that accepts
 * everything at once.
 */
export interface IngestWriting {
  read(body: Readable): Promise<number>;
  stop(): Promise<number>;
}

export async function startWriting(): Promise<IngestWriting> {
  const worker = new Worker(new URL('null-endpoint.ts', import.meta.url));
  const endpoint = await new Promise<string>((resolve, reject) => {
    worker.once('message', (url) => resolve(String(url)));
    worker.once('error', reject);
  });
  const settings = {
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'null', secretAccessKey: 'null' },
  };
  const marshallOptions = { removeUndefinedValues: true };
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(settings), { marshallOptions });
  const sqs = new SQSClient(settings);
  const ports = portsOf(db, sqs, endpoint);
  return {
    async read(body) {
      const start = aDrop({ file: 'bench.csv', version: '1', state: 'reading', counts: NOTHING_READ });
      const reading = await readRows(readFeed(body, SOURCE), start, SOURCE.today, ports, {
        isLeft: () => true,
        wentIntoReading: () => true,
      });
      if (reading === 'goes on') throw new Error('the run has all the time it needs');
      return reading.drop.counts.read;
    },
    /** @returns the number of items that the endpoint received */
    async stop() {
      const taken = new Promise<number>((resolve) => worker.once('message', (items) => resolve(Number(items))));
      worker.postMessage('count', []);
      const items = await taken;
      await worker.terminate();
      return items;
    },
  };
}

function portsOf(db: DynamoDBDocumentClient, sqs: SQSClient, endpoint: string): ReadFilePorts {
  const now = () => new Date();
  const hash = keyedHash('bench');
  const nothing = () => Promise.reject(new Error('reading rows asks for no objects'));
  return {
    open: nothing,
    holdLimits: { share: 1, rows: 1 },
    senders: {},
    processorMs: () => 0,
    objects: { put: async () => {}, remove: nothing, read: nothing },
    evidenceBucket: '',
    outboxBucket: '',
    enter: async () => {},
    companies: companiesTable(db, 'companies', hash, DROPS_NOT_ASKED),
    policeRecords: policeRecordsTable(db, 'police', hash, DROPS_NOT_ASKED),
    accounts: accountsTable(db, 'accounts', hash, DROPS_NOT_ASKED),
    subscribers: subscribersTable(db, 'subscribers', hash, DROPS_NOT_ASKED),
    links: linksTable(db, 'links', hash),
    files: filesTable(db, 'files'),
    takingsBack: takingsBackTable(db, 'takings-back'),
    takingBackPolicy: 'automatic',
    rejections: rejectionsTable(db, 'rejections'),
    carryOn: queue(`${endpoint}/files`, sqs),
    verify: companyQueue(`${endpoint}/registrations`, hash, sqs),
    assess: companyQueue(`${endpoint}/companies`, hash, sqs),
    notifyBanks: queue(`${endpoint}/banks`, sqs),
    sweep: queue(`${endpoint}/sweeps`, sqs),
    hash,
    expiry: expiresAfter(730, now),
    rulesClock: rulesClock('2025-12-31', now),
    now,
  };
}
