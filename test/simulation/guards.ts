import type { Guard } from './guard.ts';
import { AFTERWARDS_GUARDS } from './guards/afterwards.ts';
import { ASSESSED_AFTERWARDS_GUARDS } from './guards/assessed-afterwards.ts';
import { ASSESSING_GUARDS } from './guards/assessing.ts';
import { BESIDE_DECISIONS_GUARDS } from './guards/beside-decisions.ts';
import { BESIDE_OTHERS_GUARDS } from './guards/beside-others.ts';
import { BANK_GUARDS } from './guards/of-banks.ts';
import { BEGINNING_GUARDS } from './guards/beginning.ts';
import { CALLING_GUARDS } from './guards/calling.ts';
import { CONDITION_GUARDS } from './guards/conditions.ts';
import { DECIDING_GUARDS } from './guards/deciding.ts';
import { DECIDED_DROP_GUARDS } from './guards/decided-drops.ts';
import { DELIVERING_GUARDS } from './guards/delivering.ts';
import { DESK_GUARDS } from './guards/desks.ts';
import { DOSSIER_GUARDS } from './guards/dossiers.ts';
import { DROP_GUARDS } from './guards/drops.ts';
import { ENDPOINT_HEALTH_GUARDS } from './guards/endpoint-health.ts';
import { FEED_GUARDS } from './guards/feed.ts';
import { FORGETTING_GUARDS } from './guards/forgetting.ts';
import { LOG_GUARDS } from './guards/log.ts';
import { LOOKING_AGAIN_GUARDS } from './guards/looking-again.ts';
import { NOTIFYING_GUARDS } from './guards/notifying.ts';
import { ONE_ENDPOINT_GUARDS } from './guards/one-endpoint.ts';
import { ONE_NAME_GUARDS } from './guards/one-name.ts';
import { OTHERS_ASKED_GUARDS } from './guards/others-asked.ts';
import { ROWS_OF_DROPS_GUARDS } from './guards/rows-of-drops.ts';
import { OTHERS_AGAIN_GUARDS } from './guards/others-again.ts';
import { READING_GUARDS } from './guards/reading.ts';
import { RELEASING_GUARDS } from './guards/releasing.ts';
import { REPLYING_GUARDS } from './guards/replying.ts';
import { RESTORING_GUARDS } from './guards/restoring.ts';
import { SETTLING_GUARDS } from './guards/settling.ts';
import { RING_GUARDS } from './guards/rings.ts';
import { SHARING_GUARDS } from './guards/sharing.ts';
import { STOPPING_GUARDS } from './guards/stopping.ts';
import { SWEEPING_GUARDS } from './guards/sweeping.ts';
import { TAKING_BACK_GUARDS } from './guards/taking-back.ts';
import { TELLING_GUARDS } from './guards/telling.ts';
import { TRANSPORT_GUARDS } from './guards/transport.ts';
import { VERIFYING_GUARDS } from './guards/verifying.ts';
import { WITNESSING_GUARDS } from './guards/witnessing.ts';

/**
 * All guards: conditions, orders of two writes, retries and recognised repetitions. Without one of them something can
 * be lost.
 */
export const GUARDS: readonly Guard[] = [
  ...READING_GUARDS,
  ...DROP_GUARDS,
  ...TAKING_BACK_GUARDS,
  ...BESIDE_OTHERS_GUARDS,
  ...FORGETTING_GUARDS,
  ...TELLING_GUARDS,
  ...TRANSPORT_GUARDS,
  ...VERIFYING_GUARDS,
  ...ASSESSING_GUARDS,
  ...ASSESSED_AFTERWARDS_GUARDS,
  ...SHARING_GUARDS,
  ...NOTIFYING_GUARDS,
  ...REPLYING_GUARDS,
  ...DELIVERING_GUARDS,
  ...SWEEPING_GUARDS,
  ...DOSSIER_GUARDS,
  ...LOG_GUARDS,
  ...CONDITION_GUARDS,
  ...LOOKING_AGAIN_GUARDS,
  ...STOPPING_GUARDS,
  ...RESTORING_GUARDS,
  ...FEED_GUARDS,
  ...CALLING_GUARDS,
  ...BEGINNING_GUARDS,
  ...AFTERWARDS_GUARDS,
  ...ONE_ENDPOINT_GUARDS,
  ...DECIDING_GUARDS,
  ...ENDPOINT_HEALTH_GUARDS,
  ...RELEASING_GUARDS,
  ...DESK_GUARDS,
  ...BESIDE_DECISIONS_GUARDS,
  ...BANK_GUARDS,
  ...OTHERS_AGAIN_GUARDS,
  ...SETTLING_GUARDS,
  ...WITNESSING_GUARDS,
  ...ONE_NAME_GUARDS,
  ...DECIDED_DROP_GUARDS,
  ...OTHERS_ASKED_GUARDS,
  ...ROWS_OF_DROPS_GUARDS,
  ...RING_GUARDS,
];
