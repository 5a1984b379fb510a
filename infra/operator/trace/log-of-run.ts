import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { HANDLED, LogLine, namesIn, type SystemLog } from './log-line.ts';

/** The log that an embedded run writes into a file. */
export function logOfRun(file: string): SystemLog {
  const linesWith = async (names: readonly string[]): Promise<LogLine[]> => {
    const found: LogLine[] = [];
    for await (const text of createInterface(createReadStream(file))) {
      const { data } = LogLine.safeParse(parseJson(text));
      if (data && namesIn(data).some((name) => names.includes(name))) found.push(data);
    }
    return found.sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
  };
  return {
    lines: async (names) => (await linesWith(names)).filter(({ code }) => code !== HANDLED),
    async passages(names) {
      const handled = (await linesWith(names)).filter(({ code }) => code === HANDLED);
      return [...Map.groupBy(handled, ({ queue = '' }) => queue)].map(([queue, lines]) => ({
        queue,
        messages: lines.reduce((sum, { count = 1 }) => sum + count, 0),
        first: lines[0]?.timestamp ?? '',
        last: lines.at(-1)?.timestamp ?? '',
      }));
    },
  };
}
