import { tableKind } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

interface BatchWrite {
  readonly DeleteRequest?: { readonly Key: Attributes };
}
type Batches = Readonly<Record<string, readonly BatchWrite[]>>;

const CLAIMS = 'claims#';
const nameOf = ({ value, enterpriseCode }: Attributes): string => `${String(value)} ${String(enterpriseCode)}`;

/** Notes which values a company had claimed before its last claim, and from which of them it is deleted. */
export function noteClaims({ name, input }: ServiceRequest, answer: unknown, trace: InvocationTrace): void {
  if (name === 'UpdateCommand' && String(input.Key.value).startsWith(CLAIMS)) {
    const claims = Object.values((input.ExpressionAttributeValues ?? {}) as Attributes);
    const own = claims.find((one) => one instanceof Set);
    const { claimed } = ((answer as { Attributes?: Attributes }).Attributes ?? {}) as { claimed?: Set<unknown> };
    if (own && claimed) trace.claimedBefore.set(input.Key.enterpriseCode, [...claimed.difference(own)]);
  }
  if (name !== 'BatchWriteCommand') return;
  const { UnprocessedItems = {} } = answer as { UnprocessedItems?: Batches };
  for (const [table, requests] of Object.entries(input.RequestItems as Batches)) {
    if (tableKind(table) !== 'Links') continue;
    const left = new Set((UnprocessedItems[table] ?? []).map(keyIn));
    for (const one of requests) if (one.DeleteRequest && !left.has(keyIn(one))) trace.removed.add(keyIn(one));
  }
}

const keyIn = ({ DeleteRequest }: BatchWrite): string => nameOf(DeleteRequest?.Key ?? {});

/**
 * A company no longer stands at any value that it once claimed and does not share now: a try that failed may have written
 * it there, and no assessment says so.
 */
export function claimsTakenBack(
  { claimedBefore, removed }: InvocationTrace,
  enterpriseCode: unknown,
): string | undefined {
  const left = claimedBefore.get(enterpriseCode)?.find((value) => !removed.has(nameOf({ value, enterpriseCode })));
  return left === undefined
    ? undefined
    : `${String(enterpriseCode)} is removed from ${String(left)}, which it once claimed`;
}
