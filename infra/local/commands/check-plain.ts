import type { RebuiltLog } from '#shared/domain/transparency-log/audit-log.ts';
import { entryBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { sameBytes } from '#shared/domain/transparency-log/tree-hash.ts';
import { type LogEntry, OpenedLine, openedLine } from '#shared/contracts/log-entry.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { sha256 } from '#shared/runtime/signing.ts';

/** The result for the plain entries beside a log; `opened` counts those that agree, and the faults are Vietnamese. */
export interface CheckedPlain {
  readonly opened: number;
  /** The plain entries that agree, in the order of the log. */
  readonly entries: readonly LogEntry[];
  readonly faults: readonly string[];
}

/**
 * Checks the plain entries beside the log. Each entry has a line in the order of the log, which must match the entry's
 * commitment; the line of an erased entry is empty. Each erasure is itself an entry and says how many it emptied.
 */
export function checkPlain(text: string, { entries }: RebuiltLog): CheckedPlain {
  const isEnded = text.endsWith('\n');
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  const wrong: number[] = [];
  const plain: LogEntry[] = [];
  for (const [place, line] of lines.entries()) {
    const commitment = entries[place];
    if (line === '' && commitment !== undefined) continue;
    const opened = OpenedLine.safeParse(parseJson(line)).data;
    // Another form of the same content could show a reader something else, such as the first of two equal keys
    const isAsWritten = opened && openedLine(opened) === line;
    const agrees = isAsWritten && commitment && sameBytes(entryBytes(sha256, opened), commitment);
    if (agrees) plain.push(opened.plain);
    else wrong.push(place + 1);
  }
  if (lines.length < entries.length) wrong.push(lines.length + 1);
  else if (!isEnded && entries.length > 0) wrong.push(lines.length);
  const faults = wrong.map((line) => `Lời ghi kèm không khớp với sổ: ${LOG_FILES.plain}, dòng ${line}.`);
  return { opened: plain.length, entries: plain, faults: [...faults, ...tooManyEmpty(lines, plain)] };
}

function tooManyEmpty(lines: readonly string[], plain: readonly LogEntry[]): string[] {
  const empty = lines.filter((line) => line === '').length;
  const erased = plain.reduce((sum, entry) => sum + erasedBy(entry), 0);
  return empty <= erased
    ? []
    : [`${LOG_FILES.plain}: ${empty} lời ghi để trống, nhưng các lần xóa theo văn bản chỉ xóa ${erased}.`];
}

const erasedBy = ({ kind, says: { entries } }: LogEntry): number =>
  kind === 'person-erased' && typeof entries === 'number' ? entries : 0;
