import fc from 'fast-check';

/**
 * Properties draw the same values in each run of the tests, so that only a change makes one fail. `PROPERTY_SEED` draws
 * others, and `PROPERTY_RUNS` more of them where a test does not say how many.
 */
fc.configureGlobal({
  seed: Number(process.env['PROPERTY_SEED'] ?? 20251231),
  numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100),
});
