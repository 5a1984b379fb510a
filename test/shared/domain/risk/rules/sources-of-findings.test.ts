import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyRecords } from '#test/bench/company-records.ts';
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

  it('a rule names every kind of rows on which its findings about the companies of a bench rest', () => {
    expect([...new Set(companyRecords(300, 11).flatMap(unnamedSources))]).toEqual([]);
  });
});
