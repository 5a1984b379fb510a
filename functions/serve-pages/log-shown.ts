import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import type { Visit, ServePagesPorts } from './ports.ts';

/**
 * Enters in the log which officer was shown which notices, before they are shown. A notice that can't be entered isn't
 * shown. An empty page needs no entry.
 */
export async function logNoticesShown(
  shown: readonly { readonly noticeId: string; readonly sequence: number }[],
  what: 'list' | 'notice' | 'export' | 'dossier',
  receiver: Receiver,
  { event, officer }: Visit,
  { enter, now }: Pick<ServePagesPorts, 'enter' | 'now'>,
): Promise<void> {
  if (shown.length === 0) return;
  const at = now().toISOString();
  const notices = shown.map(({ noticeId, sequence }) => `${noticeId}.${sequence}`);
  const by = actorOf({ officer: officer.subject }, receiver);
  const entry = { kind: 'data-read', at, by, says: { receiver, what, notices } } as const;
  await enter([entryOf(entry, { request: event.requestContext.requestId, at })]);
}

interface LookedUp {
  readonly what: string;
  /** The value as a keyed hash, or another reference that is no personal data. */
  readonly ref: string;
  readonly purpose: string;
  readonly bank?: string;
  readonly found?: number;
}

/** The kind of a searched text, with its keyed hash. */
export const searchedText = (text: string, { hash }: Pick<ServePagesPorts, 'hash'>) => {
  const what = /^[\d\s.+-]+$/u.test(text) ? 'number' : 'text';
  return { what, ref: hash(`look-up ${what}`, text) };
};

/** Enters in the log what an officer looks up, before anything of it is shown; without an entry nothing is shown. */
export async function enterLookUp(
  looked: LookedUp,
  desk: Receiver | 'office' | 'province',
  { event, officer }: Visit,
  { enter, now }: Pick<ServePagesPorts, 'enter' | 'now'>,
): Promise<void> {
  const at = now().toISOString();
  const by = actorOf({ officer: officer.subject }, desk);
  const says = { ...looked };
  await enter([
    entryOf({ kind: 'looked-up', at, by, says }, { ref: looked.ref, request: event.requestContext.requestId, at }),
  ]);
}
