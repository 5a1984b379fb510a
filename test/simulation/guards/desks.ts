import { guard, type Guard } from '../guard.ts';

const TAKE_BACK = 'shared/use-cases/take-back-file.ts';
const SWITCH = 'shared/use-cases/switch-measure.ts';
const REPLAY = 'shared/use-cases/replay-parked.ts';
const REDRIVE = 'shared/use-cases/redrive-receiver.ts';
const QUESTION = 'functions/deliver-notice/send-question.ts';

/** The guards of what the office, the province and operators do at their desks, and of what a bank is asked. */
export const DESK_GUARDS: readonly Guard[] = [
  guard(
    'a vote on a file is passed on before it is stored',
    TAKE_BACK,
    "  if (state === 'released') await ports.releaseFile([messageOf(next, ports)], LOOK_AGAIN_SECONDS);\n",
    '  void LOOK_AGAIN_SECONDS;\n',
  ),
  guard(
    'a file is asked to be taken back once',
    TAKE_BACK,
    "  if (stored?.version === version && isWaiting(stored, ports)) return 'asked_already';\n",
    '',
  ),
  guard(
    'a vote on a file is about the decision that its officer has seen',
    TAKE_BACK,
    'const isSeen = stored?.revision === revision && ',
    'const isSeen = stored !== undefined && revision.length > 0 && ',
  ),
  guard(
    'nobody agrees twice to take a file back',
    TAKE_BACK,
    "  if (outcome === 'release' && hasAgreed(stored, officer)) return 'voted_already';\n",
    '  void hasAgreed;\n',
  ),
  guard(
    'what was decided about a file is decided once',
    TAKE_BACK,
    'if (!isSeen || !isWaiting(stored, ports)) return',
    'if (!isSeen) return',
  ),
  guard(
    'a vote on a file that is not stored is not taken',
    TAKE_BACK,
    "if (!(await ports.takingsBack.write(next, before, ports.expiry()))) return 'changed_meanwhile';",
    'await ports.takingsBack.write(next, before, ports.expiry());',
  ),
  guard(
    'all are assessed once a measure is switched',
    SWITCH,
    "  await ports.requestOperatorTask([{ task: 'assess-all' }], ASSESS_ALL_AFTER_SECONDS);\n",
    '  void ASSESS_ALL_AFTER_SECONDS;\n',
  ),
  guard(
    'nobody agrees to their own switch',
    SWITCH,
    'return refusal ?? putInForce(',
    'return (refusal && undefined) ?? putInForce(',
  ),
  guard(
    'somebody agrees to the switch that they have seen',
    SWITCH,
    'if (!proposed || record.revision !== revision) return',
    'if (!proposed || revision < 0) return',
  ),
  guard(
    'a switch that is not stored is not taken',
    SWITCH,
    "if (!(await ports.directed.write(record, stored))) return 'changed_meanwhile';",
    'await ports.directed.write(record, stored);',
  ),
  guard(
    'whoever writes a measure enters what is left',
    SWITCH,
    'unentered: [...next.unentered, entry],',
    'unentered: [entry],',
  ),
  guard(
    'entries of a later switch stay',
    'shared/tables/measures.ts',
    "{ when: 'revision = :entered',",
    "{ when: 'revision = :entered OR attribute_exists(measure)',",
  ),
  guard(
    'what a measure had to enter is entered once',
    'shared/use-cases/enter-switches.ts',
    'await directed.markEntered(record);',
    'void directed;',
  ),
  guard(
    'a parked message is sent before it is removed',
    REPLAY,
    '    await send([body]);\n    await parked.release(message);\n',
    '    await parked.release(message);\n    await send([body]);\n',
  ),
  guard(
    'a parked message that was sent again is removed',
    REPLAY,
    '    await parked.release(message);\n',
    '    void message;\n',
  ),
  guard(
    'a parked message that nobody can read stays',
    REPLAY,
    'const readable = all.filter(({ body }) => body !== undefined);',
    'const readable = all.map(({ message, body = {} }) => ({ message, body }));',
  ),
  guard(
    'an operator has an endpoint called again',
    REDRIVE,
    'await ports.receivers.reopen(receiver, ports.now());',
    'void ports.receivers;',
  ),
  guard(
    'an operator has notices sent again that were given up',
    REDRIVE,
    "state === 'stuck' || state === 'waiting'",
    "state === 'waiting'",
  ),
  guard(
    'an operator has notices sent that have no delivery',
    REDRIVE,
    '[...moved, ...unsent].map(',
    '[...moved, ...unsent.slice(0, 0)].map(',
  ),
  guard(
    'an operator has the feed repeat notices',
    REDRIVE,
    'if (await notices.announceAgain(receiver, notice, now())) announced += 1;',
    'if (receiver === notice.noticeId) announced += 1;',
  ),
  guard(
    'a question that a bank has taken is not sent again',
    QUESTION,
    'question.sentAt !== undefined || ',
    "question.sentAt === '' || ",
  ),
  guard(
    'that a bank has taken a question is stored',
    QUESTION,
    "if (kind === 'delivered') return ports.questions.markSent(due, question, questionId, ports.now().toISOString());",
    "if (kind === 'delivered') return;",
  ),
  guard(
    'a question that was erased meanwhile is not stored again',
    'shared/tables/case-records.ts',
    "{ when: 'attribute_exists(entry)' }",
    "{ when: 'attribute_exists(entry) OR attribute_not_exists(entry)' }",
  ),
  guard(
    'a question is sent again until its bank takes it',
    QUESTION,
    '  await ports.deliverLater([{ receiver, noticeId, questionId, tries: tries + 1 }], wait);\n',
    '  void [tries, wait];\n',
  ),
  guard(
    'an endpoint that rests is asked nothing',
    QUESTION,
    'isResting(endpoint.health ?? HEALTHY, now)',
    'isResting({ ...endpoint.health, failures: 0, restUntil: undefined } ?? HEALTHY, now)',
  ),
];
