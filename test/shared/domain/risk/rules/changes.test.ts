import { describe, expect, it } from 'vitest';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { account, companyFacts, flow, trading } from '#test/support/company-facts.ts';
import { ask, codesFound } from '#test/support/asked.ts';

const newRepresentative = { kind: 'representative', on: '2025-09-24' } as const;
const moved = { kind: 'address', on: '2025-09-04' } as const;
const found = (over: Partial<CompanyFacts>) =>
  codesFound(companyFacts(over)).filter((code) => /HANDS|DORMANT|CHANGES/u.test(code));

describe('change rules', () => {
  it('find a sleeper sold, by a new representative alone or with a new address', () => {
    expect(found({ ...trading(0), changes: [newRepresentative] })).toEqual(['DORMANT_THEN_NEW_REPRESENTATIVE']);
    expect(found({ ...trading(0), changes: [moved, newRepresentative] })).toEqual([
      'DORMANT_THEN_NEW_HANDS',
      'HANDS_AND_PLACE_CHANGED',
    ]);
  });

  it('find it woken by money', () => {
    const accounts = [account({ openedOn: '2024-08-01', flows: [flow('2025-10')] })];
    expect(found({ ...trading(0), changes: [newRepresentative], accounts })).toContain('WOKEN_BY_NEW_HANDS');
    expect(found({ ...trading(900_000_000), changes: [newRepresentative], accounts })).toEqual([
      'WOKEN_BY_NEW_HANDS',
      'NEW_HANDS_THEN_PASS_THROUGH',
    ]);
  });

  it('see money go through since then, whatever it did before', () => {
    const calm = ['2025-05', '2025-06'].map((month) => flow(month, { debit: 600_000_000, medianHoldMinutes: 9000 }));
    const since = (over: object) =>
      ask(
        'NEW_HANDS_THEN_PASS_THROUGH',
        companyFacts({
          ...trading(900_000_000),
          changes: [newRepresentative],
          accounts: [account({ openedOn: '2025-05-01', flows: [...calm, flow('2025-10', over)] })],
        }),
      );
    expect(since({})).toEqual({
      evidence: {
        ...{ on: '2025-09-24', ageThen: 451, zeroQuarters: 0, revenueBefore: 3_600_000_000, movedToo: false },
        ...{ months: 1, from: '2025-10', to: '2025-10', credit: 1_000_000_000, debit: 990_000_000 },
        ...{ outShare: 0.99, holdMinutes: 10 },
      },
      message:
        'Từ khi đổi người đại diện (ngày 24/09/2025), trong tháng 10/2025, tiền vào 1.000.000.000 đồng, tiền ra 990.000.000 đồng (99 %), tiền lưu lại 10 phút (bình quân các trung vị tháng).',
    });
    expect(since({ medianHoldMinutes: 600 })).toBeUndefined();
    expect(since({ debit: 950_000_000 })).toBeUndefined();
  });

  it('look at accounts opened since then by themselves, beside the slow trade that goes on', () => {
    const trade = ['2025-08', '2025-09', '2025-10', '2025-11'].map((month) =>
      flow(month, { debit: 700_000_000, medianHoldMinutes: 9000 }),
    );
    const accounts = (openedOn: string) => [
      account({ openedOn: '2024-08-01', flows: trade }),
      account({ accountRef: 'b', openedOn, flows: [flow('2025-10', { credit: 400_000_000, debit: 396_000_000 })] }),
    ];
    const asked = (openedOn: string) =>
      ask(
        'NEW_HANDS_THEN_PASS_THROUGH',
        companyFacts({ ...trading(900_000_000), changes: [newRepresentative], accounts: accounts(openedOn) }),
      )?.evidence;
    expect(asked('2025-09-30')).toMatchObject({ months: 1, credit: 400_000_000, outShare: 0.99 });
    expect(asked('2025-08-30')).toBeUndefined();
  });

  it('see money surge since then', () => {
    const before = ['2025-05', '2025-06'].map((month) => flow(month, { credit: 100_000_000, debit: 90_000_000 }));
    const accounts = [account({ openedOn: '2025-05-01', flows: [...before, flow('2025-10')] })];
    const company = companyFacts({ ...trading(900_000_000), changes: [newRepresentative], accounts });
    expect(ask('MONEY_SURGE_AFTER_NEW_HANDS', company)?.evidence).toEqual({
      ...{ on: '2025-09-24', before: 100_000_000, since: 1_000_000_000, times: 10 },
    });
    expect(ask('MONEY_SURGE_AFTER_NEW_HANDS', { ...company, changes: [] })).toBeUndefined();
    expect(
      ask('MONEY_SURGE_AFTER_NEW_HANDS', { ...company, changes: [{ ...newRepresentative, on: '2025-05-20' }] }),
    ).toBeUndefined();
  });

  it('leave a trading company its new representative, and a suspended one too', () => {
    expect(found({ ...trading(900_000_000), changes: [newRepresentative] })).toEqual([]);
    const legalStatuses = [{ on: '2025-01-01', code: '2' }];
    expect(found({ ...trading(0), changes: [newRepresentative], legalStatuses })).toEqual([]);
  });

  it('count repeated changes within 12 months only', () => {
    const again = { kind: 'address', on: '2025-02-01' } as const;
    expect(found({ changes: [again, moved] })).toEqual(['CHANGES_REPEATED']);
    expect(found({ changes: [{ ...again, on: '2024-12-01' }, moved] })).toEqual([]);
  });
});
