import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  BatchWriteItemCommand,
  type BatchWriteItemCommandInput,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand } from '@aws-sdk/client-s3';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { withObjectsStoredFirst } from './object-order.ts';
import type { Exchange } from './recorder.ts';
import { type StackOnEngines, withPlace } from './run-flow.ts';

/** One prepared request, of which only the sending is timed. */
type ReplaySending = (place: StackOnEngines) => Promise<unknown>;

const Sqs = z.looseObject({ QueueUrl: z.string() });
const Sent = z.object({ MessageBody: z.string() });
const SentBatch = z.object({ Entries: z.array(z.looseObject({ Id: z.string(), MessageBody: z.string() })) });
const Return = z.object({ Entries: z.array(z.object({ VisibilityTimeout: z.number() })) });
const Deletion = z.object({ Entries: z.array(z.object({ Id: z.string() })) });

/**
 * Sends a run's requests again to fresh engines of the same stack, without the functions. A request is sent as soon as
 * the requests are answered that were answered before it in the run, so that none is sent earlier or with more
 * concurrency than possible. @returns seconds
 */
export function replay(exchanges: readonly Exchange[]): Promise<number> {
  const ready = withObjectsStoredFirst(exchanges.filter(isFlow)).toSorted((a, b) => a.sentAt - b.sentAt);
  const receipts = new Map<string, string[]>();
  const sendings = ready.map((exchange) => sendingOf(exchange, receipts));
  const ends = ready
    .map(({ answeredAt }, place) => ({ answeredAt, place }))
    .toSorted((a, b) => a.answeredAt - b.answeredAt);
  return withPlace(false, async (place) => {
    const startedAt = performance.now();
    await new Promise<void>((resolve, reject) => {
      const answered = new Set<number>();
      let [next, gone] = [0, 0];
      const goOn = (): void => {
        while (gone < ends.length && answered.has(ends[gone]?.place ?? 0)) gone += 1;
        if (gone === ends.length) resolve();
        const firstOpen = ends[gone]?.answeredAt ?? Number.POSITIVE_INFINITY;
        for (; next < ready.length && (ready[next]?.sentAt ?? 0) < firstOpen; next += 1) send(next);
      };
      const send = (mine: number): void => {
        sendings[mine]?.(place)
          .then(() => answered.add(mine))
          .then(goOn)
          .catch(reject);
      };
      goOn();
    });
    return (performance.now() - startedAt) / 1000;
  });
}

/** The runner's counts of queues are left out, and so are secrets and keys, which belong to a cold start and to the log. */
const isFlow = ({ service, action }: Exchange): boolean =>
  service !== 'secretsManager' && service !== 'kms' && action !== 'GetQueueAttributes';

function sendingOf(exchange: Exchange, receipts: Map<string, string[]>): ReplaySending {
  if (exchange.service === 'dynamodb') return toTables(exchange);
  return exchange.service === 'sqs' ? toQueues(exchange, receipts) : toStore(exchange);
}

/** The recorded input is the input of a command. */
const TO_TABLES: Readonly<Record<string, (wire: unknown, to: DynamoDBClient) => Promise<unknown>>> = {
  BatchGetItem: (wire, to) => to.send(new BatchGetItemCommand(z.custom<BatchGetItemCommandInput>().parse(wire))),
  BatchWriteItem: (wire, to) => to.send(new BatchWriteItemCommand(z.custom<BatchWriteItemCommandInput>().parse(wire))),
  GetItem: (wire, to) => to.send(new GetItemCommand(z.custom<GetItemCommandInput>().parse(wire))),
  PutItem: (wire, to) => to.send(new PutItemCommand(z.custom<PutItemCommandInput>().parse(wire))),
  Query: (wire, to) => to.send(new QueryCommand(z.custom<QueryCommandInput>().parse(wire))),
  UpdateItem: (wire, to) => to.send(new UpdateItemCommand(z.custom<UpdateItemCommandInput>().parse(wire))),
};

function toTables({ action, request }: Exchange): ReplaySending {
  const send = TO_TABLES[action];
  if (!send) throw new Error(`${action} is not replayed`);
  const wire = revived(request);
  // A condition that failed in the run fails again.
  return ({ clients }) => send(wire, clients.dynamodb).catch(unlessRefused);
}

const unlessRefused = (error: unknown): void => {
  if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
};

/** Bytes are decoded, because the request has them as base64. */
const revived = (request: Buffer): unknown =>
  JSON.parse(request.toString(), (key, held: unknown) =>
    key === 'B' && typeof held === 'string' ? Buffer.from(held, 'base64') : held,
  );

function toQueues({ action, request }: Exchange, receipts: Map<string, string[]>): ReplaySending {
  const asked = Sqs.parse(JSON.parse(request.toString()));
  const { pathname } = new URL(asked.QueueUrl);
  const held = receipts.get(pathname) ?? [];
  receipts.set(pathname, held);
  const here = ({ clients }: StackOnEngines) => new URL(pathname, clients.endpoints.sqs).href;
  switch (action) {
    case 'ReceiveMessage':
      return async (place) => {
        const { Messages = [] } = await place.clients.sqs.send(
          new ReceiveMessageCommand({ ...asked, QueueUrl: here(place) }),
        );
        held.push(...Messages.map(({ ReceiptHandle = '' }) => ReceiptHandle));
      };
    case 'DeleteMessageBatch': {
      const { Entries } = Deletion.parse(asked);
      return async (place) => {
        const mine = held.splice(0, Entries.length).map((ReceiptHandle, n) => ({ Id: String(n), ReceiptHandle }));
        if (mine.length === 0) return;
        await place.clients.sqs.send(new DeleteMessageBatchCommand({ QueueUrl: here(place), Entries: mine }));
      };
    }
    case 'ChangeMessageVisibilityBatch': {
      const { Entries } = Return.parse(asked);
      return async (place) => {
        const mine = held
          .splice(0, Entries.length)
          .map((ReceiptHandle, n) => ({ ...Entries[n], Id: String(n), ReceiptHandle }));
        if (mine.length === 0) return;
        await place.clients.sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: here(place), Entries: mine }));
      };
    }
    case 'SendMessage': {
      const { MessageBody } = Sent.parse(asked);
      return (place) => place.clients.sqs.send(new SendMessageCommand({ MessageBody, QueueUrl: here(place) }));
    }
    case 'SendMessageBatch': {
      const { Entries } = SentBatch.parse(asked);
      return (place) => place.clients.sqs.send(new SendMessageBatchCommand({ Entries, QueueUrl: here(place) }));
    }
    default:
      throw new Error(`${action} is not replayed`);
  }
}

function toStore({ action, ok, path, request }: Exchange): ReplaySending {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  const [, Bucket = '', ...key] = decodeURIComponent(pathname).split('/');
  const Key = key.join('/');
  if (searchParams.has('uploadId') || searchParams.has('uploads')) throw new Error('uploads in parts are not replayed');
  if (action === 'PUT') return ({ clients }) => clients.s3.send(new PutObjectCommand({ Bucket, Key, Body: request }));
  if (action === 'DELETE') return ({ clients }) => clients.s3.send(new DeleteObjectCommand({ Bucket, Key }));
  if (action !== 'GET') throw new Error(`${action} is not replayed`);
  return async ({ clients }) => {
    try {
      const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket, Key }));
      await Body?.transformToByteArray();
    } catch (error) {
      // An object that was missing in the run, such as the head of an empty log, is missing again.
      if (ok || !(error instanceof NoSuchKey)) throw error;
    }
  };
}
