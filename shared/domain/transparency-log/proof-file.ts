import { base64Of, bytesOfBase64 } from './base64.ts';
import { HASH_BYTES } from './tree-hash.ts';

/** A proof that an entry is in the log, as one self-contained text (tlog-proof). */
export interface ProofFile {
  /** Extra data, which are not signed and only contain the content of the entry's hash. */
  readonly extra: Uint8Array | undefined;
  readonly index: number;
  /** The hashes from the entry's neighbour upwards. */
  readonly hashes: readonly Uint8Array[];
  /** The unchanged signed checkpoint. */
  readonly checkpoint: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
/** The most levels of a tree, whose number of entries must be an exact integer. */
const MOST_HASHES = 63;

export function textOfProof({ extra, index, hashes, checkpoint }: ProofFile): string {
  const lines = [
    HEADER,
    ...(extra ? [`extra ${base64Of(extra)}`] : []),
    `index ${index}`,
    ...hashes.map(base64Of),
    '',
    checkpoint,
  ];
  return lines.join('\n');
}

/** Parses a proof without verifying it; undefined where the text is no proof. */
export function parseProof(text: string): ProofFile | undefined {
  const end = text.indexOf('\n\n');
  const [header, ...lines] = end < 0 ? [] : text.slice(0, end).split('\n');
  if (header !== HEADER) return undefined;
  const [, extraText] = /^extra (.*)$/u.exec(lines[0] ?? '') ?? [];
  const extra = extraText === undefined ? undefined : bytesOfBase64(extraText);
  if (extraText !== undefined && !extra) return undefined;
  const [indexLine = '', ...hashLines] = extraText === undefined ? lines : lines.slice(1);
  const [, digits] = /^index (0|[1-9]\d{0,15})$/u.exec(indexLine) ?? [];
  const hashes = hashLines.map(bytesOfBase64).filter((hash) => hash?.length === HASH_BYTES);
  const known = hashes.filter((hash) => hash !== undefined);
  if (digits === undefined || known.length !== hashLines.length || known.length > MOST_HASHES) return undefined;
  const index = Number(digits);
  if (!Number.isSafeInteger(index)) return undefined;
  return { extra, index, hashes: known, checkpoint: text.slice(end + 2) };
}
