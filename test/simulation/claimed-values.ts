import { ASSESS_SECONDS } from '#shared/contracts/messages.ts';
import { tableKind } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';

/** A run that claimed its links so long ago has ended. */
const RUN_ENDED_AFTER_MS = (ASSESS_SECONDS + 60) * 1000;
/** The most milliseconds by which the clocks of two functions differ. */
const CLOCKS_APART_MS = 1000;

const CLAIMS = 'claims#';

/** The runs that have claimed links of a company and have not said that they have ended. */
export const openRuns = (claims: Attributes | undefined): readonly string[] =>
  String(claims?.['value']).startsWith(CLAIMS)
    ? Object.keys(claims ?? {}).filter((name) => name.startsWith('run_'))
    : [];

/** A run of another function counts as ended only once the time of a function is over. */
export function endedEarly(
  before: Attributes | undefined,
  after: Attributes | undefined,
  { runs }: InvocationTrace,
  now: number,
): string | undefined {
  const early = openRuns(before).find((run) => {
    const since = Number(run.split('_')[1]);
    return after?.[run] === undefined && !runs.has(run) && now - since + CLOCKS_APART_MS < RUN_ENDED_AFTER_MS;
  });
  return early && `the run ${early}, which may still write links, counts as ended`;
}

interface BatchWrite {
  readonly DeleteRequest?: { readonly Key: Attributes };
}
type Batches = Readonly<Record<string, readonly BatchWrite[]>>;

const nameOf = ({ value, enterpriseCode }: Attributes): string => `${String(value)} ${String(enterpriseCode)}`;

/** Notes which values a company had claimed before its last claim, and from which of them it is deleted. */
export function noteClaims({ name, input }: ServiceRequest, answer: unknown, trace: InvocationTrace): void {
  if (name === 'UpdateCommand' && String(input.Key.value).startsWith(CLAIMS)) {
    const claims = Object.values((input.ExpressionAttributeValues ?? {}) as Attributes);
    const isClaim = String(input.UpdateExpression).includes('ADD');
    const own = isClaim ? claims.find((one) => one instanceof Set) : undefined;
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
