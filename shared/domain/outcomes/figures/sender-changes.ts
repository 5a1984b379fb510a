import { addMonths } from '#shared/domain/vietnamese/dates.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { InputFile } from './input-figures.ts';

/** The change of a sender's input in a month: the rows of its files in that month, and the median of the six months before. */
export interface SenderInputChange {
  readonly sender: string;
  readonly rows: number;
  /** Undefined where the sender sent nothing in those months. */
  readonly usual: number | undefined;
  /** `silent`: the sender usually sends and sent nothing; `halved`: it sent less than half of the usual number of rows. */
  readonly change: 'silent' | 'halved' | undefined;
}

/** The change of a bank's flows: the credit of a month, and the median of the six months before. */
export interface SenderCreditChange {
  readonly sender: string;
  /** Undefined where the bank reported none. */
  readonly credit: number | undefined;
  readonly usual: number | undefined;
  readonly change: 'silent' | 'halved' | undefined;
}

const MONTHS_BEFORE = 6;

/** @param month `yyyy-mm` */
export function inputChanges(inputs: readonly InputFile[], month: string): readonly SenderInputChange[] {
  const senders = Map.groupBy(inputs, ({ sender }) => sender);
  return [...senders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([sender, files]): SenderInputChange[] => {
      const rows = rowsIn(files, month);
      const usual = usualOf(month, (before) => rowsIn(files, before));
      if (rows === 0 && usual === undefined) return [];
      return [{ sender, rows, usual, change: changeOf(rows, usual) }];
    });
}

/**
 * The change for each bank that had reported credit by the given day. A month's flows come after its end, so a monthly
 * report shows the flows of the month before. @param month of the flows, `yyyy-mm` @param until the last day of files
 * that count
 */
export function creditChanges(
  inputs: readonly InputFile[],
  month: string,
  until: IsoDate,
): readonly SenderCreditChange[] {
  const telling = inputs.filter(({ credit, receivedOn }) => credit !== undefined && receivedOn <= until);
  return [...Map.groupBy(telling, ({ sender }) => sender)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([sender, files]): SenderCreditChange[] => {
      const credit = creditOf(files, month);
      const usual = usualOf(month, (before) => creditOf(files, before));
      if (credit === 0 && usual === undefined) return [];
      return [{ sender, credit: credit === 0 ? undefined : credit, usual, change: changeOf(credit, usual) }];
    });
}

/** Credit of files of one day is added up. A file of another day for the same month reports the same money again. */
function creditOf(files: readonly InputFile[], month: string): number {
  const days = Map.groupBy(files, ({ receivedOn }) => receivedOn);
  const sums = [...days.values()].map((own) => own.reduce((sum, { credit }) => sum + (credit?.[month] ?? 0), 0));
  return Math.max(0, ...sums);
}

/** The lower median of those of the six months before that have a value. */
function usualOf(month: string, of: (month: string) => number): number | undefined {
  const before = Array.from({ length: MONTHS_BEFORE }, (_, n) => of(monthBefore(month, n + 1)));
  const some = before.filter((figure) => figure > 0).sort((a, b) => a - b);
  return some[Math.ceil(some.length / 2) - 1];
}

function changeOf(rows: number, usual: number | undefined): SenderInputChange['change'] {
  if (usual === undefined) return undefined;
  if (rows === 0) return 'silent';
  return rows * 2 < usual ? 'halved' : undefined;
}

const rowsIn = (files: readonly InputFile[], month: string): number =>
  files.filter(({ receivedOn }) => receivedOn.startsWith(month)).reduce((sum, { accepted }) => sum + accepted, 0);

export const monthBefore = (month: string, count: number): string => addMonths(`${month}-01`, -count).slice(0, 7);
