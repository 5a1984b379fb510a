import { describe, expect, it } from 'vitest';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import { sentByBanks, unreportedBanks, wholeBanksOf } from '#shared/domain/risk/province/whole-banks.ts';
import {
  hasProvinceProfileChanged,
  provinceProfileOf,
  usedProvinceProfileOf,
} from '#shared/domain/risk/province/province-profile.ts';
import { account, flow } from '#test/support/company-facts.ts';

const insured = [{ on: '2025-06-30', count: 3 }];
const used = (over = {}) => account({ openedOn: '2025-01-01', flows: [flow('2025-02')], ...over });
const unused = (over = {}) => used({ accountRef: 'unused', flows: [], ...over });

describe('the banks that send rows of all accounts', () => {
  it('a bank is judged by the accounts that a company with insured people had for half a year', () => {
    expect(sentByBanks({ insured, accounts: [used(), unused({ bank: '970418' })] })).toEqual({
      '970436': true,
      '970418': false,
    });
    expect(sentByBanks({ insured, accounts: [unused(), used()] })).toEqual({ '970436': false });
  });

  it.each([
    ['nobody was insured', [{ on: '2025-06-30', count: 0 }], used()],
    ['the account was opened less than half a year before', insured, used({ openedOn: '2025-01-02' })],
    ['the day of opening is not known', insured, used({ openedOn: undefined })],
  ])('an account says nothing about its bank where %s', (_, people, one) => {
    expect(sentByBanks({ insured: people, accounts: [one] })).toBeUndefined();
  });

  it('a bank sends all accounts if hardly any of twenty lacks rows', () => {
    const samples = (sent: number, missing: number) => [
      ...Array.from({ length: sent }, () => ({ sentBy: { '970436': true } })),
      ...Array.from({ length: missing }, () => ({ sentBy: { '970436': false } })),
      {},
    ];
    expect(wholeBanksOf(samples(19, 1))).toEqual(['970436']);
    expect(wholeBanksOf(samples(19, 0))).toEqual([]);
    expect(wholeBanksOf(samples(18, 2))).toEqual([]);
  });

  it('a bank is named once for all accounts of which it sent no row', () => {
    const accounts = [used(), unused({ bank: '970418' }), unused(), unused()];
    expect(unreportedBanks({ accounts })).toEqual(['970418', '970436']);
  });
});

describe('the profile used for an account of which no row was sent', () => {
  const until = (to: string) => ({ '970436': { from: '2023-01-01', to } });
  const covered = (to: string) => ({
    signals: {},
    identities: 'none' as const,
    subscribers: false,
    flows: until(to),
    statements: [],
  });
  const sample: CompanySample = {
    place: {},
    registeredOn: '2022-03-01',
    files: true,
    spans: {},
    unreportedAt: ['970436'],
    cohort: '2022-Q1|TNHH1TV',
    shows: [],
    cell: '-|0|0',
    figures: {},
  };
  const profileOf = (accounts: number) =>
    provinceProfileOf(
      Array.from({ length: accounts }, () => ({ ...sample, sentBy: { '970436': true } })),
      covered('2025-11-30'),
    );
  const changed = (one: CompanySample, accounts: number, to: string) => {
    const coverage = { ...covered('2025-11-30'), wholeBanks: profileOf(20).wholeBanks };
    const usedProfile = usedProvinceProfileOf({ coverage }, one);
    return hasProvinceProfileChanged({ sample: one, usedProfile, awaits: {} }, covered(to), profileOf(accounts));
  };

  it('the company is assessed again once its bank is known to send all accounts, no longer does, or reports more days', () => {
    expect(changed(sample, 20, '2025-11-30')).toBe(false);
    expect(changed(sample, 19, '2025-11-30')).toBe(true);
    expect(changed(sample, 20, '2025-12-31')).toBe(true);
    expect(changed({ ...sample, unreportedAt: [] }, 19, '2025-12-31')).toBe(false);
  });
});
