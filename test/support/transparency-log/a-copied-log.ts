import { type LogEntry, openedLine, proofExtra } from '#shared/contracts/log-entry.ts';
import { LOG_FILES, proofPath } from '#shared/contracts/log-files.ts';
import { growTiles, type RightEdge, rootOfEdge } from '#shared/domain/transparency-log/grow-tiles.ts';
import { entryBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { textOfProof } from '#shared/domain/transparency-log/proof-file.ts';
import { inclusionRanges } from '#shared/domain/transparency-log/ranges.ts';
import { hashOfRange, tileIn, tilePath } from '#shared/domain/transparency-log/tiles.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { bytes, cosigned, hashing, signedCheckpoint, signer } from '#test/support/transparency-log/a-log.ts';
import { anEntry } from '#test/support/transparency-log/appender.ts';

export const BY = signer();
export const WITNESS = signer('bank.example/witness', 'cosignature');
const APPENDS = [100, 300, 551];
export const SIZE = 551;
export const ERASED = [5, 150, 301];
export type LogCopy = Map<string, Uint8Array>;

export const opened = Array.from({ length: SIZE }, (_, n) => {
  const erasure = { ...anEntry(n, 'person-erased'), by: 'operator', says: { entries: ERASED.length } };
  const plain: LogEntry = n === SIZE - 1 ? erasure : anEntry(n);
  return { plain, salt: sha256(bytes(`salt ${n}`)) };
});

/**
 * Makes a log by three appends, so that tiles of smaller trees exist beside the present ones; three entries were
 * erased.
 */
export function aCopiedLog(): LogCopy {
  const files: LogCopy = new Map();
  let edge: RightEdge = { size: 0, entries: [], hashes: [] };
  let checkpoint = '';
  for (const size of APPENDS) {
    const grown = growTiles(
      hashing,
      edge,
      opened.slice(edge.size, size).map((one) => entryBytes(sha256, one)),
    );
    for (const tile of grown.written) files.set(tilePath(tile), Uint8Array.from(tile.bytes));
    ({ edge } = grown);
    checkpoint = signedCheckpoint(BY, size, rootOfEdge(hashing, edge));
  }
  files.set(LOG_FILES.checkpoint, bytes(checkpoint));
  files.set(LOG_FILES.witnessed, bytes(cosigned(checkpoint, WITNESS)));
  files.set(LOG_FILES.keys, bytes(`${textOfKey(BY.key)}\n${textOfKey(WITNESS.key)}\n`));
  const lines = opened.map((one, n) => `${ERASED.includes(n) ? '' : openedLine(one)}\n`);
  files.set(LOG_FILES.plain, bytes(lines.join('')));
  for (const index of [0, 255, 400])
    files.set(proofPath(opened[index]!.plain), bytes(proofOf(index, files, checkpoint)));
  return files;
}

function proofOf(index: number, files: LogCopy, checkpoint: string): string {
  const hashesOf = (tile: { level: number; place: number }) => files.get(tilePath(tileIn(SIZE, tile)!))!;
  const hashes = inclusionRanges(index, SIZE).map((range) => hashOfRange(hashing, range, hashesOf));
  return textOfProof({ extra: proofExtra(opened[index]!, textOfKey(BY.key)), index, hashes, checkpoint });
}
