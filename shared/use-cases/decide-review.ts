import {
  officersBehindDecision,
  officersBehindListing,
  officersBehindNotice,
} from '#shared/domain/notification/release/release-policy.ts';
import { type ReviewOutcome, reviewRefusal } from '#shared/domain/notification/review/review.ts';
import { bankOf, bankReceiver, POLICE } from '#shared/domain/notification/receiver.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { EnterInLog, LogEntry } from '#shared/contracts/log-entry.ts';
import { caseIdOf } from '#shared/domain/outcomes/facts-of-notice.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import { noticeIdOf, type Notices } from '#shared/tables/notices.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';
import type { Releases } from '#shared/tables/releases.ts';
import type { Replies } from '#shared/tables/replies.ts';
import type { Reviews, StoredReview } from '#shared/tables/reviews.ts';
import type { ReplyPorts } from './replies/ports.ts';
import { takeSuspiciousAccount } from './replies/take-suspicious-account.ts';
import { replyToNotice } from './replies/take-reply.ts';

export interface DecideReviewPorts extends ReplyPorts {
  readonly reviews: Pick<Reviews, 'ofNotice' | 'write'>;
  readonly releases: Pick<Releases, 'get'>;
  readonly accounts: Pick<Accounts, 'recorded'>;
  readonly outcomes: Pick<Outcomes, 'record'>;
  readonly rulesClock: Pick<RulesClock, 'dayOf'>;
  readonly enter: EnterInLog;
}

export interface ReviewDecisionInput {
  readonly noticeId: string;
  readonly reviewId: string;
  readonly officer: string;
  readonly outcome: ReviewOutcome;
  readonly reason: string;
}

export type ReviewResult =
  | 'decided'
  | 'not_there'
  | 'decided_meanwhile'
  | NonNullable<ReturnType<typeof reviewRefusal>>;

/** An objection with its decision. */
type DecidedReview = StoredReview & { readonly decided: NonNullable<StoredReview['decided']> };

/**
 * Decides on an objection by a person who took no part in the notice. Where it is granted, the police dismiss the
 * company's flag and clear a listing of the account, and the notices follow from that. The function may end once the
 * decision is stored. The objection then stays in the queue, and whoever decides on it next has the stored decision
 * carried out.
 */
export async function decideReview(decision: ReviewDecisionInput, ports: DecideReviewPorts): Promise<ReviewResult> {
  const { noticeId, reviewId, officer, outcome, reason } = decision;
  const review = (await ports.reviews.ofNotice(noticeId)).find((one) => one.reviewId === reviewId);
  if (!review) return 'not_there';
  if (isDecided(review)) {
    if (review.unfinished) await carryOut(review, ports);
    const isOwn = review.decided.officer === officer && review.state === outcome;
    return isOwn ? 'decided' : 'decided_meanwhile';
  }
  const refusal = await refusalToReview(review, officer, ports);
  if (refusal !== undefined) return refusal;
  const decided = { officer, at: ports.now().toISOString(), reason };
  const next = { ...review, state: outcome, decided, unfinished: true, revision: review.revision + 1 } as const;
  if (!(await ports.reviews.write(next, review))) return 'decided_meanwhile';
  await carryOut(next, ports);
  return 'decided';
}

const isDecided = (review: StoredReview): review is DecidedReview => review.decided !== undefined;

/** Does what follows from a stored decision. Two functions may do it at once, which changes nothing. */
async function carryOut(review: DecidedReview, ports: DecideReviewPorts): Promise<void> {
  await ports.enter([decidedEntry(review)]);
  await recordReview(review, ports);
  if (review.state === 'granted') await grant(review, ports);
  await ports.reviews.write({ ...review, unfinished: undefined, revision: review.revision + 1 }, review);
}

interface FirstDecidersPorts {
  readonly replies: Pick<Replies, 'lastDecision'>;
  readonly releases: Pick<Releases, 'get'>;
  readonly notices: Pick<Notices, 'get'>;
  readonly accounts: Pick<Accounts, 'recorded'>;
}

/** The reason why an officer may not decide on a waiting objection; undefined where they may. */
export const refusalToReview = async (review: StoredReview, officer: string, ports: FirstDecidersPorts) =>
  reviewRefusal(officer, await firstDecidersOf(review, ports));

async function firstDecidersOf(
  { noticeId, enterpriseCode, askedBy, askedByOfficer }: StoredReview,
  ports: FirstDecidersPorts,
) {
  const policeNotice = enterpriseCode === undefined ? undefined : noticeIdOf(POLICE, enterpriseCode);
  const last = policeNotice === undefined ? undefined : await ports.replies.lastDecision(POLICE, policeNotice);
  const release = await ports.releases.get(noticeId);
  const isOfBank = askedBy.startsWith('bank#');
  const notice = isOfBank ? await ports.notices.get(askedBy, noticeId) : undefined;
  const account = notice && (await ports.accounts.recorded(notice.subject));
  return {
    decidedBy: last ? officersBehindDecision(last) : [],
    releasedBy: release ? officersBehindNotice(release) : [],
    listedBy: officersBehindListing(account?.listings ?? []),
    // A bank's clerk is no officer of this desk
    wroteDown: isOfBank ? undefined : askedByOfficer,
  };
}

async function grant(
  { enterpriseCode, askedBy, noticeId, decided: { officer, reason } }: DecidedReview,
  ports: DecideReviewPorts,
): Promise<void> {
  const why = `Chấp nhận đề nghị xem lại: ${reason}`.slice(0, LONGEST_REASON);
  const by = { receiver: POLICE, idempotencyKey: undefined, officer } as const;
  const flag =
    enterpriseCode === undefined ? undefined : await ports.notices.get(POLICE, noticeIdOf(POLICE, enterpriseCode));
  if (flag?.state === 'in_force') {
    const body = { sequence: flag.sequence, outcome: 'dismissed', reason: why } as const;
    await replyToNotice({ kind: 'police-decision', noticeId: flag.noticeId, body }, by, ports);
  }
  const own = askedBy.startsWith('bank#') ? await ports.notices.get(askedBy, noticeId) : undefined;
  if (!own || own.receiver === POLICE) return;
  const account = await ports.accounts.recorded(own.subject);
  if (!account || account.listings.length === 0 || bankReceiver(account.bank) !== own.receiver) return;
  const { bank, accountNumber } = account;
  const on = dayInVietnam(ports.now());
  await takeSuspiciousAccount({ bank, accountNumber, code: 0, reason: why, on }, by, ports);
}

/** The largest length of a decision's reason. */
const LONGEST_REASON = 1000;

/** Enters the decision in the ledger with the day by the rules' clock. */
async function recordReview(
  { askedBy, noticeId, sequence, decided: { at } }: DecidedReview,
  ports: DecideReviewPorts,
): Promise<void> {
  const bank = bankOf(askedBy);
  const receiver = bank === undefined ? POLICE : bankReceiver(bank);
  const notice = await ports.notices.get(receiver, noticeId);
  if (!notice) return;
  const on = ports.rulesClock.dayOf(new Date(at));
  await ports.outcomes.record([
    { caseId: caseIdOf(notice), kind: 'reviewed', on, at, by: 'police', receiver, noticeId, sequence },
  ]);
}

/** The reason may contain personal data, so it stays in the table and out of the log. */
function decidedEntry({ askedBy, noticeId, reviewId, state, decided: { officer, at } }: DecidedReview): LogEntry {
  const says = { receiver: askedBy, noticeId, reviewId, outcome: state };
  return entryOf({ kind: 'review-decided', at, by: actorOf({ officer }, POLICE), says }, says);
}
