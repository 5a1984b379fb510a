import { tableNamed } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo, type Writing } from './writing.ts';

/** A measure has nothing more to enter once its entries were sent to the log. */
export function measureOrder(writing: Writing): string | undefined {
  const owed = (writing.before?.['unentered'] ?? []) as readonly Attributes[];
  const left = (writing.after['unentered'] ?? []) as readonly unknown[];
  if (left.length > 0) return undefined;
  const sent = new Set(sentTo(writing, 'append-entries').map(({ id }) => id));
  return owed.every(({ id }) => sent.has(id))
    ? undefined
    : `${String(writing.after['measure'])} has nothing to enter before its entries are sent`;
}

/**
 * The police's decision is a fact of the company once its notice has the status that the decision gives it, or was found to
 * have another state.
 */
export function decisionOrder({ before, after, trace, world }: Writing): string | undefined {
  if (before || after['decision'] === undefined) return undefined;
  const table = `${tableNamed(world, 'Notices')} `;
  const isWritten = [...trace.written.keys()].some((place) => place.startsWith(table));
  // The first look is for the ledger, and a write that is refused is followed by another one
  const isRefused = [...trace.looks].some(([place, looks]) => place.startsWith(table) && looks.length > 1);
  return isWritten || isRefused
    ? undefined
    : `a decision about ${String(after['enterpriseCode'])} is a fact before its notice has its status`;
}

/**
 * A change of a notice or an objection that waits for people is in the index in which they look for it, also where its
 * decision may not be carried out yet, and no other one.
 */
export function waitingOrder({ after }: Writing): string | undefined {
  const { noticeId, state, unfinished, queue } = after;
  return (state === 'waiting' || unfinished === true) === (queue === 'waiting')
    ? undefined
    : `what is ${String(state)} of ${String(noticeId)} is ${queue === undefined ? 'not ' : ''}among what waits for people`;
}
