import { guard, type Guard } from '../guard.ts';

const TAKE_REPLY = 'shared/use-cases/replies/take-reply.ts';

export const REPLYING_GUARDS: readonly Guard[] = [
  guard(
    'a reply that is known already is told on again',
    TAKE_REPLY,
    '  const kept = known ?? (await replies.get(receiver, replyId)) ?? (await record());',
    '  const earlier = known ?? (await replies.get(receiver, replyId));\n  if (earlier) return { replyId };\n  const kept = await record();',
  ),
  guard(
    'a decision that is sent again is known again',
    'shared/use-cases/replies/identify-decision.ts',
    'const isSaidAgain = last?.fingerprint === fingerprint && ',
    'const isSaidAgain = last?.fingerprint === "" && ',
  ),
  guard(
    'a decision has its company asked anew',
    'functions/record-reply/record-decision.ts',
    'await ports.assess([{ enterpriseCode }]);',
    '',
  ),
  guard(
    'a decision follows the last one that was read',
    'shared/tables/replies.ts',
    "when: 'lastId = :before AND takenAt = :takenAt',",
    "when: '(lastId = :before AND takenAt = :takenAt) OR attribute_exists(lastId)',",
  ),
  guard(
    'a reply holds for the sequence that it names',
    'shared/tables/handling-status.ts',
    'when: `#sequence = :sequence AND (${again}',
    'when: `(#sequence = :sequence OR attribute_exists(noticeId)) AND (${again}',
  ),
  guard(
    'a listing is stored before its bank is told',
    'functions/record-reply/list-account.ts',
    '  await accounts.record(facts, takenAt, expiry());\n',
    '  await notifyBanks([{ accountRef }]);\n  await accounts.record(facts, takenAt, expiry());\n',
  ),
  guard(
    'the companies of a listed account are asked anew',
    'functions/record-reply/list-account.ts',
    '  await assess(companies.map((enterpriseCode) => ({ enterpriseCode })));',
    '  void [assess, companies];',
  ),
  guard(
    'a reply is a fact of the ledger',
    'functions/record-reply/record-reply.ts',
    '  await recordOutcome(item, ports);\n',
    '',
  ),
  guard(
    'a decision has a later instant than the one that it follows',
    'shared/use-cases/replies/identify-decision.ts',
    'const takenAt = last && last.takenAt >= instant ? instantAfter(last.takenAt, A_MILLISECOND) : instant;',
    'const takenAt = instant;\n    void [instantAfter, A_MILLISECOND];',
  ),
  guard(
    'a reply names the present state of its notice',
    TAKE_REPLY,
    "if (sequence < newest) throw new RefusedRequest('sequence_superseded');",
    "if (sequence < 0) throw new RefusedRequest('sequence_superseded');",
  ),
  guard(
    'a repeated reply is passed on once more',
    TAKE_REPLY,
    '  await sendReply([{ receiver, replyId }]);\n',
    '  if (!known) await sendReply([{ receiver, replyId }]);\n',
  ),
  guard(
    'the message of a reply that is gone is parked',
    'functions/record-reply/record-reply.ts',
    "if (!item) throw new NeverPossible('reply_unknown');",
    'if (!item) return;',
  ),
  guard(
    'a decision with a key that is sent again is known again',
    TAKE_REPLY,
    'const known = key === undefined ? undefined : await replies.get(receiver, key);',
    'const known = undefined;',
  ),
  guard(
    'other content under a key that was used is refused',
    TAKE_REPLY,
    "  if (kept?.fingerprint !== fingerprint) throw new RefusedRequest('idempotency_key_reused');\n",
    '  void kept;\n',
  ),
  guard(
    'of two replies with one key the stored one holds',
    TAKE_REPLY,
    'return (await replies.record(item, expiry())) ? item : replies.get(receiver, replyId);',
    'await replies.record(item, expiry());\n    return item;',
  ),
  guard(
    'a decision that another one was faster than follows that one',
    'shared/use-cases/replies/identify-decision.ts',
    'if (await replies.decideLast({ receiver, noticeId }, named, last, expiry())) return { replyId, takenAt };',
    'await replies.decideLast({ receiver, noticeId }, named, last, expiry());\n    return { replyId, takenAt };',
  ),
  guard(
    'a state to which the own reply of a receiver has led keeps its answer',
    'shared/domain/notification/notice/reconciled-notice.ts',
    '    isCausedByReceiver(change, before, due.otherGrounds) &&\n',
    '    false &&\n',
  ),
];
