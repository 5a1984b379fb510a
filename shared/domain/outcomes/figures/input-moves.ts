import { addMonths } from '#shared/domain/vietnamese/dates.ts';
import type { InputFile } from './input-figures.ts';

/** What a sender's input did in a month: rows of files that came in it, beside the median of the six months before. */
export interface InputMove {
  readonly sender: string;
  readonly rows: number;
  /** Undefined where it sent nothing in those months. */
  readonly usual: number | undefined;
  /** `silent`: it usually sends and sent nothing; `halved`: less than half of what is usual. */
  readonly moved: 'silent' | 'halved' | undefined;
}

const MONTHS_BEFORE = 6;

/** @param month `yyyy-mm` */
export function inputMoves(inputs: readonly InputFile[], month: string): readonly InputMove[] {
  const senders = Map.groupBy(inputs, ({ sender }) => sender);
  return [...senders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([sender, files]): InputMove[] => {
      const rows = rowsIn(files, month);
      const before = Array.from({ length: MONTHS_BEFORE }, (_, n) => rowsIn(files, monthBefore(month, n + 1)));
      const sent = before.filter((count) => count > 0).sort((a, b) => a - b);
      const usual = sent[Math.ceil(sent.length / 2) - 1];
      if (rows === 0 && usual === undefined) return [];
      return [{ sender, rows, usual, moved: moveOf(rows, usual) }];
    });
}

function moveOf(rows: number, usual: number | undefined): InputMove['moved'] {
  if (usual === undefined) return undefined;
  if (rows === 0) return 'silent';
  return rows * 2 < usual ? 'halved' : undefined;
}

const rowsIn = (files: readonly InputFile[], month: string): number =>
  files.filter(({ receivedOn }) => receivedOn.startsWith(month)).reduce((sum, { accepted }) => sum + accepted, 0);

const monthBefore = (month: string, count: number): string => addMonths(`${month}-01`, -count).slice(0, 7);
