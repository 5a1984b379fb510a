import { Readable } from 'node:stream';
import { isAwaited } from '#shared/domain/risk/awaited.ts';
import { MANIFEST, MANIFEST_BYTES, type Manifest, readManifest } from '#shared/contracts/manifest.ts';
import { log } from '#shared/runtime/log.ts';
import type { FileLocation } from './locate-file.ts';
import type { InboxDrop } from './open-drop.ts';
import type { ReadFilePorts } from './ports.ts';
import { sha256OfStream, writeReceipt } from './write-receipt.ts';

export const isManifest = ({ fileName }: FileLocation): boolean =>
  `/${fileName.toLowerCase()}`.endsWith(`/${MANIFEST}`);

/**
 * Takes a sender's statement of what its files cover. An unreadable statement counts as an empty one and replaces the
 * one before it, so that the same files always lead to the same result. The same holds for one of too many.
 */
export async function takeManifest(drop: InboxDrop, ports: ReadFilePorts): Promise<void> {
  const { feed: folder, file: fileName, source } = drop;
  const bytes = await upTo(MANIFEST_BYTES, await drop.bytes());
  const read: Manifest = bytes
    ? readManifest(bytes.toString('utf8'), folder, source.kinds)
    : {
        ok: false,
        message: `Bản kê ${MANIFEST} lớn hơn ${MANIFEST_BYTES} byte, không được dùng. Hãy rút gọn rồi gửi lại.`,
      };
  const isTaken = await ports.files.state(drop, read.ok ? read.covers : [], ports.now());
  const manifest: Manifest = isTaken
    ? read
    : { ok: false, message: `Đã nhận quá nhiều bản kê ${MANIFEST}. Bản kê này không được dùng; hãy gộp chúng lại.` };
  const count = manifest.ok ? manifest.covers.length : 0;
  await writeReceipt(
    {
      file: fileName,
      feed: folder,
      sha256: await sha256OfStream(Readable.from([bytes ?? ''])),
      read: count,
      accepted: count,
      rejected: 0,
      repaired: 0,
      unknownColumns: [],
      ...(!manifest.ok && { error: { code: 'bad_manifest', message: manifest.message } }),
    },
    '',
    ports,
  );
  log(manifest.ok ? 'FILE_READ' : 'FILE_UNREADABLE', { feed: folder, count });
  if (isAwaited(folder)) await ports.sweep([{ reason: 'feed-completed', feed: folder }]);
}

async function upTo(most: number, body: Readable): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    const piece = Buffer.from(chunk);
    size += piece.length;
    if (size > most) return undefined;
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}
