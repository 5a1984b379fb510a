import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { errorDetails } from './error-details.ts';
import { EXIT } from './exit.ts';
import { failureSentence } from './failure-sentence.ts';
import { inColumns } from './in-columns.ts';

/** Arguments that ask for the usage, in any position. */
export const asksForHelp = (words: readonly string[]): boolean => words.includes('--help') || words.includes('-h');

/** Writes where the error came about into a file for engineers. @returns the sentence for the person at the screen */
export function reportFailure(error: unknown): string {
  const details = join(cacheFolder(), 'errors.log');
  appendFileSync(details, `${new Date().toISOString()} ${errorDetails(error)}\n`, { mode: 0o600 });
  return failureSentence(error, details);
}

/** Runs a command of the shell: prints its usage on `--help`, and one Vietnamese sentence where it fails. */
export async function runCommand(usage: string, main: (words: string[]) => Promise<number>): Promise<void> {
  const words = process.argv.slice(2);
  if (asksForHelp(words)) {
    console.log(inColumns(usage));
    return;
  }
  const fail = (error: unknown) => {
    console.error(reportFailure(error));
    process.exit(EXIT.failed);
  };
  process.once('uncaughtException', fail);
  try {
    process.exitCode = await main(words);
  } catch (error) {
    fail(error);
  }
}
