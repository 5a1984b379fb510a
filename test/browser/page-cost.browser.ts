import { performance } from 'node:perf_hooks';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '#functions/serve-pages/admit.ts';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { eventOf } from '#test/support/desks/gateway-event.ts';
import { median } from '#test/bench/result.ts';
import { type EmbeddedSystem, embeddedSystem } from '#test/support/operator/embedded-system.ts';
import type { Filled } from './page-cost/fill-desks.ts';
import { type FilledDesks, filledDesks } from './page-cost/filled-desks.ts';
import { JOURNEYS, peopleOf, WAYS } from './page-cost/journeys.ts';
import { readCounter } from './page-cost/read-counter.ts';

const PAGES = ROUTES.filter(({ method }) => method === 'GET');
const COMPANIES = 5000;
/** Each page is called so many times, and the median of the calls counts. */
const TIMES = 7;
const PACKED = { 'accept-encoding': 'gzip, br' };

const DESKS = Object.keys(JOURNEYS) as Desk[];
/** The words of the page, or its address, at the end of each journey. */
const ENDS: Readonly<Record<Desk, RegExp>> = {
  office: /Đã ghi nhận 1 việc/u,
  police: /done=confirmed/u,
  bank: /^0 .*\/bank\/notices\//u,
  province: /Đã đổi/u,
  operator: /Đã giao việc/u,
};

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
  let desks: FilledDesks;
  beforeAll(async () => {
    system = await embeddedSystem();
    desks = await filledDesks(system, COMPANIES);
    pages = await costOfPages(desks);
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

  describe('each desk’s journey in a browser, after the measurement', () => {
    let people: Awaited<ReturnType<typeof peopleOf>>;
    beforeAll(async () => {
      people = await peopleOf(desks);
    });
    afterAll(() => people.stop());

    it.each(DESKS.flatMap((desk) => Object.keys(WAYS).map((way) => ({ desk, way }))))(
      'the journey of $desk on 5,000 companies comes to its end $way',
      async ({ desk, way }) => {
        expect(await people.walk(desk, WAYS[way]!)).toMatch(ENDS[desk]);
      },
    );
  });
});

async function costOfPages({ filled, handler, cookieOf }: FilledDesks): Promise<Readonly<Record<string, PageCost>>> {
  const counter = readCounter();
  const pages: Record<string, PageCost> = {};
  for (const { path, desk } of PAGES) {
    const cookies = new Map([await cookieOf(desk)]);
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
  const atReference = (ms: number) => (ms * REFERENCE_MS) / Math.max(REFERENCE_MS, median(reference));
  let answer = await ask();
  counter.reset();
  // Once most of all times are on one side of the limit, further ones could not bring their median to the other
  const within = () => cpu.filter((ms) => atReference(ms) <= MOST_MS).length;
  while (Math.max(within(), cpu.length - within()) <= TIMES / 2) {
    reference.push(referenceMs());
    const [before, from] = [process.threadCpuUsage(), performance.now()];
    answer = await ask();
    const { user, system } = process.threadCpuUsage(before);
    cpu.push((user + system) / 1000);
    wall.push(performance.now() - from);
  }
  if ((answer.statusCode ?? 500) >= 500) throw new Error(`A page answers ${answer.statusCode}`);
  return {
    cpuMs: Math.round(atReference(median(cpu))),
    wallMs: Math.round(median(wall)),
    kB: Math.round(Buffer.byteLength(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8') / 102.4) / 10,
    type: String(answer.headers?.['content-type'] ?? '').split(';')[0] ?? '',
    reads: counter.perCall(cpu.length),
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
