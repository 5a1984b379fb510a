import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { NeverPossible } from './errors.ts';
import { type Chain, chainOf, inChain, joinedChain } from './chain.ts';
import { afterPassing, LAMBDA_STOPS_AFTER } from './hops.ts';
import { settledInParallel } from './in-parallel.ts';
import { log, logFailure, type LogIds } from './log.ts';
import { parseJson } from './parse-json.ts';

/** Stores a message that can never succeed, so that it can be acknowledged without loss. */
export type Park = (record: SQSRecord, why: string) => Promise<void>;

/** One message for all messages of its batch with the same content. */
export interface ReceivedMessage<M> {
  readonly message: M;
  /** The chain that the message belongs to. */
  readonly chain: Chain;
}

export interface Worker<C extends z.ZodType> {
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
      inChain(chainAfter(record), () => logFailure('MESSAGE_FAILED', error, idsOf(record)));
      failures.push({ itemIdentifier: record.messageId });
    };
    const parkOrGiveBack = async (record: SQSRecord, { message: reason }: NeverPossible) => {
      try {
        await park(record, reason);
        inChain(chainAfter(record), () => log('MESSAGE_PARKED', { ...idsOf(record), reason }));
      } catch (error) {
        giveBack(record, error);
      }
    };

    const said = new Map<string, { message: z.infer<C>; chain: Chain; records: SQSRecord[] }>();
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
      if (same) {
        same.records.push(record);
        same.chain = joinedChain([same.chain, chainAfter(record)]);
      } else said.set(key, { message: parsed.data, chain: chainAfter(record), records: [record] });
    }

    const groups = [...said.values()];
    // A batch in which every message was parked needs no reading, which could fail
    const outcomes = groups.length === 0 ? [] : await settle(groups, handle);
    for (const [index, { chain, records }] of groups.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === 'fulfilled') {
        const [first] = records;
        if (first) inChain(chain, () => log('MESSAGE_DONE', { ...idsOf(first), count: records.length }));
        continue;
      }
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
export function eachMessage<M>(width: number, work: (message: M) => Promise<void>) {
  return (received: readonly ReceivedMessage<M>[]): Promise<PromiseSettledResult<void>[]> =>
    settledInParallel(received, width, ({ message, chain }) => inChain(chain, () => work(message)));
}

async function settle<M>(
  received: readonly ReceivedMessage<M>[],
  handle: (received: readonly ReceivedMessage<M>[]) => Promise<PromiseSettledResult<void>[]>,
): Promise<PromiseSettledResult<void>[]> {
  try {
    return await inChain(joinedChain(received.map(({ chain }) => chain)), () => handle(received));
  } catch (reason) {
    return received.map(() => ({ status: 'rejected', reason }));
  }
}

const queueOf = ({ eventSourceARN }: SQSRecord) => eventSourceARN.split(':').at(-1) ?? '';
const chainBefore = ({ messageAttributes: { hops, files, companies } }: SQSRecord) =>
  chainOf({ hops: hops?.stringValue, files: files?.stringValue, companies: companies?.stringValue });
const returnsOf = (record: SQSRecord) => chainBefore(record).hops.get(queueOf(record)) ?? 0;

/** The chain once it has passed the queue of the message. A message that names a company is about that one alone. */
function chainAfter(record: SQSRecord): Chain {
  const { hops, files, companies } = chainBefore(record);
  const { enterpriseCode } = namedIn(record);
  return {
    hops: afterPassing(hops, queueOf(record)),
    files,
    companies: enterpriseCode === undefined ? companies : [enterpriseCode],
  };
}

/** What messages name, as it is on its way: sealed. */
const Named = z.object({ enterpriseCode: z.string(), noticeId: z.string(), receiver: z.string() }).partial().catch({});
const namedIn = ({ body }: SQSRecord) => Named.parse(parseJson(body));

function idsOf(record: SQSRecord): LogIds {
  const { noticeId, receiver } = namedIn(record);
  return {
    queue: queueOf(record),
    messageId: record.messageId,
    ...(noticeId !== undefined && { noticeId }),
    ...(receiver !== undefined && { receiver }),
  };
}

/** The paths and codes of a broken contract, without its values. */
const brokenPath = (issue: z.core.$ZodIssue) => `${issue.path.join('.')}:${issue.code}`;
