import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PoliceNoticeContent } from '../dossier/police-notice.ts';
import { type BankReceiver, POLICE } from '../receiver.ts';
import type { BankNoticeMatter } from './bank-notice.ts';
import type { NoticeLife } from './life.ts';
import type { NoticeState } from './next-notice.ts';

/** What a bank is told of one of its accounts while the notice is in force. */
export interface BankNoticeContent extends BankNoticeMatter {
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

interface ToldToPolice {
  readonly receiver: typeof POLICE;
  readonly state: NoticeState;
  readonly content: PoliceNoticeContent;
}
interface ToldToBank {
  readonly receiver: BankReceiver;
  readonly state: 'in_force';
  readonly content: BankNoticeContent;
}
interface EndedAtBank {
  readonly receiver: BankReceiver;
  readonly state: EndedState;
  readonly content: BankNoticeRemains;
}
/** To whom it goes, where it stands and what it says. */
export type Told = ToldToPolice | ToldToBank | EndedAtBank;

/** What a notice holds, whoever its receiver is. */
export interface NoticeRecord {
  readonly noticeId: string;
  /** What it is about: an enterprise code, or the reference of an account. */
  readonly subject: string;
  readonly sequence: number;
  /** Why it was withdrawn: a code, never a reason about a person. */
  readonly withdrawnBecause?: string | undefined;
  /** Made from its content: the same content is the same notice. */
  readonly print: string;
  /** By the rules' clock. */
  readonly issuedAt: string;
  /** By the wire's clock. */
  readonly changedAt: string;
  /** The last day on which it holds, by the rules' clock; where it has none it holds until it is withdrawn. */
  readonly expiresOn?: IsoDate | undefined;
  /** In force: from this day on somebody asks whether it still stands. */
  readonly reviewOn?: IsoDate | undefined;
  /** How far this sequence has come at its receiver. */
  readonly life: NoticeLife;
  /** Its receiver's own word made this sequence: it is told, and the answer to the one before holds on. */
  readonly byOwnWord?: boolean | undefined;
  /** Made from all that it hangs on but its receiver's own word. */
  readonly besides?: string | undefined;
  /** Where the reply that decided stands among all that were given. */
  readonly repliedAs?: string | undefined;
  /** What a bank said of the account (status 1…5, 99) when it decided. */
  readonly accountStatus?: string | undefined;
}

export type NoticeToPolice = NoticeRecord & ToldToPolice;
export type NoticeToBank = NoticeRecord & (ToldToBank | EndedAtBank);
/** The newest state of one matter for one receiver. */
export type Notice = NoticeToPolice | NoticeToBank;

/** The same notice, ended. The police were asked for nothing: theirs stays whole. */
export function ended(notice: Told, state: EndedState): Told {
  if (notice.receiver === POLICE) return { receiver: notice.receiver, state, content: notice.content };
  const { bank, accountNumber, enterpriseCode, level, reasonCodes } = notice.content;
  return { receiver: notice.receiver, state, content: { bank, accountNumber, enterpriseCode, level, reasonCodes } };
}

/** Told to its receiver perhaps not yet, whatever that one has said before. */
export const isToTell = ({ life, byOwnWord }: NoticeRecord): boolean => life === 'issued' || byOwnWord === true;
