import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { ask, codesFound } from '#test/support/asked.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import { account, ALL_HEARD, companyFacts, flow, coveredTo, trading } from '#test/support/company-facts.ts';

const months = (from: number, to: number, over: Partial<Flow> = {}) =>
  Array.from({ length: to - from + 1 }, (_, place) => flow(`2025-${String(from + place).padStart(2, '0')}`, over));
const found = (facts: CompanyFacts, codes: RegExp) => codesFound(facts).filter((code) => codes.test(code));

describe('invoices of a quarter whose return is not due', () => {
  // 3 billion a quarter came in, was declared and invoiced; the fourth quarter sold more, and its return is due in January.
  const broker = (fourth: number) => {
    const { returns, invoices } = trading(3_000_000_000);
    return companyFacts({
      ...{ registeredOn: '2025-06-20', returns: returns.slice(4), coverage: ALL_HEARD },
      invoices: [...invoices.slice(4), { period: '2025-Q4', on: '2025-12-20', total: fourth }],
      accounts: [account({ openedOn: '2025-07-01', flows: months(7, 12, { medianHoldMinutes: 120 }) })],
      insured: [{ on: '2025-08-01', count: 4 }],
    });
  };

  it('do not contradict the returns that were filed', () => {
    expect(found(broker(9_000_000_000), /PASS|TRADES/u)).toEqual(['TRADES', 'PASS_THROUGH_DECLARED']);
    expect(codesFound(broker(9_000_000_000))).toEqual(codesFound(broker(3_000_000_000)));
  });

  it('are not told beside money of other quarters', () => {
    expect(ask('PASS_THROUGH_DECLARED', broker(9_000_000_000))?.evidence).toMatchObject({
      ...{ answerable: 3_000_000_000, revenue: 3_000_000_000, invoiced: 3_000_000_000 },
    });
  });

  it('are held against a company once the return is missed', () => {
    const late = { ...broker(9_000_000_000), asOf: '2026-02-15' };
    const coverage = { ...ALL_HEARD, signals: { ...ALL_HEARD.signals, TO_KHAI_THUE: coveredTo('2026-02-15') } };
    expect(found({ ...late, coverage }, /PASS/u)).toContain('PASS_THROUGH_EVERY_MONTH');
  });
});

describe('sales that never reached the accounts', () => {
  const sold = (flows: readonly Flow[], lastMonth: string, over: Partial<CompanyFacts> = {}) =>
    ask(
      'TURNOVER_WITHOUT_MONEY',
      companyFacts({
        ...trading(2_000_000_000),
        coverage: { ...ALL_HEARD, flows: { '970436': coveredTo(periodEnd(lastMonth)) } },
        accounts: [account({ flows })],
        ...over,
      }),
    );

  it('are those of quarters that the bank told of, not of years before it was heard', () => {
    expect(sold(months(7, 9, { credit: 450_000_000 }), '2025-09')).toBeUndefined();
    expect(sold(months(1, 9, { credit: 60_000_000 }), '2025-09')).toMatchObject({
      evidence: { fromQuarter: '2025-Q1', toQuarter: '2025-Q3', turnover: 6_000_000_000, share: 0.09 },
    });
  });

  it('are not those of a quarter whose last months the bank has not told yet', () => {
    expect(sold(months(1, 4, { credit: 150_000_000 }), '2025-04')).toBeUndefined();
    expect(sold(months(1, 4, { credit: 140_000_000 }), '2025-06')).toMatchObject({
      evidence: { toQuarter: '2025-Q2' },
    });
  });

  it('say nothing of a company whose staff nobody has counted', () => {
    const young = { registeredOn: '2025-09-01', asOf: '2025-12-31' };
    const invoices = [{ period: '2025-Q4', on: '2025-12-20', total: 9_000_000_000 }];
    const flows = months(10, 12, { credit: 60_000_000 });
    expect(sold(flows, '2025-12', { ...young, invoices, returns: [] })).toBeUndefined();
    const counted = { insured: [{ on: '2025-12-01', count: 1 }] };
    expect(sold(flows, '2025-12', { ...young, invoices, returns: [], ...counted })).toBeDefined();
  });
});

