import { DESK_OPERATIONS } from '#shared/contracts/desk-api/operations.ts';
import {
  COMPANIES,
  costsOfPages,
  MOST_CALLS,
  type DeskPage,
  MOST_MS,
  type PageCost,
} from '#test/browser/page-cost/cost-of-pages.ts';
import { filledDesks } from '#test/browser/page-cost/filled-desks.ts';
import { embeddedSystem } from '#test/support/operator/embedded-system.ts';
import { type Bench, median } from './result.ts';

const DESKS = ['office', 'police', 'bank', 'province', 'operator'] as const;
/** The pages that show data, and the files; a form alone costs less. */
const PAGES = DESKS.flatMap((desk) =>
  Object.keys(DESK_OPERATIONS).flatMap((operation): DeskPage[] => {
    const [method, path = ''] = operation.split(' ');
    return method === 'GET' && path.startsWith(`/${desk}/`) ? [{ path, desk }] : [];
  }),
);

/**
 * Measures the pages of the desks on 5,000 companies: the milliseconds of the function's processor, `ours` for the page
 * that takes most, the transferred kilobytes, and the calls of tables and queues. Each figure is a median of seven calls.
 */
export const bench: Bench = async () => {
  const system = await embeddedSystem();
  try {
    const desks = await filledDesks(system, COMPANIES);
    const costs = Object.entries(await costsOfPages(desks, PAGES, (calls) => calls.length === MOST_CALLS));
    const pages = costs.map(([path, calls]) => [path, medians(calls)] as const);
    console.table(Object.fromEntries(pages));
    const [most] = pages.toSorted(([, a], [, b]) => b.cpuMs - a.cpuMs);
    if (!most) throw new Error('there are no pages');
    return {
      ours: most[1].cpuMs,
      peers: { limit: MOST_MS },
      unit: 'ms',
      at: new Date().toISOString(),
      rssMB: Math.round(process.memoryUsage().rss / 1e6),
      page: most[0],
      cpuMs: Object.fromEntries(pages.map(([path, { cpuMs }]) => [path, cpuMs])),
      kB: Object.fromEntries(pages.map(([path, { kB }]) => [path, kB])),
    };
  } finally {
    await system.stop();
  }
};

function medians(calls: readonly PageCost[]) {
  const of = (figure: (cost: PageCost) => number) => median(calls.map(figure));
  const { reads = {}, type = '' } = calls.at(-1) ?? {};
  return {
    cpuMs: of(({ cpuMs }) => cpuMs),
    wallMs: of(({ wallMs }) => wallMs),
    kB: of(({ kB }) => kB),
    type,
    reads: Object.entries(reads)
      .map(([call, times]) => `${times} ${call}`)
      .join(', '),
  };
}
