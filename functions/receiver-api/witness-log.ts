import { base64Of } from '#shared/domain/transparency-log/base64.ts';
import { openCheckpoint, type OpenedCheckpoint, textOfNote } from '#shared/domain/transparency-log/signed-note.ts';
import { consistencyRanges } from '#shared/domain/transparency-log/ranges.ts';
import { hashOfRange, tileIn, tilePath, tilesFor } from '#shared/domain/transparency-log/tiles.ts';
import { sameBytes } from '#shared/domain/transparency-log/tree-hash.ts';
import { keyOfText, textOfKey, type VerifierKey } from '#shared/domain/transparency-log/verifier-key.ts';
import type { LogHeadView } from '#shared/contracts/witnessing.ts';
import { log as logLine } from '#shared/runtime/log.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { OVERTAKEN, untilWritten } from '#shared/runtime/until-written.ts';
import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import type { Caller } from './admit.ts';
import type { ReceiverApiPorts } from './ports.ts';

type LogPorts = Pick<ReceiverApiPorts, 'log' | 'proving' | 'witnesses'>;
const SIZE = /^(?:0|[1-9]\d{0,14})$/u;

/**
 * The newest head, with the proof that it begins with the tree of `from` entries.
 * @throws {RefusedRequest} where the log has no such earlier tree
 */
export async function readLogHead(from: string | undefined, { log, proving }: LogPorts): Promise<LogHeadView> {
  const { keys, verify, hashing, readTile } = proving;
  const known = await keys();
  const checkpoint = (await log.head())?.checkpoint;
  const head = checkpoint === undefined ? 'no_checkpoint' : openCheckpoint(checkpoint, known, verify);
  if (checkpoint === undefined || typeof head === 'string') throw new RefusedRequest('log_has_no_head');
  const earlier = from === undefined ? 0 : Number(from);
  if (from !== undefined && (!SIZE.test(from) || earlier > head.size)) throw new RefusedRequest('no_such_tree');
  const ranges = consistencyRanges(earlier, head.size);
  const tiles = new Map<string, Uint8Array | undefined>();
  for (const tile of tilesFor(ranges, head.size)) tiles.set(tilePath(tile), await readTile(tilePath(tile)));
  const hashesOf = (tile: { readonly level: number; readonly place: number }): Uint8Array => {
    const whole = tileIn(head.size, tile);
    return (whole && tiles.get(tilePath(whole))) ?? new Uint8Array();
  };
  const consistency = ranges.map((range) => base64Of(hashOfRange(hashing, range, hashesOf)));
  return { checkpoint, keys: known.map(textOfKey), consistency };
}

/**
 * Takes a checkpoint of this log that a witness has co-signed; proofs carry it from then on. Of two sizes the larger is
 * kept, and of one size the signatures of all its witnesses.
 * @throws {RefusedRequest} where it is no checkpoint of this log, or the caller's witness did not sign it
 */
export async function takeCosignedCheckpoint(
  note: string,
  { receiver, client }: Caller,
  { log, proving, witnesses }: LogPorts,
): Promise<{ readonly size: number }> {
  const text = (await witnesses.get(receiver))?.witnessKey;
  const witness = text === undefined ? undefined : keyOfText(sha256, text);
  if (witness?.type !== 'cosignature') throw new RefusedRequest('no_witness_key');
  const known = await proving.keys();
  const trusted = [...known, witness];
  const given = openCheckpoint(note, trusted, proving.verify);
  if (typeof given === 'string' || given.witnesses.length === 0) throw new RefusedRequest('cosignature_wrong');
  return untilWritten(async () => {
    const head = await log.head();
    const kept = head?.witnessed === undefined ? undefined : openCheckpoint(head.witnessed, known, proving.verify);
    const before = typeof kept === 'string' ? undefined : kept;
    if (!head || given.size > head.size) throw new RefusedRequest('cosignature_wrong');
    if (before && before.size > given.size) return { size: before.size };
    if (!(await log.witness(head, joined(given, before, trusted)))) return OVERTAKEN;
    logLine('CHECKPOINT_WITNESSED', { receiver, client, count: given.size });
    return { size: given.size };
  });
}

/**
 * Joins the signatures of two notes about the same tree into one note, of each key the latest. Of the given note only
 * verified signatures are kept: every later proof carries them, and readers refuse a proof with a signature of the log's
 * name that is not the log's.
 */
function joined(
  given: OpenedCheckpoint,
  before: OpenedCheckpoint | undefined,
  trusted: readonly VerifierKey[],
): string {
  const verified = given.note.signatures.filter(({ name, keyId }) =>
    trusted.some((key) => key.name === name && sameBytes(key.id, keyId)),
  );
  const earlier = before?.note.text === given.note.text ? before.note.signatures : [];
  const byKey = new Map([...earlier, ...verified].map((one) => [`${one.name} ${base64Of(one.keyId)}`, one]));
  return textOfNote({ text: given.note.text, signatures: [...byKey.values()] });
}
