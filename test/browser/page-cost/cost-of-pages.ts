import { performance } from 'node:perf_hooks';
import type { Desk } from '#functions/serve-pages/admit.ts';
import { eventOf } from '#test/support/desks/gateway-event.ts';
import type { Filled } from './fill-desks.ts';
import type { FilledDesks } from './filled-desks.ts';
import { readCounter } from './read-counter.ts';

/** For how many companies the tables of the pages are filled. */
export const COMPANIES = 5000;
/** A page is called at most so many times. */
export const MOST_CALLS = 7;
/** The limit for a page: milliseconds of the function's processor. */
export const MOST_MS = 300;
/** The value of `referenceMs` on the machine for which `MOST_MS` holds; the machine of a run may be slower or shared. */
const REFERENCE_MS = 40;
const PACKED = { 'accept-encoding': 'gzip, br' };

/** The address of a kind of page, and the desk that may open it. */
export interface DeskPage {
  readonly path: string;
  readonly desk: Desk;
}

/** What one call of a page costs. */
export interface PageCost {
  /** The processor time of the function's own thread in milliseconds, without waiting for the engines. */
  readonly cpuMs: number;
  readonly wallMs: number;
  /** The transferred size. */
  readonly kB: number;
  readonly type: string;
  /** The calls of tables and queues by operation. */
  readonly reads: Readonly<Record<string, number>>;
}

/**
 * Calls each page until its costs are enough, after a first call, which loads what an environment keeps.
 * @returns the costs of the other calls, by the path of the page
 */
export async function costsOfPages(
  { filled, handler, cookieOf }: FilledDesks,
  all: readonly DeskPage[],
  areEnough: (costs: readonly PageCost[]) => boolean,
): Promise<Readonly<Record<string, readonly PageCost[]>>> {
  const counter = readCounter();
  const pages: Record<string, readonly PageCost[]> = {};
  for (const { path, desk } of all) {
    const cookies = new Map([await cookieOf(desk)]);
    const ask = () => handler(eventOf('GET', addressOf(path, desk, filled), cookies, PACKED), {});
    await ask();
    const costs: PageCost[] = [];
    while (!areEnough(costs)) costs.push(await costOf(ask, counter));
    pages[path] = costs;
  }
  return pages;
}

async function costOf(
  ask: () => ReturnType<FilledDesks['handler']>,
  counter: ReturnType<typeof readCounter>,
): Promise<PageCost> {
  const slower = Math.max(1, referenceMs() / REFERENCE_MS);
  counter.reset();
  const from = performance.now();
  const [ms, answer] = await threadMs(ask);
  const wallMs = performance.now() - from;
  if ((answer.statusCode ?? 500) >= 500) throw new Error(`A page answers ${answer.statusCode}`);
  return {
    cpuMs: Math.round(ms / slower),
    wallMs: Math.round(wallMs),
    kB: Math.round(Buffer.byteLength(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8') / 102.4) / 10,
    type: String(answer.headers?.['content-type'] ?? '').split(';')[0] ?? '',
    reads: counter.calls(),
  };
}

async function threadMs<T>(work: () => Promise<T>): Promise<readonly [ms: number, result: T]> {
  const before = process.threadCpuUsage();
  const result = await work();
  const { user, system } = process.threadCpuUsage(before);
  return [(user + system) / 1000, result];
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
