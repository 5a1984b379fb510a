import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { ALL_HEARD, companyFacts, trading } from '#test/support/company-facts.ts';
import { ask, codesFound } from '#test/support/asked.ts';

const INACTIVITY = new Set([
  'NO_TAX_RETURN',
  'TAX_RETURNS_MISSED',
  'TAX_RETURN_MISSED',
  'NO_INSURED_STAFF',
  'NO_TRADE',
  'NO_TRADE_FOR_A_YEAR',
  'DORMANT_THEN_NEW_HANDS',
  'DORMANT_THEN_NEW_REPRESENTATIVE',
]);
const inactivity = (over: Partial<CompanyFacts>) =>
  codesFound(companyFacts({ coverage: ALL_HEARD, ...over })).filter((code) => INACTIVITY.has(code));
const aged = (days: number): Partial<CompanyFacts> => ({ registeredOn: addDays('2025-12-31', -days) });

describe('activity rules', () => {
  it('find a company that files nothing, employs nobody and trades nothing', () => {
    expect(inactivity({})).toEqual(['NO_TAX_RETURN', 'NO_INSURED_STAFF', 'NO_TRADE_FOR_A_YEAR', 'NO_TRADE']);
  });

  it('say nothing where nothing was heard', () => {
    expect(inactivity({ coverage: companyFacts().coverage })).toEqual([]);
  });

  it('say nothing of a company under 90 days, and nothing of staff under 180', () => {
    expect(inactivity(aged(89))).toEqual([]);
    expect(inactivity(aged(179))).not.toContain('NO_INSURED_STAFF');
    expect(inactivity(aged(180))).toContain('NO_INSURED_STAFF');
  });

  it('say nothing of a suspended company, by law or for tax, and speak again once it is back', () => {
    expect(inactivity({ legalStatuses: [{ on: '2025-01-02', code: '2' }] })).toEqual([]);
    expect(inactivity({ taxStatuses: [{ on: '2025-01-02', code: '05' }] })).toEqual([]);
    const back = [
      { on: '2024-07-02', code: '2' },
      { on: '2025-01-02', code: '1' },
    ];
    expect(inactivity({ legalStatuses: back })).toContain('NO_TAX_RETURN');
  });

  it('say nothing of returns and staff to a household business or a dependent unit', () => {
    expect(inactivity({ legalForm: 'HKD' })).toEqual([]);
    expect(inactivity({ enterpriseCode: '0900189284-001' })).toEqual([]);
  });

  it('tell no return from one missed and from several', () => {
    const { returns } = trading(100);
    expect(inactivity({ returns: returns.slice(1) })).toContain('TAX_RETURN_MISSED');
    expect(inactivity({ returns: returns.slice(2) })).toContain('TAX_RETURNS_MISSED');
    expect(ask('TAX_RETURNS_MISSED', companyFacts({ coverage: ALL_HEARD, returns: returns.slice(2) }))).toEqual({
      evidence: { due: 5, missed: 2, unfiled: '2024-Q3, 2024-Q4' },
      message: 'Thiếu tờ khai thuế 2 trên 5 quý đã đến hạn (quý 3/2024, 4/2024).',
    });
  });

  it('fall silent when the late return comes', () => {
    expect(inactivity({ ...trading(100), insured: [{ on: '2025-01-01', count: 3 }] })).toEqual([]);
  });

  it('see no trade only while there is neither revenue nor an invoice', () => {
    expect(inactivity({ ...trading(0) })).toContain('NO_TRADE_FOR_A_YEAR');
    expect(inactivity({ ...trading(0), invoices: [{ period: '2025-Q1', on: '2025-04-01', total: 1 }] })).not.toContain(
      'NO_TRADE_FOR_A_YEAR',
    );
  });
});

describe('the trade of a company with one quarter due', () => {
  const one = { registeredOn: '2025-06-02', coverage: ALL_HEARD };

  it('is unknown while its return may be late', () => {
    expect(inactivity(one)).toContain('TAX_RETURN_MISSED');
    expect(inactivity(one)).not.toContain('NO_TAX_RETURN');
    expect(inactivity(one)).not.toContain('NO_TRADE');
    const nil = [{ period: '2025-Q3', filedOn: '2025-10-20', revenue: 0 }];
    expect(inactivity({ ...one, returns: nil })).toContain('NO_TRADE');
  });
});

describe('premises rules', () => {
  const found = (over: Partial<CompanyFacts>) => codesFound(companyFacts(over));

  it.each([
    ['09', '09-01', 'TAX_STATUS_REMINDED'],
    ['09', '09-06', 'TAX_STATUS_VERIFYING'],
    ['06', undefined, 'NOT_AT_ADDRESS'],
    ['03', undefined, 'TAX_STATUS_ENDING'],
  ])('tax status %s %s: %s', (code, sub, expected) => {
    expect(found({ taxStatuses: [{ on: '2025-05-01', code, sub }] })).toEqual([expected]);
  });

  it('are ended by a restored status and by a later inspection', () => {
    const restored = {
      taxStatuses: [
        { on: '2025-05-01', code: '06' },
        { on: '2025-06-01', code: '00' },
      ],
    };
    expect(found(restored)).toEqual([]);
    const inspections = [
      { on: '2025-05-01', found: false },
      { on: '2025-06-01', found: true },
    ];
    expect(found({ inspections })).toEqual(['INSPECTION_FOUND']);
    expect(found({ inspections: inspections.slice(0, 1) })).toEqual(['INSPECTION_NOT_FOUND']);
  });

  it('hear legal statuses 3 and 4, and an address at risk', () => {
    expect(found({ legalStatuses: [{ on: '2025-05-01', code: '3' }] })).toEqual(['NOT_AT_ADDRESS']);
    expect(found({ legalStatuses: [{ on: '2025-05-01', code: '4' }] })).toEqual(['LEGAL_STATUS_REVOKED']);
    expect(found({ address: { specific: false, apartment: false } })).toEqual(['ADDRESS_AT_RISK']);
  });
});

describe('capital rules', () => {
  const capital = (over: Partial<CompanyFacts>) =>
    codesFound(companyFacts({ coverage: ALL_HEARD, ...over })).filter((code) => code.startsWith('CAPITAL'));

  it('never take unproven for unpaid', () => {
    expect(capital({})).toEqual([]);
    expect(capital({ reportRequests: ['2025-10-01'] })).toEqual(['CAPITAL_NOT_PROVEN']);
    expect(capital({ reportRequests: ['2025-01-01'] })).toEqual(['CAPITAL_VIOLATION']);
    expect(capital({ contributions: [{ on: '2024-08-01', amount: 1_000_000_000 }] })).toEqual(['CAPITAL_PAID_IN']);
  });

  it('find a huge capital of a handful of people implausible', () => {
    expect(capital({ charterCapital: 100_000_000_000, plannedEmployees: 3 })).toEqual(['CAPITAL_IMPLAUSIBLE']);
    expect(capital({ charterCapital: 100_000_000_000, plannedEmployees: 30 })).toEqual([]);
  });
});
