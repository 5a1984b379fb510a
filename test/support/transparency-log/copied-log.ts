import { growTiles, type RightEdge, rootOfEdge } from '#shared/domain/transparency-log/grow-tiles.ts';
import { entryBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { textOfProof } from '#shared/domain/transparency-log/proof-file.ts';
import { inclusionRanges } from '#shared/domain/transparency-log/ranges.ts';
import { hashOfRange, tileIn, tilePath } from '#shared/domain/transparency-log/tiles.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { openedLine, proofExtra } from '#shared/contracts/log-entry.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { bytes, hashing, signedCheckpoint, signer } from './a-log.ts';
import { anEntry } from './appender.ts';

export const BY = signer();
export const WITNESS = signer('bank.example/witness', 'cosignature');
export type LogCopy = Map<string, Uint8Array>;

export const entryAt = (n: number) => ({ plain: anEntry(n), salt: sha256(bytes(`salt ${n}`)) });
export const opened = Array.from({ length: 300 }, (_, n) => entryAt(n));

/**
 * A copy of a log as a run leaves it, without proofs, by the path of each file.
 * @param sizes of the log after each append, so that tiles of smaller trees exist beside the present ones
 * @param erased the entries of which nothing can be read
 */
export function written(some = opened, sizes: readonly number[] = [some.length], erased: readonly number[] = []) {
  const files: LogCopy = new Map();
  let edge: RightEdge = { size: 0, entries: [], hashes: [] };
  for (const size of sizes) {
    const added = some.slice(edge.size, size).map((one) => entryBytes(sha256, one));
    const grown = growTiles(hashing, edge, added);
    for (const tile of grown.written) files.set(tilePath(tile), Uint8Array.from(tile.bytes));
    ({ edge } = grown);
  }
  const checkpoint = signedCheckpoint(BY, some.length, rootOfEdge(hashing, edge));
  files.set(LOG_FILES.checkpoint, bytes(checkpoint));
  files.set(LOG_FILES.keys, bytes(`${textOfKey(BY.key)}\n${textOfKey(WITNESS.key)}\n`));
  const lines = some.map((one, n) => `${erased.includes(n) ? '' : openedLine(one)}\n`);
  files.set(LOG_FILES.plain, bytes(lines.join('')));
  return { files, checkpoint };
}

/** The proof of an entry of that log. */
export function proofOf(index: number, some = opened, { files, checkpoint } = written(some)) {
  const hashesOf = (tile: { level: number; place: number }) => files.get(tilePath(tileIn(some.length, tile)!))!;
  const hashes = inclusionRanges(index, some.length).map((range) => hashOfRange(hashing, range, hashesOf));
  return textOfProof({ extra: proofExtra(some[index]!, textOfKey(BY.key)), index, hashes, checkpoint });
}
