import { inColumns } from '#infra/local/in-columns.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';

const [DONE, WRONG_CALL] = [0, 2];

/** The options of an engineer's command. `--help` prints its usage, and so does an option that it does not know. */
export function commandLine<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  const words = config.args ?? process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    console.log(inColumns(usage));
    process.exit(DONE);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${inColumns(usage)}`);
    process.exit(WRONG_CALL);
  }
}
