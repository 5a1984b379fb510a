import type { IsoDate } from '#shared/domain/dates.ts';
import {
  type DueNotice,
  nextNotice,
  type NextNotice,
  type NoticeState,
  reviewFrom,
} from '#shared/domain/notice/next-notice.ts';
import { type Besides, isOwnDoing } from '#shared/domain/notice/own-doing.ts';
import { whatRemains } from '#shared/domain/notice/what-remains.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { RulesClock, WireClock } from '#shared/runtime/clock.ts';
import { isAnswered } from './notice-life.ts';
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

interface DueContent {
  readonly content: Readonly<Record<string, unknown>>;
  /** The last day on which it holds unless somebody stands by it again. */
  readonly expiresOn?: IsoDate | undefined;
}
/** What a receiver should now stand at in one matter: content that is due, why nothing is any more, or that nobody knows. */
export type Due = ((DueContent | { readonly withdrawnBecause: string }) & { readonly besides: Besides }) | 'unknown';

/**
 * Brings the notice of one subject to what is due, under its one id; writes nothing where nothing changed.
 * @throws {NoticeOvertaken} where somebody else wrote it between reading and writing
 */
export async function bringNotice(
  receiver: string,
  subject: string,
  due: Due,
  ports: Ports,
): Promise<NoticeItem | undefined> {
  const noticeId = noticeIdOf(receiver, subject);
  const before = await ports.notices.get(receiver, noticeId);
  const next = nextNotice(before, dueNotice(due), ports.rulesClock.today());
  if (next.action === 'none') return before;
  const item = { receiver, noticeId, subject, ...nextState(before, next, due, ports) };
  if (!(await ports.notices.write(item, before))) throw new NoticeOvertaken();
  return item;
}

/** Told to its receiver perhaps not yet, whatever that one has said before. */
export const isToTell = ({ life, byOwnWord }: NoticeItem): boolean => life === 'issued' || byOwnWord === true;

/** An id made from receiver and subject, never from findings: the same matter never makes a second notice. */
export const noticeIdOf = (receiver: string, subject: string): string => contentId({ receiver, subject });

function dueNotice(due: Due): DueNotice {
  if (due === 'unknown') return 'unknown';
  return 'content' in due ? { print: contentId(due.content), expiresOn: due.expiresOn } : 'nothing';
}

type Changed = Exclude<NextNotice, { action: 'none' }>;
const STATES: Readonly<Record<Changed['action'], NoticeState>> = {
  issue: 'in_force',
  update: 'in_force',
  renew: 'in_force',
  withdraw: 'withdrawn',
  expire: 'expired',
};

/** What ends keeps what it was about, and its last day. */
function nextState(
  before: NoticeItem | undefined,
  { action, sequence }: Changed,
  due: Due,
  { rulesClock, now }: Ports,
): Omit<NoticeItem, 'receiver' | 'noticeId' | 'subject'> {
  const issued = rulesClock.now().toISOString();
  const state = {
    sequence,
    state: STATES[action],
    issuedAt: action === 'issue' ? issued : (before?.issuedAt ?? issued),
    changedAt: now().toISOString(),
    ...lifeOf(before, action, due),
  };
  if (due !== 'unknown' && 'content' in due) {
    const { content, expiresOn } = due;
    const reviewOn = expiresOn === undefined ? undefined : reviewFrom(expiresOn);
    return { ...state, print: contentId(content), content: { ...content }, expiresOn, reviewOn };
  }
  const withdrawnBecause = action === 'withdraw' && due !== 'unknown' ? due.withdrawnBecause : undefined;
  const content = whatRemains(before?.content ?? {});
  return { ...state, withdrawnBecause, print: '', content, expiresOn: before?.expiresOn };
}

/** A change starts a notice's life anew, unless its receiver made it: then his answer to what it stood at before holds on. */
function lifeOf(
  before: NoticeItem | undefined,
  action: Changed['action'],
  due: Due,
): Pick<NoticeItem, 'life' | 'besides' | 'byOwnWord' | 'repliedAs' | 'accountStatus'> {
  if (due === 'unknown') return { life: 'issued' };
  const besides = due.besides.print;
  const { life, repliedAs, accountStatus } = before ?? { life: 'acknowledged' as const };
  const holdsOn = isOwnDoing(action, before, due.besides) && isAnswered(life);
  return holdsOn ? { life, besides, byOwnWord: true, repliedAs, accountStatus } : { life: 'issued', besides };
}
