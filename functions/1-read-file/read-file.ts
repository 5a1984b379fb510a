import type { Readable } from 'node:stream';
import type { DroppedFile } from '#shared/contracts/file-arrived.ts';
import { versionIdOf } from '#shared/domain/drops/drop-order.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { endDrop } from './end-drop.ts';
import { locateFile } from './locate-file.ts';
import type { ReadFilePorts } from './ports.ts';
import { readDrop } from './read-drop.ts';
import type { RunTime } from './run-time.ts';
import { settleName } from './settle-name.ts';
import { isManifest, takeManifest } from './take-manifest.ts';

/**
 * Reads a dropped file into facts from where an earlier run stopped, ends its drop, and tells those whom it concerns.
 * When the run must stop, another message continues the file.
 * @throws {NeverPossible} where the object is gone
 * @throws {ReaderHeldUp} where the run's time was over before it had read anything
 */
export async function readFile(dropped: DroppedFile, ports: ReadFilePorts, time: RunTime): Promise<void> {
  const location = locateFile(dropped.key);
  if (!location) return;
  const open = opens(dropped, ports);
  const { version } = dropped;
  if (isManifest(location)) return takeManifest(await open(), location, version, ports);
  const read = await readDrop({ location, version, open }, ports, time);
  if (read !== 'goes on' && read !== 'ended') await endDrop(read, open, ports);
  const isDone = read !== 'goes on' && (await settleName({ location, open }, ports, time)) === 'done';
  if (!isDone) await ports.carryOn([dropped]);
}

/**
 * Opens exactly the bytes of a drop.
 * @throws {NeverPossible} where the object is gone
 */
export const opens =
  ({ bucket, key, version }: DroppedFile, { open }: Pick<ReadFilePorts, 'open'>) =>
  async (): Promise<Readable> => {
    const body = await open(bucket, key, versionIdOf(version));
    if (!body) throw new NeverPossible('object_gone');
    return body;
  };
