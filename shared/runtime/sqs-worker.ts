import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { NeverPossible } from './errors.ts';
import { afterPassing, type Hops, HOPS_ATTRIBUTE, hopsOf, inChain, joinedHops, LAMBDA_STOPS_AFTER } from './hops.ts';
import { settledInParallel } from './in-parallel.ts';
import { log, logFailure } from './log.ts';
import { parseJson } from './parse-json.ts';

/** Stores a message that can never succeed, so that it can be acknowledged without loss. */
export type Park = (record: SQSRecord, why: string) => Promise<void>;

/**
 * One message for all messages of its batch with the same content; `sentAt` is that of the newest. `again` is true
 * where one of them was received before, so that an earlier try may have ended half-way.
 */
export interface ReceivedMessage<M> {
  readonly message: M;
  readonly sentAt: Date;
  readonly again: boolean;
  /** The hops of the chain that the message belongs to. */
  readonly hops: Hops;
}

interface Worker<C extends z.ZodType> {
  readonly contract: C;
  readonly park: Park;
  /** A message that came back to its queue more often is parked. */
  readonly mostHops?: number;
  /** The body with its sealed codes opened; for a queue whose messages name companies. */
  readonly opened?: (body: string) => string;
  /** Handles a batch's distinct messages; the promise of each counts for all records with that content. */
  readonly handle: (received: readonly ReceivedMessage<z.infer<C>>[]) => Promise<PromiseSettledResult<void>[]>;
}

/**
 * A message is done, returned alone to the queue, parked, or done with a negative finding. Messages of equal content are
 * handled once, because a company's facts arrive in bursts.
 */
export function sqsWorker<C extends z.ZodType>({
  contract,
  handle,
  park,
  mostHops = LAMBDA_STOPS_AFTER,
  opened = (body) => body,
}: Worker<C>) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failures: SQSBatchItemFailure[] = [];
    const giveBack = (record: SQSRecord, error: unknown) => {
      logFailure('MESSAGE_FAILED', error, { messageId: record.messageId });
      failures.push({ itemIdentifier: record.messageId });
    };
    const parkOrGiveBack = async (record: SQSRecord, { message: reason }: NeverPossible) => {
      try {
        await park(record, reason);
        log('MESSAGE_PARKED', { messageId: record.messageId, reason });
      } catch (error) {
        giveBack(record, error);
      }
    };

    const said = new Map<string, { message: z.infer<C>; records: SQSRecord[] }>();
    for (const record of Records) {
      if (returnsOf(record) > mostHops) {
        await parkOrGiveBack(record, new NeverPossible('chain_too_long'));
        continue;
      }
      const parsed = contract.safeParse(parseJson(opened(record.body)));
      if (!parsed.success) {
        const broken = parsed.error.issues.map(brokenPath).join(', ');
        await parkOrGiveBack(record, new NeverPossible('message_unreadable', broken));
        continue;
      }
      const key = JSON.stringify(parsed.data);
      const same = said.get(key);
      if (same) same.records.push(record);
      else said.set(key, { message: parsed.data, records: [record] });
    }

    const groups = [...said.values()];
    // A batch in which every message was parked needs no reading, which could fail
    const outcomes = groups.length === 0 ? [] : await settle(groups, handle);
    for (const [index, { records }] of groups.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === 'fulfilled') continue;
      const reason: unknown = outcome?.reason;
      for (const record of records) {
        if (reason instanceof NeverPossible) await parkOrGiveBack(record, reason);
        else giveBack(record, reason);
      }
    }
    return { batchItemFailures: failures };
  };
}

/** Handles messages one by one, at most `width` at once. */
export function eachMessage<M>(width: number, work: (received: ReceivedMessage<M>) => Promise<void>) {
  return (received: readonly ReceivedMessage<M>[]): Promise<PromiseSettledResult<void>[]> =>
    settledInParallel(received, width, (one) => inChain(one.hops, () => work(one)));
}

async function settle<M>(
  groups: readonly { message: M; records: readonly SQSRecord[] }[],
  handle: (received: readonly ReceivedMessage<M>[]) => Promise<PromiseSettledResult<void>[]>,
): Promise<PromiseSettledResult<void>[]> {
  const received = groups.map(({ message, records }) => ({
    message,
    sentAt: newest(records),
    again: records.some(wasReceived),
    hops: joinedHops(records.map(hopsAfter)),
  }));
  try {
    return await inChain(joinedHops(received.map(({ hops }) => hops)), () => handle(received));
  } catch (reason) {
    return groups.map(() => ({ status: 'rejected', reason }));
  }
}

const newest = (records: readonly SQSRecord[]) =>
  new Date(Math.max(...records.map((record) => Number(record.attributes.SentTimestamp))));

const wasReceived = (record: SQSRecord) => Number(record.attributes.ApproximateReceiveCount) > 1;

const queueOf = ({ eventSourceARN }: SQSRecord) => eventSourceARN.split(':').at(-1) ?? '';
const hopsBefore = ({ messageAttributes }: SQSRecord) => hopsOf(messageAttributes[HOPS_ATTRIBUTE]?.stringValue);
const returnsOf = (record: SQSRecord) => hopsBefore(record).get(queueOf(record)) ?? 0;
const hopsAfter = (record: SQSRecord) => afterPassing(hopsBefore(record), queueOf(record));

/** The paths and codes of a broken contract, without its values. */
const brokenPath = (issue: z.core.$ZodIssue) => `${issue.path.join('.')}:${issue.code}`;
