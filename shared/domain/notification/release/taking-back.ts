import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { peopleFor, type ReleaseMode, type ReleaseState, releaseState, type ReleaseVote } from './release-policy.ts';

/** The decisions that take rows back which counted: those of a whole file, or those of its earlier drops. */
export const TAKING_BACK_USES = ['none', 'alone'] as const;
export type TakingBackUse = (typeof TAKING_BACK_USES)[number];

/** A decision to take back what a file said, with the people who agree to it. */
export interface TakingBack {
  readonly use: TakingBackUse;
  /** The drop of the file that it is about. */
  readonly version: string;
  readonly why: string;
  /** ISO instant. */
  readonly askedAt: string;
  /**
   * The votes of people who have signed in; the first is that of the officer who asked. A command has none, because
   * nobody signs in for it.
   */
  readonly votes: readonly ReleaseVote[];
}

/** Nobody is a proposer beside those who vote: whoever asks at a desk casts the first vote. */
const NO_PROPOSERS: ReadonlySet<string> = new Set();

/** Whether enough people agree. One refusal, which may be that of the officer who asked, ends the decision. */
export const takingBackState = ({ votes }: Pick<TakingBack, 'votes'>, policy: ReleaseMode): ReleaseState =>
  releaseState(peopleFor(policy), NO_PROPOSERS, votes);

/** Whether a person has agreed already and so cannot be the second one. */
export const hasAgreed = ({ votes }: Pick<TakingBack, 'votes'>, officer: string): boolean =>
  votes.some((vote) => vote.officer === officer);

/** Those who agreed, as receipts name them. */
export const agreedBy = ({ votes }: Pick<TakingBack, 'votes'>): string =>
  votes.map(({ officer }) => officer).join(', ');

/** The number of days for which a decision waits for a second person. After them it has lapsed and can be made again. */
const WAITING_DAYS = 30;

/** The last day on which somebody may agree. @param askedOn the day of the request (Asia/Ho_Chi_Minh) */
export const lastDayToAgree = (askedOn: IsoDate): IsoDate => addDays(askedOn, WAITING_DAYS);

/** The desks at which people agree: the office about its own files, operators about those of other senders. */
export type AgreeingDesk = 'office' | 'operator';

/** The office's files are directly in the folders of its feeds. @param file the file with its feed's folder */
export const agreeingDeskOf = (file: string): AgreeingDesk =>
  /^(?:registrations|activities)\/[^/]+$/u.test(file) ? 'office' : 'operator';
