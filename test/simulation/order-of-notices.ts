import type { Attributes } from './twins/expressions.ts';
import { tableNamed } from './end-state.ts';
import { newestState } from './ledger-behind.ts';
import { sentTo, type Writing } from './writing.ts';

/** The most milliseconds by which the clocks of two functions differ. */
const CLOCKS_APART_MS = 1000;

/**
 * No notice is sent before the company's verdict has lasted for the settling time. A function that began before the
 * verdict may have read an earlier one, which is no fault, and so may another message of the same batch.
 */
export function noticeOrder(writing: Writing): string | undefined {
  const { before, after, trace, world } = writing;
  if (after['sequence'] === before?.['sequence']) return undefined;
  if (before && !isEntered(before, writing))
    return `sequence ${String(before['sequence'])} of ${String(before['noticeId'])} is replaced before it is entered`;
  const kept = wronglyKept(writing);
  if (kept !== undefined) return kept;
  const { enterpriseCode } = after['content'] as Attributes;
  const place = `${tableNamed(world, 'Assessments')} ${JSON.stringify([enterpriseCode])}`;
  const verdicts = trace.looks.get(place) ?? [];
  const isTooSoon = verdicts.map((one) => {
    const standsSince = Date.parse(String(one?.['standsSince']));
    const stood = world.now() - standsSince + CLOCKS_APART_MS;
    return trace.since > standsSince + CLOCKS_APART_MS && stood < settlingMs(world);
  });
  if (isTooSoon.length > 0 && isTooSoon.every(Boolean))
    return `${String(after['receiver'])} is told of ${String(enterpriseCode)} before its verdict has settled`;
  return isListedTooSoon(writing)
    ? `${String(after['receiver'])} is told of an account before its listing has settled`
    : undefined;
}

/**
 * Another state is to be answered anew, unless its receiver's reply has led to it or it only repeats an end that the
 * ledger has. The day of the flag stays while a notice is in force.
 */
function wronglyKept({ before, after, trace }: Writing): string | undefined {
  const name = String(after['noticeId']);
  if (before?.['state'] === 'in_force' && after['issuedAt'] !== before['issuedAt'])
    return `${name} is issued another time while it is in force`;
  const isRepeated = Date.parse(String(after['changedAt'])) < trace.since - CLOCKS_APART_MS;
  const isToAnswer = after['causedByReceiver'] !== true && !isRepeated;
  return isToAnswer && after['handlingStatus'] !== 'issued'
    ? `another state of ${name} counts as answered that nobody has read`
    : undefined;
}

/** Whether an account was listed for less than the settling time, as each reading of the account has shown the function. */
function isListedTooSoon({ after, trace, world }: Writing): boolean {
  const table = tableNamed(world, 'Accounts');
  const read = trace.queries.filter((one) => one.table === table && one.of === after['subject']);
  const isFresh = ({ listing, recordedAt }: Attributes) =>
    listing !== undefined && world.now() - Date.parse(String(recordedAt)) + 2 * CLOCKS_APART_MS < settlingMs(world);
  return read.length > 0 && read.every(({ items }) => items.some(isFresh));
}

/** Whether the function has found the state of a notice in the ledger, or has sent its entry. */
function isEntered({ noticeId, sequence }: Attributes, writing: Writing): boolean {
  const ledger = tableNamed(writing.world, 'Outcomes');
  const found = writing.trace.queries.filter(({ table }) => table === ledger);
  const isOf = (says: Attributes) => says['noticeId'] === noticeId && says['sequence'] === sequence;
  return (
    found.some(({ items }) => newestState(items, noticeId) >= Number(sequence)) ||
    sentTo(writing, 'append-entries').some(({ says }) => says !== undefined && isOf(says as Attributes))
  );
}

const settlingMs = ({ design }: Writing['world']): number =>
  1000 * Math.max(...design.steps.map(({ environment }) => Number(environment['SETTLING_SECONDS'] ?? 0)));

/**
 * A company stores which values it claims before it is stored with each value, so that a later try can remove what a
 * failed one has written.
 */
export function claimOrder({ after, world }: Writing): string | undefined {
  const { value, enterpriseCode, registeredOn } = after;
  if (registeredOn === undefined) return undefined;
  const TableName = tableNamed(world, 'Links');
  const Key = { value: `claims#${String(enterpriseCode)}`, enterpriseCode };
  const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName, Key } }) as { Item?: Attributes };
  const claimed = Item?.['claimed'];
  return claimed instanceof Set && claimed.has(value)
    ? undefined
    : `${String(enterpriseCode)} stands at ${String(value)}, which it has not claimed`;
}
