import { join } from 'node:path';
import { readCall, WrongCall } from './call.ts';
import { writeResults } from './results/write-results.ts';
import { run } from './run.ts';
import { screen as screenOn } from './screen.ts';

const EXIT = { done: 0, failed: 1, wrongCall: 2, interrupted: 130 };

// Lambda's own time zone: a function that forgot to name Asia/Ho_Chi_Minh goes wrong here too.
process.env['TZ'] = 'UTC';

const root = join(import.meta.dirname, '..', '..');
const screen = screenOn(process.stderr);
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopped.abort();
    screen.step('Đã dừng theo yêu cầu.');
    // Engines and functions are threads of this process: they end with it.
    process.exit(EXIT.interrupted);
  });
}

process.exit(await main());

async function main(): Promise<number> {
  try {
    const call = readCall(process.argv.slice(2), { root, cwd: process.cwd() }, new Date());
    const surroundings = { root, environment: process.env, screen, signal: stopped.signal, writeResults };
    const { summary, failures } = await run(call, surroundings);
    screen.rest();
    console.log(summary);
    for (const failure of failures) console.error(`Lỗi: ${failure}`);
    return failures.length === 0 ? EXIT.done : EXIT.failed;
  } catch (error) {
    screen.rest();
    console.error(error instanceof Error ? error.message : String(error));
    return error instanceof WrongCall ? EXIT.wrongCall : EXIT.failed;
  }
}
