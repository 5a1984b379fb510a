import type { NoticeLevel } from '../notice/bank-notice.ts';
import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** The number of people between a verdict and its consequence. */
export const RELEASE_MODES = ['automatic', 'one_officer', 'two_officers'] as const;
export type ReleaseMode = (typeof RELEASE_MODES)[number];

export type ReleaseAct = 'issue' | 'update' | 'withdraw';
type ByAct = Readonly<Record<ReleaseAct, ReleaseMode>>;
/** The number of people for one kind of receiver, by level and act; a withdrawal has the level of its notice. */
type ByLevel = Readonly<Record<NoticeLevel, ByAct>>;

/**
 * Who must release a change before a receiver is notified. In production the police are notified at once, because they
 * are the people who review (NĐ 330/2026 Art. 67, still to be compared with its original text: no automated decision
 * touches rights without a person's oversight). A stage's configuration sets it.
 */
export interface ReleasePolicy {
  readonly police: ByLevel;
  readonly bank: ByLevel;
  /** Changes that name a competent authority's written decision, and are no withdrawals. */
  readonly namingDecision: ReleaseMode;
}

/** The same number of people for every act. */
export const everyAct = (releasing: ReleaseMode): ByAct => ({
  issue: releasing,
  update: releasing,
  withdraw: releasing,
});

/** A change of a notice that is about to be sent. */
export interface ProposedChange {
  readonly to: 'police' | 'bank';
  readonly act: ReleaseAct;
  readonly level: NoticeLevel;
  readonly namesDecision: boolean;
  /** Whether the rows of one office alone cause it. */
  readonly bySenderAlone: boolean;
}

/** The number of different people that a mode demands. */
export const peopleFor = (mode: ReleaseMode): number => RELEASE_MODES.indexOf(mode);

/** The number of different people who must have released the change. */
export function peopleNeeded(
  { to, act, level, namesDecision, bySenderAlone }: ProposedChange,
  policy: ReleasePolicy,
): number {
  const needed = Math.max(peopleFor(policy[to][level][act]), bySenderAlone ? 1 : 0);
  return namesDecision && act !== 'withdraw' ? Math.max(needed, peopleFor(policy.namingDecision)) : needed;
}

/** The votes that a person can cast on what is proposed. */
export const VOTE_OUTCOMES = ['release', 'refuse'] as const;

/** A person's vote on a proposed change. */
export interface ReleaseVote {
  /** The person's id at the sign-in provider. */
  readonly officer: string;
  readonly outcome: (typeof VOTE_OUTCOMES)[number];
  /** The ISO instant of the vote. */
  readonly at: string;
  readonly reason?: string | undefined;
}

/** The states of a proposed change; it has lapsed where it was no longer due before people had decided. */
export const RELEASE_STATES = ['waiting', 'released', 'refused', 'lapsed'] as const;
type ReleaseState = (typeof RELEASE_STATES)[number];
/** The states that follow from people's votes. */
type VotedState = Exclude<ReleaseState, 'lapsed'>;

/**
 * The state of a proposed change. One refusal stops it. Where a change needs two people, its proposers count as one of
 * them, and they may not vote. @param proposers people's ids; empty where the rules alone propose the change
 */
export function releaseState(
  needed: number,
  proposers: ReadonlySet<string>,
  votes: readonly ReleaseVote[],
): VotedState {
  if (votes.some(({ outcome }) => outcome === 'refuse')) return 'refused';
  return peopleStillNeeded(needed, proposers, votes) === 0 ? 'released' : 'waiting';
}

/** The number of further people who must release a change that nobody has refused. */
export function peopleStillNeeded(
  needed: number,
  proposers: ReadonlySet<string>,
  votes: readonly ReleaseVote[],
): number {
  const releasing = new Set(votes.map(({ officer }) => officer).filter((officer) => !proposers.has(officer)));
  const counted = releasing.size + (proposers.size > 0 && needed > 1 ? 1 : 0);
  return Math.max(0, needed - counted);
}

/** The reason why a person may not vote on a change; undefined where they may. */
export function voteRefusal(
  officer: string,
  proposers: ReadonlySet<string>,
  votes: readonly ReleaseVote[],
): 'own_proposal' | 'voted_already' | undefined {
  if (proposers.has(officer)) return 'own_proposal';
  return votes.some((vote) => vote.officer === officer) ? 'voted_already' : undefined;
}

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
export const takingBackState = ({ votes }: Pick<TakingBack, 'votes'>, policy: ReleaseMode): VotedState =>
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

interface RecordedDecision {
  /** The officer who made the decision, where a person did. */
  readonly officer?: string | undefined;
  /** The officers who made the same decision before, with no other outcome since. */
  readonly earlierOfficers?: readonly string[] | undefined;
}

/** All officers who made a decision in force: those who decided the same before count as well as the last one. */
export const officersBehindDecision = ({ officer, earlierOfficers = [] }: RecordedDecision): string[] => [
  ...new Set([...earlierOfficers, ...(officer === undefined ? [] : [officer])]),
];

interface RecordedRelease {
  readonly state: ReleaseState;
  readonly votes: readonly ReleaseVote[];
  /** The officers who released changes of the notice before this one. */
  readonly releasedBefore?: readonly string[] | undefined;
}

/** All officers who released a notice in its present state or in an earlier one. */
export const officersBehindNotice = ({ state, votes, releasedBefore = [] }: RecordedRelease): string[] => {
  const released = state === 'released' ? votes.filter(({ outcome }) => outcome === 'release') : [];
  return [...new Set([...releasedBefore, ...released.map(({ officer }) => officer)])];
};

interface RecordedListing {
  /** The State Bank's code of suspicion; 0 clears an account. */
  readonly code: number;
  readonly officer?: string | undefined;
  /** The ISO instant of the listing. */
  readonly recordedAt: string;
}

/** The officers of an account's newest listings that agree, back to the last one that said otherwise. */
export function officersBehindListing(listings: readonly RecordedListing[]): string[] {
  const newestFirst = listings.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
  const otherwise = newestFirst.findIndex((one) => clears(one) !== (newestFirst[0] && clears(newestFirst[0])));
  const alike = otherwise < 0 ? newestFirst : newestFirst.slice(0, otherwise);
  return alike.flatMap(({ officer }) => (officer === undefined ? [] : [officer]));
}

const clears = ({ code }: RecordedListing) => code === 0;
