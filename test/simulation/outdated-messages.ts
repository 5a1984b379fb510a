import { contentId } from '#shared/runtime/content-id.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { itemsOf } from './end-state.ts';
import { SECRET } from './secret.ts';
import type { World } from './world.ts';

const BANK = '970436';
const hash = keyedHash(SECRET);

/**
 * Messages that are still to be handled though what they name is gone: the police's step is asked about an assessment
 * that a later one has replaced, and a bank's step about an account of which no fact is left.
 */
export function sendOutdated(world: World): void {
  const queueOf = (folder: string) => world.design.steps.find((step) => step.folder === folder)?.reads?.queue ?? '';
  const accountRef = hash('account', `${BANK}#nobody`);
  world.queues.send(queueOf('5-notify-banks'), JSON.stringify({ accountRef, bank: BANK }));
  // A later assessment that flags the company has sent a message of its own
  const fallen = itemsOf(world, 'Assessments').find(({ verdict }) => verdict !== 'flagged');
  if (!fallen) return;
  const message = { enterpriseCode: fallen['enterpriseCode'], assessmentId: contentId('an earlier assessment') };
  world.queues.send(queueOf('4-notify-police'), JSON.stringify(message));
}
