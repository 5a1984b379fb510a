import { describe, expect, it } from 'vitest';
import type { CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { findingOfRule, codesFound } from '#test/support/asked.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const changes = [{ kind: 'representative', on: '2025-06-05' }] as const;
const accountOf = (...flows: Flow[]) => [account({ openedOn: '2024-07-10', flows })];
const found = (over: Partial<CompanyFacts>) => codesFound(companyFacts({ coverage: ALL_COVERED, ...over }));

describe('the rules on registration and money', () => {
  it('much money that reached a young company is a finding, however long ago that was', () => {
    const accounts = accountOf(flow('2025-06'));
    expect(found({ accounts, registeredOn: '2025-01-10' })).toContain('YOUNG_FOR_ITS_MONEY');
    expect(found({ accounts, registeredOn: '2025-01-10', asOf: '2028-12-31' })).toContain('YOUNG_FOR_ITS_MONEY');
    expect(found({ accounts, registeredOn: '2023-01-10' })).not.toContain('YOUNG_FOR_ITS_MONEY');
  });

  it('a month before the registration is none of the first year', () => {
    const accounts = accountOf(flow('2024-12', { credit: 9_000_000_000 }), flow('2025-06'));
    const asked = companyFacts({ accounts, registeredOn: '2025-01-10' });
    expect(findingOfRule('YOUNG_FOR_ITS_MONEY', asked)?.evidence).toMatchObject({ month: '2025-06' });
  });

  it('a multiple of the capital is rounded once', () => {
    const accounts = accountOf(flow('2025-06', { credit: 1_047_643_000 }));
    const asked = companyFacts({ accounts, registeredOn: '2025-01-10', charterCapital: 1_000_000_000 });
    expect(findingOfRule('YOUNG_FOR_ITS_MONEY', asked)?.message).toContain('xấp xỉ vốn điều lệ');
  });

  it('money that begins under a new representative is a finding', () => {
    const asleep = { changes, accounts: accountOf(flow('2025-06'), flow('2025-07')) };
    expect(findingOfRule('NEW_HANDS_THEN_MONEY', companyFacts(asleep))).toMatchObject({
      evidence: { on: '2025-06-05', firstMonth: '2025-06', credit: 2_000_000_000, banks: '970436' },
    });
    const little = (credit: number) => ({ ...asleep, accounts: accountOf(flow('2025-06', { credit })) });
    expect(found(little(200_000_000))).toContain('NEW_HANDS_THEN_MONEY');
    expect(found(little(199_000_000))).not.toContain('NEW_HANDS_THEN_MONEY');
    const awake = ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04', '2025-05'].map((month) =>
      flow(month),
    );
    expect(found({ ...asleep, accounts: accountOf(...awake, flow('2025-06')) })).not.toContain('NEW_HANDS_THEN_MONEY');
  });

  it('much money after half a year without any is a finding, with or without a new representative', () => {
    const reactivated = { ...trading(0), accounts: accountOf(flow('2025-08'), flow('2025-09')) };
    expect(found(reactivated)).toContain('REACTIVATED');
    expect(found({ ...reactivated, ...trading(200_000_000) })).not.toContain('REACTIVATED');
  });

  it('several accounts opened soon after a change of representative are a finding', () => {
    const opened = ['970436', '970418', '970415'].map((bank) =>
      account({ accountRef: bank, bank, openedOn: '2025-06-20' }),
    );
    expect(found({ changes, accounts: opened })).toContain('ACCOUNTS_OPENED_IN_A_BURST');
    expect(found({ changes: [], accounts: opened })).not.toContain('ACCOUNTS_OPENED_IN_A_BURST');
  });

  it('accounts opened within a month of the founding are a finding at two banks, and graver where there are three', () => {
    const opened = (...days: string[]) =>
      days.map((openedOn, n) => account({ accountRef: String(n), bank: n === 0 ? '970436' : '970418', openedOn }));
    const atFounding = (accounts: CompanyFacts['accounts']) =>
      found({ accounts, registeredOn: '2025-03-01' }).filter((code) => code.endsWith('AT_FOUNDING'));
    expect(atFounding(opened('2025-03-03', '2025-03-31', '2025-03-20'))).toEqual([
      'ACCOUNTS_OPENED_AT_FOUNDING',
      'TWO_ACCOUNTS_AT_FOUNDING',
    ]);
    expect(atFounding(opened('2025-03-03', '2025-03-31'))).toEqual(['TWO_ACCOUNTS_AT_FOUNDING']);
    expect(atFounding(opened('2025-03-03', '2025-04-01'))).toEqual([]);
    const atOneBank = opened('2025-03-03', '2025-03-05').map((one) => ({ ...one, bank: '970436' }));
    expect(atFounding(atOneBank)).toEqual([]);
  });
});
