import { type Notice, numberToShow } from '#shared/domain/notification/notice/notice.ts';
import { bankOf, bankReceiver, POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import {
  officersBehindNotice,
  peopleNeeded,
  type ProposedChange,
  type ReleasePolicy,
} from '#shared/domain/notification/release/release-policy.ts';
import { BY_ONE_SENDER } from '#shared/domain/notification/states.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { RulesClock, RealClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import { OVERTAKEN } from '#shared/runtime/until-written.ts';
import { accountCaseId, type OutcomeFactWithoutId } from '#shared/domain/outcomes/facts-of-notice.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';
import type { ProposedRelease, Releases } from '#shared/tables/releases.ts';
import type { IsReleased } from './reconcile-notice.ts';
import { voteEntries } from './vote-entries.ts';

interface HoldForReleasePorts {
  readonly releases: Pick<Releases, 'get' | 'write'>;
  readonly outcomes: Pick<Outcomes, 'record'>;
  readonly enter: EnterInLog;
  readonly policy: ReleasePolicy;
  readonly expiry: Expiry;
  readonly rulesClock: RulesClock;
  readonly now: RealClock;
}

/**
 * Keeps a notice in its state until as many people as the policy demands have released its next change. The change is
 * proposed once; another content is another change. A refused one is not sent until its facts change. A request whose
 * change is no longer due ends, so that nobody is asked to vote on what would not be sent.
 */
export const holdForRelease = (ports: HoldForReleasePorts): IsReleased => {
  const { releases, outcomes, enter, policy, expiry, rulesClock, now } = ports;
  // A function that took a vote may have ended before it entered the vote in the log, so nothing is sent because of votes
  // that the log does not have
  const enterRequest = async (request: ProposedRelease) => {
    await outcomes.record(factsOfRelease(request, rulesClock));
    if (request.votes.length > 0) await enter(voteEntries(request));
  };
  const write = async (request: ProposedRelease, stored: ProposedRelease | undefined) => {
    if (!(await releases.write(request, stored, expiry()))) return OVERTAKEN;
    await enterRequest(request);
    return 'asked';
  };
  const endRequest = async (stored: ProposedRelease | undefined) => {
    if (stored?.state === 'waiting') return write(lapsedOf(stored, now()), stored);
    if (stored?.state === 'lapsed') await enterRequest(stored);
    return 'waits';
  };

  return async (noticeId, next, before) => {
    const change = next && changeOf(next, before);
    const needed = change === undefined ? 0 : peopleNeeded(change, policy);
    const stored = await releases.get(noticeId);
    if (next === undefined || change === undefined || needed === 0) {
      const ended = await endRequest(stored);
      return next === undefined || ended === OVERTAKEN ? ended : 'released';
    }
    const changeId = changeIdOf(next);
    if (stored?.changeId === changeId && stored.state !== 'lapsed') {
      await enterRequest(stored);
      return stored.state === 'released' ? 'released' : 'waits';
    }
    const revision = (stored?.revision ?? 0) + 1;
    const releasedBefore = stored ? officersBehindNotice(stored) : [];
    const asked = { changeId, needed, revision, releasedBefore, at: now() };
    return write(proposalOf(next, change, asked, rulesClock), stored);
  };
};

const lapsedOf = (stored: ProposedRelease, at: Date): ProposedRelease => ({
  ...stored,
  state: 'lapsed',
  lapsedAt: at.toISOString(),
  revision: stored.revision + 1,
});

/**
 * Undefined for changes that need no release: an expiry, the same content with a later last day, and the withdrawal of a
 * notice to the police that only their own decision caused.
 */
function changeOf(next: Notice, before: Notice | undefined): ProposedChange | undefined {
  const isRenewed =
    before?.state === 'in_force' && next.state === 'in_force' && before.fingerprint === next.fingerprint;
  const isOwnWithdrawal = next.receiver === POLICE && next.state === 'withdrawn' && next.causedByReceiver === true;
  if (next.state === 'expired' || isRenewed || isOwnWithdrawal) return undefined;
  return {
    to: next.receiver === POLICE ? 'police' : 'bank',
    act: actOf(next, before),
    level: next.content.level,
    bySenderAlone: next.withdrawnBecause === BY_ONE_SENDER,
    namesDecision: 'decision' in next.content && next.content.decision !== undefined,
  };
}

function actOf(next: Notice, before: Notice | undefined): ProposedChange['act'] {
  if (next.state === 'withdrawn') return 'withdraw';
  return before?.state === 'in_force' ? 'update' : 'issue';
}

/** A withdrawal for other grounds is another change, so that a vote on an earlier one neither sends nor stops it. */
const changeIdOf = ({ noticeId, state, fingerprint, withdrawnBecause, sequence, otherGrounds }: Notice) =>
  contentId({
    noticeId,
    state,
    fingerprint,
    withdrawnBecause,
    sequence,
    ...(state === 'withdrawn' && { otherGrounds }),
  });

function proposalOf(
  next: Notice,
  { act, level }: ProposedChange,
  { at, ...own }: Pick<ProposedRelease, 'changeId' | 'needed' | 'revision' | 'releasedBefore'> & { readonly at: Date },
  clock: RulesClock,
): ProposedRelease {
  const { noticeId, receiver, subject, content, withdrawnBecause } = next;
  return {
    noticeId,
    receiver,
    subject,
    act,
    level,
    ...(withdrawnBecause !== undefined && { withdrawnBecause }),
    accountNumber: 'accountNumber' in content ? numberToShow(content) : '',
    enterpriseCode: content.enterpriseCode,
    proposedAt: at.toISOString(),
    dueOn: dueOn('noticeRelease', clock.dayOf(at)),
    state: 'waiting',
    votes: [],
    ...own,
  };
}

/** The ledger's facts of requests to people and of their answers; a repetition gives the same facts. */
function factsOfRelease(
  { receiver, noticeId, subject, enterpriseCode, level, proposedAt, state, votes, lapsedAt }: ProposedRelease,
  clock: RulesClock,
): readonly OutcomeFactWithoutId[] {
  const caseId = enterpriseCode ?? accountCaseId(subject);
  const bank = bankOf(receiver);
  const to: Receiver = bank === undefined ? POLICE : bankReceiver(bank);
  const at = (instant: string) => ({
    caseId,
    noticeId,
    receiver: to,
    level,
    on: clock.dayOf(new Date(instant)),
    at: instant,
  });
  const proposed = { ...at(proposedAt), kind: 'proposed', by: 'machine' } as const;
  if (lapsedAt !== undefined) return [proposed, { ...at(lapsedAt), kind: 'lapsed', by: 'machine' }];
  const last = votes.at(-1)?.at;
  return state === 'waiting' || state === 'lapsed' || last === undefined
    ? [proposed]
    : [proposed, { ...at(last), kind: state, by: 'police' }];
}
