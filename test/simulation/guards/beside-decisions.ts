import { guard, type Guard } from '../guard.ts';

const IDENTIFY = 'shared/use-cases/replies/identify-decision.ts';
const SWITCHES = 'shared/use-cases/enter-switches.ts';
const DECISION = 'functions/record-reply/record-decision.ts';
const STATUS =
  '  await ports.notices.setHandlingStatus({ receiver, noticeId, sequence, handlingStatus, repliedAs: replyOrder(item) });\n';
const FACT = `  await ports.companies.record(
    [{ enterpriseCode, decision: { outcome, on: takenAt, codes, document } }],
    ports.expiry(),
  );
`;

/** The guards of a decision that nobody has seen, that is refused, or whose function ends. */
export const BESIDE_DECISIONS_GUARDS: readonly Guard[] = [
  guard(
    'an officer decides on what they have seen',
    IDENTIFY,
    "if (after !== undefined && (last?.lastId ?? '') !== after) throw new RefusedRequest('decided_meanwhile');",
    'void after;',
  ),
  guard('a decision that is refused is not the last one', IDENTIFY, '    await grounds();\n', '    void grounds;\n'),
  guard(
    'nobody reverses what they decided on an objection',
    'shared/use-cases/decide-review.ts',
    'review.decided.officer === officer && review.state === outcome;',
    'review.decided.officer === officer;',
  ),
  guard(
    'a change of a notice that waits is among what the police see',
    'shared/tables/releases.ts',
    'const waits = state === WAITING && {',
    'const waits = state !== WAITING && {',
  ),
  guard(
    'an objection that waits is among what the police see',
    'shared/tables/reviews.ts',
    'const waits = (next.state === WAITING || next.unfinished) && {',
    'const waits = next.unfinished && {',
  ),
  guard(
    'one objection to a notice waits at a time',
    'shared/use-cases/replies/ask-review.ts',
    "    throw new RefusedRequest('review_waits');\n",
    '',
  ),
  guard(
    'a notice has the status of a decision before its company has the decision',
    DECISION,
    `${STATUS}${FACT}`,
    `${FACT}${STATUS}`,
  ),
  guard(
    'entries of a measure are sent before it has none left',
    SWITCHES,
    '    await enter(record.unentered);\n    await directed.markEntered(record);\n',
    '    await directed.markEntered(record);\n    await enter(record.unentered);\n',
  ),
  guard(
    'a head of the restored log that is not signed is completed with the checkpoint of the bucket',
    'functions/append-entries/append-entries.ts',
    '  const adopted = await adoptedHead(head, ports);\n  if (adopted) return adopted;\n',
    '  void adoptedHead;\n',
  ),
];
