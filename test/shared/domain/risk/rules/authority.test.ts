import { describe, expect, it } from 'vitest';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { codesFound } from '#test/support/asked.ts';
import { companyFacts } from '#test/support/company-facts.ts';

describe('the rules on authorities', () => {
  it.each([
    ['a tax status of risk', { taxStatuses: [{ on: '2025-05-01', code: '09', sub: '09-06' }] }, ['TAX_STATUS_AT_RISK']],
    ['two reminders', { taxStatuses: [{ on: '2025-05-01', code: '09', sub: '09-01' }] }, []],
    ['not at its address', { taxStatuses: [{ on: '2025-05-01', code: '06' }] }, ['NOT_AT_ADDRESS']],
    ['stopped', { taxStatuses: [{ on: '2025-05-01', code: '03' }] }, []],
    ['suspended', { legalStatuses: [{ on: '2025-05-01', code: '2' }] }, []],
    ['not found', { inspections: [{ on: '2025-05-01', found: false }] }, ['INSPECTION_NOT_FOUND']],
    ['found', { inspections: [{ on: '2025-05-01', found: true }] }, ['INSPECTION_FOUND']],
    [
      'restored',
      {
        taxStatuses: [
          { on: '2025-05-01', code: '06' },
          { on: '2025-06-01', code: '00' },
        ],
      },
      [],
    ],
  ] satisfies [string, Partial<CompanyFacts>, string[]][])(
    "an authority's word leads to its finding: %s",
    (_, over, codes) => {
      expect(codesFound(companyFacts(over))).toEqual(codes);
    },
  );
});
