import type { Files } from '#shared/tables/files.ts';
import type { SenderCoverage } from '#shared/domain/risk/coverage.ts';
import { feedOf } from '#shared/domain/drops/sender.ts';

/** What one sender covers; undefined before the first of its files. */
export async function coverageOf(
  { files, clock }: { readonly files: Pick<Files, 'coverage'>; readonly clock: { readonly now: Date } },
  sender: string,
): Promise<SenderCoverage | undefined> {
  return (await files.coverage([feedOf(sender)], clock.now)).find((one) => one.sender === sender);
}
