import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import type { LedgerContext, LedgerInput } from '#shared/contracts/ledger-files.ts';

/** Where a report reads from: the tables of a stack, or the files of a ledger's folder. */
export interface LedgerSource {
  /** Each case of which anything happened from `from` to `to`, with all its facts, those of before too. */
  cases(from: IsoDate, to: IsoDate): AsyncIterable<readonly OutcomeFact[]>;
  inputs(): Promise<readonly LedgerInput[]>;
  about(): Promise<LedgerContext>;
}
