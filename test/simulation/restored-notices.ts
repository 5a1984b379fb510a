import { itemsOf, tableNamed } from './end-state.ts';
import type { World } from './world.ts';

/**
 * The police's notices are gone, as after their table was restored to an earlier moment. Those that were only acknowledged
 * come back as they were.
 */
export function loseNotices(world: World): void {
  const TableName = tableNamed(world, 'Notices');
  for (const { receiver, noticeId, sequence, state, handlingStatus } of itemsOf(world, 'Notices')) {
    if (receiver !== 'police' || state !== 'in_force' || handlingStatus !== 'acknowledged') continue;
    world.lost.set(noticeId, Number(sequence));
    world.tables.send({ name: 'DeleteCommand', input: { TableName, Key: { receiver, noticeId } } });
  }
}
