import { proofExtra } from '#shared/contracts/log-entry.ts';
import {
  openCheckpoint,
  type OpenedCheckpoint,
  type VerifySignature,
} from '#shared/domain/transparency-log/signed-note.ts';
import { textOfProof } from '#shared/domain/transparency-log/proof-file.ts';
import { inclusionRanges } from '#shared/domain/transparency-log/ranges.ts';
import { hashOfRange, tileIn, tilePath, tilesFor } from '#shared/domain/transparency-log/tiles.ts';
import type { TreeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { textOfKey, type VerifierKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Log } from '#shared/tables/log.ts';

export interface ProvePorts {
  readonly log: Pick<Log, 'head' | 'places' | 'pageAt'>;
  /** Reads a tile's bytes by its path. */
  readonly readTile: (path: string) => Promise<Uint8Array | undefined>;
  readonly hashing: TreeHashing;
  /** The keys of the log and of witnesses. */
  readonly keys: () => Promise<readonly VerifierKey[]>;
  readonly verify: VerifySignature;
}

const TILES_AT_ONCE = 8;

/**
 * Makes proofs of entries as texts (`c2sp.org/tlog-proof@v1`), each with the plain entry, by their ids. An entry that
 * is not in the log yet, or whose plain entry was erased, has none. A checkpoint that a witness co-signed is used where
 * it covers the entry, otherwise the newest.
 */
export async function proveEntries(
  entryIds: readonly string[],
  { log, readTile, hashing, keys, verify }: ProvePorts,
): Promise<ReadonlyMap<string, string>> {
  const [places, head] = await Promise.all([log.places(entryIds), log.head()]);
  if (places.size === 0 || head?.checkpoint === undefined) return new Map();
  const known = await keys();
  const own = known.find(({ type }) => type === 'note');
  const open = (note: string | undefined): OpenedCheckpoint | undefined => {
    const opened = note === undefined ? 'no_checkpoint' : openCheckpoint(note, known, verify);
    return typeof opened === 'string' ? undefined : opened;
  };
  const [witnessed, newest] = [open(head.witnessed), open(head.checkpoint)];
  const tiles = new Map<string, Promise<Uint8Array | undefined>>();
  const pages = new Map<string, ReturnType<typeof log.pageAt>>();

  const proofOf = async (id: string): Promise<readonly [string, string] | undefined> => {
    const place = places.get(id);
    if (!place || !own) return undefined;
    const by = witnessed && witnessed.size > place.index ? witnessed : newest;
    const pageRead = pages.get(place.page) ?? log.pageAt(place.page);
    pages.set(place.page, pageRead);
    const page = await pageRead;
    const entry = page?.entries[place.index - page.start];
    const note = by === witnessed ? head.witnessed : head.checkpoint;
    if (!entry || !by || note === undefined || by.size <= place.index) return undefined;
    const ranges = inclusionRanges(place.index, by.size);
    const needed = tilesFor(ranges, by.size).map(tilePath);
    await inParallel(needed, TILES_AT_ONCE, async (path) => {
      const read = tiles.get(path) ?? readTile(path);
      tiles.set(path, read);
      await read;
    });
    const read = new Map(await Promise.all(needed.map(async (path) => [path, await tiles.get(path)] as const)));
    const hashesOf = (tile: { readonly level: number; readonly place: number }): Uint8Array => {
      const whole = tileIn(by.size, tile);
      return (whole && read.get(tilePath(whole))) ?? new Uint8Array();
    };
    const hashes = ranges.map((range) => hashOfRange(hashing, range, hashesOf));
    return [
      id,
      textOfProof({ extra: proofExtra(entry, textOfKey(own)), index: place.index, hashes, checkpoint: note }),
    ];
  };
  const proofs = await inParallel(entryIds, TILES_AT_ONCE, proofOf);
  return new Map(proofs.filter((proof) => proof !== undefined));
}
