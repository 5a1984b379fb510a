import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PoliceNoticeContent } from '../dossier/police-notice.ts';
import { type BankReceiver, POLICE } from '../receiver.ts';
import type { BankNoticeTerms } from './bank-notice.ts';
import type { HandlingStatus } from './handling-status.ts';
import type { NoticeState } from './next-notice.ts';

/** What a bank is told of one of its accounts while the notice is in force. */
export interface BankNoticeContent extends BankNoticeTerms {
  readonly bank: string;
  readonly accountNumber: string;
  readonly enterpriseCode?: string | undefined;
}

/**
 * What a notice that has ended still tells a bank: what it was about, for whoever undoes what was done because of it.
 * Nothing is asked any longer, so that the scope of what was asked goes too, and so does the decision that allowed it.
 */
export type BankNoticeRemains = Omit<BankNoticeContent, 'scope' | 'request' | 'decision'>;

export const ENDED_STATES = ['withdrawn', 'expired'] as const satisfies readonly NoticeState[];
type EndedState = (typeof ENDED_STATES)[number];

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
/** To whom it goes, where it stands and what it says. */
export type NoticeBody = PoliceNoticeBody | BankNoticeBody | EndedBankNoticeBody;

/** What a notice holds, whoever its receiver is. */
export interface NoticeRecord {
  readonly noticeId: string;
  /** What it is about: an enterprise code, or the reference of an account. */
  readonly subject: string;
  readonly sequence: number;
  /** Why it was withdrawn: a code, never a reason about a person. */
  readonly withdrawnBecause?: string | undefined;
  /** Made from its content: the same content is the same notice. */
  readonly fingerprint: string;
  /** By the rules' clock. */
  readonly issuedAt: string;
  /** By the wire's clock. */
  readonly changedAt: string;
  /** The last day on which it holds, by the rules' clock; where it has none it holds until it is withdrawn. */
  readonly expiresOn?: IsoDate | undefined;
  /** In force: from this day on somebody asks whether it still stands. */
  readonly reviewOn?: IsoDate | undefined;
  /** How far this sequence has come at its receiver. */
  readonly handlingStatus: HandlingStatus;
  /** Its receiver's own word made this sequence: it is told, and the answer to the one before holds on. */
  readonly causedByReceiver?: boolean | undefined;
  /** Made from all that it hangs on but its receiver's own word. */
  readonly otherGrounds?: string | undefined;
  /** Where the reply that decided stands among all that were given. */
  readonly repliedAs?: string | undefined;
  /** What a bank said of the account (status 1…5, 99) when it decided. */
  readonly accountStatus?: string | undefined;
}

export type NoticeToPolice = NoticeRecord & PoliceNoticeBody;
export type NoticeToBank = NoticeRecord & (BankNoticeBody | EndedBankNoticeBody);
/** The newest state of one matter for one receiver. */
export type Notice = NoticeToPolice | NoticeToBank;

/** The same notice, ended. The police were asked for nothing: theirs stays whole. */
export function ended(notice: NoticeBody, state: EndedState): NoticeBody {
  if (notice.receiver === POLICE) return { receiver: notice.receiver, state, content: notice.content };
  const { bank, accountNumber, enterpriseCode, level, reasonCodes } = notice.content;
  return { receiver: notice.receiver, state, content: { bank, accountNumber, enterpriseCode, level, reasonCodes } };
}

/** Told to its receiver perhaps not yet, whatever that one has said before. */
export const mustBeDelivered = ({ handlingStatus, causedByReceiver }: NoticeRecord): boolean =>
  handlingStatus === 'issued' || causedByReceiver === true;
