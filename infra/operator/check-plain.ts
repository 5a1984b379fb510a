import type { RebuiltLog } from '#shared/domain/transparency-log/audit-log.ts';
import { commitmentOf, sealedBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { sameBytes } from '#shared/domain/transparency-log/tree-hash.ts';
import { type LogEntry, OpenedLine, splitLine } from '#shared/contracts/log-entry.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { sha256 } from '#shared/runtime/signing.ts';

/** The result for the plain entries beside a log; `opened` counts those that agree, and the faults are Vietnamese. */
export interface CheckedPlain {
  readonly opened: number;
  /** The plain entries that agree and that further checks read, in the order of the log: of notices and erasures. */
  readonly entries: readonly LogEntry[];
  readonly faults: readonly string[];
}

/** Whether an entry of a kind tells of a notice's state or of a dossier, which have proofs. */
export const isOfNotice = (kind: string): boolean => OF_A_NOTICE.test(kind);
const OF_A_NOTICE = /^(?:notice-(?:issued|changed|withdrawn|expired)|dossier-issued)$/u;

const ERASURE = 'person-erased';

/**
 * Checks the plain entries beside the log. Each entry has a line in the order of the log, which must match the entry's
 * commitment; the line of an erased entry is empty. Each erasure is itself an entry and says how many it emptied.
 */
export function checkPlain(text: string, { entries }: RebuiltLog): CheckedPlain {
  const isEnded = text.endsWith('\n');
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  const wrong: number[] = [];
  const plain: LogEntry[] = [];
  let opened = 0;
  for (const [place, line] of lines.entries()) {
    const sealed = entries[place];
    if (line === '' && sealed !== undefined) continue;
    const kind = sealed && kindOfLine(line, sealed);
    const isRead = kind !== undefined && (isOfNotice(kind) || kind === ERASURE);
    const entry = isRead ? OpenedLine.safeParse(parseJson(line)).data?.plain : undefined;
    if (kind === undefined || (isRead && !entry)) wrong.push(place + 1);
    else opened += 1;
    if (entry) plain.push(entry);
  }
  if (lines.length < entries.length) wrong.push(lines.length + 1);
  else if (!isEnded && entries.length > 0) wrong.push(lines.length);
  const faults = spansOf(wrong).map((span) => `Lời ghi kèm không khớp với sổ: ${LOG_FILES.plain}, dòng ${span}.`);
  return { opened, entries: plain, faults: [...faults, ...tooManyEmpty(lines, plain)] };
}

/**
 * The kind of the entry in a line that matches the log's entry. The line's own text is hashed and not read: another
 * form of the same content could show a reader something else, such as the first of two equal keys, and what the
 * commitment proves need not be parsed.
 */
function kindOfLine(line: string, sealed: Uint8Array): string | undefined {
  const split = splitLine(line);
  if (!split) return undefined;
  const { head, content, salt } = split;
  return sameBytes(sealedBytes(head, commitmentOf(sha256, salt, content)), sealed) ? head.kind : undefined;
}

/** Joins neighbouring numbers: 3, 4, 5, 9 become `3–5` and `9`, so that a wholly foreign file is one fault. */
function spansOf(numbers: readonly number[]): string[] {
  const firsts = numbers.filter((number, place) => numbers[place - 1] !== number - 1);
  const lasts = numbers.filter((number, place) => numbers[place + 1] !== number + 1);
  return firsts.map((first, place) => (first === lasts[place] ? String(first) : `${first}–${lasts[place]}`));
}

function tooManyEmpty(lines: readonly string[], plain: readonly LogEntry[]): string[] {
  const empty = lines.filter((line) => line === '').length;
  const erased = plain.reduce((sum, entry) => sum + erasedBy(entry), 0);
  return empty <= erased
    ? []
    : [`${LOG_FILES.plain}: ${empty} lời ghi để trống, nhưng các lần xóa theo văn bản chỉ xóa ${erased}.`];
}

const erasedBy = ({ kind, says: { entries } }: LogEntry): number =>
  kind === ERASURE && typeof entries === 'number' ? entries : 0;
