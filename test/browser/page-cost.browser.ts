import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '#functions/serve-pages/admit.ts';
import type { HttpEvent } from '#functions/serve-pages/http/answer.ts';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { openSession } from '#functions/serve-pages/session/session.ts';
import { sessionsTable } from '#shared/tables/sessions.ts';
import { eventOf } from '#test/support/desks/gateway-event.ts';
import { GROUP_OF_DESK } from '#test/support/desks/desk-groups.ts';
import { median } from '#test/bench/result.ts';
import { type EmbeddedSystem, embeddedSystem } from '#test/support/operator/embedded-system.ts';
import { type Filled, fillDesks } from './page-cost/fill-desks.ts';
import { readCounter } from './page-cost/read-counter.ts';

type Pages = (event: HttpEvent, context: unknown) => Promise<APIGatewayProxyStructuredResultV2>;

const PAGES = ROUTES.filter(({ method }) => method === 'GET');
const COMPANIES = 5000;
const TIMES = 7;
const PACKED = { 'accept-encoding': 'gzip, br' };

/** The cost of one page. */
interface PageCost {
  /** The processor time of the function's own thread in milliseconds, without waiting for the engines. */
  readonly cpuMs: number;
  readonly wallMs: number;
  /** The transferred size. */
  readonly kB: number;
  readonly type: string;
  readonly reads: Readonly<Record<string, number>>;
}

/** The limits for a page: milliseconds of the function's processor, and transferred kilobytes. */
const MOST_MS = 300;
/**
 * The value of `referenceMs` on the machine for which the limit holds; the machine of a run may be slower or shared.
 */
const REFERENCE_MS = 40;
const MOST_KB = 60;

/**
 * Every page on 5,000 companies that are all flagged, with as many notices of one bank, tasks, releases and outcomes: the
 * deployed function's own bundle on the embedded engines.
 */
describe('what each page costs on 5,000 companies', () => {
  let pages: Readonly<Record<string, PageCost>>;
  let system: EmbeddedSystem;
  beforeAll(async () => {
    system = await embeddedSystem();
    pages = await costOfPages(system);
    console.table(
      Object.fromEntries(
        Object.entries(pages).map(([path, { reads, ...cost }]) => [
          path,
          {
            ...cost,
            reads: Object.entries(reads)
              .map(([call, times]) => `${times} ${call}`)
              .join(', '),
          },
        ]),
      ),
    );
  });
  afterAll(async () => system.stop());

  it.each(PAGES)('the page $path takes at most 300 ms of the processor', ({ path }) => {
    expect(pages[path]?.cpuMs).toBeLessThanOrEqual(MOST_MS);
  });

  it.each(PAGES)('the page $path is at most 60 kB over the wire', ({ path }) => {
    // A downloaded file is as large as its content, so it has no limit.
    if (pages[path]?.type !== 'text/html') return;
    expect(pages[path].kB).toBeLessThanOrEqual(MOST_KB);
  });

  it('no page scans a table, and none makes more than 160 calls', () => {
    for (const { path } of PAGES) {
      expect(Object.keys(pages[path]?.reads ?? {})).not.toContain('Scan');
      expect(Object.values(pages[path]?.reads ?? {}).reduce((sum, calls) => sum + calls, 0)).toBeLessThanOrEqual(160);
    }
  });
});

async function costOfPages(system: EmbeddedSystem): Promise<Readonly<Record<string, PageCost>>> {
  const { deployed, db } = system;
  const filled = await fillDesks(db, deployed.tables, COMPANIES);
  const target = deployed.functions.find(({ environment }) => 'SESSIONS_TABLE' in environment);
  if (!target) throw new Error('No function serves pages');
  Object.assign(process.env, system.shell, target.environment, {
    AWS_LAMBDA_FUNCTION_NAME: target.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(target.module).href)) as { handler: Pages };
  const sessions = sessionsTable(db, deployed.tables['sessions'] ?? '');
  const cookiesOf = async (desk: Desk) => {
    const person = { subject: `bench-${desk}`, name: 'Người đo (mẫu)', groups: [GROUP_OF_DESK[desk]] };
    const cookie = await openSession(person, { sessions, now: () => new Date() });
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
    return new Map([[name, value]]);
  };
  const counter = readCounter();
  const pages: Record<string, PageCost> = {};
  for (const { path, desk } of PAGES) {
    const cookies = await cookiesOf(desk);
    pages[path] = await costOf(
      () => handler(eventOf('GET', addressOf(path, desk, filled), cookies, PACKED), {}),
      counter,
    );
  }
  return pages;
}

async function costOf(
  ask: () => Promise<APIGatewayProxyStructuredResultV2>,
  counter: ReturnType<typeof readCounter>,
): Promise<PageCost> {
  await ask();
  const cpu: number[] = [];
  const wall: number[] = [];
  const reference: number[] = [];
  let answer = await ask();
  counter.reset();
  for (let n = 0; n < TIMES; n += 1) {
    reference.push(referenceMs());
    const [before, from] = [process.threadCpuUsage(), performance.now()];
    answer = await ask();
    const { user, system } = process.threadCpuUsage(before);
    cpu.push((user + system) / 1000);
    wall.push(performance.now() - from);
  }
  if ((answer.statusCode ?? 500) >= 500) throw new Error(`A page answers ${answer.statusCode}`);
  return {
    cpuMs: Math.round((median(cpu) * REFERENCE_MS) / Math.max(REFERENCE_MS, median(reference))),
    wallMs: Math.round(median(wall)),
    kB: Math.round(Buffer.byteLength(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8') / 102.4) / 10,
    type: String(answer.headers?.['content-type'] ?? '').split(';')[0] ?? '',
    reads: counter.perCall(TIMES),
  };
}

/** The milliseconds of this thread for a fixed piece of work like a page's: parsing, storing and writing texts. */
function referenceMs(): number {
  const before = process.threadCpuUsage();
  const kept = new Map<string, unknown>();
  for (let n = 0; n < 40_000; n += 1)
    kept.set(`k${n % 5000}`, JSON.parse(JSON.stringify({ n, text: `t${n}`, list: [n, n + 1] })));
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

const addressOf = (path: string, desk: Desk, { police, bank, task, file }: Filled) =>
  path
    .replace('{id}', desk === 'bank' ? bank : police)
    .replace('{code}', task.code)
    .replace('{task}', task.id)
    .replace(/\/receipt$/u, `/receipt?feed=registrations&file=${encodeURIComponent(file)}`)
    .replace(/\/result$/u, `/result?feed=registrations&what=rejected&file=${encodeURIComponent(file)}`);
