import { defineConfig } from 'vitest/config';

/** The desks in a real Chromium: `npm run test:browser`. */
export default defineConfig({
  test: {
    env: { CDK_VALIDATION: 'false', AWS_REGION: 'ap-southeast-1' },
    include: ['test/browser/**/*.browser.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
