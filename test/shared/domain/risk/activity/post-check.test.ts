import { describe, expect, it } from 'vitest';
import { activityOf, INSPECTION_DAYS, isInRandomSample, postCheckOf } from '#shared/domain/risk/activity/activity.ts';
import { nextCheckOn } from '#shared/domain/risk/next-check.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { ALL_COVERED, account, companyFacts, flow } from '#test/support/company-facts.ts';

const idle = companyFacts({ coverage: ALL_COVERED });
const asked = (facts: typeof idle) => postCheckOf(facts, activityOf(facts), false);
const inspected = (found: boolean, on: string, asOf = '2025-12-31') =>
  companyFacts({ coverage: ALL_COVERED, inspections: [{ on, found }], asOf });

describe('the on-site check by the office', () => {
  it('a check is open for a company without activity, and banks’ data are no ground of it', () => {
    expect(asked(idle)).toMatchObject({ asked: 'inactive', isDrawn: false });
    const banked = companyFacts({ coverage: ALL_COVERED, accounts: [account({ flows: [flow('2023-05')] })] });
    expect(activityOf(banked).reasons.join(' ')).toContain('tài khoản');
    expect(asked(banked)?.grounds.join(' ')).not.toMatch(/tài khoản|ngân hàng|tiền/u);
  });

  it('an inspection that found the company at work closes the check for a year, after which a new check is due', () => {
    const on = '2025-03-01';
    const last = addDays(on, INSPECTION_DAYS);
    expect(asked(inspected(true, on, '2025-12-31'))).toBeUndefined();
    expect(asked(inspected(true, on, last))).toBeUndefined();
    const later = { ...inspected(true, on, addDays(last, 1)) };
    expect(asked({ ...later, coverage: coveredUntil(later.asOf) })).toMatchObject({
      asked: `inactive CO_HOAT_DONG ${on}`,
      grounds: expect.arrayContaining([expect.stringContaining('01/03/2025')]),
    });
  });

  it('an inspection that found nobody renews the check with its result', () => {
    expect(asked(inspected(false, '2025-11-30'))).toMatchObject({
      asked: 'inactive KHONG_TIM_THAY 2025-11-30',
      grounds: expect.arrayContaining(['Kiểm tra ngày 30/11/2025 không tìm thấy doanh nghiệp tại trụ sở.']),
    });
  });

  it('a company is assessed again on the day its check comes due', () => {
    const facts = inspected(true, '2025-02-01');
    const due = addDays('2025-02-01', INSPECTION_DAYS + 1);
    expect(nextCheckOn(facts, []) <= due).toBe(true);
    expect(nextCheckOn({ ...facts, registeredOn: '2020-01-15', asOf: addDays(due, -1) }, [])).toBe(due);
  });

  it('only an inspection of the same half-year closes the check of a company that was drawn', () => {
    const codes = Array.from({ length: 4000 }, (_, n) => String(900_000_000 + n).padStart(10, '0'));
    const enterpriseCode = codes.find((code) => isInRandomSample(code, '2025-12-31')) ?? '';
    const active = { activity: 'active', reasons: [] } as const;
    const drawn = (inspections: { on: string; found: boolean }[]) =>
      postCheckOf({ ...idle, enterpriseCode, inspections }, active, false);
    expect(drawn([])).toMatchObject({ asked: 'active 2025-2', isDrawn: true });
    expect(drawn([{ on: '2025-06-30', found: true }])).toBeDefined();
    expect(drawn([{ on: '2025-07-01', found: true }])).toBeUndefined();
    expect(drawn([{ on: '2025-07-01', found: false }])).toBeUndefined();
  });
});

const coveredUntil = (day: string): typeof ALL_COVERED => ({
  ...ALL_COVERED,
  signals: Object.fromEntries(
    Object.entries(ALL_COVERED.signals).map(([kind, span]) => [kind, { from: span?.from ?? day, to: day }]),
  ),
});