describe('money since a change of representative', () => {
  const changed = (on: string, flows: readonly Flow[], over: Partial<CompanyFacts> = {}) =>
    ask(
      'NEW_HANDS_THEN_PASS_THROUGH',
      companyFacts({ changes: [{ kind: 'representative', on }], accounts: [account({ flows })], ...over }),
    );

  it('leaves out the month of a change in its second half', () => {
    expect(changed('2025-09-30', months(9, 9))).toBeUndefined();
    expect(changed('2025-09-15', months(9, 9))?.evidence).toMatchObject({ from: '2025-09' });
    expect(changed('2025-09-30', months(9, 10))?.evidence).toMatchObject({ from: '2025-10', months: 1 });
  });

  it('is no sign of a broker that goes on as before and declares it', () => {
    const trade = { ...trading(3_000_000_000), coverage: ALL_HEARD, insured: [{ on: '2025-01-01', count: 6 }] };
    expect(changed('2025-09-01', months(3, 12), trade)).toBeUndefined();
    expect(changed('2025-09-01', months(9, 12), trade)).toBeDefined();
    expect(changed('2025-09-01', months(3, 12))).toBeDefined();
  });

  it('tells since when the accounts had lain open where no return shows that the company slept', () => {
    const facts = companyFacts({
      ...{ ...trading(900_000_000), changes: [{ kind: 'representative', on: '2025-09-24' }] },
      accounts: [account({ openedOn: '2024-08-01', flows: months(10, 10) })],
    });
    expect(ask('WOKEN_BY_NEW_HANDS', facts)?.message).toBe(
      'Thay người đại diện (ngày 24/09/2025) khi doanh nghiệp đã đăng ký 451 ngày; trước đó 0 quý khai doanh thu bằng 0, tổng doanh thu 3.600.000.000 đồng. Tài khoản mở từ ngày 01/08/2024 chỉ có giao dịch đáng kể từ tháng 10/2025, tiền vào 1.000.000.000 đồng.',
    );
  });
});

describe('money that rushes through of late', () => {
  const turned = (before: Partial<Flow>) =>
    ask(
      'PASS_THROUGH_LATELY',
      companyFacts({ accounts: [account({ flows: [...months(3, 5, before), ...months(6, 8)] })] }),
    );

  it('is told beside what was before', () => {
    const told = turned({ debit: 560_000_000, medianHoldMinutes: 9000 });
    expect(told?.evidence).toMatchObject({ outShareBefore: 0.56, holdMinutesBefore: 9000 });
    expect(told?.message).toMatch(
      /^Khác trước đó \(tiền ra 56 %, tiền lưu lại 9000 phút \(bình quân các trung vị tháng\)\), trong 3 tháng/u,
    );
  });

  it('is no change where nobody knows how long money rested before, unless some of it stayed', () => {
    expect(turned({ medianHoldMinutes: undefined })).toBeUndefined();
    expect(turned({ medianHoldMinutes: undefined, debit: 560_000_000 })?.evidence).not.toHaveProperty(
      'holdMinutesBefore',
    );
  });
});

describe('a branch whose account is swept into its parent’s', () => {
  const branch = (over: Partial<Flow>, more: Partial<CompanyFacts> = {}) =>
    companyFacts({ ...more, enterpriseCode: '0900189284-001', accounts: [account({ flows: months(3, 8, over) })] });
  const passages = (facts: CompanyFacts) => found(facts, /^(PASS|NEW_HANDS)/u);
  const changes: CompanyFacts['changes'] = [{ kind: 'representative', on: '2025-02-03' }];

  it('is not asked for revenue that its parent declares', () => {
    expect(passages(branch({ medianHoldMinutes: 120 }, { changes }))).toEqual([]);
    expect(passages(branch({ medianHoldMinutes: 600 }))).toEqual(['PASS_THROUGH']);
    expect(passages(companyFacts({ accounts: branch({ medianHoldMinutes: 600 }).accounts }))).toContain(
      'PASS_THROUGH_EVERY_MONTH',
    );
  });

  it('is asked where money leaves within minutes: nobody sweeps so', () => {
    expect(passages(branch({}, { changes }))).toEqual(['NEW_HANDS_THEN_PASS_THROUGH', 'PASS_THROUGH_AT_ONCE']);
  });
});

describe('money in suspension', () => {
  it('is one sign, however it went: of a month or two it flags nobody by itself', () => {
    for (const medianHoldMinutes of [60, 120, 240])
      for (const flows of [
        months(6, 6, { credit: 200_000_000, debit: 197_000_000, medianHoldMinutes }),
        months(6, 7, { medianHoldMinutes }),
      ])
        expect(
          assess(companyFacts({ legalStatuses: [{ on: '2025-05-20', code: '2' }], accounts: [account({ flows })] }))
            .verdict,
        ).toBe('watch');
  });

  it('flags where it goes on for months', () => {
    const facts = companyFacts({
      legalStatuses: [{ on: '2025-05-20', code: '2' }],
      accounts: [account({ flows: months(6, 8, { medianHoldMinutes: 240 }) })],
    });
    expect(assess(facts).verdict).toBe('flagged');
  });

  it('is asked about from the first month that was suspended from its first day', () => {
    const suspended = (on: string) =>
      ask(
        'PASS_THROUGH_SUSPENDED_BRIEFLY',
        companyFacts({ legalStatuses: [{ on, code: '2' }], accounts: [account({ flows: months(6, 6) })] }),
      );
    expect(suspended('2025-06-01')?.evidence).toMatchObject({ from: '2025-06' });
    expect(suspended('2025-06-02')).toBeUndefined();
    expect(suspended('2025-05-31')).toBeDefined();
  });
});
