import * as z from 'zod';
import { base64Of, bytesOfBase64, bytesOfText } from '#shared/domain/transparency-log/base64.ts';
import {
  ENTRY_KINDS,
  type HeadOfEntry,
  type OpenedEntry,
  orderedJson,
} from '#shared/domain/transparency-log/log-entry.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { reference } from './ids.ts';

const SALT_BYTES = 32;
const short = z.string().max(200);

/** The actor, which is never a person's name or number. */
export const Actor = z.string().regex(/^(?:operator|(?:client|officer|function|feed):[\w.@#/-]{1,128})$/u);

/** Message to append-entries: an entry for the log, made of codes, references and figures. */
export const LogEntry = z.strictObject({
  id: reference,
  kind: z.enum(ENTRY_KINDS),
  at: z.iso.datetime(),
  by: Actor,
  says: z.record(short, z.union([short, z.number(), z.boolean(), z.array(short).max(100)])),
});
export type LogEntry = z.infer<typeof LogEntry>;
/** Sends entries to the verifiable log. */
export type EnterInLog = (entries: readonly LogEntry[]) => Promise<void>;

const salt = z.string().transform((text, context) => {
  const bytes = bytesOfBase64(text);
  if (bytes?.length === SALT_BYTES) return bytes;
  context.addIssue('no salt');
  return z.NEVER;
});

/** A plain entry with its salt, as a line beside the log or in a proof. */
export const OpenedLine = z.strictObject({ plain: LogEntry, salt });

export const openedLine = ({ plain, salt: bytes }: OpenedEntry): string =>
  orderedJson({ plain, salt: base64Of(bytes) });

/** The parts of a line that are enough to compare it with the log, without reading what the entry says. */
export interface SplitLine {
  readonly head: HeadOfEntry;
  /** The JSON of the plain entry. */
  readonly content: string;
  readonly salt: Uint8Array;
}

const [BEFORE_CONTENT, BEFORE_SALT, AFTER_SALT] = ['{"plain":', ',"salt":"', '"}'];
const SALT_LENGTH = 44;
const HEAD = /^\{"at":"([^"\\]*)","by":"([^"\\]*)","id":"[^"\\]*","kind":"([^"\\]*)","says":\{/u;

/** Splits a line; undefined where it is not written as `openedLine` writes it. */
export function splitLine(line: string): SplitLine | undefined {
  const saltAt = line.length - AFTER_SALT.length - SALT_LENGTH;
  const content = line.slice(BEFORE_CONTENT.length, saltAt - BEFORE_SALT.length);
  const bytes = bytesOfBase64(line.slice(saltAt, saltAt + SALT_LENGTH));
  const [, at, by, kind] = HEAD.exec(content) ?? [];
  if (bytes === undefined || at === undefined || by === undefined || kind === undefined) return undefined;
  const isWhole =
    line.startsWith(BEFORE_CONTENT) &&
    line.startsWith(BEFORE_SALT, saltAt - BEFORE_SALT.length) &&
    line.endsWith(AFTER_SALT);
  return isWhole ? { head: { kind, at, by }, content, salt: bytes } : undefined;
}

/** The other lines of a proof file: the plain entry, and the log's key, which a reader must also know from elsewhere. */
const ProofExtra = OpenedLine.extend({ key: z.string() });

export const proofExtra = ({ plain, salt: bytes }: OpenedEntry, key: string): Uint8Array =>
  bytesOfText(orderedJson({ plain, salt: base64Of(bytes), key }));

export function readProofExtra(extra: Uint8Array | undefined): z.infer<typeof ProofExtra> | undefined {
  return ProofExtra.safeParse(extra && parseJson(new TextDecoder().decode(extra))).data;
}
