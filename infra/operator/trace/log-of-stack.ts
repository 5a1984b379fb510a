import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { chunksOf } from '#shared/runtime/in-parallel.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { UserFacingError } from '#infra/local/failure-sentence.ts';
import type { askAws } from '../ask-aws.ts';
import { HANDLED, LogLine, namesIn, type SystemLog } from './log-line.ts';

const Started = z.object({ queryId: z.string() });
const Answer = z.object({
  status: z.string(),
  results: z.array(z.array(z.object({ field: z.string(), value: z.string() }))).default([]),
});
const Counted = z.object({ queue: z.string(), messages: z.coerce.number(), first: z.string(), last: z.string() });

const DONE = 'Complete';
const UNDER_WAY: ReadonlySet<string> = new Set(['Scheduled', 'Running']);
const LOOK_AGAIN_MS = 1000;
/** The most that CloudWatch answers. */
const MOST_LINES = 10_000;
/** A query may have 10,000 letters, of which the rest of it needs few. */
const LETTERS_FOR_NAMES = 9000;
const TOO_MANY_LINES = 'Một giây có nhiều dòng hơn mức CloudWatch trả lời được: hãy hỏi với --days nhỏ hơn.';

interface LogsOfStack {
  /** The beginning of the names of the stack's log groups. */
  readonly stack: string;
  readonly region: string;
  readonly days: number;
  readonly now: Date;
  readonly ask: typeof askAws;
}

/** The log of a deployed stack, as CloudWatch Logs Insights finds it. */
export function logOfStack({ stack, region, days, now, ask }: LogsOfStack): SystemLog {
  const end = Math.ceil(now.getTime() / 1000);
  const source = `SOURCE logGroups(namePrefix: ["${stack}-"])`;
  const begin = end - days * 86_400;
  const query = async (text: string, from = begin): Promise<Readonly<Record<string, string>>[]> => {
    const inRegion = ['--region', region];
    const times = ['--start-time', String(from), '--end-time', String(end)];
    const started = await ask(['logs', 'start-query', ...inRegion, ...times, '--query-string', `${source} | ${text}`]);
    const { queryId } = Started.parse(started);
    for (;;) {
      const answer = Answer.parse(await ask(['logs', 'get-query-results', ...inRegion, '--query-id', queryId]));
      if (answer.status === DONE)
        return answer.results.map((row) => Object.fromEntries(row.map(({ field, value }) => [field, value])));
      if (!UNDER_WAY.has(answer.status)) throw new UserFacingError(`CloudWatch không trả lời: ${answer.status}.`);
      await sleep(LOOK_AGAIN_MS);
    }
  };
  const naming = (names: readonly string[]) => names.map(nameInLine).join(OR);
  const linesFrom = async (from: number, wanted: string): Promise<LogLine[]> => {
    const rows = await query(`fields @message | ${wanted} | sort @timestamp asc | limit ${MOST_LINES}`, from);
    const lines = rows.flatMap((row) => LogLine.safeParse(parseJson(row['@message'] ?? '')).data ?? []);
    if (rows.length < MOST_LINES) return lines;
    // The answer may end among the lines of one second
    const second = Math.floor(Date.parse(lines.at(-1)?.timestamp ?? '') / 1000);
    if (!(second > from)) throw new UserFacingError(TOO_MANY_LINES);
    const before = lines.filter(({ timestamp }) => Date.parse(timestamp) < second * 1000);
    return [...before, ...(await linesFrom(second, wanted))];
  };

  return {
    async lines(names) {
      const longest = Math.max(...names.map((name) => nameInLine(name).length + OR.length));
      const found: LogLine[] = [];
      for (const asked of chunksOf(names, Math.floor(LETTERS_FOR_NAMES / longest))) {
        const lines = await linesFrom(begin, `filter code != "${HANDLED}" | filter ${naming(asked)}`);
        found.push(...lines.filter((line) => namesIn(line).some((name) => asked.includes(name))));
      }
      return found;
    },
    async passages(names) {
      const counts = 'sum(count) as messages, earliest(timestamp) as first, latest(timestamp) as last by queue';
      const rows = await query(`filter code = "${HANDLED}" | filter ${naming(names)} | stats ${counts}`);
      return rows.map((row) => Counted.parse(row)).sort((a, b) => (a.first < b.first ? -1 : 1));
    },
  };
}

const OR = ' or ';
const nameInLine = (name: string): string => `@message like "${name}"`;
