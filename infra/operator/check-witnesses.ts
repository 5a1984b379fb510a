import type { OpenedCheckpoint } from '#shared/domain/transparency-log/signed-note.ts';
import { textOfKey, type VerifierKey } from '#shared/domain/transparency-log/verifier-key.ts';

/** A witness's newest signature on a copy of a log. */
export interface WitnessSeen {
  readonly name: string;
  /** The number of entries under its signature. */
  readonly size: number;
  /** The time of the signature, in seconds since 1970. */
  readonly time: number;
  /** Whether the reader knew its key; otherwise the key comes from the copy that is checked. */
  readonly isKnown: boolean;
}

/** The witnesses that signed one of a copy's checkpoints, each with its largest one. */
export function witnessesOf(
  checkpoints: readonly OpenedCheckpoint[],
  pinned: readonly VerifierKey[],
): readonly WitnessSeen[] {
  const known = new Set(pinned.map(textOfKey));
  const newest = new Map<string, WitnessSeen>();
  for (const { size, witnesses } of [...checkpoints].sort((a, b) => a.size - b.size)) {
    for (const { key, time = 0 } of witnesses)
      newest.set(textOfKey(key), { name: key.name, size, time, isKnown: known.has(textOfKey(key)) });
  }
  return [...newest.values()];
}

/** The names of the pinned witnesses that signed none of the copy's checkpoints. */
export const missingWitnesses = (seen: readonly WitnessSeen[], pinned: readonly VerifierKey[]): string[] =>
  pinned
    .filter(({ name, type }) => type === 'cosignature' && !seen.some((one) => one.isKnown && one.name === name))
    .map(({ name }) => name);

/** A Vietnamese sentence for a reader, who sees how much of the log the witness has confirmed. */
export function witnessSentence({ name, size, time, isKnown }: WitnessSeen): string {
  const signed = `Bên chứng kiến ${name} đã ký ${size} mục lúc ${new Date(time * 1000).toISOString()}.`;
  return isKnown ? signed : `${signed} Khóa của bên này lấy từ chính nơi được kiểm tra: hãy so với khóa đã biết.`;
}
