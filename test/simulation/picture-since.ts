import { untilQuiet } from './acts.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { putItem } from './put-item.ts';
import { queueOf } from './queue-of.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const APART_MS = 10_000;
/** The clocks of functions differ by less. */
const CLOCKS_APART_MS = 2000;
/** No picture of the province of a scenario has so many peers. */
const OTHER_PEERS = { count: 99, holdMinutes: 1 };

/**
 * The picture of the province has changed since a company was assessed. It is assessed anew by a message from before, and by
 * the clock.
 */
export async function findingsOfPicture(world: World, { enterpriseCode }: Attributes): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  for (const [step, message] of [
    ['3-assess-company', { enterpriseCode }],
    ['sweep-due', { reason: 'clock' }],
  ] as const) {
    world.queues.send(queueOf(world, step), JSON.stringify(message));
    world.pass(APART_MS);
    const at = assessByOther(world, enterpriseCode);
    await untilQuiet(world);
    const now = assessmentOf(world, enterpriseCode)?.['gatheredAt'];
    if (at !== undefined && now === at)
      found.push({
        kind: 'lost',
        what: `${String(enterpriseCode)} stays assessed by a former picture of the province (${step})`,
      });
  }
  return found;
}

/** The company was assessed after the message was sent, by another picture. @returns when; undefined where it uses none */
function assessByOther(world: World, enterpriseCode: unknown): string | undefined {
  const assessed = assessmentOf(world, enterpriseCode);
  if (assessed?.['sample'] === undefined) return undefined;
  const gatheredAt = new Date(world.now() - CLOCKS_APART_MS).toISOString();
  const known = JSON.parse(String(assessed['sample'])) as Attributes;
  const usedProfile = { ...(known['usedProfile'] as object), peers: OTHER_PEERS };
  putItem(world, 'Assessments', {
    ...assessed,
    gatheredAt,
    awaits: {},
    sample: JSON.stringify({ ...known, usedProfile }),
  });
  return gatheredAt;
}

const assessmentOf = (world: World, code: unknown): Attributes | undefined =>
  itemsOf(world, 'Assessments').find(({ enterpriseCode }) => enterpriseCode === code);
