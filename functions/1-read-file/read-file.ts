import { log } from '#shared/runtime/log.ts';
import { endDrop } from './end-drop.ts';
import type { InboxDrop } from './open-drop.ts';
import type { ReadFilePorts } from './ports.ts';
import { readDrop } from './read-drop.ts';
import type { RunTime } from './run-time.ts';
import { settleName } from './settle-name.ts';

/**
 * Reads a dropped file into facts from where an earlier run stopped, ends its drop, and tells those whom it concerns.
 * When the run must stop, another message continues the file.
 * @throws {NeverPossible} where the object is gone
 * @throws {ReaderHeldUp} where the run's time was over before it had read anything
 */
export async function readFile(dropped: InboxDrop, ports: ReadFilePorts, time: RunTime): Promise<void> {
  const read = await readDrop(dropped, ports, time);
  if (read !== 'goes on' && read !== 'ended') await endDrop(read, dropped, ports);
  const isDone = read !== 'goes on' && (await settleName(dropped, ports, time)) === 'done';
  if (isDone) return;
  log('FILE_CARRIED_ON', { feed: dropped.feed });
  await ports.carryOn([dropped.announced]);
}
