import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import type { LedgerContext, LedgerInput } from '#shared/contracts/ledger-files.ts';

/** The source of a report: the tables of a stack, or the files of a ledger's folder. */
export interface LedgerSource {
  /** Yields each case with any fact from `from` to `to`, with all its facts, including earlier ones. */
  cases(from: IsoDate, to: IsoDate): AsyncIterable<readonly OutcomeFact[]>;
  inputs(): Promise<readonly LedgerInput[]>;
  about(): Promise<LedgerContext>;
}
