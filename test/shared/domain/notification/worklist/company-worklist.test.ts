import { describe, expect, it } from 'vitest';
import { type Answered, companyWorklist } from '#shared/domain/notification/worklist/company-worklist.ts';
import { ALL_COVERED, companyFacts } from '#test/support/company-facts.ts';

const paid = companyFacts({
  coverage: ALL_COVERED,
  contributions: [{ on: '2024-08-01', amount: 1_000_000_000 }],
});
const ACTIVE: Answered = { answer: { activity: 'active', reasons: [] }, flagged: false };
const kinds = (...asked: [Parameters<typeof companyWorklist>[0], Parameters<typeof companyWorklist>[1]]) =>
  companyWorklist(...asked, ACTIVE).map(({ kind }) => kind);

describe('companyWorklist', () => {
  it('companyWorklist has no entry for a company in order', () => {
    expect(companyWorklist(paid, [], ACTIVE)).toEqual([]);
  });

  it('companyWorklist asks the office to request a capital report once its term has passed', () => {
    expect(kinds({ ...paid, contributions: [] }, [])).toEqual(['capital_report_due']);
    expect(kinds({ ...paid, contributions: [], reportRequests: ['2025-12-01'] }, [])).toEqual([]);
    expect(kinds({ ...paid, contributions: [], asOf: '2024-09-28' }, [])).toEqual([]);
  });

  it('the request for a capital report says what is proven, until when, and under the article of the company’s form', () => {
    const whyOf = (over: Partial<typeof paid>) => companyWorklist({ ...paid, ...over }, [], ACTIVE)[0]?.why;
    expect(whyOf({ contributions: [] })).toMatch(/khoản 2 Điều 75 .*chưa thấy chứng từ góp vốn nào/u);
    expect(whyOf({ contributions: [{ on: '2024-08-01', amount: 400_000_000 }], legalForm: 'CP' })).toMatch(
      /khoản 1 Điều 113 .*mới có chứng từ góp 400\.000\.000 đồng trên vốn điều lệ 1\.000\.000\.000 đồng.*điểm d khoản 3 Điều 113/u,
    );
    for (const legalForm of ['DNTN', 'HD', 'HKD']) expect(whyOf({ contributions: [], legalForm })).toBeUndefined();
  });

  it('companyWorklist asks for an address that can be located', () => {
    expect(kinds({ ...paid, address: { specific: false, apartment: false } }, [])).toEqual(['address']);
  });

  it('companyWorklist lists the repairs, whatever the order of reading', () => {
    const repairs = [
      { field: 'phone', current: '912345678', proposed: '0912345678', why: 'mất số 0' },
      { field: 'enterpriseCode', current: '900189284', proposed: '0900189284', why: 'mất số 0' },
    ];
    const listed = companyWorklist(paid, repairs, ACTIVE);
    expect(listed).toEqual(companyWorklist(paid, repairs.toReversed(), ACTIVE));
    expect(listed.map(({ kind, field }) => `${kind} ${field}`)).toEqual(['repair enterpriseCode', 'repair phone']);
  });

  it('companyWorklist asks the office to check inactive companies, and no active one', () => {
    const answer = { activity: 'inactive', reasons: ['Không có tiền.'], officeReasons: ['Không có hóa đơn.'] } as const;
    const idle = { answer, flagged: false };
    expect(companyWorklist(paid, [], idle)).toMatchObject([
      { kind: 'post_check', current: 'inactive', why: expect.stringContaining('Không có hóa đơn. Đề nghị hậu kiểm') },
    ]);
    expect(companyWorklist(paid, [], ACTIVE)).toEqual([]);
  });

  it('companyWorklist draws a few unflagged companies for a check, the same at each assessment', () => {
    const codes = Array.from({ length: 4000 }, (_, n) => String(900_000_000 + n).padStart(10, '0'));
    const drawn = (flagged: boolean) =>
      codes.filter(
        (enterpriseCode) => companyWorklist({ ...paid, enterpriseCode }, [], { ...ACTIVE, flagged }).length > 0,
      );
    expect(drawn(false).length).toBeGreaterThan(2);
    expect(drawn(false).length).toBeLessThan(25);
    expect(drawn(false)).toEqual(drawn(false));
    expect(drawn(true)).toEqual([]);
  });
});
