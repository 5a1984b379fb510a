import type { SimulatedInvocation } from './invocations.ts';
import type { ServiceRequest } from './services.ts';

interface Refused {
  readonly Failed?: readonly { readonly Id: string }[];
  readonly UnprocessedItems?: Readonly<Record<string, readonly unknown[]>>;
}

/** Notes which messages and which writes of a batch were refused, until they are taken. */
export function noteRefused(asked: ServiceRequest, invocation: SimulatedInvocation, answer: unknown): void {
  if (asked.name === 'SendMessageBatchCommand') noteSent(asked, invocation, answer as Refused);
  if (asked.name === 'BatchWriteCommand') noteWritten(asked, invocation, answer as Refused);
}

function noteSent({ input }: ServiceRequest, { unsent }: SimulatedInvocation, { Failed = [] }: Refused): void {
  const refused = new Set(Failed.map(({ Id }) => Id));
  for (const { Id, MessageBody } of input.Entries as { Id: string; MessageBody: string }[]) {
    const message = `${String(input.QueueUrl)} ${MessageBody}`;
    if (refused.has(Id)) unsent.add(message);
    else unsent.delete(message);
  }
}

function noteWritten(
  { input }: ServiceRequest,
  invocation: SimulatedInvocation,
  { UnprocessedItems = {} }: Refused,
): void {
  const { unanswered } = invocation;
  const nameOf = (table: string, write: unknown) => `a write to ${table}: ${JSON.stringify(write)}`;
  const hasRefused = Object.keys(UnprocessedItems).length > 0;
  // To make the names takes longer than to write the items
  if (!hasRefused && unanswered.size === 0) return;
  for (const [table, writes] of Object.entries(input.RequestItems as Readonly<Record<string, readonly unknown[]>>))
    for (const write of writes) unanswered.delete(nameOf(table, write));
  for (const [table, writes] of Object.entries(UnprocessedItems))
    for (const write of writes) unanswered.add(nameOf(table, write));
}
