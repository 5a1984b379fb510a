import { rmSync } from 'node:fs';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { writeProvince } from './embedded/province.ts';
import { replay } from './embedded/replay.ts';
import { runFlow } from './embedded/run-flow.ts';
import type { Bench } from './result.ts';

const COMPANIES = 250;

/**
 * Measures companies per second for six feeds, from dropped files to empty queues, with the deployed functions on local
 * engines. A second run records the SDK requests, which are then sent without the functions, through the same SDK to
 * fresh engines, in the recorded order and concurrency. The ratio compares both wall times. Synthesis and the start of
 * the engines are left out of both; the bare requests also lack counts of queues and cold starts. Bare requests come
 * from one thread, the functions' from two for each step.
 */
export const bench: Bench = async () => {
  const inbox = temporaryFolder('flow');
  try {
    writeProvince(inbox, COMPANIES);
    const { phases } = await runFlow([inbox]);
    const recorded = await runFlow([inbox], { recorded: true });
    const exchanges = recorded.phases.flatMap((phase) => phase.exchanges);
    const bare = await replay(exchanges);
    const seconds = phases[0]?.seconds ?? Number.NaN;
    return {
      ours: Math.round((COMPANIES / seconds) * 10) / 10,
      peers: { 'bare SDK requests': Math.round((COMPANIES / bare) * 10) / 10 },
      ratio: Math.round((seconds / bare) * 100) / 100,
      unit: 'companies/s',
      at: new Date().toISOString(),
      rssMB: Math.round(process.memoryUsage().rss / 1e6),
      companies: COMPANIES,
      seconds: Math.round(seconds * 10) / 10,
      bareSeconds: Math.round(bare * 10) / 10,
      requestsEach: Math.round(exchanges.length / COMPANIES),
    };
  } finally {
    rmSync(inbox, { recursive: true, force: true });
  }
};
