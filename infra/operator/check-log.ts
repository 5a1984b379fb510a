import { auditLog, type RebuiltLog, rootOf } from '#shared/domain/transparency-log/audit-log.ts';
import { checkProofFile } from '#shared/domain/transparency-log/check-proof.ts';
import {
  type NoteSignature,
  openCheckpoint,
  type OpenedCheckpoint,
  parseNote,
  signatureLine,
  textOfNote,
} from '#shared/domain/transparency-log/signed-note.ts';
import { entryBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { parseProof } from '#shared/domain/transparency-log/proof-file.ts';
import { sameBytes, treeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { keysOfText, textOfKey, type VerifierKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { type LogEntry, proofExtra, readProofExtra } from '#shared/contracts/log-entry.ts';
import { LOG_FILES, proofPath, PROOFS } from '#shared/contracts/log-files.ts';
import { sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import { type CheckedPlain, checkPlain, isOfNotice } from './check-plain.ts';
import { missingWitnesses, type WitnessSeen, witnessesOf } from './check-witnesses.ts';
import type { FileBytes } from './bucket-files.ts';

/**
 * The paths of the proofs that a run wrote and the copy no longer has: of each notice's newest state, and of its
 * dossier. A copy without any proof was made without them.
 * @param entries all plain entries of notices and dossiers, none of which was erased
 */
function missingProofs(files: FileBytes, entries: readonly LogEntry[]): string[] {
  if (![...files.keys()].some((path) => path.startsWith(PROOFS))) return [];
  const ofNotices = entries.filter(({ kind }) => isOfNotice(kind));
  const newest = new Map<unknown, number>();
  for (const { says } of ofNotices)
    newest.set(says['noticeId'], Math.max(newest.get(says['noticeId']) ?? 0, Number(says['sequence'])));
  return ofNotices
    .filter(({ says }) => says['sequence'] === newest.get(says['noticeId']))
    .map(proofPath)
    .filter((path) => !files.has(path));
}

const hashing = treeHashing(sha256);
const CHECKPOINT_FAULTS = {
  no_checkpoint: 'không phải là một checkpoint đọc được',
  other_log: 'là của một sổ khác: không khóa nào được tin mang tên sổ này',
  not_signed: 'không có chữ ký của khóa được tin',
  forged: 'có chữ ký không khớp với nội dung: đã bị sửa',
};
const LOG_FAULTS = {
  file_missing: 'thiếu tệp',
  file_altered: 'tệp đã bị sửa, đổi chỗ hoặc cắt bớt',
  file_unexpected: 'tệp không thuộc về sổ',
  root_differs: 'nội dung không khớp với gốc cây đã ký',
  shorter_than_seen: 'sổ ngắn hơn lần đã thấy: đuôi bị cắt hoặc bản cũ được đặt lại; đã từng thấy số mục',
  forked: 'sổ bị rẽ nhánh: khác với sổ đã từng thấy ở số mục',
};

/** The result of a check; `faults` are Vietnamese sentences, none where all is well. */
export interface LogCheckResult {
  readonly faults: readonly string[];
  /** The checkpoint that the check trusted. */
  readonly head?: OpenedCheckpoint | undefined;
  readonly entries?: number;
  /** The number of entries whose plain text is present and agrees. */
  readonly opened?: number;
  readonly plain?: LogEntry;
  /** The witnesses that signed checkpoints of the copy, or the proof's. */
  readonly witnesses?: readonly WitnessSeen[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a file to the last byte; none where a byte is no text. */
const textOf = (bytes: Uint8Array | undefined): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    return '';
  }
};

const NO_PLAIN = `Thiếu ${LOG_FILES.plain}. Nếu bản sao này vốn không kèm lời ghi (chép từ kho của sổ), thêm --sealed.`;
const NO_PROOF = 'thiếu bằng chứng của một thông báo có trong sổ:';
const NOTHING_PLAIN: CheckedPlain = { opened: 0, entries: [], faults: [] };
const UNKNOWN_SIGNATURE = 'có chữ ký của khóa không được biết: đã bị sửa';
const REPEATED = 'có chữ ký lặp lại: đã bị sửa';
const NO_WITNESS = 'không có chữ ký của bên chứng kiến nào: đã bị sửa';
const UNSIGNED_BY = 'thiếu chữ ký của bên chứng kiến đã biết (bị gỡ, hoặc bên ấy chưa từng ký):';
const OTHER_KEY = 'Khóa ghi kèm không đọc được, hoặc không phải khóa được biết từ nơi khác.';

/**
 * Whether each key of a log is among the pinned keys, where there are pinned keys. A witness that the reader does not
 * know may be named, but not under the name of one that the reader knows.
 */
const areKnown = (inside: readonly VerifierKey[], pinned: readonly VerifierKey[]): boolean =>
  pinned.length === 0 ||
  inside
    .filter(({ name, type }) => type === 'note' || pinned.some((one) => one.type === type && one.name === name))
    .every((key) => pinned.some((one) => textOfKey(one) === textOfKey(key)));

/** Whether the keys' file has each key once, that of the log first, and nothing else. */
const isListOfKeys = (text: string, keys: readonly VerifierKey[]): boolean =>
  keys[0]?.type === 'note' && text === [...new Set(keys.map((key) => `${textOfKey(key)}\n`))].join('');

const signaturesOf = (note: string): readonly NoteSignature[] => parseNote(note)?.signatures ?? [];

const hasRepeated = (note: string): boolean => {
  const written = signaturesOf(note).map(signatureLine);
  return new Set(written).size < written.length;
};

/** A signature by an unknown key does not count. On a file of the log itself it shows that the file was changed. */
const hasUnknownSigner = (note: string, keys: readonly VerifierKey[]): boolean =>
  signaturesOf(note).some(({ name, keyId }) => !keys.some((key) => key.name === name && sameBytes(key.id, keyId)));

/** Reads keys from a text with one on each line; other lines are left out. */
export const verifierKeysIn = (text: string): VerifierKey[] => keysOfText(sha256, text);

/**
 * @param pinned keys known from elsewhere; without them the log's own keys are used, which proves only that it agrees
 * with itself @param remembered checkpoints that were seen before or that a witness keeps @param plainIs whether the
 * plain entries must be present, as in a copy that a run leaves
 */
export function checkLog(
  files: FileBytes,
  pinned: readonly VerifierKey[],
  remembered: readonly string[],
  plainIs: 'expected' | 'optional' = 'optional',
): LogCheckResult {
  const keyLines = textOf(files.get(LOG_FILES.keys));
  const inside = verifierKeysIn(keyLines);
  const keys = pinned.length > 0 ? [...pinned, ...inside.filter(({ type }) => type === 'cosignature')] : inside;
  const isSound = isListOfKeys(keyLines, inside) && areKnown(inside, pinned);
  const faults: string[] = isSound ? [] : [`${LOG_FILES.keys}: ${OTHER_KEY}`];
  const open = (note: string, what: string): OpenedCheckpoint | undefined => {
    const opened = openCheckpoint(note, keys, verifyEd25519);
    if (typeof opened !== 'string') return opened;
    faults.push(`${what} ${CHECKPOINT_FAULTS[opened]}.`);
    return undefined;
  };
  const head = open(textOf(files.get(LOG_FILES.checkpoint)), 'Checkpoint của sổ');
  const witnessed = files.get(LOG_FILES.witnessed);
  const witnesses = keys.filter(({ type }) => type === 'cosignature');
  // A checkpoint signed by witnesses cannot be checked where none of their keys is known
  for (const path of witnesses.length > 0 ? [LOG_FILES.checkpoint, LOG_FILES.witnessed] : [LOG_FILES.checkpoint])
    if (hasUnknownSigner(textOf(files.get(path)), [...keys, ...inside])) faults.push(`${path}: ${UNKNOWN_SIGNATURE}.`);
  for (const path of [LOG_FILES.checkpoint, LOG_FILES.witnessed])
    if (hasRepeated(textOf(files.get(path)))) faults.push(`${path}: ${REPEATED}.`);
  const before = remembered.flatMap((note) => open(note, 'Checkpoint đã thấy trước đây') ?? []);
  const cosigned = witnessed ? [open(textOf(witnessed), 'Checkpoint có chữ ký của bên chứng kiến') ?? []].flat() : [];
  if (!head) return { faults };
  if (witnessed && signaturesOf(textOf(witnessed)).every(({ name }) => name === head.origin))
    faults.push(`${LOG_FILES.witnessed}: ${NO_WITNESS}.`);
  const known: ReadonlySet<string> = new Set(Object.values(LOG_FILES));
  const paths = [...files.keys()].filter((path) => !known.has(path) && !path.startsWith(PROOFS));
  const { faults: found, log } = auditLog(hashing, { paths, read: (path) => files.get(path) }, head, [
    ...before,
    ...cosigned,
  ]);
  faults.push(...found.map(({ code, where }) => `${LOG_FAULTS[code]}: ${where}.`));
  const own = pinned.length > 0 ? pinned : inside.filter(({ type }) => type === 'note');
  const signers = witnesses.length > 0 ? [...keys, ...inside] : undefined;
  faults.push(...faultsOfProofs(files, own, log, head.size, signers));
  const plainFile = files.get(LOG_FILES.plain);
  const plain: CheckedPlain = plainFile ? checkPlain(textOf(plainFile), log) : NOTHING_PLAIN;
  faults.push(...plain.faults);
  if (plain.opened === head.size)
    faults.push(...missingProofs(files, plain.entries).map((path) => `${NO_PROOF} ${path}.`));
  if (!plainFile && plainIs === 'expected') faults.push(NO_PLAIN);
  const signed = witnessesOf([head, ...cosigned], pinned);
  faults.push(...missingWitnesses(signed, pinned).map((name) => `${LOG_FILES.witnessed}: ${UNSIGNED_BY} ${name}.`));
  return { faults, head, entries: head.size, opened: plain.opened, witnesses: signed };
}

/**
 * Checks the proofs beside the log: each must be valid, must have a head of this log, and must be named by what it
 * proves. @param signers all who may sign, where the witnesses are known
 */
function faultsOfProofs(
  files: FileBytes,
  pinned: readonly VerifierKey[],
  log: RebuiltLog,
  size: number,
  signers: readonly VerifierKey[] | undefined,
): string[] {
  return [...files].flatMap(([path, bytes]) => {
    if (!path.startsWith(PROOFS)) return [];
    const { faults, head, plain } = checkProof(textOf(bytes), pinned);
    if (!head || !plain) return faults.map((fault) => `${path}: ${fault}`);
    const isOurs = head.size <= size && sameBytes(rootOf(hashing, log, head.size), head.root);
    if (!isOurs) return [`${path}: bằng chứng thuộc về một sổ khác.`];
    if (signers && hasUnknownSigner(textOfNote(head.note), signers)) return [`${path}: ${UNKNOWN_SIGNATURE}.`];
    return path === proofPath(plain) ? [] : [`${path}: bằng chứng nằm dưới tên khác, phải là ${proofPath(plain)}.`];
  });
}

/** Checks a single proof without the log, with the pinned keys where there are any. */
export function checkProof(text: string, pinned: readonly VerifierKey[]): LogCheckResult {
  const proof = parseProof(text);
  const extra = readProofExtra(proof?.extra);
  if (!proof || !extra)
    return { faults: ['Tệp không phải là một bằng chứng (c2sp.org/tlog-proof) kèm lời ghi đọc được.'] };
  const inside = verifierKeysIn(extra.key);
  const isWhole = sameBytes(proofExtra(extra, extra.key), proof.extra ?? new Uint8Array());
  if (!isWhole || inside.length !== 1 || !areKnown(inside, pinned)) return { faults: [OTHER_KEY] };
  const keys = pinned.length > 0 ? pinned : inside;
  const head = checkProofFile(proof, entryBytes(sha256, extra), keys, { hashing, verify: verifyEd25519 });
  if (head === 'not_included')
    return { faults: ['Mục này không nằm trong sổ đã ký: bằng chứng hoặc lời ghi đã bị sửa.'] };
  if (typeof head === 'string') return { faults: [`Checkpoint trong bằng chứng ${CHECKPOINT_FAULTS[head]}.`] };
  if (hasRepeated(proof.checkpoint)) return { faults: [`Checkpoint trong bằng chứng ${REPEATED}.`] };
  const ofLog = signaturesOf(proof.checkpoint).filter(({ name }) => name === head.origin);
  if (hasUnknownSigner(textOfNote({ text: head.note.text, signatures: ofLog }), keys))
    return { faults: [`Checkpoint trong bằng chứng ${UNKNOWN_SIGNATURE}.`] };
  return { faults: [], head, plain: extra.plain, witnesses: witnessesOf([head], pinned) };
}
