import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';
import { unnamedSources } from '#test/support/unnamed-sources.ts';

describe('the sources of a rule’s findings', () => {
  it('a rule names every kind of rows without which its finding is not the same', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        expect(unnamedSources(facts)).toEqual([]);
      }),
      { numRuns: 1000, endOnFailure: true },
    );
  });
});
