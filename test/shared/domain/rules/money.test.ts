import { describe, expect, it } from 'vitest';
import type { CompanyFacts, Flow } from '#shared/domain/facts/company-facts.ts';
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
        'Trong 6 tháng có giao dịch (03/2025 đến 08/2025), tiền vào 6.000.000.000 đồng, tiền ra 5.940.000.000 đồng (99 %), lưu lại trung vị 10 phút. Đối chiếu các quý đã khai hoặc đến hạn khai: tiền vào 6.000.000.000 đồng, doanh thu kê khai 0 đồng, hóa đơn 0 đồng.',
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
      'Tạm ngừng kinh doanh từ ngày 15/05/2025, mà trong 3 tháng có giao dịch (06/2025 đến 08/2025), tiền vào 3.000.000.000 đồng, tiền ra 2.970.000.000 đồng (99 %), lưu lại trung vị 10 phút.',
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

describe('account rules', () => {
  it('count accounts of other people, their phones, listings and banks', () => {
    const accounts = [
      account({ representative: 'other', phoneOwner: 'other', listing: { code: 3, on: '2025-05-01', by: 'police' } }),
      account({ accountRef: 'b', bank: '970418' }),
      account({ accountRef: 'c', bank: '970415', representative: 'unknown', phoneOwner: 'unknown' }),
    ];
    expect(codesFound(companyFacts({ accounts }))).toEqual([
      'LISTED_ACCOUNT',
      'ACCOUNT_OF_ANOTHER_PERSON',
      'ACCOUNT_PHONE_OF_ANOTHER_PERSON',
      'MANY_BANKS',
    ]);
    expect(ask('ACCOUNT_OF_ANOTHER_PERSON', companyFacts({ accounts }))?.evidence).toEqual({ others: 1, accounts: 3 });
  });

  it('tell whose accounts are mostly run by others from who lets an accountant keep one', () => {
    const mostly = (...representatives: ('same' | 'other')[]) =>
      codesFound(
        companyFacts({
          accounts: representatives.map((representative, n) => account({ accountRef: String(n), representative })),
        }),
      ).includes('ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON');
    expect(mostly('other')).toBe(false);
    expect(mostly('other', 'same')).toBe(false);
    expect(mostly('other', 'other', 'same', 'same')).toBe(false);
    expect(mostly('other', 'other')).toBe(true);
    expect(mostly('other', 'other', 'same')).toBe(true);
  });
});

