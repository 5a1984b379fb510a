import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    env: { CDK_VALIDATION: 'false', AWS_REGION: 'ap-southeast-1', POWERTOOLS_LOG_LEVEL: 'SILENT' },
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    isolate: false,
  },
});
