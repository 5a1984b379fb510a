import { guard, type Guard } from '../guard.ts';

const VOTE = 'shared/use-cases/vote-on-release.ts';
const HOLD = 'shared/use-cases/hold-for-release.ts';
const REVIEW = 'shared/use-cases/decide-review.ts';

/** The guards of what people release at the desk of the police, and of objections that they decide on. */
export const RELEASING_GUARDS: readonly Guard[] = [
  guard(
    'a vote on a notice is passed on before it is stored',
    VOTE,
    "  if (state !== 'waiting') await proceed(stored, ports, LOOK_AGAIN_SECONDS);\n",
    '  void LOOK_AGAIN_SECONDS;\n',
  ),
  guard(
    'a vote is about the change that is proposed',
    VOTE,
    "if (stored?.changeId !== changeId || stored.state !== 'waiting') {",
    "if (!stored || (changeId === '' && stored.state !== 'waiting')) {",
  ),
  guard(
    'nobody votes twice or on their own change',
    VOTE,
    'if (refusal !== undefined) return { taken: false, because: refusal };',
    'void refusal;',
  ),
  guard(
    'a vote that is not stored is not taken',
    VOTE,
    "if (!(await releases.write(next, stored, expiry()))) return { taken: false, because: 'changed_meanwhile' };",
    'await releases.write(next, stored, expiry());',
  ),
  guard(
    'whoever listed an account does not release its notice',
    VOTE,
    '...officersBehindListing(account?.listings ?? [])]);',
    '...officersBehindListing(account ? [] : [])]);',
  ),
  guard('a notice waits until it is released', HOLD, "return stored.state === 'released';", 'return true;'),
  guard(
    'a vote on one change of a notice is none on another',
    HOLD,
    'if (stored?.changeId === changeId) {',
    'if (stored) {',
  ),
  guard(
    'a notice is sent once the log has the votes on it',
    HOLD,
    'if (stored.votes.length > 0) await enter(voteEntries(stored));',
    'void voteEntries;',
  ),
  guard(
    'that a notice waits for its release is a fact of the ledger',
    HOLD,
    'await outcomes.record(factsOfRelease(proposed, rulesClock));',
    '',
  ),
  guard(
    'that a notice was released is a fact of the ledger',
    HOLD,
    'await outcomes.record(factsOfRelease(stored, rulesClock));',
    '',
  ),
  guard(
    'a change is proposed or voted on as it was read',
    'shared/tables/releases.ts',
    "? { when: 'revision = :before',",
    "? { when: 'revision = :before OR attribute_exists(noticeId)',",
  ),
  guard(
    'nobody decides on an objection that another one has decided on',
    REVIEW,
    "return isOwn ? 'decided' : 'decided_meanwhile';",
    "return isOwn ? 'decided' : 'decided';",
  ),
  guard(
    'a decision on an objection that was cut off is carried out by whoever decides next',
    REVIEW,
    'if (review.unfinished) await carryOut(review, ports);',
    'void carryOut;',
  ),
  guard(
    'an objection whose decision is not carried out stays in the queue',
    REVIEW,
    'decided, unfinished: true, revision',
    'decided, revision',
  ),
  guard(
    'an objection leaves the queue once its decision is carried out',
    REVIEW,
    'await ports.reviews.write({ ...review, unfinished: undefined, revision: review.revision + 1 }, review);',
    '',
  ),
  guard(
    'nobody decides on an objection to their own act',
    REVIEW,
    'if (refusal !== undefined) return refusal;',
    'void refusal;',
  ),
  guard(
    'a decision on an objection that is not stored is not taken',
    REVIEW,
    "if (!(await ports.reviews.write(next, review))) return 'decided_meanwhile';",
    'await ports.reviews.write(next, review);',
  ),
  guard(
    'an objection is decided on as it was read',
    'shared/tables/reviews.ts',
    "? { when: 'revision = :before',",
    "? { when: 'revision = :before OR attribute_exists(noticeId)',",
  ),
  guard(
    'a decision on an objection is entered in the log',
    REVIEW,
    'await ports.enter([decidedEntry(review)]);',
    'void decidedEntry;',
  ),
  guard(
    'a decision on an objection is a fact of the ledger',
    REVIEW,
    'await recordReview(review, ports);',
    'void recordReview;',
  ),
  guard(
    'a flag is dismissed whose objection is granted',
    REVIEW,
    "await replyToNotice({ kind: 'police-decision', noticeId: flag.noticeId, body }, by, ports);",
    'void [body, replyToNotice];',
  ),
  guard(
    'whoever has released a notice does not decide on the objection to it',
    REVIEW,
    'releasedBy: release ? officersBehindNotice(release) : [],',
    'releasedBy: release ? officersBehindNotice(release).slice(0, 0) : [],',
  ),
  guard(
    'whoever has confirmed a flag does not decide on the objection to it',
    REVIEW,
    'decidedBy: last ? officersBehindDecision(last) : [],',
    'decidedBy: last ? officersBehindDecision(last).slice(0, 0) : [],',
  ),
  guard(
    "an account is cleared whose bank's objection is granted",
    REVIEW,
    'await takeSuspiciousAccount({ bank, accountNumber, code: 0, reason: why, on }, by, ports);',
    'void [takeSuspiciousAccount, bank, accountNumber, on];',
  ),
];
