import { join } from 'node:path';
import { readCall, WrongCall } from './call.ts';
import { writeResults } from './results/write-results.ts';
import { EXIT } from './exit.ts';
import { type Outcome, run } from './run.ts';
import { screen as screenOn } from './screen.ts';

// Lambda's own time zone: a function that forgot to name Asia/Ho_Chi_Minh goes wrong here too.
process.env['TZ'] = 'UTC';

const root = join(import.meta.dirname, '..', '..');
const screen = screenOn(process.stderr);
const stopped = new AbortController();
/** Of the results, once they are written. */
let exitCode: number | undefined;
/** Ctrl-C may come twice at once, from the terminal and from bootstrap. Pressed again later it waits for nothing more. */
const SAME_PRESS_MS = 1000;
let askedAt: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped.abort();
    askedAt ??= Date.now();
    // Its results are written: it closes by itself.
    if (exitCode !== undefined && Date.now() - askedAt < SAME_PRESS_MS) return;
    screen.step('Đã dừng theo yêu cầu.');
    // Engines and functions are threads of this process: they end with it.
    process.exit(EXIT.interrupted);
  });
}

process.exit(await main());

async function main(): Promise<number> {
  try {
    const call = readCall(process.argv.slice(2), { root, cwd: process.cwd() }, new Date());
    const report = ({ summary, failures }: Outcome<string>) => {
      screen.rest();
      console.log(summary);
      for (const failure of failures) console.error(`Lỗi: ${failure}`);
      exitCode = failures.length === 0 ? EXIT.done : EXIT.failed;
    };
    await run(call, { root, environment: process.env, screen, signal: stopped.signal, writeResults, report });
    return exitCode ?? EXIT.failed;
  } catch (error) {
    screen.rest();
    console.error(error instanceof Error ? error.message : String(error));
    return error instanceof WrongCall ? EXIT.wrongCall : EXIT.failed;
  }
}
