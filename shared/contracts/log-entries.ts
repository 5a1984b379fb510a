import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { orderedJson } from '#shared/domain/transparency/log-entry.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { Actor, type LogEntry } from './log-entry.ts';

/** The content of a notice's state as a receiver sees it, who can hash it again. */
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

type NoticeState = Pick<Notice, 'receiver' | 'noticeId' | 'sequence'>;
type Made = Omit<LogEntry, 'id'>;

/** The entry that a state of a notice has in the log: its proof is found by it. */
export const noticeEntryId = ({ receiver, noticeId, sequence }: NoticeState): string =>
  contentId({ entry: 'notice', receiver, noticeId, sequence });
export const dossierEntryId = ({ noticeId, sequence }: Omit<NoticeState, 'receiver'>): string =>
  contentId({ entry: 'dossier', noticeId, sequence });

/** A notice that was issued, changed, withdrawn or has ended, with a digest of all that its receiver is shown of it. */
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

/** A dossier with the checksums of its files. */
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

/** @param key what makes the event itself: the same key is the same event, sent again */
export const entryOf = (entry: Made, key: unknown): LogEntry => ({
  id: contentId({ entry: entry.kind, by: entry.by, key }),
  ...entry,
});

/**
 * Who acted for a receiver: the officer at a desk, else the client that called; the receiver where neither can be
 * entered.
 */
export function actorOf(
  { client, officer }: { readonly client?: string | undefined; readonly officer?: string | undefined },
  receiver: string,
): string {
  const named = officer === undefined ? `client:${client ?? ''}` : `officer:${officer}`;
  return Actor.safeParse(named).success ? named : `client:${receiver}`;
}
