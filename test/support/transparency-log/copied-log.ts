import { growTiles, rootOfEdge } from '#shared/domain/transparency-log/grow-tiles.ts';
import { entryBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { textOfProof } from '#shared/domain/transparency-log/proof-file.ts';
import { inclusionRanges } from '#shared/domain/transparency-log/ranges.ts';
import { hashOfRange, tileIn, tilePath } from '#shared/domain/transparency-log/tiles.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { type LogEntry, openedLine, proofExtra } from '#shared/contracts/log-entry.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { bytes, hashing, signedCheckpoint, signer } from './a-log.ts';

export const BY = signer();
export const WITNESS = signer('bank.example/witness', 'cosignature');
export const opened = Array.from({ length: 300 }, (_, n) => {
  const plain: LogEntry = {
    id: contentId(n),
    kind: 'notice-issued',
    at: '2026-11-26T00:00:00.000Z',
    by: 'function:5-notify-banks',
    says: { noticeId: contentId(['notice', n]), sequence: 1 },
  };
  return { plain, salt: sha256(bytes(`salt ${n}`)) };
});

/** A copy of a log as a run leaves it, without proofs, by the path of each file. */
export function written(some = opened) {
  const { written: tiles, edge } = growTiles(
    hashing,
    { size: 0, entries: [], hashes: [] },
    some.map((one) => entryBytes(sha256, one)),
  );
  const files = new Map(tiles.map((tile) => [tilePath(tile), Uint8Array.from(tile.bytes)]));
  const root = rootOfEdge(hashing, edge);
  const checkpoint = signedCheckpoint(BY, some.length, root);
  files.set(LOG_FILES.checkpoint, bytes(checkpoint));
  files.set(LOG_FILES.keys, bytes(`${textOfKey(BY.key)}\n${textOfKey(WITNESS.key)}\n`));
  files.set(LOG_FILES.plain, bytes(`${some.map(openedLine).join('\n')}\n`));
  return { files, checkpoint };
}

/** The proof of an entry of that log. */
export function proofOf(index: number, some = opened) {
  const { files, checkpoint } = written(some);
  const hashesOf = (tile: { level: number; place: number }) => files.get(tilePath(tileIn(some.length, tile)!))!;
  const hashes = inclusionRanges(index, some.length).map((range) => hashOfRange(hashing, range, hashesOf));
  return textOfProof({ extra: proofExtra(some[index]!, textOfKey(BY.key)), index, hashes, checkpoint });
}
