import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { NoticeLevel } from '#shared/domain/notification/notice/bank-notice.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';

/**
 * The kinds of facts about a case. `flagged`: a flag lasted for the settling time and the police were notified.
 * `notified`: a state of a notice, with its content. `proposed`, `released`, `refused`: people's acts on a change of a
 * notice; `lapsed`: it was no longer due before they had decided. `answered`: a bank's decision. `confirmed`, `dismissed`: the police's decision. `objected`: a receiver
 * objected; `reviewed`: a person decided on the objection. `money`: incoming money by month.
 */
export const OUTCOME_KINDS = [
  'flagged',
  'notified',
  'withdrawn',
  'expired',
  'proposed',
  'released',
  'refused',
  'lapsed',
  'acknowledged',
  'answered',
  'confirmed',
  'dismissed',
  'objected',
  'reviewed',
  'money',
] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** The actor: the system, or a person or program of that body. The fact never names the person; the verifiable log does. */
export const OUTCOME_ACTORS = ['machine', 'police', 'bank', 'office', 'province', 'operator'] as const;
export type OutcomeActor = (typeof OUTCOME_ACTORS)[number];

/** The money that came into a company's accounts in a calendar month, as far as banks reported it. */
export interface MoneyIn {
  /** The month, as `yyyy-mm`. */
  readonly period: string;
  /** The credit in whole đồng. */
  readonly credit: number;
}

/**
 * A fact of the ledger: what happened to one case on one day, and by which body. It contains no name and no number of a
 * person or an account.
 */
export interface OutcomeFact {
  /** The case's id: an enterprise code or, for an account without a known company, `account#` and its reference. */
  readonly caseId: string;
  readonly kind: OutcomeKind;
  /** The day, by the rules' clock (Asia/Ho_Chi_Minh). */
  readonly on: IsoDate;
  /** The instant by the real clock, which gives the order of one day's facts. */
  readonly at: string;
  readonly by: OutcomeActor;
  /** The fact's id, which is made from its content, so that a repetition is the same fact. */
  readonly id: string;
  readonly receiver?: Receiver | undefined;
  readonly noticeId?: string | undefined;
  readonly sequence?: number | undefined;
  readonly level?: NoticeLevel | undefined;
  /** For a bank's notice, the codes of the State Bank's fraud-risk exchange. */
  readonly reasonCodes?: readonly number[] | undefined;
  /** For the police's notice, the codes of the rules with findings, the rule set, and the score. */
  readonly rules?: readonly string[] | undefined;
  readonly ruleSet?: string | undefined;
  readonly score?: number | undefined;
  /** The commune's code, and the first day of the list of communes that it belongs to, because codes are reused. */
  readonly commune?: string | undefined;
  readonly communeSince?: IsoDate | undefined;
  /** The industry as a VSIC code of level 4. */
  readonly trade?: string | undefined;
  /** A bank's decision, and the status that it gave the account (1…5, 99). */
  readonly answer?: 'acted' | 'rejected' | undefined;
  readonly accountStatus?: string | undefined;
  /** Whether the decision names a competent authority's written decision. */
  readonly isWritten?: boolean | undefined;
  /** Money kept back, recovered or returned to victims, in đồng, in all by this answer or decision. */
  readonly recovered?: number | undefined;
  readonly months?: readonly MoneyIn[] | undefined;
}

/** Sorts the facts of one case by time, and those of one instant in their logical order. */
export const inOrderOfEvents = (facts: readonly OutcomeFact[]): readonly OutcomeFact[] => facts.toSorted(compareEvents);

function compareEvents(a: OutcomeFact, b: OutcomeFact): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.kind !== b.kind) return OUTCOME_KINDS.indexOf(a.kind) - OUTCOME_KINDS.indexOf(b.kind);
  return a.id < b.id ? -1 : 1;
}
