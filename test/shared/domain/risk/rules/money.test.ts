import { describe, expect, it } from 'vitest';
import type { CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { account, ALL_HEARD, companyFacts, flow, trading } from '#test/support/company-facts.ts';
import { ask, codesFound } from '#test/support/asked.ts';

const MONTHS = ['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08'];
const withFlows = (over: Partial<Flow>, company: Partial<CompanyFacts> = {}) =>
  companyFacts({
    coverage: ALL_HEARD,
    accounts: [account({ openedOn: '2025-02-01', flows: MONTHS.map((month) => flow(month, over)) })],
    ...company,
  });
const MONEY = /^(PASS|MONEY|FOREIGN|ACCOUNT_WOKEN)/u;
const found = (facts: CompanyFacts) => codesFound(facts).filter((code) => MONEY.test(code));

describe('money rules', () => {
  it('find money that goes through at once and is declared nowhere', () => {
    expect(found(withFlows({}))).toEqual(['PASS_THROUGH_AT_ONCE', 'MONEY_UNDECLARED']);
    expect(ask('PASS_THROUGH_AT_ONCE', withFlows({}))).toEqual({
      evidence: {
        months: 6,
        from: '2025-03',
        to: '2025-08',
        credit: 6_000_000_000,
        debit: 5_940_000_000,
        outShare: 0.99,
        holdMinutes: 10,
        answerable: 6_000_000_000,
        revenue: 0,
        invoiced: 0,
      },
      message:
        'Trong 6 tháng có giao dịch (03/2025 đến 08/2025), tiền vào 6.000.000.000 đồng, tiền ra 5.940.000.000 đồng (99 %), tiền lưu lại 10 phút (bình quân các trung vị tháng). Đối chiếu các quý đã khai hoặc đến hạn khai: tiền vào 6.000.000.000 đồng, doanh thu kê khai 0 đồng, hóa đơn 0 đồng.',
    });
  });

  const passage = (over: Partial<Flow>, revenue?: number) =>
    found(withFlows(over, revenue === undefined ? {} : trading(revenue))).filter((code) => code.startsWith('PASS'));
  const QUARTERS = 5;
  const declaring = (share: number) => (share * 6_000_000_000) / QUARTERS;

  it.each([
    ['at once, whatever is declared of a part', 45, 990_000_000, 0.3, 'PASS_THROUGH_AT_ONCE'],
    ['at once and declared', 45, 990_000_000, 0.5, 'PASS_THROUGH_AT_ONCE_DECLARED'],
    ['within hours and hardly declared', 120, 945_000_000, 0.05, 'PASS_THROUGH_FAST'],
    ['every month and declared in part', 120, 990_000_000, 0.3, 'PASS_THROUGH_EVERY_MONTH'],
    ['within hours and declared in part', 120, 968_000_000, 0.3, 'PASS_THROUGH_PARTLY_DECLARED'],
    ['within hours and declared', 120, 990_000_000, 0.5, 'PASS_THROUGH_DECLARED'],
    ['within a day and declared in part', 600, 945_000_000, 0.3, 'PASS_THROUGH_WITHIN_A_DAY'],
    ['within days', 3000, 945_000_000, 0.3, 'PASS_THROUGH'],
  ] as const)('tell money gone %s', (_, medianHoldMinutes, debit, share, code) => {
    expect(passage({ medianHoldMinutes, debit }, declaring(share))[0]).toBe(code);
  });

  it('ask of every month whether all that came left again, and tell of the one that kept most', () => {
    const unevenly = (kept: number) =>
      ask(
        'PASS_THROUGH_EVERY_MONTH',
        companyFacts({
          coverage: ALL_HEARD,
          accounts: [
            account({ flows: MONTHS.map((month) => flow(month, { medianHoldMinutes: 5000 })) }),
            account({ accountRef: 'b', flows: [flow('2025-06', { debit: kept, medianHoldMinutes: 5000 })] }),
          ],
        }),
      );
    expect(unevenly(950_000_000)).toMatchObject({
      evidence: { months: 6, outShare: 0.984, leastOutShare: 0.97 },
      message: expect.stringContaining('Tháng ít nhất cũng chuyển đi 97 % tiền vào.'),
    });
    expect(unevenly(940_000_000)).toBeUndefined();
  });

  it('see money go through while business is suspended, not what came before', () => {
    const suspended = (months: readonly string[], over: Partial<Flow> = {}) =>
      ask(
        'PASS_THROUGH_SUSPENDED',
        companyFacts({
          legalStatuses: [{ on: '2025-05-15', code: '2' }],
          accounts: [account({ flows: months.map((month) => flow(month, over)) })],
        }),
      );
    expect(suspended(MONTHS)?.message).toBe(
      'Tạm ngừng kinh doanh từ ngày 15/05/2025, mà trong 3 tháng có giao dịch (06/2025 đến 08/2025), tiền vào 3.000.000.000 đồng, tiền ra 2.970.000.000 đồng (99 %), tiền lưu lại 10 phút (bình quân các trung vị tháng).',
    );
    expect(suspended(MONTHS.slice(0, 3))).toBeUndefined();
    expect(suspended(MONTHS, { medianHoldMinutes: 400 })).toBeUndefined();
    expect(suspended(MONTHS, { debit: 900_000_000 })).toBeUndefined();
    expect(
      codesFound(companyFacts({ accounts: [account({ flows: MONTHS.map((month) => flow(month)) })] })),
    ).not.toContain('PASS_THROUGH_SUSPENDED');
  });

  it('leave a broker its margin where it declares a part', () => {
    expect(passage({ medianHoldMinutes: 60, debit: 950_000_000 }, declaring(0.3))).toEqual([]);
  });

  it('ask no young shop about quarters whose returns are not due', () => {
    const young = { registeredOn: '2025-08-20', coverage: ALL_HEARD, ...{ returns: [], invoices: [] } };
    const flows = (over: Partial<Flow>) => ['2025-09', '2025-10', '2025-11'].map((month) => flow(month, over));
    const shop = (over: Partial<Flow>) =>
      found(companyFacts({ ...young, accounts: [account({ flows: flows(over) })] }));
    expect(shop({ medianHoldMinutes: 120, debit: 950_000_000 })).toEqual([]);
    expect(shop({})).toEqual(['PASS_THROUGH_AT_ONCE']);
  });

  it('hold revenue against the money of its own quarters', () => {
    const flows = MONTHS.slice(0, 4).map((month) => flow(month, { medianHoldMinutes: 120 }));
    const { returns, invoices } = trading(1_500_000_000);
    const [first] = returns.slice(2, 3);
    const filed = { returns: first ? [first] : [], invoices: invoices.slice(2, 3) };
    const facts = companyFacts({
      registeredOn: '2025-02-01',
      asOf: '2025-07-15',
      ...filed,
      accounts: [account({ flows })],
    });
    expect(found(facts)).toEqual(['PASS_THROUGH_DECLARED', 'MONEY_DECLARED']);
  });

  it('hold a month or two, or little money, less hard', () => {
    const months = (count: number, credit: number, medianHoldMinutes = 10) =>
      companyFacts({
        accounts: [
          account({
            flows: MONTHS.slice(0, count).map((month) =>
              flow(month, { credit, debit: credit * 0.99, medianHoldMinutes }),
            ),
          }),
        ],
      });
    expect(found(months(2, 1_000_000_000))).toEqual(['PASS_THROUGH_BRIEFLY_AT_ONCE']);
    expect(found(months(6, 50_000_000))).toEqual(['PASS_THROUGH_BRIEFLY_AT_ONCE']);
    expect(found(months(2, 1_000_000_000, 90))).toEqual(['PASS_THROUGH_BRIEFLY']);
    expect(found(months(6, 100_000_000))).toEqual(['PASS_THROUGH_AT_ONCE']);
  });

  it('see that money which used to stay goes through of late, and that this outweighs what stayed', () => {
    const stayed = { credit: 900_000_000, debit: 500_000_000, medianHoldMinutes: 9000 };
    const flows = MONTHS.map((month, index) => flow(month, index < 3 ? stayed : {}));
    expect(found(companyFacts({ accounts: [account({ flows })] }))).toEqual(['PASS_THROUGH_LATELY']);
  });

  it('do not take a fast shop that declares its turnover for a passage', () => {
    const shop = withFlows({ debit: 800_000_000, medianHoldMinutes: 60 }, trading(1_200_000_000));
    expect(found(shop)).toEqual(['MONEY_MOVES_FAST', 'MONEY_DECLARED']);
    const broker = withFlows({}, trading(1_200_000_000));
    expect(found(broker)).toEqual(['PASS_THROUGH_AT_ONCE_DECLARED']);
  });

  it('tell slow passage, and token revenue', () => {
    expect(found(withFlows({ medianHoldMinutes: 5000 }, trading(5_000_000)))).toEqual([
      'PASS_THROUGH_EVERY_MONTH',
      'PASS_THROUGH_UNDECLARED',
      'PASS_THROUGH',
      'MONEY_TOKEN_REVENUE',
    ]);
  });

  it('do not hold against a small firm that it spent what two months brought in', () => {
    const flows = MONTHS.slice(0, 2).map((month) => flow(month, { medianHoldMinutes: 1500 }));
    expect(found(companyFacts({ accounts: [account({ flows })] }))).toEqual([]);
  });

  it('do not take a slow starter’s first sales for an account woken', () => {
    const first = (debit: number, medianHoldMinutes: number) => {
      const flows = [flow('2025-07', { credit: 200_000_000, debit, medianHoldMinutes })];
      return found(companyFacts({ accounts: [account({ openedOn: '2024-07-01', flows })] }));
    };
    expect(first(150_000_000, 5000)).not.toContain('ACCOUNT_WOKEN');
    expect(first(196_000_000, 5000)).toContain('ACCOUNT_WOKEN');
    expect(first(150_000_000, 20)).toContain('ACCOUNT_WOKEN');
  });

  it('see that money stays', () => {
    expect(found(withFlows({ debit: 700_000_000, medianHoldMinutes: 9000 }, trading(1_000_000_000)))).toEqual([
      'MONEY_STAYS',
      'MONEY_DECLARED',
    ]);
  });

  it('see a surge and an account woken', () => {
    const quiet = flow('2025-03', { credit: 20_000_000, debit: 10_000_000, medianHoldMinutes: 9000 });
    const flows = [quiet, { ...quiet, period: '2025-04' }, ...MONTHS.slice(3).map((month) => flow(month))];
    expect(found(companyFacts({ accounts: [account({ openedOn: '2024-07-01', flows })] }))).toEqual([
      'PASS_THROUGH_PARTLY_DECLARED',
      'PASS_THROUGH_LATELY',
      'MONEY_SURGE',
      'ACCOUNT_WOKEN',
    ]);
  });

  it('see foreign addresses by how often', () => {
    expect(found(withFlows({ foreignIpShare: 0.3 }))).toContain('FOREIGN_IP_OFTEN');
    expect(found(withFlows({ foreignIpShare: 0.1 }))).toContain('FOREIGN_IP');
    expect(found(withFlows({ foreignIpShare: 0.05 })).some((code) => code.startsWith('FOREIGN'))).toBe(false);
  });

  it('have nothing to say of a silent bank', () => {
    expect(codesFound(companyFacts({ accounts: [account()] }))).toEqual([]);
  });
});
