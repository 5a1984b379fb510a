import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { slowestFirst } from './test/support/slowest-first.ts';

/** The desks in a real Chromium: `npm run test:browser`. */
export default defineConfig({
  test: {
    globalSetup: 'test/support/temporary-folder.ts',
    env: {
      CDK_VALIDATION: 'false',
      AWS_REGION: 'ap-southeast-1',
      NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache', 'compiled'),
    },
    testTimeout: 300_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 90_000 } },
    include: ['test/browser/**/*.browser.ts'],
    // Each file starts its own run and browser
    maxWorkers: 2,
    sequence: { sequencer: slowestFirst(/\/desks\.browser\.ts$/u) },
  },
});
