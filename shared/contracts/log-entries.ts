import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { orderedJson } from '#shared/domain/transparency-log/log-entry.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { Actor, type LogEntry } from './log-entry.ts';

/** The content of a notice's state as its receiver sees it, so that the receiver can compute the same hash. */
export const noticeStatement = (notice: Notice) => ({
  id: notice.noticeId,
  sequence: notice.sequence,
  state: notice.state,
  withdrawnBecause: notice.withdrawnBecause,
  ...notice.content,
  issuedAt: notice.issuedAt,
  expiresOn: notice.expiresOn,
});

/** SHA-256, in hexadecimal, of JSON with sorted keys. */
const digestOf = (content: unknown): string =>
  Buffer.from(sha256(new TextEncoder().encode(orderedJson(content)))).toString('hex');

type EnteredNotice = Pick<Notice, 'receiver' | 'noticeId' | 'sequence'>;
type EntryWithoutId = Omit<LogEntry, 'id'>;

/** The id of the log entry of a notice's state, by which its proof is found. */
export const noticeEntryId = ({ receiver, noticeId, sequence }: EnteredNotice): string =>
  contentId({ entry: 'notice', receiver, noticeId, sequence });
export const dossierEntryId = ({ noticeId, sequence }: Omit<EnteredNotice, 'receiver'>): string =>
  contentId({ entry: 'dossier', noticeId, sequence });

/**
 * The log entry of a notice that was issued, changed, withdrawn or has ended, with a digest of everything that its
 * receiver sees.
 */
export function noticeEntry(notice: Notice, by: string): LogEntry {
  const { receiver, noticeId, subject, sequence, state, changedAt } = notice;
  const kinds = {
    in_force: sequence === 1 ? 'issued' : 'changed',
    withdrawn: 'withdrawn',
    expired: 'expired',
  } as const;
  return {
    id: noticeEntryId(notice),
    kind: `notice-${kinds[state]}`,
    at: changedAt,
    by,
    says: { receiver, noticeId, subject, sequence, digest: digestOf(noticeStatement(notice)) },
  };
}

/** The log entry of a dossier with the checksums of its files. */
export const dossierEntry = (
  notice: Pick<Notice, 'noticeId' | 'sequence' | 'changedAt'>,
  files: Readonly<Record<string, string>>,
): LogEntry => ({
  id: dossierEntryId(notice),
  kind: 'dossier-issued',
  at: notice.changedAt,
  by: 'function:issue-dossier',
  says: { noticeId: notice.noticeId, sequence: notice.sequence, ...files },
});

/** @param key identifies the event: the same key means the same event, sent again */
export const entryOf = (entry: EntryWithoutId, key: unknown): LogEntry => ({
  id: contentId({ entry: entry.kind, by: entry.by, key }),
  ...entry,
});

/**
 * The actor for a receiver: the officer at a desk, otherwise the calling client, or the receiver itself where neither
 * is known.
 */
export function actorOf(
  { client, officer }: { readonly client?: string | undefined; readonly officer?: string | undefined },
  receiver: string,
): string {
  const named = officer === undefined ? `client:${client ?? ''}` : `officer:${officer}`;
  return Actor.safeParse(named).success ? named : `client:${receiver}`;
}
