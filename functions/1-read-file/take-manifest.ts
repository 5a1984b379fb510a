import { Readable } from 'node:stream';
import { isAwaited } from '#shared/domain/risk/awaited.ts';
import { feedOf, senderOf } from '#shared/domain/drops/sender.ts';
import { companiesKnown, isFairShare } from '#shared/tables/read-coverage.ts';
import { MANIFEST, MANIFEST_BYTES } from '#shared/contracts/manifest-file.ts';
import { type Manifest, readManifest } from '#shared/contracts/manifest.ts';
import { log } from '#shared/runtime/log.ts';
import type { FileLocation } from './locate-file.ts';
import type { InboxDrop } from './write-results.ts';
import type { ReadFilePorts } from './ports.ts';
import { sha256OfStream, writeReceipt } from './write-receipt.ts';
import type { HeadingsConfirmed } from '#shared/contracts/file-arrived.ts';
import { scopesOf } from '#shared/contracts/heading-mapping.ts';
import { laterVersion } from '#shared/domain/drops/drop-order.ts';
import type { Drop } from '#shared/tables/drop-item.ts';

/**
 * Records what a person said that headings of a sender mean, and reads the file in hand again at once, with each file of
 * the sender of which no row could be read.
 */
export async function confirmHeadings(
  { bucket, scope, headings, by, at, file }: HeadingsConfirmed,
  { files, carryOn }: Pick<ReadFilePorts, 'files' | 'carryOn'>,
): Promise<void> {
  const confirmed = Object.entries(headings).map(([heading, column]) => ({ heading, column, by, at }));
  await files.confirmHeadings(scope, confirmed);
  const feed = feedOf(scope);
  const concerned = (await files.ofFeed(feed)).filter((drop) => isReadAgain(drop, { scope, at, file }));
  log('HEADINGS_CONFIRMED', { feed, count: concerned.length });
  await carryOn(
    concerned.map((drop) => ({ bucket, key: `${feed}/${drop.file}`, version: laterVersion(drop.version) })),
  );
}

/** A repeated message finds the drop that the first one began. */
const isReadAgain = (drop: Drop, { scope, at, file }: Pick<HeadingsConfirmed, 'scope' | 'at' | 'file'>): boolean =>
  scopesOf(drop.feed, drop.file).includes(scope) &&
  drop.startedAt < at &&
  (drop.file === file || (drop.state === 'unreadable' && drop.counts.read === 0));

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
    ? readManifest(bytes.toString('utf8'), folder, source.kinds, senderOf(folder, fileName))
    : {
        ok: false,
        message: `Bản kê ${MANIFEST} lớn hơn ${MANIFEST_BYTES} byte, không được dùng. Hãy rút gọn rồi gửi lại.`,
      };
  const isTaken = await ports.files.state(drop, read.ok ? read.covers : [], ports.now());
  const manifest: Manifest = isTaken
    ? read
    : { ok: false, message: `Đã nhận quá nhiều bản kê ${MANIFEST}. Bản kê này không được dùng; hãy gộp chúng lại.` };
  for (const mapped of manifest.ok ? manifest.mapped : [])
    await confirmHeadings(
      { ...mapped, bucket: drop.announced.bucket, by: `${folder}/${fileName}`, at: ports.now().toISOString() },
      ports,
    );
  const unfit = manifest.ok ? await smallFilesSentence(drop, ports) : undefined;
  const count = manifest.ok
    ? manifest.mapped.reduce((sum, { headings }) => sum + Object.keys(headings).length, manifest.covers.length)
    : 0;
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
      ...(unfit !== undefined && { error: { code: 'few_rows', message: unfit } }),
    },
    '',
    ports,
  );
  log(manifest.ok ? 'FILE_READ' : 'FILE_UNREADABLE', {
    feed: folder,
    count,
    ...(unfit !== undefined && { reason: 'few_rows' }),
  });
  if (isAwaited(folder)) await ports.sweep([{ reason: 'feed-completed', feed: folder }]);
}

/** Says of which statements the files, as far as they were read, have too few companies or people. */
async function smallFilesSentence(drop: InboxDrop, { files, now }: ReadFilePorts): Promise<string | undefined> {
  const { feed, file } = drop;
  if (!isAwaited(feed)) return undefined;
  const senders = await files.coverage(['registrations', feed], now());
  const companies = companiesKnown(senders);
  const own = senders.find(({ sender }) => sender === senderOf(feed, file))?.statements ?? [];
  const [few] = own
    .filter(({ population, offices }) => population === 'all' && offices === undefined)
    .flatMap(({ subjects }) => Object.values(subjects).filter((count) => !isFairShare(count, companies)));
  const who = feed === 'identities' ? 'người' : 'doanh nghiệp';
  return `Đến lúc nhận bản kê ${MANIFEST}, các tệp nó nêu mới có dòng của ${few} ${who}, trong khi đã biết ${companies} doanh nghiệp. Khi còn dưới một nửa, mục đó chưa được tính; phạm vi dữ liệu được suy ra từ các dòng đã nhận.`;
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
