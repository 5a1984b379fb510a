import { type Ending, placeOf } from './ending.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import { tableNamed } from './end-state.ts';
import { newestState } from './ledger-behind.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';
import { sentTo } from './writing.ts';

/**
 * The id of the only notice that a function has read, where the function has read it once and has found a later state of
 * it in the ledger: another function may have written it in between, or the table was restored. Of several notices the
 * ledger may show what came after one of them was handled.
 */
function behindLedger(trace: InvocationTrace, world: World): string | undefined {
  const table = `${tableNamed(world, 'Notices')} `;
  const [only, ...others] = [...trace.looks].filter(([place]) => place.startsWith(table));
  if (!only || others.length > 0) return undefined;
  const [place, [first, ...more]] = only;
  if (more.length > 0) return undefined;
  const [, noticeId] = JSON.parse(place.slice(table.length)) as [string, string];
  const ledger = trace.queries.filter((one) => one.table === tableNamed(world, 'Outcomes'));
  const newest = Math.max(0, ...ledger.map(({ items }) => newestState(items, noticeId)));
  return newest > Number(first?.['sequence'] ?? 0) ? noticeId : undefined;
}

/** A function that has found a later state of a notice in the ledger reads the notice once more. */
export function laterRead({ trace, world, givenBack }: Ending): string | undefined {
  const noticeId = givenBack.length > 0 ? undefined : behindLedger(trace, world);
  return noticeId && `${noticeId} is read again, of which the ledger has a later state`;
}

/** It does so before it tries to write the notice, since people would be asked to release a change that is none. */
export function writesBehind({ TableName }: Attributes, trace: InvocationTrace, world: World): string | undefined {
  const noticeId = TableName === tableNamed(world, 'Notices') ? behindLedger(trace, world) : undefined;
  return noticeId && `${noticeId} is to be written by a state of which the ledger has a later one`;
}

/**
 * Whether no notice was looked at though there may be one: of a company that is not flagged or no longer assessed, or of
 * an account of which nothing is known at a bank that the message names.
 */
export function isNoticeOwed({ message, trace, world }: Ending, own: string): boolean {
  const isLookedAt = [...trace.looks.keys()].some((place) => place.startsWith(`${tableNamed(world, 'Notices')} `));
  if (isLookedAt || sentTo({ trace, world }, own).length > 0) return false;
  if (own === '5-notify-banks') return message['bank'] !== undefined;
  const assessed = trace.seen.get(placeOf(world, 'Assessments', message['enterpriseCode']));
  return assessed !== undefined && assessed['verdict'] !== 'flagged';
}
