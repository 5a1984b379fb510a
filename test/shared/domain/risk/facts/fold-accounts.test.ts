import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAccount, foldListing } from '#shared/domain/risk/facts/fold-accounts.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';

const row = { bank: '970436', accountNumber: '0123', enterpriseCode: '0900189284' };

describe('foldAccount', () => {
  it('foldAccount keeps the latest update, and a dated row before an undated one', () => {
    const rows = [
      row,
      { ...row, status: '1', updatedOn: '2025-01-01' },
      { ...row, status: '4', updatedOn: '2025-03-01' },
    ];
    expect(foldAccount(rows).status).toBe('4');
    expect(foldAccount([...rows].reverse()).status).toBe('4');
  });

  it('foldAccount decides between rows of one date by their values, not by their order', () => {
    const rows = [
      { ...row, representativeName: 'Võ An' },
      { ...row, representativeName: 'Lê Bình' },
    ];
    expect(foldAccount(rows)).toEqual(foldAccount([...rows].reverse()));
  });
});

describe('foldFlows', () => {
  it('foldFlows keeps one total a month, oldest first, in any order', () => {
    const flows = [
      { period: '2025-02', credit: 5, debit: 4 },
      { period: '2025-01', credit: 7, debit: 1 },
      { period: '2025-02', credit: 6, debit: 2 },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(flows, { minLength: 3 }), (shuffled) => {
        expect(foldFlows(shuffled).flows).toEqual([flows[1], flows[2]]);
      }),
    );
  });
});

describe('foldListing', () => {
  const listed = { code: 5, on: '2025-05-01' };

  it('a listing is in force until it is cleared, also on its own day, and again if the account is listed again', () => {
    expect(foldListing([listed], '2025-12-31', 730)).toEqual({ ...listed, by: 'police', until: '2027-05-01' });
    expect(foldListing([listed, { code: 0, on: '2025-05-01' }], '2025-12-31', 730)).toBeUndefined();
    expect(
      foldListing([{ code: 3, on: '2025-07-01' }, listed, { code: 0, on: '2025-06-01' }], '2025-12-31', 730),
    ).toEqual({
      code: 3,
      on: '2025-07-01',
      by: 'police',
      until: '2027-07-01',
    });
  });

  it('the police end any listing, and a bank ends its own alone', () => {
    const own = { code: 3, on: '2025-06-01', by: 'bank#970436' };
    const ended = { code: 0, on: '2025-08-01', by: 'bank#970436' };
    expect(foldListing([listed, ended], '2025-12-31', 730)).toEqual({ ...listed, by: 'police', until: '2027-05-01' });
    expect(foldListing([own, ended], '2025-12-31', 730)).toBeUndefined();
    expect(foldListing([own, listed], '2025-12-31', 730)).toEqual({ ...listed, by: 'police', until: '2027-05-01' });
    expect(foldListing([own, { code: 0, on: '2025-06-01', by: 'police' }], '2025-12-31', 730)).toBeUndefined();
    expect(foldListing([own, listed, { code: 0, on: '2025-05-02' }], '2025-12-31', 730)).toEqual({
      code: 3,
      on: '2025-06-01',
      by: 'bank',
      until: '2027-06-01',
    });
  });

  it('a listing is not in force before its date', () => {
    expect(foldListing([listed], '2025-04-30', 730)).toBeUndefined();
  });

  it('a listing is in force until the end of its last day, which is the given one or a fixed number of days later', () => {
    expect(foldListing([listed], '2025-05-31', 30)).toEqual({ ...listed, by: 'police', until: '2025-05-31' });
    expect(foldListing([listed], '2025-06-01', 30)).toBeUndefined();
    const short = { ...listed, until: '2025-05-10' };
    expect(foldListing([short], '2025-05-10', 30)).toEqual({ ...short, by: 'police' });
    expect(foldListing([short], '2025-05-11', 30)).toBeUndefined();
    expect(foldListing([{ ...listed, until: '2030-01-01' }], '2025-05-10', 30)).toMatchObject({ until: '2025-05-31' });
    // An earlier listing of the same author does not come back, but the bank's own listing does
    expect(foldListing([{ code: 3, on: '2025-04-01' }, short], '2025-05-11', 730)).toBeUndefined();
    expect(foldListing([{ code: 3, on: '2025-04-01', by: 'bank#970436' }, short], '2025-05-11', 730)).toEqual({
      code: 3,
      on: '2025-04-01',
      by: 'bank',
      until: '2027-04-01',
    });
  });

  it('a listing is the same in whatever order its rows come', () => {
    const listing = fc.record(
      {
        code: fc.integer({ min: 0, max: 3 }),
        on: fc.constantFrom('2025-01-01', '2025-01-02', '2025-02-01'),
        by: fc.constantFrom('police', 'bank#970436'),
        until: fc.constantFrom('2025-02-01', '2025-03-01'),
        decision: fc.record({
          number: fc.constantFrom('1', '2'),
          date: fc.constant('2025-01-01'),
          authority: fc.constant('A'),
        }),
      },
      { requiredKeys: ['code', 'on'] },
    );
    const shuffled = fc
      .array(listing, { maxLength: 6 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffled, fc.constantFrom('2025-01-15', '2025-02-15', '2025-04-01'), ([rows, others], asOf) => {
        expect(foldListing(others, asOf, 60)).toEqual(foldListing(rows, asOf, 60));
      }),
    );
  });
});
