import { nextNotice } from '#shared/domain/notice/next-notice.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { RulesClock, WireClock } from '#shared/runtime/clock.ts';
import type { NoticeItem, Notices } from './notices.ts';

/** Another writer moved the notice on meanwhile: the message goes back and finds the newer state. */
export class NoticeOvertaken extends Error {
  override readonly name = 'NoticeOvertaken';
}

interface Ports {
  readonly notices: Pick<Notices, 'get' | 'write'>;
  readonly rulesClock: RulesClock;
  readonly now: WireClock;
}

/** What a receiver should now stand at in one matter: content that is due, or why nothing is any more. */
export type Due = { readonly content: Readonly<Record<string, unknown>> } | { readonly withdrawnBecause: string };

/**
 * Brings one notice to what is due, under its one id; writes nothing where nothing changed.
 * @throws {NoticeOvertaken} where somebody else wrote it between reading and writing
 */
export async function bringNotice(
  receiver: string,
  noticeId: string,
  due: Due,
  ports: Ports,
): Promise<NoticeItem | undefined> {
  const before = await ports.notices.get(receiver, noticeId);
  const print = 'content' in due ? contentId(due.content) : undefined;
  const next = nextNotice(before, print);
  if (next.action === 'none') return before;
  const instant = { rules: ports.rulesClock.now().toISOString(), wire: ports.now().toISOString() };
  const item: NoticeItem = {
    receiver,
    noticeId,
    sequence: next.sequence,
    state: next.action === 'withdraw' ? 'withdrawn' : 'in_force',
    withdrawnBecause: 'withdrawnBecause' in due ? due.withdrawnBecause : undefined,
    print: print ?? '',
    content: 'content' in due ? { ...due.content } : (before?.content ?? {}),
    issuedAt: next.action === 'issue' ? instant.rules : (before?.issuedAt ?? instant.rules),
    changedAt: instant.wire,
    life: 'issued',
  };
  if (!(await ports.notices.write(item, before))) throw new NoticeOvertaken();
  return item;
}

/** An id made from receiver and subject, never from findings: the same matter never makes a second notice. */
export const noticeIdOf = (receiver: string, subject: string): string => contentId({ receiver, subject });
