import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { NoticeInLedger } from './notice-in-ledger.ts';
import type { NoticeAction, NoticeState } from '../states.ts';

/** The newest state of a notice at its receiver. */
export interface CurrentNotice {
  readonly sequence: number;
  readonly state: NoticeState;
  /** The id, which is made from the content, so that the same content is the same notice. */
  readonly fingerprint: string;
  /** The last day of the notice; undefined where it is in force until it is withdrawn. */
  readonly expiresOn?: IsoDate | undefined;
}

/** The notice that a receiver should have now: a content until a day, none, or unknown because the facts were deleted. */
export type RequiredNotice =
  | { readonly fingerprint: string; readonly expiresOn?: IsoDate | undefined }
  | 'nothing'
  | 'unknown';

export type NextNotice =
  | { readonly action: 'none' }
  | {
      readonly action: NoticeAction;
      readonly sequence: number;
      /** An end that the receiver already knows and that is only stored again. */
      readonly repeats?: NoticeInLedger | undefined;
    };

/** The number of days before its last day on which a notice is renewed. */
const RENEWED_BEFORE_DAYS = 14;

/** The first day on which the daily sweep reviews the notice. */
export const reviewFrom = (expiresOn: IsoDate): IsoDate => addDays(expiresOn, -RENEWED_BEFORE_DAYS);

/**
 * The next change of a notice. The id never changes, and the sequence rises with each change of content or last day. A
 * notice is withdrawn once no notice is due, and expires where its last day has passed without a renewal.
 * @param inLedger the newest state that the ledger has
 */
export function nextNotice(
  current: CurrentNotice | undefined,
  due: RequiredNotice,
  today: IsoDate,
  inLedger?: NoticeInLedger,
): NextNotice {
  const change = changeOf(current, due, today);
  const sequence = current?.sequence ?? 0;
  if (inLedger && inLedger.sequence > sequence) return caughtUp(change, due, inLedger);
  return change === undefined ? { action: 'none' } : { action: change, sequence: sequence + 1 };
}

/**
 * The change of a notice whose state in the ledger is newer than the stored one. The content that the receiver has of a
 * notice in force may differ from what is due, so the receiver gets it again with a higher sequence. An end that the
 * receiver knows is stored again unchanged.
 */
function caughtUp(change: NoticeAction | undefined, due: RequiredNotice, inLedger: NoticeInLedger): NextNotice {
  const sequence = inLedger.sequence + 1;
  if (typeof due !== 'string') return { action: change ?? 'update', sequence };
  if (inLedger.state !== 'in_force')
    return {
      action: inLedger.state === 'expired' ? 'expire' : 'withdraw',
      sequence: inLedger.sequence,
      repeats: inLedger,
    };
  const end = change ?? (due === 'nothing' ? 'withdraw' : undefined);
  return end === undefined ? { action: 'none' } : { action: end, sequence };
}

function changeOf(current: CurrentNotice | undefined, due: RequiredNotice, today: IsoDate): NoticeAction | undefined {
  if (current?.state !== 'in_force') return typeof due === 'string' ? undefined : 'issue';
  if (typeof due === 'string') {
    if (hasExpired(current, today)) return 'expire';
    return due === 'nothing' ? 'withdraw' : undefined;
  }
  if (current.fingerprint !== due.fingerprint || endsEarlier(current.expiresOn, due.expiresOn)) return 'update';
  return isRenewed(current.expiresOn, due.expiresOn, today) ? 'renew' : undefined;
}

/** A notice is still in force on its last day. */
export const hasExpired = ({ expiresOn }: Pick<CurrentNotice, 'expiresOn'>, today: IsoDate): boolean =>
  expiresOn !== undefined && expiresOn < today;

/** An earlier last day changes the notice at once; no last day counts as the latest. */
const endsEarlier = (notified = '~', due = '~'): boolean => due < notified;

/** A later last day changes the notice only when the present one is near. */
function isRenewed(notified: IsoDate | undefined, due: IsoDate | undefined, today: IsoDate): boolean {
  if (notified === undefined || due === undefined) return notified !== due;
  return due > notified && today >= reviewFrom(notified);
}
