import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
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
/** A query may have 10,000 letters. */
const NAMES_A_QUERY = 200;

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
  const times = ['--start-time', String(end - days * 86_400), '--end-time', String(end)];
  const query = async (text: string): Promise<Readonly<Record<string, string>>[]> => {
    const inRegion = ['--region', region];
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
  const naming = (names: readonly string[]) =>
    names
      .slice(0, NAMES_A_QUERY)
      .map((name) => `@message like "${name}"`)
      .join(' or ');

  return {
    async lines(names) {
      const wanted = `filter code != "${HANDLED}" | filter ${naming(names)}`;
      const rows = await query(`fields @message | ${wanted} | sort @timestamp asc | limit ${MOST_LINES}`);
      const lines = rows.flatMap((row) => LogLine.safeParse(parseJson(row['@message'] ?? '')).data ?? []);
      return lines.filter((line) => namesIn(line).some((name) => names.includes(name)));
    },
    async passages(names) {
      const counts = 'sum(count) as messages, earliest(timestamp) as first, latest(timestamp) as last by queue';
      const rows = await query(`filter code = "${HANDLED}" | filter ${naming(names)} | stats ${counts}`);
      return rows.map((row) => Counted.parse(row)).sort((a, b) => (a.first < b.first ? -1 : 1));
    },
  };
}
