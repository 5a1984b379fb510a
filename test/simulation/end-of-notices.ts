import { type Ending, placeOf } from './ending.ts';
import { tableNamed } from './end-state.ts';
import { newestState } from './ledger-behind.ts';
import { sentTo } from './writing.ts';

/**
 * A function that has found a later state of a notice in the ledger than the one that it had read reads the notice once
 * more: another function may have written it in between, or the table was restored.
 */
export function laterRead({ trace, world, givenBack }: Ending): string | undefined {
  const table = `${tableNamed(world, 'Notices')} `;
  const read = [...trace.looks].filter(([place]) => place.startsWith(table));
  const [only, ...others] = read;
  // Of several notices the ledger may show what came after one of them was handled
  if (!only || others.length > 0 || givenBack.length > 0) return undefined;
  const [place, [first, ...more]] = only;
  if (more.length > 0) return undefined;
  const [, noticeId] = JSON.parse(place.slice(table.length)) as [string, string];
  const ledger = trace.queries.filter((one) => one.table === tableNamed(world, 'Outcomes'));
  const newest = Math.max(0, ...ledger.map(({ items }) => newestState(items, noticeId)));
  return newest > Number(first?.['sequence'] ?? 0)
    ? `${noticeId} is read again, of which the ledger has a later state`
    : undefined;
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
