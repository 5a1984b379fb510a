import { guard, type Guard } from '../guard.ts';

const SEND = 'functions/deliver-notice/send-notice.ts';
const NOTED =
  'const recorded = await ports.deliveries.write(attemptedDelivery(delivery, at), delivery);\n  if (!recorded) return;';

/** The guards of calls to an endpoint and of what waits for one. */
export const DELIVERING_GUARDS: readonly Guard[] = [
  guard(
    'an endpoint is called once the attempt is noted',
    SEND,
    NOTED,
    'const recorded = { ...attemptedDelivery(delivery, at), revision: delivery.revision };',
  ),
  guard(
    'an endpoint is not called where another function has written the delivery',
    SEND,
    NOTED,
    'const recorded =\n    (await ports.deliveries.write(attemptedDelivery(delivery, at), delivery)) ?? delivery;',
  ),
  guard(
    'a delivery that failed is sent again by its own message',
    SEND,
    '  await ports.deliverLater([{ receiver, noticeId }], Math.max(0, secondsUntil(next.nextAttemptAt, now)));',
    '  void secondsUntil;',
  ),
  guard(
    'a delivery that others keep writing goes back',
    'functions/deliver-notice/reconcile-delivery.ts',
    'throw new DeliveryOvertaken();',
    'return undefined;',
  ),
  guard(
    'what came into the backlog meanwhile is passed on',
    'functions/deliver-notice/deliver-notice.ts',
    'if (next) await ports.deliverLater([{ receiver, noticeId: next.noticeId }]);',
    'void next;',
  ),
  guard(
    'a delivery is read before its notice',
    'functions/deliver-notice/reconcile-delivery.ts',
    'const before = tried === 0 && known ? known : await ports.deliveries.get(receiver, noticeId);\n    const notice = await noticeFor({ receiver, noticeId }, before, ports);',
    'const notice = await noticeFor({ receiver, noticeId }, known, ports);\n    const before = tried === 0 && known ? known : await ports.deliveries.get(receiver, noticeId);',
  ),
  guard(
    'a new delivery that its index does not show is sent by the holder of the lease',
    'functions/deliver-notice/work-off-backlog.ts',
    '    if (waiting.length === 0 && own && isWanted(own)) waiting.push(own);\n',
    '    void own;\n',
  ),
  guard(
    'a notice that was delivered counts as delivered',
    SEND,
    "    await ports.notices.setHandlingStatus({ receiver, noticeId, sequence, handlingStatus: 'delivered' });\n",
    '    void noticeId;\n',
  ),
  guard(
    'the clock looks at a delivery that has begun',
    'shared/domain/notification/delivery/next-delivery.ts',
    '    nextAttemptAt: since,\n    checkAt,',
    '    nextAttemptAt: since,\n    checkAt: undefined,',
  ),
  guard(
    'the clock looks at a delivery that waits for another attempt',
    'shared/domain/notification/delivery/after-attempt.ts',
    '  return { ...delivery, nextAttemptAt, checkAt };\n',
    '  return { ...delivery, nextAttemptAt, checkAt: undefined };\n',
  ),
];
