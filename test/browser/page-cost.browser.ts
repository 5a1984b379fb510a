import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '#functions/serve-pages/admit.ts';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { type EmbeddedSystem, embeddedSystem } from '#test/support/operator/embedded-system.ts';
import { COMPANIES, costsOfPages, MOST_CALLS, MOST_MS, type PageCost } from './page-cost/cost-of-pages.ts';
import { type FilledDesks, filledDesks } from './page-cost/filled-desks.ts';
import { JOURNEYS, peopleOf, WAYS } from './page-cost/journeys.ts';

const PAGES = ROUTES.filter(({ method }) => method === 'GET');
const DESKS = Object.keys(JOURNEYS) as Desk[];
/** The words of the page, or its address, at the end of each journey. */
const ENDS: Readonly<Record<Desk, RegExp>> = {
  office: /Đã ghi nhận 1 việc/u,
  police: /done=confirmed/u,
  bank: /^0 .*\/bank\/notices\//u,
  province: /Đã đổi/u,
  operator: /Đã giao việc/u,
};

/** Transferred kilobytes. */
const MOST_KB = 60;

/**
 * Every page on 5,000 companies that are all flagged, with as many notices of one bank, tasks, releases and outcomes: the
 * deployed function's own bundle on the embedded engines. `npm run bench -- pages` shows what each page costs.
 */
describe('each page on 5,000 companies', () => {
  let pages: Readonly<Record<string, PageCost>>;
  let system: EmbeddedSystem;
  let desks: FilledDesks;
  beforeAll(async () => {
    system = await embeddedSystem();
    desks = await filledDesks(system, COMPANIES);
    // Other work of the machine only adds to the time of a call, so one call within the limit is enough
    const costs = await costsOfPages(
      desks,
      PAGES,
      (calls) => calls.length === MOST_CALLS || calls.some(({ cpuMs }) => cpuMs <= MOST_MS),
    );
    pages = Object.fromEntries(Object.entries(costs).map(([path, calls]) => [path, cheapest(calls)]));
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

const cheapest = (calls: readonly PageCost[]): PageCost =>
  calls.reduce((one, other) => (other.cpuMs < one.cpuMs ? other : one));
