import type { Message } from '@aws-sdk/client-sqs';
import { AWS_LIMITS } from '../limits.ts';

/** How often a chain of messages has started each function: the `Lineage` part of X-Ray's trace header. */
export type Lineage = ReadonlyMap<string, number>;

/** The name of the header among a message's system attributes, and here among its attributes, because the engine keeps only those. */
export const TRACE_HEADER = 'AWSTraceHeader';

const headerOf = ({ MessageAttributes }: Message) => MessageAttributes?.[TRACE_HEADER]?.StringValue ?? '';

/** The lineage of a batch: what a function sends may go on with any of its messages, so the longest chain counts. */
export function lineageOf(messages: readonly Message[]): Lineage {
  const lineage = new Map<string, number>();
  for (const message of messages) {
    const counts = /Lineage=([^;]+)/u.exec(headerOf(message))?.[1]?.split('|') ?? [];
    for (const [name = '', count] of counts.map((one) => one.split(':')))
      lineage.set(name, Math.max(Number(count), lineage.get(name) ?? 0));
  }
  return lineage;
}

/** Whether Lambda starts the function no more in this chain. */
export const isStopped = (lineage: Lineage, functionName: string): boolean =>
  (lineage.get(functionName) ?? 0) >= AWS_LIMITS.chainInvocations.value;

/** The header of an invocation, which the SDK passes on with what the function sends. */
export function traceHeaderOf(lineage: Lineage, functionName: string): string {
  const counts = new Map(lineage).set(functionName, (lineage.get(functionName) ?? 0) + 1);
  return `Root=1-00000000-000000000000000000000000;Lineage=${[...counts].map((one) => one.join(':')).join('|')}`;
}
