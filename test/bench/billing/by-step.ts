import * as z from 'zod';
import type { Exchange } from '../embedded/recorder.ts';

const Named = z.object({
  TableName: z.string().optional(),
  QueueUrl: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});

/** The requests and units of one kind, for one company. */
interface Used {
  requests: number;
  reads: number;
  writes: number;
}

/**
 * Sums a phase's requests by step, table or queue, and action, each divided by the number of companies, the largest first.
 * Names are without what the deployment adds at their end.
 */
export function byStep(
  exchanges: readonly Exchange[],
  unitsOf: (exchange: Exchange) => { readonly reads: number; readonly writes: number },
  companies: number,
): Readonly<Record<string, number>>[] {
  const sums = new Map<string, Used>();
  for (const exchange of exchanges) {
    const key = [plain(exchange.caller ?? 'poller'), whereOf(exchange), exchange.action].join(' ');
    const sum = sums.get(key) ?? { requests: 0, reads: 0, writes: 0 };
    const { reads, writes } = exchange.service === 'dynamodb' ? unitsOf(exchange) : { reads: 0, writes: 0 };
    sums.set(key, { requests: sum.requests + 1, reads: sum.reads + reads, writes: sum.writes + writes });
  }
  const each = (kind: keyof Used) =>
    Object.fromEntries(
      [...sums]
        .map(([key, used]): [string, number] => [key, Math.round((used[kind] / companies) * 100) / 100])
        .filter(([, value]) => value > 0)
        .sort(([, a], [, b]) => b - a),
    );
  return [each('requests'), each('writes'), each('reads')];
}

function whereOf({ service, request }: Exchange): string {
  if (service !== 'dynamodb' && service !== 'sqs') return service;
  const { TableName, QueueUrl, RequestItems = {} } = Named.parse(JSON.parse(request.toString()));
  return plain(TableName ?? QueueUrl?.split('/').at(-1) ?? Object.keys(RequestItems).join('+'));
}

const plain = (name: string): string => name.replaceAll(/(?:Function|Table|Queue)?[0-9A-F]{8}(?=-|$|\+)/gu, '');
