import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { slowestFirst } from './test/support/slowest-first.ts';

/** The test files that run whole systems for tens of seconds each. */
const SLOWEST = [
  'bench/embedded',
  'flow/(?:operator-|right-file)',
  'functions/1-read-file/hostile-',
  'infra/commands-help',
  'infra/local/(?:embedded-run|serve/serve|start)',
  'infra/operator/smoke',
  String.raw`shared/domain/risk/(?:\w+-world|rule-readers|senders/insiders)`,
  'simulation/simulation',
];

export default defineConfig({
  test: {
    env: {
      CDK_VALIDATION: 'false',
      AWS_REGION: 'ap-southeast-1',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
      // The processes that tests start share what Node has compiled, as those of `npm start` do
      NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compiled'),
    },
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/temporary-folder.ts',
    setupFiles: 'test/support/property-runs.ts',
    // The limits only end a test that hangs, because the duration of a test on a busy machine
    // proves nothing
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    isolate: false,
    // About one test in three waits for an engine or a clock, so half as many workers again use the cores
    // meanwhile
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // In a larger store for new objects, fewer are moved before they are no longer used: a fifth of the processor time
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: slowestFirst(new RegExp(`/test/(?:${SLOWEST.join('|')})`, 'u')) },
  },
});
