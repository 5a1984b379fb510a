import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { periodOf } from '#shared/domain/risk/rules/finding-period.ts';
import { findingOfRule, codesFound } from '#test/support/asked.ts';
import {
  account,
  ALL_COVERED,
  companyFacts,
  coveredTo,
  flow,
  representative,
  trading,
} from '#test/support/company-facts.ts';

const CODES = /GONE|CAME_AND_WENT|WOKEN|UNLIKELY/u;
const found = (over: Partial<CompanyFacts>) =>
  codesFound(companyFacts({ coverage: ALL_COVERED, registeredOn: '2024-11-05', ...over })).filter((code) =>
    CODES.test(code),
  );
const brief = [account({ flows: [flow('2025-01'), flow('2025-02')] })];

describe('money without a business around it', () => {
  it('money of a few months without a single filed return is a finding', () => {
    expect(found({ accounts: brief })).toEqual(['GONE_WITHOUT_A_RETURN', 'MONEY_CAME_AND_WENT']);
    expect(
      findingOfRule(
        'GONE_WITHOUT_A_RETURN',
        companyFacts({ coverage: ALL_COVERED, registeredOn: '2024-11-05', accounts: brief }),
      ),
    ).toMatchObject({
      evidence: {
        banks: '970436',
        firstMonth: '2025-01',
        lastMonth: '2025-02',
        months: 2,
        credit: 2_000_000_000,
        due: 2,
      },
    });
  });

  it('money of a few months is MONEY_CAME_AND_WENT where the returns were filed', () => {
    expect(found({ accounts: brief, returns: [{ period: '2025-Q1', filedOn: '2025-04-20', revenue: 0 }] })).toEqual([
      'MONEY_CAME_AND_WENT',
    ]);
  });

  it('brief money is no finding for a company that sold before or after', () => {
    expect(found({ accounts: brief, returns: trading(200_000_000).returns })).toEqual([]);
  });

  it('a return of unknown revenue is no return of nought, and quarters of nought are told from those never filed', () => {
    const filed = (revenue?: number) => [
      { period: '2025-Q2', filedOn: '2025-07-20', ...(revenue === 0 && { revenue }) },
    ];
    expect(found({ accounts: brief, returns: filed() })).toEqual([]);
    const facts = { coverage: ALL_COVERED, registeredOn: '2024-11-05', accounts: brief };
    const said = (returns: CompanyFacts['returns']) =>
      findingOfRule('MONEY_CAME_AND_WENT', companyFacts({ ...facts, returns }))?.message;
    expect(said(filed(0))).toContain('Các quý trước và sau đó: 1 quý đã khai, không có doanh thu.');
    expect(said([])).toContain('Các quý trước và sau đó: 1 quý quá hạn khai 90 ngày, chưa thấy tờ khai.');
  });

  it('no money comes to a company that gave notice of its suspension', () => {
    const suspended = [{ on: '2025-03-10', code: '2' }];
    expect(found({ accounts: brief, legalStatuses: suspended })).toEqual([]);
    expect(found({ accounts: brief, legalStatuses: [...suspended, { on: '2025-06-01', code: '1' }] })).not.toEqual([]);
  });

  it('a company that issues invoices in a later quarter has not gone, whatever it declares', () => {
    const invoiced = (period: string) => [{ period, on: '2025-07-02', total: 400_000_000 }];
    expect(found({ accounts: brief, invoices: invoiced('2025-Q1') })).toContain('GONE_WITHOUT_A_RETURN');
    expect(found({ accounts: brief, invoices: invoiced('2025-Q2') })).toEqual([]);
  });

  it('brief money is no finding before three covered months without money', () => {
    const flows = { '970436': coveredTo('2025-05-27') };
    expect(found({ accounts: brief, coverage: { ...ALL_COVERED, flows } })).toEqual([]);
    expect(found({ accounts: brief, coverage: { ...ALL_COVERED, flows: {} } })).toEqual([]);
    expect(
      found({ accounts: brief, coverage: { ...ALL_COVERED, flows: { '970436': coveredTo('2025-05-31') } } }),
    ).toContain('MONEY_CAME_AND_WENT');
  });

  it('brief money is no finding for a business with money for more than half a year', () => {
    const flows = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07'].map((month) =>
      flow(month),
    );
    expect(found({ accounts: [account({ flows })] })).toEqual([]);
  });

  it('large money in a company that was dormant for half a year is a finding', () => {
    const reactivated = [account({ flows: [flow('2025-10'), flow('2025-11')] })];
    expect(found({ accounts: reactivated, registeredOn: '2024-01-10' })).toEqual(['WOKEN_BRIEFLY']);
    expect(found({ accounts: reactivated, registeredOn: '2025-08-10' })).toEqual([]);
  });

  it('silence before a bank’s first figures is no sleep', () => {
    const reactivated = [account({ openedOn: '2023-01-10', flows: [flow('2025-10'), flow('2025-11')] })];
    const heardFrom = (from: string) => {
      const flows = { '970436': { from, to: '2025-12-31' } };
      const facts = { accounts: reactivated, registeredOn: '2023-01-05', coverage: { ...ALL_COVERED, flows } };
      return codesFound(companyFacts(facts)).filter((code) => /WOKEN|REACTIVATED/u.test(code));
    };
    expect(heardFrom('2023-01-01')).toEqual(['REACTIVATED', 'WOKEN_BRIEFLY']);
    expect(heardFrom('2025-06-01')).toEqual([]);
  });

  it('large money is a finding where all representatives are very young or very old', () => {
    const large = [account({ flows: [flow('2025-10', { credit: 3_000_000_000 })] })];
    const headed = (...birthYears: number[]) =>
      found({
        accounts: large,
        registeredOn: '2025-08-10',
        people: birthYears.map((birthYear) => representative({ birthYear })),
      });
    expect(headed(2005)).toEqual(['HEAD_UNLIKELY_FOR_ITS_MONEY']);
    expect(headed(1958)).toEqual(['HEAD_UNLIKELY_FOR_ITS_MONEY']);
    expect(headed(1985)).toEqual([]);
    expect(headed(2005, 1985)).toEqual([]);
    expect(headed(0)).toEqual([]);
  });

  it('a representative unlikely for the money is dated by the month with the most of it', () => {
    const flows = [flow('2025-09'), flow('2025-10', { credit: 3_000_000_000 }), flow('2025-11')];
    const facts = { accounts: [account({ flows })], people: [representative({ birthYear: 2005 })] };
    const { evidence } = findingOfRule('HEAD_UNLIKELY_FOR_ITS_MONEY', companyFacts(facts))!;
    expect(periodOf(evidence)?.text).toBe('tháng 10/2025');
  });

  it('the birth year of a minor counts once, and each year is said once', () => {
    const minor = representative({ birthYear: 2010 });
    const { findings } = assess(
      companyFacts({
        coverage: ALL_COVERED,
        registeredOn: '2025-08-10',
        people: [minor, minor],
        accounts: [account({ flows: [flow('2025-10', { credit: 3_000_000_000 })] })],
      }),
    );
    const aboutAge = findings.filter(({ code }) => /UNDERAGE|UNLIKELY/u.test(code));
    expect(aboutAge.map(({ weight }) => weight > 0).sort()).toEqual([false, true]);
    expect(aboutAge.find(({ code }) => /UNLIKELY/u.test(code))?.evidence).toMatchObject({ birthYear: '2010' });
  });
});
