import { base64Of, bytesOfText } from './base64.ts';
import type { Sha256 } from './tree-hash.ts';

/** The kinds of entries of the log. */
export const ENTRY_KINDS = [
  'verdict-reached',
  'notice-issued',
  'notice-changed',
  'notice-withdrawn',
  'notice-expired',
  'dossier-issued',
  'data-read',
  'decision-taken',
  'notice-acknowledged',
  'case-noted',
  'file-attached',
  'connection-tested',
  'release-voted',
  'work-settled',
  'work-assigned',
  'looked-up',
  'review-asked',
  'review-decided',
  'question-asked',
  'report-asked',
  'operator-acted',
  'files-sent',
  'file-released',
  'heading-confirmed',
  'account-listed',
  'settings-changed',
  'measure-switched',
  'person-erased',
  'key-rotated',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * Whether entries of a kind can be found by their ids as long as they are stored. Verdicts, reads and acknowledgements
 * are numerous and are not looked up singly, so repetitions are recognised only among the newest.
 */
export const isFoundById = (kind: EntryKind): boolean =>
  kind !== 'verdict-reached' && kind !== 'data-read' && kind !== 'notice-acknowledged';

/** A plain entry: codes, references and figures, but never a name or a number of a person. */
export interface PlainEntry {
  /** The id, which is made from the content, so that a repeated event is the same entry. */
  readonly id: string;
  readonly kind: EntryKind;
  /** The ISO instant of the event, by the real clock. */
  readonly at: string;
  /** The actor: `client:…` of a receiver's machine, `officer:…`, `operator`, or the function that acted by its rules. */
  readonly by: string;
  readonly says: Readonly<Record<string, EntryValue>>;
}
export type EntryValue = string | number | boolean | readonly string[];

/**
 * The part that is stored beside the log and may be deleted; without the salt nobody can derive the content from a
 * commitment.
 */
export interface OpenedEntry {
  readonly plain: PlainEntry;
  /** 32 random bytes. */
  readonly salt: Uint8Array;
}

/** The part of a plain entry that the log contains in clear. */
export interface HeadOfEntry {
  /** One of `ENTRY_KINDS` in each entry that was written here. */
  readonly kind: string;
  readonly at: string;
  readonly by: string;
}

/** The part that stays in the log for ever. */
export interface SealedEntry extends HeadOfEntry {
  readonly v: 1;
  /** The commitment: SHA-256 of the salt and the plain entry, in Base 64. */
  readonly commitment: string;
}

const COMMITMENT = 'haukiem/entry/v1\n';

/** Writes JSON with sorted keys, so that the same content gives the same bytes. */
export const orderedJson = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const fields = Object.entries(value).map(([key, inside]) => [key, inOrder(inside)] as const);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @param content the plain entry's JSON, as `orderedJson` writes it */
export const commitmentOf = (sha256: Sha256, salt: Uint8Array, content: string): Uint8Array =>
  sha256(Buffer.concat([bytesOfText(COMMITMENT), salt, bytesOfText(content)]));

/** The entry as the log contains it: the actor, the kind, the time, and a commitment to everything else. */
export const entryBytes = (sha256: Sha256, { plain, salt }: OpenedEntry): Uint8Array =>
  sealedBytes(plain, commitmentOf(sha256, salt, orderedJson(plain)));

export function sealedBytes({ kind, at, by }: HeadOfEntry, commitment: Uint8Array): Uint8Array {
  const entry: SealedEntry = { v: 1, kind, at, by, commitment: base64Of(commitment) };
  return bytesOfText(JSON.stringify(entry));
}
