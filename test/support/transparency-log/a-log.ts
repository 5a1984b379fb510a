import { randomBytes } from 'node:crypto';
import type { LogFiles } from '#shared/domain/transparency-log/audit-log.ts';
import {
  checkpointText,
  cosignedMessage,
  openCheckpoint,
  type OpenedCheckpoint,
  parseNote,
  textOfNote,
  TIME_BYTES,
} from '#shared/domain/transparency-log/signed-note.ts';
import { growTiles, type RightEdge, rootOfEdge } from '#shared/domain/transparency-log/grow-tiles.ts';
import { tilePath } from '#shared/domain/transparency-log/tiles.ts';
import { treeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { verifierKey, type VerifierKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { keyInDer, sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import { type Ed25519Key, ed25519Key } from '#infra/local/ed25519-key.ts';

export const hashing = treeHashing(sha256);
export const ORIGIN = 'log.example/haukiem';
export const bytes = (text: string) => new TextEncoder().encode(text);

/** Joins a witness's signature with its time. */
function timedSignature(secondsSince1970: number, signature: Uint8Array): Uint8Array {
  const joined = new Uint8Array(TIME_BYTES + signature.length);
  new DataView(joined.buffer).setBigUint64(0, BigInt(secondsSince1970));
  joined.set(signature, TIME_BYTES);
  return joined;
}

export interface Signer {
  readonly signing: Ed25519Key;
  readonly key: VerifierKey;
}
export function signer(name = ORIGIN, type: VerifierKey['type'] = 'note', seed: Uint8Array = randomBytes(32)): Signer {
  const signing = ed25519Key(seed);
  return { signing, key: verifierKey(sha256, { name, type, publicKey: keyInDer(signing.publicDer)! }) };
}

export function signedCheckpoint({ signing, key }: Signer, size: number, root: Uint8Array, origin = ORIGIN): string {
  const text = checkpointText({ origin, size, root });
  return textOfNote({ text, signatures: [{ name: key.name, keyId: key.id, bytes: signing.sign(bytes(text)) }] });
}

export function cosigned(note: string, { signing, key }: Signer, time = 1_700_000_000): string {
  const parsed = parseNote(note)!;
  const signature = timedSignature(time, signing.sign(bytes(cosignedMessage(time, parsed.text))));
  return textOfNote({
    ...parsed,
    signatures: [...parsed.signatures, { name: key.name, keyId: key.id, bytes: signature }],
  });
}

/** A log's files as a writer leaves them, and its signed head. */
export class ALog implements LogFiles {
  readonly files = new Map<string, Uint8Array>();
  readonly by: Signer;
  edge: RightEdge = { size: 0, entries: [], hashes: [] };
  checkpoint = '';

  constructor(by = signer()) {
    this.by = by;
  }

  append(...texts: string[]): this {
    const { written, edge } = growTiles(hashing, this.edge, texts.map(bytes));
    for (const tile of written) this.files.set(tilePath(tile), Uint8Array.from(tile.bytes));
    this.edge = edge;
    this.checkpoint = signedCheckpoint(this.by, edge.size, this.root);
    return this;
  }

  get root(): Uint8Array {
    return rootOfEdge(hashing, this.edge);
  }
  get paths(): string[] {
    return [...this.files.keys()];
  }
  read(path: string): Uint8Array | undefined {
    return this.files.get(path);
  }
  opened(note = this.checkpoint, ...keys: VerifierKey[]): OpenedCheckpoint {
    const head = openCheckpoint(note, [this.by.key, ...keys], verifyEd25519);
    if (typeof head === 'string') throw new Error(head);
    return head;
  }
}

export const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `entry ${from + n}`);