describe('invoice rules', () => {
  const mill = (times: number) => {
    const { returns } = trading(2_000_000_000);
    const invoices = returns.map(({ period, filedOn }) => ({ period, on: filedOn, total: 2_000_000_000 * times }));
    return companyFacts({ returns, invoices });
  };
  const invoices = (facts: CompanyFacts) => codesFound(facts).filter((code) => code.startsWith('INVOICES'));

  it('hold invoices against the revenue of the quarters declared', () => {
    expect(invoices(mill(1.1))).toEqual([]);
    expect(invoices(mill(1.9))).toEqual(['INVOICES_ABOVE_REVENUE']);
    expect(invoices(mill(2))).toEqual(['INVOICES_FAR_ABOVE_REVENUE']);
    expect(invoices(mill(4))).toEqual(['INVOICES_3_TIMES_REVENUE']);
    expect(invoices(mill(30))).toEqual(['INVOICES_8_TIMES_REVENUE']);
  });

  it('leave out invoices of a quarter whose return is not there yet', () => {
    const facts = trading(2_000_000_000);
    expect(invoices(companyFacts({ ...facts, returns: facts.returns.slice(0, 1) }))).toEqual([]);
  });

  it('find turnover beyond capital and staff', () => {
    const facts = { ...trading(10_000_000_000), coverage: ALL_HEARD };
    expect(codesFound(companyFacts(facts))).toContain('TURNOVER_BEYOND_MEANS');
    expect(codesFound(companyFacts({ ...facts, insured: [{ on: '2025-01-01', count: 4 }] }))).not.toContain(
      'TURNOVER_BEYOND_MEANS',
    );
  });

  it('count capital that a company was asked to prove as far as it proved it', () => {
    const facts = { ...trading(10_000_000_000), coverage: ALL_HEARD, charterCapital: 500_000_000_000 };
    const asked = { ...facts, reportRequests: ['2024-12-01'] };
    const paid = { contributions: [{ on: '2024-08-01', amount: 1_000_000_000 }] };
    expect(codesFound(companyFacts(facts))).not.toContain('TURNOVER_BEYOND_MEANS');
    expect(ask('TURNOVER_BEYOND_MEANS', companyFacts(asked))?.message).toBe(
      'Doanh số 50.000.000.000 đồng trong khi không chứng minh được khoản vốn nào, không có lao động đóng bảo hiểm xã hội.',
    );
    expect(ask('TURNOVER_BEYOND_MEANS', companyFacts({ ...asked, ...paid }))?.evidence).toEqual({
      ...{ turnover: 50_000_000_000, capital: 1_000_000_000, times: 50, insured: 0 },
    });
  });

  it('take a front’s true trade for no relief where it explains a fraction of the money', () => {
    const flows = ['2025-04', '2025-05', '2025-06'].map((month) => flow(month, { credit: 3_000_000_000 }));
    const facts = companyFacts({ ...trading(300_000_000), coverage: ALL_HEARD, accounts: [account({ flows })] });
    expect(codesFound(facts)).not.toContain('TRADES');
    expect(codesFound({ ...facts, accounts: [account({ flows: flows.slice(0, 1) })] })).toContain('TRADES');
  });

  it('take sales beyond all means for no relief', () => {
    const facts = { ...trading(10_000_000_000), coverage: ALL_HEARD };
    expect(codesFound(companyFacts(facts))).not.toContain('TRADES');
    expect(codesFound(companyFacts({ ...facts, insured: [{ on: '2025-01-01', count: 4 }] }))).toContain('TRADES');
    expect(codesFound(companyFacts(trading(100_000_000)))).not.toContain('TRADES');
  });

  it('miss the money of a large turnover, only where all its banks were heard, something came in, and few hands are at work', () => {
    const months = ['2025-05', '2025-06', '2025-07'];
    const paid = (credit: number, heard = months, banks = ['970436']) =>
      companyFacts({
        ...trading(10_000_000_000),
        coverage: ALL_HEARD,
        accounts: banks.map((bank, index) =>
          account({
            accountRef: bank,
            bank,
            flows: index > 0 ? [] : heard.map((month) => flow(month, { credit: credit / heard.length })),
          }),
        ),
      });
    expect(ask('TURNOVER_WITHOUT_MONEY', paid(1_200_000_000))).toEqual({
      evidence: {
        ...{ fromQuarter: '2025-Q2', toQuarter: '2025-Q3', turnover: 20_000_000_000 },
        ...{ credit: 1_200_000_000, share: 0.06, insured: 0 },
      },
      message:
        'Từ quý 2/2025 đến quý 3/2025, doanh số 20.000.000.000 đồng nhưng tiền vào các tài khoản chỉ 1.200.000.000 đồng (6 %); 0 lao động đóng bảo hiểm xã hội.',
    });
    const missed = (facts: CompanyFacts) => codesFound(facts).includes('TURNOVER_WITHOUT_MONEY');
    expect(missed(paid(1_200_000_000, months, ['970436', '970418']))).toBe(false);
    expect(missed({ ...paid(1_200_000_000), insured: [{ on: '2025-01-01', count: 3 }] })).toBe(false);
    expect(
      missed({
        ...paid(1_200_000_000),
        coverage: { ...ALL_HEARD, signals: { TO_KHAI_THUE: '2025-12-31', HOA_DON: '2025-12-31' } },
      }),
    ).toBe(false);
    expect(missed(paid(12_000_000_000))).toBe(false);
    expect(missed(paid(3_100_000_000))).toBe(false);
    expect(missed(paid(1_200_000_000, months.slice(0, 2)))).toBe(false);
    expect(missed(companyFacts({ ...trading(10_000_000_000), coverage: ALL_HEARD }))).toBe(false);
    expect(codesFound(paid(1_200_000_000))).not.toContain('TRADES');
  });
});
