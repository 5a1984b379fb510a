import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { NoticeLevel } from '#shared/domain/notification/notice/bank-notice.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';

/**
 * What can become of a case. `flagged`: a flag has stood for the settling time and the police were told. `notified`: one state
 * of a notice, with what it said. `proposed`, `released`, `refused`: people on the change of a bank's notice. `answered`: a bank's
 * decision. `confirmed`, `dismissed`: the police's. `objected`: a receiver asks for another look;
 * `reviewed`: a person has taken it. `money`: what came in, by month.
 */
export const OUTCOME_KINDS = [
  'flagged',
  'notified',
  'withdrawn',
  'expired',
  'proposed',
  'released',
  'refused',
  'acknowledged',
  'answered',
  'confirmed',
  'dismissed',
  'objected',
  'reviewed',
  'money',
] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Who did it: the machine, or a person or system of that side. Never who in person: the verifiable log has that. */
export const OUTCOME_ACTORS = ['machine', 'police', 'bank', 'office', 'province', 'operator'] as const;
export type OutcomeActor = (typeof OUTCOME_ACTORS)[number];

/** What came in to a company's accounts in a calendar month, as far as banks told. */
export interface MoneyIn {
  /** `yyyy-mm` */
  readonly period: string;
  /** Whole đồng. */
  readonly credit: number;
}

/** A fact of the ledger: what became of one case on one day, and by whom. It holds no name and no number of a person or an account. */
export interface OutcomeFact {
  /** An enterprise code; of an account that no company is known for, `account#` and its reference. */
  readonly caseId: string;
  readonly kind: OutcomeKind;
  /** The day, by the rules' clock (Asia/Ho_Chi_Minh). */
  readonly on: IsoDate;
  /** The instant, by the wire's clock: of one day's facts it says which came first. */
  readonly at: string;
  readonly by: OutcomeActor;
  /** Made from what it says: written again it is the same. */
  readonly id: string;
  readonly receiver?: Receiver | undefined;
  readonly noticeId?: string | undefined;
  readonly sequence?: number | undefined;
  readonly level?: NoticeLevel | undefined;
  /** Of a bank's notice: codes of the State Bank's fraud-risk exchange. */
  readonly reasonCodes?: readonly number[] | undefined;
  /** Of the police's notice: the codes of the rules that found something, the set that weighed them, and the score. */
  readonly rules?: readonly string[] | undefined;
  readonly ruleSet?: string | undefined;
  readonly score?: number | undefined;
  /** The commune's code, and since when the list of communes holds that it is of (codes are used again for others). */
  readonly commune?: string | undefined;
  readonly communeSince?: IsoDate | undefined;
  /** VSIC, level 4. */
  readonly trade?: string | undefined;
  /** What a bank decided, and the status it gave the account (1…5, 99). */
  readonly answer?: 'acted' | 'rejected' | undefined;
  readonly accountStatus?: string | undefined;
  /** The decision names a written one of a competent authority. */
  readonly isWritten?: boolean | undefined;
  readonly months?: readonly MoneyIn[] | undefined;
}

/** Facts of one case in the order in which they happened; of one instant in the order in which they can follow. */
export const inOrderOfEvents = (facts: readonly OutcomeFact[]): readonly OutcomeFact[] => facts.toSorted(compareEvents);

function compareEvents(a: OutcomeFact, b: OutcomeFact): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.kind !== b.kind) return OUTCOME_KINDS.indexOf(a.kind) - OUTCOME_KINDS.indexOf(b.kind);
  return a.id < b.id ? -1 : 1;
}
