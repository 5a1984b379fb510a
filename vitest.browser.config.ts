import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const COST = 'test/browser/page-cost.browser.ts';

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
    projects: [
      {
        extends: true,
        test: {
          name: 'desks',
          include: ['test/browser/**/*.browser.ts'],
          exclude: [COST],
          // Each file starts its own run and browser
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // What a page costs is measured with nothing beside it
        test: { name: 'page-cost', include: [COST], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
