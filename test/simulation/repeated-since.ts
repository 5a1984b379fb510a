import { dropBefore } from './earlier-reader.ts';
import { tableKind } from './end-state.ts';
import { READER, type SimulatedInvocation } from './invocations.ts';
import { OF_ROWS } from './overwritten.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

interface RowOrigin {
  readonly file: string;
  readonly version: string;
}
interface RowPut {
  readonly PutRequest?: { readonly Item: Attributes };
}

/** Remembers which drop a reader reads, from the rows that it writes. */
export function noteDrop({ name, input }: ServiceRequest, invocation: SimulatedInvocation): void {
  if (name !== 'BatchWriteCommand' || invocation.step.folder !== READER) return;
  const requests = Object.values(input.RequestItems as Record<string, readonly RowPut[]>).flat();
  const from = requests.find(({ PutRequest }) => PutRequest?.Item['from'] !== undefined)?.PutRequest?.Item['from'];
  if (from !== undefined) invocation.reads = from as RowOrigin;
}

/**
 * A reader that looks for facts of its earlier drops finds one that another file has repeated, as it was before that: it
 * is of the reader's earlier drop in this answer alone. The reader must not delete it, and whatever leads to it stays.
 */
export function asBeforeRepeated<T>({ name, input }: ServiceRequest, { reads }: SimulatedInvocation, answer: T): T {
  if (name !== 'QueryCommand' || !reads || !OF_ROWS.has(tableKind(input.TableName))) return answer;
  const version = dropBefore(reads.version);
  const { Items } = answer as unknown as { readonly Items: readonly Attributes[] };
  const isOfAnother = ({ from }: Attributes) => from !== undefined && (from as RowOrigin).file !== reads.file;
  if (version === undefined || !Items.some(isOfAnother)) return answer;
  const shown = (item: Attributes) =>
    isOfAnother(item) ? { ...item, from: { ...(item['from'] as RowOrigin), file: reads.file, version } } : item;
  return { ...answer, Items: Items.map(shown) };
}
