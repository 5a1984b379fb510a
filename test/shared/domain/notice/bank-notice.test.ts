import { describe, expect, it } from 'vitest';
import { type AccountMatter, bankNoticeOf, MEASURES } from '#shared/domain/notice/bank-notice.ts';

const nothing: AccountMatter = { companyFlagged: false, confirmed: false, representativeMismatch: false };

describe('what a bank is told of an account', () => {
  it.each<[string, Partial<AccountMatter>, ReturnType<typeof bankNoticeOf>]>([
    ['nothing', {}, undefined],
    ['a flagged company', { companyFlagged: true }, { level: 'watch', reasonCodes: [5] }],
    ['a flag that the police confirmed', { companyFlagged: true, confirmed: true }, { level: 'act', reasonCodes: [5] }],
    ['another representative', { representativeMismatch: true }, { level: 'watch', reasonCodes: [1] }],
    ['a listing by the police', { listing: { code: 3, by: 'police' } }, { level: 'act', reasonCodes: [3] }],
    ['a listing by its own bank', { listing: { code: 3, by: 'bank' } }, { level: 'watch', reasonCodes: [3] }],
    [
      'all of it',
      { companyFlagged: true, representativeMismatch: true, listing: { code: 2, by: 'police' } },
      { level: 'act', reasonCodes: [1, 2, 5] },
    ],
  ])('%s', (_what, matter, notice) => {
    expect(bankNoticeOf({ ...nothing, ...matter }, MEASURES)).toEqual(notice);
  });

  it('obeys the switches', () => {
    const all: AccountMatter = {
      companyFlagged: true,
      confirmed: false,
      representativeMismatch: true,
      listing: { code: 2, by: 'police' },
    };
    expect(bankNoticeOf(all, [])).toEqual({ level: 'watch', reasonCodes: [5] });
    expect(bankNoticeOf({ ...all, companyFlagged: false }, [])).toBeUndefined();
    expect(bankNoticeOf(all, ['accountReview'])).toEqual({ level: 'watch', reasonCodes: [1, 5] });
  });
});
