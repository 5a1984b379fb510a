import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PoliceNoticeContent } from '../dossier/police-notice.ts';
import { type BankReceiver, POLICE } from '../receiver.ts';
import { isAnswered } from './life.ts';
import { type NextNotice, nextNotice, reviewFrom } from './next-notice.ts';
import { type BankNoticeContent, ended, type Notice, type NoticeRecord, type Told } from './notice.ts';
import { type Besides, isOwnDoing } from './own-doing.ts';

interface DueContent<C> {
  readonly content: C;
  /** The last day on which it holds unless somebody stands by it again. */
  readonly expiresOn?: IsoDate | undefined;
}
/** What a receiver should now stand at in one matter: content that is due, why nothing is any more, or that nobody knows. */
type Due<C> = ((DueContent<C> | { readonly withdrawnBecause: string }) & { readonly besides: Besides }) | 'unknown';

export type DueToPolice = Due<PoliceNoticeContent>;
export type DueToBank = Due<BankNoticeContent>;
/** One subject at one receiver, and what is due there. */
export type Matter = { readonly subject: string } & (
  | { readonly receiver: typeof POLICE; readonly due: DueToPolice }
  | { readonly receiver: BankReceiver; readonly due: DueToBank }
);

/** Handed in, since nothing here reads a clock or hashes. */
interface Moment {
  readonly noticeId: string;
  /** Made from the content that is due. */
  readonly print: string;
  readonly today: IsoDate;
  /** By the rules' clock. */
  readonly issuedAt: string;
  /** By the wire's clock. */
  readonly changedAt: string;
}

/** The next state of a matter's notice; undefined where nothing changes. */
export function movedOn(matter: Matter, before: Notice | undefined, moment: Moment): Notice | undefined {
  const { subject, due } = matter;
  const next = nextNotice(before, dueNotice(due, moment.print), moment.today);
  const told = next.action === 'none' ? undefined : tell(matter, before, next.action);
  if (next.action === 'none' || !told) return undefined;
  const { noticeId, issuedAt, changedAt } = moment;
  return {
    ...told,
    noticeId,
    subject,
    sequence: next.sequence,
    issuedAt: next.action === 'issue' ? issuedAt : (before?.issuedAt ?? issuedAt),
    changedAt,
    ...lifeOf(before, next.action, due),
    ...termOf(before, next.action, due, moment.print),
  };
}

function dueNotice(due: Matter['due'], print: string) {
  if (due === 'unknown') return 'unknown';
  return 'content' in due ? { print, expiresOn: due.expiresOn } : 'nothing';
}

type Change = Exclude<NextNotice, { action: 'none' }>['action'];

/** What ends keeps what it was about. */
function tell(matter: Matter, before: Notice | undefined, change: Change): Told | undefined {
  if (change === 'withdraw' || change === 'expire')
    return before && ended(before, change === 'expire' ? 'expired' : 'withdrawn');
  const state = 'in_force';
  if (matter.receiver !== POLICE) {
    const { receiver, due } = matter;
    return due !== 'unknown' && 'content' in due ? { receiver, state, content: due.content } : undefined;
  }
  const { receiver, due } = matter;
  return due !== 'unknown' && 'content' in due ? { receiver, state, content: due.content } : undefined;
}

/** What ends keeps its last day. */
function termOf(
  before: Notice | undefined,
  change: Change,
  due: Matter['due'],
  print: string,
): Pick<NoticeRecord, 'print' | 'expiresOn' | 'reviewOn' | 'withdrawnBecause'> {
  if (due !== 'unknown' && 'content' in due) {
    const { expiresOn } = due;
    return { print, expiresOn, reviewOn: expiresOn === undefined ? undefined : reviewFrom(expiresOn) };
  }
  const withdrawnBecause = change === 'withdraw' && due !== 'unknown' ? due.withdrawnBecause : undefined;
  return { withdrawnBecause, print: '', expiresOn: before?.expiresOn };
}

/** A change starts a notice's life anew, unless its receiver made it: then his answer to what it stood at before holds on. */
function lifeOf(
  before: Notice | undefined,
  change: Change,
  due: Matter['due'],
): Pick<NoticeRecord, 'life' | 'besides' | 'byOwnWord' | 'repliedAs' | 'accountStatus'> {
  if (due === 'unknown') return { life: 'issued' };
  const besides = due.besides.print;
  const { life, repliedAs, accountStatus } = before ?? { life: 'acknowledged' as const };
  const holdsOn = isOwnDoing(change, before, due.besides) && isAnswered(life);
  return holdsOn ? { life, besides, byOwnWord: true, repliedAs, accountStatus } : { life: 'issued', besides };
}
