import { describe, expect, it } from 'vitest';
import { companyWorklist } from '#shared/domain/notification/worklist/company-worklist.ts';
import { ALL_HEARD, companyFacts } from '#test/support/company-facts.ts';

const paid = companyFacts({
  coverage: ALL_HEARD,
  contributions: [{ on: '2024-08-01', amount: 1_000_000_000 }],
});
const kinds = (...asked: Parameters<typeof companyWorklist>) => companyWorklist(...asked).map(({ kind }) => kind);

describe('companyWorklist', () => {
  it('asks for nothing of a company in order', () => {
    expect(companyWorklist(paid, [])).toEqual([]);
  });

  it('asks the office to request a capital report once its term has passed', () => {
    expect(kinds({ ...paid, contributions: [] }, [])).toEqual(['capital_report_due']);
    expect(kinds({ ...paid, contributions: [], reportRequests: ['2025-12-01'] }, [])).toEqual([]);
    expect(kinds({ ...paid, contributions: [], asOf: '2024-09-28' }, [])).toEqual([]);
  });

  it('asks for an address that can be found', () => {
    expect(kinds({ ...paid, address: { specific: false, apartment: false } }, [])).toEqual(['address']);
  });

  it('lists what reading put right, whatever order it was read in', () => {
    const repairs = [
      { field: 'phone', current: '912345678', proposed: '0912345678', why: 'mất số 0' },
      { field: 'enterpriseCode', current: '900189284', proposed: '0900189284', why: 'mất số 0' },
    ];
    const listed = companyWorklist(paid, repairs);
    expect(listed).toEqual(companyWorklist(paid, repairs.toReversed()));
    expect(listed.map(({ kind, field }) => `${kind} ${field}`)).toEqual(['repair enterpriseCode', 'repair phone']);
  });
});
