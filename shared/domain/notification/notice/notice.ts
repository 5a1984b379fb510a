import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PoliceNoticeContent } from './police-notice-content.ts';
import { type BankReceiver, POLICE } from '../receiver.ts';
import type { BankNoticeTerms } from './bank-notice.ts';
import type { EndedState, HandlingStatus, NoticeState } from '../states.ts';

/** The content of a bank's notice about one of its accounts while it is in force. */
export interface BankNoticeContent extends BankNoticeTerms, NoticedBankAccount {
  readonly bank: string;
  readonly enterpriseCode?: string | undefined;
}

/** The account of a bank's notice. */
export interface NoticedBankAccount {
  /** Null as long as the bank's file has the number only in a form that may be another account's. */
  readonly accountNumber: string | null;
  /** The number as the bank's own file has it, and where, so that the bank can find the account itself. */
  readonly accountAsGiven?: string | undefined;
  readonly givenIn?: { readonly file: string; readonly sheet?: string | undefined; readonly row: number } | undefined;
}

/** The number of a notice's account for people: the bank's own form of it where the exact one isn't known. */
export const numberToShow = ({ accountNumber, accountAsGiven = '' }: NoticedBankAccount): string =>
  accountNumber ?? accountAsGiven;

/**
 * The content of a bank's notice after its end, so that the bank can undo its measures. The request, its scope and the
 * decision are dropped, because nothing is asked any longer.
 */
export type BankNoticeRemains = Omit<BankNoticeContent, 'scope' | 'request' | 'window' | 'decision'>;

interface PoliceNoticeBody {
  readonly receiver: typeof POLICE;
  readonly state: NoticeState;
  readonly content: PoliceNoticeContent;
}
interface BankNoticeBody {
  readonly receiver: BankReceiver;
  readonly state: 'in_force';
  readonly content: BankNoticeContent;
}
interface EndedBankNoticeBody {
  readonly receiver: BankReceiver;
  readonly state: EndedState;
  readonly content: BankNoticeRemains;
}
/** The matching receiver, state and content of a notice. */
export type NoticeBody = PoliceNoticeBody | BankNoticeBody | EndedBankNoticeBody;

/** The fields of a notice that do not depend on its receiver. */
export interface NoticeRecord {
  readonly noticeId: string;
  /** The subject: an enterprise code, or the reference of an account. */
  readonly subject: string;
  readonly sequence: number;
  /** The code of the reason for a withdrawal, which never concerns a person. */
  readonly withdrawnBecause?: string | undefined;
  /** The id, which is made from the content without the ring's picture, so that the same content is the same notice. */
  readonly fingerprint: string;
  /** The day of the change by the rules' clock. */
  readonly issuedAt: string;
  /** The instant of the change by the real clock. */
  readonly changedAt: string;
  /** The last day of the notice by the rules' clock; a notice without one is in force until it is withdrawn. */
  readonly expiresOn?: IsoDate | undefined;
  /** The first day on which the daily sweep reviews a notice in force. */
  readonly reviewOn?: IsoDate | undefined;
  /** How far the receiver has dealt with this sequence. */
  readonly handlingStatus: HandlingStatus;
  /**
   * Whether the receiver's own reply caused this sequence; it is delivered, and the answer to the sequence before still
   * counts.
   */
  readonly causedByReceiver?: boolean | undefined;
  /** The fingerprint of the notice's grounds apart from the receiver's own replies. */
  readonly otherGrounds?: string | undefined;
  /** The position of the deciding reply among all replies. */
  readonly repliedAs?: string | undefined;
  /** The status (1…5, 99) that a bank gave the account in its decision. */
  readonly accountStatus?: string | undefined;
}

export type NoticeToPolice = NoticeRecord & PoliceNoticeBody;
export type NoticeToBank = NoticeRecord & (BankNoticeBody | EndedBankNoticeBody);
/** The newest state of one notice for one receiver. */
export type Notice = NoticeToPolice | NoticeToBank;

/** The content of the notice after its end; a notice to the police keeps its whole content. */
export function endedNotice(notice: NoticeBody, state: EndedState): NoticeBody {
  if (notice.receiver === POLICE) return { receiver: notice.receiver, state, content: notice.content };
  const { bank, accountNumber, accountAsGiven, givenIn, enterpriseCode, level, reasonCodes } = notice.content;
  const account = {
    accountNumber,
    ...(accountAsGiven !== undefined && { accountAsGiven }),
    ...(givenIn && { givenIn }),
  };
  return { receiver: notice.receiver, state, content: { bank, ...account, enterpriseCode, level, reasonCodes } };
}

/**
 * The part of the content whose change makes a new state of the notice. The ring's picture is left out: rows of other
 * companies change it without a message for this company, so it stays as it was when the notice was written. A finding
 * contains what the ring means for the company.
 */
export function distinguishingContent(content: PoliceNoticeContent | BankNoticeContent): object {
  if (!('network' in content)) return content;
  const { network: _picture, ...says } = content;
  return says;
}

/** Whether the notice may still be undelivered. */
export const mustBeDelivered = ({ handlingStatus, causedByReceiver }: NoticeRecord): boolean =>
  handlingStatus === 'issued' || causedByReceiver === true;
