import { guard, type Guard } from '../guard.ts';

const BACKLOG = 'functions/deliver-notice/work-off-backlog.ts';
const DELIVER = 'functions/deliver-notice/deliver-notice.ts';
const RECONCILE = 'functions/deliver-notice/reconcile-delivery.ts';

/** The guards of an endpoint that fails, and of deliveries that need no call. */
export const CALLING_GUARDS: readonly Guard[] = [
  guard('an endpoint that is to rest is sent nothing', BACKLOG, 'return !isResting(work.health, now) && ', 'return '),
  guard(
    'a function gives an endpoint back after its turn',
    BACKLOG,
    ' && -secondsUntil(startedAt, now) < TURN_SECONDS',
    ' && secondsUntil(startedAt, now) < TURN_SECONDS',
  ),
  guard(
    'an endpoint that has failed is sent one notice after another',
    BACKLOG,
    '? 1 : CALLS_AT_ONCE',
    '? CALLS_AT_ONCE : CALLS_AT_ONCE',
  ),
  guard(
    'an endpoint that fails on one notice is tried with another one',
    BACKLOG,
    'if (isProbe && probed?.noticeId === work.health.failedOn) await secondOpinion(waiting, work, take);',
    'void [isProbe, probed, secondOpinion];',
  ),
  guard(
    'a notice that needs no call has the backlog of a failed endpoint looked through',
    DELIVER,
    'if (!due && !wakes) return;',
    'if (!due) return void wakes;',
  ),
  guard(
    'a delivery is given up of which the notice is gone',
    RECONCILE,
    "if (error instanceof NeverPossible && before?.state === 'waiting') {",
    "if (error instanceof NeverPossible && before?.state === 'stuck') {",
  ),
  guard(
    'a notice that is gone does not hold up the others',
    BACKLOG,
    '.catch(ignoreNeverPossible)',
    '.catch((error: unknown) => {\n      ignoreNeverPossible(error);\n      throw error;\n    })',
  ),
  guard(
    'the deliveries of a bank that reads the feed are ended',
    DELIVER,
    "if (begun?.checkAt !== undefined) await deliveries.write(closedDelivery(begun, 'superseded'), begun);",
    'void [begun, closedDelivery];',
  ),
  guard(
    'an endpoint is given back with what its answers have shown',
    'functions/deliver-notice/send-notice.ts',
    '  learn(outcome, recorded, lease, ports);\n',
    '  void learn;\n',
  ),
  guard(
    'a notice that was answered is not sent',
    RECONCILE,
    'answered: isAnswered(handlingStatus)',
    "answered: isAnswered(handlingStatus) && receiver === ''",
  ),
  guard(
    'a state to which the receiver’s own reply has led is sent',
    RECONCILE,
    'causedByReceiver };',
    "causedByReceiver: causedByReceiver && receiver === '' };",
  ),
];
