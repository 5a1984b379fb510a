import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    env: { CDK_VALIDATION: 'false', AWS_REGION: 'ap-southeast-1', POWERTOOLS_LOG_LEVEL: 'SILENT' },
    include: ['test/**/*.test.ts'],
    // Only what hangs is ended: how long a test takes on a busy machine proves nothing
    testTimeout: 180_000,
    hookTimeout: 180_000,
    isolate: false,
    // One core waits while a test waits for an engine or a clock
    maxWorkers: '100%',
  },
});
