import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { ask, codesFound } from '#test/support/asked.ts';
import { account, ALL_HEARD, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const MONTHS = ['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08'];
const SLOW = { medianHoldMinutes: 5000 };
const through = (over: Partial<Flow> = {}) => MONTHS.map((month) => flow(month, over));
const calm = through({ credit: 100_000_000, debit: 70_000_000, medianHoldMinutes: 9000 });
const company = (accounts: CompanyFacts['accounts'], over: Partial<CompanyFacts> = {}) =>
  companyFacts({ coverage: ALL_HEARD, accounts, ...over });
const two = (first: Flow[], second: Flow[]) => [
  account({ flows: first }),
  account({ accountRef: 'second', flows: second }),
];

describe('slow money declared nowhere', () => {
  const slowly = (over: Partial<CompanyFacts>, flows = through(SLOW)) =>
    ask('PASS_THROUGH_UNDECLARED', company([account({ flows })], over));

  it('is found with what a reader needs to recompute it', () => {
    expect(slowly(trading(5_000_000))).toEqual({
      evidence: {
        ...{
          months: 6,
          from: '2025-03',
          to: '2025-08',
          credit: 6_000_000_000,
          debit: 5_940_000_000,
          outShare: 0.99,
          holdMinutes: 5000,
        },
        ...{ contributed: 0, answerable: 6_000_000_000, revenue: 25_000_000, invoiced: 25_000_000 },
      },
      message:
        'Trong 6 tháng có giao dịch (03/2025 đến 08/2025), tiền vào 6.000.000.000 đồng, tiền ra 5.940.000.000 đồng (99 %), tiền lưu lại 5000 phút (bình quân các trung vị tháng). Đối chiếu các quý đã khai hoặc đến hạn khai: tiền vào 6.000.000.000 đồng, doanh thu kê khai 25.000.000 đồng, hóa đơn 25.000.000 đồng. Vốn góp đã chứng minh 0 đồng.',
    });
  });

  it('is not what a tenth of declared revenue explains, what stays, or what is little', () => {
    expect(slowly(trading(200_000_000))).toBeUndefined();
    expect(slowly(trading(5_000_000), through({ ...SLOW, debit: 900_000_000 }))).toBeUndefined();
    expect(slowly(trading(5_000_000), through(SLOW).slice(0, 1))).toBeUndefined();
  });

  it('is not a factory being built from its capital and loans of the same size', () => {
    const paidIn = (amount: number) => ({ ...trading(0), contributions: [{ on: '2025-02-01', amount }] });
    expect(slowly(paidIn(4_000_000_000))).toBeUndefined();
    expect(slowly(paidIn(1_000_000_000))).toBeDefined();
  });
});

describe('one account apart', () => {
  it('is seen beside an account of true trade, and its own figures are told', () => {
    expect(
      ask(
        'PASS_THROUGH_ONE_ACCOUNT',
        company(two(calm, through({ credit: 300_000_000, debit: 297_000_000 })), trading(50_000_000)),
      ),
    ).toEqual({
      evidence: {
        ...{
          months: 6,
          from: '2025-03',
          to: '2025-08',
          credit: 1_800_000_000,
          debit: 1_782_000_000,
          outShare: 0.99,
          holdMinutes: 10,
        },
        ...{ answerable: 1_800_000_000, revenue: 250_000_000, invoiced: 250_000_000 },
      },
      message:
        'Riêng một tài khoản, trong 6 tháng có giao dịch (03/2025 đến 08/2025), tiền vào 1.800.000.000 đồng, tiền ra 1.782.000.000 đồng (99 %), tiền lưu lại 10 phút (bình quân các trung vị tháng). Đối chiếu các quý đã khai hoặc đến hạn khai: tiền vào 1.800.000.000 đồng, doanh thu kê khai 250.000.000 đồng, hóa đơn 250.000.000 đồng.',
    });
  });

  it('is not a shop’s collecting account that is emptied into another', () => {
    const facts = company(two(calm, through({ credit: 300_000_000, debit: 299_000_000 })), trading(400_000_000));
    expect(codesFound(facts)).not.toContain('PASS_THROUGH_ONE_ACCOUNT');
  });

  it('is not asked where all the money together rushes through, or only one account was heard', () => {
    expect(codesFound(company(two(through(), through())))).not.toContain('PASS_THROUGH_ONE_ACCOUNT');
    expect(codesFound(company(two(calm, [])))).not.toContain('PASS_THROUGH_ONE_ACCOUNT');
  });

  it('does not hang on the order of accounts', () => {
    const flows = fc.constantFrom(calm, through(), through(SLOW), through({ credit: 200_000_000, debit: 199_000_000 }));
    fc.assert(
      fc.property(fc.array(flows, { minLength: 2, maxLength: 4 }), (several) => {
        const accounts = several.map((one, n) => account({ accountRef: String(n), flows: one }));
        const told = (order: typeof accounts) => ask('PASS_THROUGH_ONE_ACCOUNT', company(order, trading(1_000_000)));
        expect(told([...accounts].reverse())).toEqual(told(accounts));
      }),
    );
  });
});
