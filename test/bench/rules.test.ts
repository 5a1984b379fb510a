import { describe, expect, it } from 'vitest';
import { assertSameFindings, peersAsked } from './rules.ts';

describe('the benchmark of rules', () => {
  it.each(Object.entries(peersAsked()))(
    'each engine of the benchmark applies the same rules to %s',
    async (_name, ask) => {
      await expect(assertSameFindings(ask)).resolves.toBeUndefined();
    },
  );
});
