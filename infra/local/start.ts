import { join } from 'node:path';
import { readCommandLine, USAGE, WrongCommandLine } from './command-line.ts';
import { asksForHelp, EXIT, reportFailure } from './run-command.ts';
import { refuseForeignFiles, requireWritable } from './results/results-folder.ts';
import { RESULT_FILES, writeResults } from './results/write-results.ts';
import { type RunOutcome, run } from './run.ts';
import { progressDisplay } from './screen.ts';
import { sizeHeapsOfThreads } from './thread-heaps.ts';

// The time zone is Lambda's, so that code which forgets to name Asia/Ho_Chi_Minh fails here too.
process.env['TZ'] = 'UTC';
sizeHeapsOfThreads();

const root = join(import.meta.dirname, '..', '..');
const screen = progressDisplay(process.stderr);
const stopped = new AbortController();
/** The exit code of the results, once they are written. */
let exitCode: number | undefined;
/** Ctrl-C may arrive twice at once, from the terminal and from bootstrap. Pressed again later it ends the run at once. */
const SAME_PRESS_MS = 1000;
let askedAt: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped.abort();
    askedAt ??= Date.now();
    // The results are written, so the run closes by itself.
    if (exitCode !== undefined && Date.now() - askedAt < SAME_PRESS_MS) return;
    screen.step('Đã dừng theo yêu cầu.');
    // Engines and functions are threads of this process: they end with it.
    process.exit(EXIT.interrupted);
  });
}

const fail = (error: unknown): number => {
  screen.rest();
  console.error(reportFailure(error));
  return error instanceof WrongCommandLine ? EXIT.wrongCommandLine : EXIT.failed;
};
process.on('uncaughtException', (error) => process.exit(fail(error)));

process.exit(await main(process.argv.slice(2)));

async function main(words: readonly string[]): Promise<number> {
  if (asksForHelp(words)) {
    console.log(USAGE);
    return EXIT.done;
  }
  try {
    const options = readCommandLine(words, { root, cwd: process.cwd() }, new Date());
    await requireWritable(options.out);
    await refuseForeignFiles(options.out, RESULT_FILES);
    const report = ({ summary, failures }: RunOutcome<string>) => {
      screen.rest();
      console.log(summary);
      for (const failure of failures) console.error(`Lỗi: ${failure}`);
      exitCode = failures.length === 0 ? EXIT.done : EXIT.failed;
    };
    await run(options, { root, environment: process.env, screen, signal: stopped.signal, writeResults, report });
    return exitCode ?? EXIT.failed;
  } catch (error) {
    return fail(error);
  }
}
