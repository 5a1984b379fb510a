import { guard, type Guard } from '../guard.ts';

const NEXT = 'shared/domain/notification/delivery/next-delivery.ts';
const RESTARTED = 'return { ...restartedDelivery(delivery, now), resends: resends + 1 };';

/** The guards of what a run comes to only afterwards. */
export const AFTERWARDS_GUARDS: readonly Guard[] = [
  guard('a notice that nobody acknowledges is sent again', NEXT, RESTARTED, 'return delivery;'),
  guard(
    'the repetitions of a notice are counted',
    NEXT,
    RESTARTED,
    'return { ...restartedDelivery(delivery, now), resends };',
  ),
  guard(
    'a notice is sent again three times at most',
    NEXT,
    "if (resends === RESENDS) return stuckDelivery(delivery, 'unacknowledged');",
    'void RESENDS;',
  ),
  guard(
    'a bank that changes to the feed as its lease is taken is sent nothing',
    'functions/deliver-notice/deliver-notice.ts',
    'if (isPushed(held)) await workOffBacklog(',
    'await workOffBacklog(',
  ),
  guard(
    'who asks for all to be told again is handled whatever was assessed since',
    'functions/3-assess-company/assess-company.ts',
    'if (!before || again || renotify) return false;',
    'if (!before || again) return void renotify;',
  ),
];
