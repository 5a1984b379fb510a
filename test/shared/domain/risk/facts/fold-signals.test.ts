import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signal } from '#shared/domain/risk/facts/company-facts.ts';
import { foldSignals } from '#shared/domain/risk/facts/fold-signals.ts';

const asOf = '2025-12-31';
const signals: Signal[] = [
  { kind: 'GOP_VON', on: '2025-02-01', value: '400000000' },
  { kind: 'GOP_VON', on: '2025-02-01', value: '600000000' },
  { kind: 'TO_KHAI_THUE', on: '2025-04-20', value: '100', note: '2025-Q1' },
  { kind: 'TO_KHAI_THUE', on: '2025-06-20', value: '250', note: '2025-Q1' },
  { kind: 'HOA_DON', on: '2025-04-15', value: '90', note: '2025-Q1' },
  { kind: 'BHXH', on: '2025-03-01', value: '3' },
  { kind: 'KIEM_TRA_TRU_SO', on: '2025-05-01', value: 'KHONG_TIM_THAY' },
  { kind: 'TRANG_THAI_THUE', on: '2025-05-02', value: '09-06' },
  { kind: 'TRANG_THAI_THUE', on: '2025-06-02', value: '00' },
  { kind: 'TRANG_THAI_PHAP_LY', on: '2025-07-02', value: '2', note: 'Tạm ngừng' },
  { kind: 'THAY_DOI', on: '2025-08-01', value: 'NGUOI_DAI_DIEN' },
  { kind: 'YEU_CAU_BAO_CAO', on: '2025-09-01' },
  { kind: 'TU_CHOI_UY_QUYEN', on: '2025-09-02' },
];

describe('foldSignals', () => {
  const folded = foldSignals(signals, [], asOf);

  it('foldSignals adds contributions up and keeps the latest return of a period', () => {
    expect(folded.contributions.map(({ amount }) => amount)).toEqual([400_000_000, 600_000_000]);
    expect(folded.returns).toEqual([{ period: '2025-Q1', filedOn: '2025-06-20', revenue: 250 }]);
  });

  it('foldSignals leaves the revenue of a return and the total of invoices unknown where the row gave none', () => {
    const unvalued: Signal[] = [
      { kind: 'TO_KHAI_THUE', on: '2025-07-20', note: '2025-Q2' },
      { kind: 'HOA_DON', on: '2025-07-15', note: '2025-Q2' },
    ];
    const { returns, invoices } = foldSignals(unvalued, [], asOf);
    expect(returns).toEqual([{ period: '2025-Q2', filedOn: '2025-07-20', revenue: undefined }]);
    expect(invoices).toEqual([{ period: '2025-Q2', on: '2025-07-15', total: undefined }]);
  });

  it('foldSignals reads statuses with their sub-codes, inspections, requests and denials', () => {
    expect(folded.taxStatuses).toEqual([
      { on: '2025-05-02', code: '09', sub: '09-06' },
      { on: '2025-06-02', code: '00' },
    ]);
    expect(folded.inspections).toEqual([{ on: '2025-05-01', found: false }]);
    expect(folded.reportRequests).toEqual(['2025-09-01']);
    expect(folded.authorisationDeniedOn).toBe('2025-09-02');
  });

  it('a company that one visit of a day found was there, whatever another visit of that day says', () => {
    const visits: Signal[] = [
      { kind: 'KIEM_TRA_TRU_SO', on: '2025-05-01', value: 'KHONG_TIM_THAY' },
      { kind: 'KIEM_TRA_TRU_SO', on: '2025-05-01', value: 'CO_HOAT_DONG', note: 'buổi chiều' },
      { kind: 'KIEM_TRA_TRU_SO', on: '2025-06-01', value: 'CO_HOAT_DONG' },
      { kind: 'KIEM_TRA_TRU_SO', on: '2025-07-01', value: 'KHONG_TIM_THAY' },
    ];
    const inspections = [
      { on: '2025-05-01', found: true },
      { on: '2025-06-01', found: true },
      { on: '2025-07-01', found: false },
    ];
    expect(foldSignals(visits, [], asOf).inspections).toEqual(inspections);
    expect(foldSignals(visits.toReversed(), [], asOf).inspections).toEqual(inspections);
  });

  it('of the insured people that offices count on one day the larger number holds', () => {
    const counts = ['9', '100', '20'].map((value): Signal => ({ kind: 'BHXH', on: '2025-03-01', value }));
    const rows: Signal[] = [...counts, { kind: 'BHXH', on: '2025-04-01', value: '0' }];
    const insured = [
      { on: '2025-03-01', count: 100 },
      { on: '2025-04-01', count: 0 },
    ];
    expect(foldSignals(rows, [], asOf).insured).toEqual(insured);
    expect(foldSignals(rows.toReversed(), [], asOf).insured).toEqual(insured);
  });

  it('foldSignals joins a change of the registration with the same change of that date and kind, and keeps its values', () => {
    const capital = { from: 2, to: 1 };
    const { changes } = foldSignals(
      [...signals, { kind: 'THAY_DOI', on: '2025-08-03', value: 'VON' }],
      [
        { kind: 'representative', on: '2025-08-01' },
        { kind: 'capital', on: '2025-08-03', capital },
      ],
      asOf,
    );
    expect(changes).toEqual([
      { kind: 'representative', on: '2025-08-01' },
      { kind: 'capital', on: '2025-08-03', capital },
    ]);
  });

  it('foldSignals leaves out what has not happened yet', () => {
    expect(foldSignals(signals, [{ kind: 'name', on: '2026-01-01' }], '2025-04-30')).toEqual({
      ...{ changes: [], reportRequests: [], inspections: [], taxStatuses: [], legalStatuses: [] },
      contributions: folded.contributions,
      returns: [{ period: '2025-Q1', filedOn: '2025-04-20', revenue: 100 }],
      invoices: folded.invoices,
      insured: folded.insured,
      authorisationDeniedOn: undefined,
    });
  });

  it('foldSignals gives the same whatever the order and repetition of the rows', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(signals),
        fc.shuffledSubarray(signals, { minLength: signals.length }),
        (again, all) => {
          expect(foldSignals([...again, ...all], [], asOf)).toEqual(folded);
        },
      ),
    );
  });
});
