import { describe, expect, it } from 'vitest';
import { figuresOf } from '#shared/domain/notification/dossier/figures.ts';
import { findingOfRule, codesFound } from '#test/support/asked.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const through = [account({ flows: ['2025-04', '2025-05', '2025-06'].map((month) => flow(month)) })];
const with_ = (over: Parameters<typeof companyFacts>[0]) =>
  companyFacts({ coverage: ALL_COVERED, accounts: through, ...over });

describe('money compared with declarations', () => {
  it('money is undeclared where less than a tenth was declared, and partly declared below four tenths', () => {
    expect(codesFound(with_(trading(50_000_000)))).toContain('MONEY_UNDECLARED');
    expect(codesFound(with_(trading(600_000_000)))).toContain('MONEY_PARTLY_DECLARED');
    expect(codesFound(with_(trading(1_500_000_000))).filter((code) => code.endsWith('DECLARED'))).toEqual([]);
  });

  it('a finding of money has the figures that a reader needs to recompute it', () => {
    expect(findingOfRule('MONEY_UNDECLARED', with_(trading(50_000_000)))).toEqual({
      evidence: {
        fromQuarter: '2025-Q2',
        toQuarter: '2025-Q2',
        banks: '970436',
        credit: 3_000_000_000,
        revenue: 50_000_000,
        share: 0.017,
        filed: 1,
        owed: 0,
        unanswered: 0,
      },
      message:
        'Quý 2/2025 (đã khai), tiền vào tài khoản 3.000.000.000 đồng (theo ngân hàng Vietcombank; đã trừ toàn bộ số vốn đã góp đến nay); doanh thu kê khai chỉ 50.000.000 đồng (1,7 %).',
    });
  });

  it('a share of less than a tenth of a per cent is not said to be none, in the sentence and beside its label', () => {
    const { evidence, message } = findingOfRule('MONEY_UNDECLARED', with_(trading(1_000_000)))!;
    expect(message).toContain('doanh thu kê khai chỉ 1.000.000 đồng (chưa đến 0,1 %)');
    expect(figuresOf({ code: 'MONEY_UNDECLARED', evidence })).toContainEqual({
      label: 'doanh thu so với tiền vào',
      value: 'chưa đến 0,1 %',
    });
  });

  it('no money rule has a finding where the tax office is not covered or a return lacks its figure', () => {
    const { TO_KHAI_THUE: _office, ...signals } = ALL_COVERED.signals;
    expect(codesFound(with_({ coverage: { ...ALL_COVERED, signals } }))).not.toContain('MONEY_UNDECLARED');
    const returns = trading(0).returns.map(({ period, filedOn }) => ({ period, filedOn }));
    expect(codesFound(with_({ returns }))).not.toContain('MONEY_UNDECLARED');
  });

  it('money against declared revenue leaves out what the owners paid in', () => {
    const contributions = [{ on: '2025-04-01', amount: 2_900_000_000 }];
    expect(codesFound(with_({ ...trading(50_000_000), contributions }))).not.toContain('MONEY_UNDECLARED');
  });
});

describe('money compared with peers', () => {
  const peers = (below: number) => ({ cell: 'G|0|1', count: 200, below });

  it('money that leaves faster than in nineteen of twenty companies of the trade is a finding', () => {
    expect(findingOfRule('QUICKER_THAN_PEERS', with_({ peers: peers(0.01) }))?.message).toContain(
      'so với ít nhất 200 doanh nghiệp trong tỉnh có số liệu (có mã ngành từ 45 đến 47, vốn điều lệ dưới 1 tỷ đồng, đăng ký từ 1 đến dưới 3 năm), 19 trong 20 doanh nghiệp giữ tiền lâu hơn.',
    );
    expect(findingOfRule('QUICKER_THAN_PEERS', with_({ peers: peers(0.1) }))).toBeUndefined();
    expect(findingOfRule('QUICKER_THAN_PEERS', with_({}))).toBeUndefined();
  });

  it('money is not fast where months differ and it stays for longer than half a working day', () => {
    const flows = [0.5, 1.2, 0.9].map((share, n) =>
      flow(`2025-0${n + 4}`, { debit: share * 1_000_000_000, medianHoldMinutes: 4000 }),
    );
    expect(codesFound(with_({ accounts: [account({ flows })] }))).toContain('MONEY_RESTS');
    expect(codesFound(with_({}))).not.toContain('MONEY_RESTS');
  });

  describe('money that rests nearly all the year', () => {
    const rests = ['01', '02', '03', '04', '05', '06'].map((month, n) =>
      flow(`2025-${month}`, { debit: 600_000_000 + n * 60_000_000, medianHoldMinutes: 20_000 }),
    );
    const passedOn = ['2025-07', '2025-08'].map((month) => flow(month, { debit: 970_000_000, medianHoldMinutes: 40 }));
    const changed = (on: string) => ({ changes: [{ kind: 'representative', on }] as const });

    it('money that rested before a change of representative is no relief for money that a new one passes on', () => {
      const accounts = [account({ flows: [...rests, ...passedOn] })];
      expect(codesFound(with_({ accounts }))).toContain('MONEY_RESTS');
      expect(codesFound(with_({ accounts, ...changed('2025-03-01') }))).toContain('MONEY_RESTS');
      expect(codesFound(with_({ accounts, ...changed('2025-06-28') }))).not.toContain('MONEY_RESTS');
    });

    it('money that rests in one account is no relief for money that another account passes on', () => {
      const second = account({ accountRef: 'b', bank: '970418', flows: passedOn });
      const slow = { ...second, flows: passedOn.map((month) => ({ ...month, medianHoldMinutes: 400 })) };
      expect(codesFound(with_({ accounts: [account({ flows: rests }), slow] }))).toContain('MONEY_RESTS');
      expect(codesFound(with_({ accounts: [account({ flows: rests }), second] }))).not.toContain('MONEY_RESTS');
    });
  });
});
