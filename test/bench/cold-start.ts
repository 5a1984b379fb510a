import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endpointVariables } from '#infra/local/engines.ts';
import type { LocalFunction } from '#infra/local/deploy.ts';
import { REGION } from '#infra/local/region.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { bareHandler } from './cold/bare-handler.ts';
import { firstEvents } from './cold/first-events.ts';
import { withPlace } from './embedded/run-flow.ts';
import { type Bench, median } from './result.ts';

const ROUNDS = 3;
const ROUNDS_OF_SLOWEST = 9;
const FIRST_EVENT = join(import.meta.dirname, 'cold', 'first-event.mjs');

/**
 * Measures the milliseconds until a fresh Node process has loaded a function's deployed bundle and answered its first
 * event with local engines, without the start of Node itself. `ours` is the slowest step. The peer is a bare handler
 * with the same SDK clients, bundled by the same options, that reads the same secret and asks one question of a table.
 * The figures are medians of processes that run in turn.
 */
export const bench: Bench = () =>
  withPlace(false, async ({ clients, deployed }) => {
    const folder = temporaryFolder('cold');
    try {
      const times = new Map<string, number[]>();
      const steps = firstEvents(deployed);
      const variables = endpointVariables(clients.endpoints);
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const { step, target, event } of steps) push(times, step, await coldStart(target, event, variables));
      }
      const [slowest] = steps.toSorted((a, b) => median(times.get(b.step)) - median(times.get(a.step)));
      if (!slowest) throw new Error('the stack has no steps');
      const { step, target, event } = slowest;
      const bare = await bareHandler(readFileSync(target.module, 'utf8'), join(folder, 'bare.mjs'));
      for (let round = 0; round < ROUNDS_OF_SLOWEST; round += 1) {
        push(times, step, await coldStart(target, event, variables));
        push(times, 'bare', await coldStart({ ...target, module: bare }, event, variables));
      }
      const [ours, peer] = [median(times.get(step)), median(times.get('bare'))];
      return {
        ours: Math.round(ours),
        peers: { 'bare handler': Math.round(peer) },
        ratio: Math.round((ours / peer) * 100) / 100,
        unit: 'ms',
        at: new Date().toISOString(),
        rssMB: Math.round(process.memoryUsage().rss / 1e6),
        slowest: step,
        stepsMs: Object.fromEntries(steps.map((one) => [one.step, Math.round(median(times.get(one.step)))])),
        bundlesKB: Object.fromEntries(
          steps.map((one) => [one.step, Math.round(readFileSync(one.target.module).length / 1024)]),
        ),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

const run = promisify(execFile);

async function coldStart(
  { module, name, environment, memoryMegabytes }: LocalFunction,
  event: unknown,
  endpoints: Readonly<Record<string, string>>,
): Promise<number> {
  const { stderr } = await run(process.execPath, [FIRST_EVENT, module, JSON.stringify(event)], {
    env: {
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
      ...endpoints,
      ...environment,
    },
  });
  return Number(stderr.trim().split('\n').at(-1));
}

const push = (times: Map<string, number[]>, step: string, time: number): void => {
  times.set(step, [...(times.get(step) ?? []), time]);
};
