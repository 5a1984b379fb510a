import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PoliceNoticeContent } from './police-notice-content.ts';
import { type BankReceiver, POLICE } from '../receiver.ts';
import { DISMISSED, isAnswered, NOTICE_CHANGES, type NoticeAction } from '../states.ts';
import { nextNotice, type NextNotice, reviewFrom } from './next-notice.ts';
import { type BankNoticeContent, endedNotice, type Notice, type NoticeRecord, type NoticeBody } from './notice.ts';
import type { NoticeInLedger } from './notice-in-ledger.ts';

/** The grounds of a notice apart from the receiver's own replies. */
export interface OtherGrounds {
  /** A fingerprint of these grounds; while it stays the same, only the receiver's own reply can have changed the notice. */
  readonly fingerprint: string;
  /** Whether these grounds justify a notice by themselves. */
  readonly suffice: boolean;
}

/**
 * Whether only the receiver's own reply caused a change, which the receiver need not acknowledge. Time causes a renewal
 * or expiry.
 * @param before the fingerprint of the other grounds of the current notice; undefined where there is none
 */
export function isCausedByReceiver(
  action: NextNotice['action'],
  before: { readonly otherGrounds?: string | undefined } | undefined,
  otherGrounds: OtherGrounds,
): boolean {
  if (action === 'none' || action === 'renew' || action === 'expire') return false;
  return before ? before.otherGrounds === otherGrounds.fingerprint : !otherGrounds.suffice;
}

interface DueContent<C> {
  readonly content: C;
  /** The last day of the notice unless it is renewed. */
  readonly expiresOn?: IsoDate | undefined;
}
/** The notice that a receiver should have now: a content, none for a reason, or unknown. */
type Due<C> =
  | ((DueContent<C> | { readonly withdrawnBecause: string }) & { readonly otherGrounds: OtherGrounds })
  | 'unknown';

export type RequiredPoliceNotice = Due<PoliceNoticeContent>;
export type RequiredBankNotice = Due<BankNoticeContent>;
/** One subject at one receiver, with the notice that the receiver should have now. */
export type NoticeCase = { readonly subject: string } & (
  | { readonly receiver: typeof POLICE; readonly due: RequiredPoliceNotice }
  | { readonly receiver: BankReceiver; readonly due: RequiredBankNotice }
);

/** The clock's day and the hashes are passed in, because the domain reads no clock and computes no hash. */
interface Moment {
  readonly noticeId: string;
  /** The fingerprint of the content that is due. */
  readonly fingerprint: string;
  readonly today: IsoDate;
  /** The day by the rules' clock. */
  readonly issuedAt: string;
  /** The instant by the real clock. */
  readonly changedAt: string;
  /** The newest state of the notice that the ledger has. */
  readonly inLedger?: NoticeInLedger | undefined;
}

/** The next state of a notice; undefined where nothing changes. */
export function reconciledNotice(
  noticeCase: NoticeCase,
  before: Notice | undefined,
  moment: Moment,
): Notice | undefined {
  const { subject, due } = noticeCase;
  const next = nextNotice(before, requiredNotice(due, moment.fingerprint), moment.today, moment.inLedger);
  const body = next.action === 'none' ? undefined : bodyOf(noticeCase, before, next.action);
  if (next.action === 'none' || !body) return undefined;
  const { noticeId, issuedAt, changedAt, inLedger } = moment;
  // A notice that was lost while it was in force has been issued before
  const issuedBefore = inLedger?.state === 'in_force' ? inLedger.flaggedAt : undefined;
  return {
    ...body,
    noticeId,
    subject,
    sequence: next.sequence,
    issuedAt: next.action === 'issue' ? (issuedBefore ?? issuedAt) : (before?.issuedAt ?? issuedAt),
    changedAt: next.repeats?.at ?? changedAt,
    ...(next.repeats
      ? { handlingStatus: next.repeats.isAcknowledged ? 'acknowledged' : 'issued' }
      : handlingStatusOf(noticeCase, before, next.action)),
    ...termOf(before, next.action, due, moment.fingerprint),
  };
}

function requiredNotice(due: NoticeCase['due'], fingerprint: string) {
  if (due === 'unknown') return 'unknown';
  return 'content' in due ? { fingerprint, expiresOn: due.expiresOn } : 'nothing';
}

/** A notice that ends keeps its subject. */
function bodyOf(noticeCase: NoticeCase, before: Notice | undefined, change: NoticeAction): NoticeBody | undefined {
  const state = NOTICE_CHANGES[change].to;
  if (state !== 'in_force') return before && endedNotice(before, state);
  if (noticeCase.receiver !== POLICE) {
    const { receiver, due } = noticeCase;
    return due !== 'unknown' && 'content' in due ? { receiver, state, content: due.content } : undefined;
  }
  const { receiver, due } = noticeCase;
  return due !== 'unknown' && 'content' in due ? { receiver, state, content: due.content } : undefined;
}

/** A notice that ends keeps its last day. */
function termOf(
  before: Notice | undefined,
  change: NoticeAction,
  due: NoticeCase['due'],
  fingerprint: string,
): Pick<NoticeRecord, 'fingerprint' | 'expiresOn' | 'reviewOn' | 'withdrawnBecause'> {
  if (due !== 'unknown' && 'content' in due) {
    const { expiresOn } = due;
    return { fingerprint, expiresOn, reviewOn: expiresOn === undefined ? undefined : reviewFrom(expiresOn) };
  }
  const because = change === 'withdraw' && due !== 'unknown' ? due.withdrawnBecause : undefined;
  // The police have dismissed this very state, whatever else has changed
  const isDismissed = before?.receiver === POLICE && before.handlingStatus === 'rejected';
  return {
    withdrawnBecause: because && isDismissed ? DISMISSED : because,
    fingerprint: '',
    expiresOn: before?.expiresOn,
  };
}

/**
 * A change resets the handling status. Where the receiver caused the change, the answer to the sequence before still
 * counts.
 */
function handlingStatusOf(
  noticeCase: NoticeCase,
  before: Notice | undefined,
  change: NoticeAction,
): Pick<NoticeRecord, 'handlingStatus' | 'otherGrounds' | 'causedByReceiver' | 'repliedAs' | 'accountStatus'> {
  const { due } = noticeCase;
  if (due === 'unknown') return { handlingStatus: 'issued' };
  const otherGrounds = due.otherGrounds.fingerprint;
  const { handlingStatus, repliedAs, accountStatus } = before ?? { handlingStatus: 'acknowledged' as const };
  const holdsOn =
    isCausedByReceiver(change, before, due.otherGrounds) &&
    isAnswered(handlingStatus) &&
    !isSameLevel(noticeCase, before);
  return holdsOn
    ? { handlingStatus, otherGrounds, causedByReceiver: true, repliedAs, accountStatus }
    : { handlingStatus: 'issued', otherGrounds };
}

/** A decision of the police changes the level. Where the level is the same, the company's ring or accounts have changed. */
const isSameLevel = ({ receiver, due }: NoticeCase, before: Notice | undefined): boolean =>
  receiver === POLICE &&
  before?.receiver === POLICE &&
  before.state === 'in_force' &&
  due !== 'unknown' &&
  'content' in due &&
  before.content.level === due.content.level;
