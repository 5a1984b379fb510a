import { guard, type Guard } from '../guard.ts';

const HEALTH = 'shared/domain/notification/delivery/endpoint-health.ts';

/** The guards of what a call's outcome says of its endpoint. */
export const ENDPOINT_HEALTH_GUARDS: readonly Guard[] = [
  guard(
    'an endpoint that has recovered is sent what waits in order',
    'functions/deliver-notice/work-off-backlog.ts',
    "failures > 0 || (first?.changedAt ?? '') < recoveredAt ?",
    'failures > 0 ?',
  ),
  guard(
    'an endpoint rests after several failures',
    HEALTH,
    'failures >= FAILURES_THAT_REST ? restSeconds',
    'failures < 0 ? restSeconds',
  ),
  guard(
    'a call that was running does not end the wait for which an endpoint asked',
    HEALTH,
    '  if (isResting(health, now)) return { ...health, failures: 0, failingSince: undefined, failedOn: undefined };\n',
    '',
  ),
  guard(
    'a shorter wait does not replace a longer one',
    HEALTH,
    ': longest(health.restUntil, instantAfter(now, rest)),',
    ': instantAfter(now, rest),',
  ),
  guard(
    'that an endpoint refuses one notice is no failure of the endpoint',
    HEALTH,
    "if (outcome.kind === 'delivered' || outcome.kind === 'refused') return health;",
    "if (outcome.kind === 'delivered') return health;",
  ),
  guard(
    'several failures on one notice count once',
    HEALTH,
    'failedOn !== undefined && failedOn === health.failedOn ? 0 : 1',
    '1',
  ),
  guard(
    'it is known that an endpoint asked never to be called again',
    HEALTH,
    "  if (outcome.kind === 'gone') return { ...health, goneSince: now.toISOString() };\n",
    '',
  ),
  guard(
    'an endpoint that asked never to be called again is not called',
    'shared/domain/notification/delivery/next-delivery.ts',
    "  if (health.goneSince !== undefined) return { delivery: stuckDelivery(delivery, 'endpoint_gone'), due: false };\n",
    '',
  ),
];
