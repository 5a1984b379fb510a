import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountRisk, bankNoticeOf, lastDayOf } from '#shared/domain/notification/notice/bank-notice.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';

const nothing: AccountRisk = { companyFlagged: false, confirmed: false, representativeMismatch: false };
const decision = { number: '12/QĐ-CSĐT', date: '2026-01-04', authority: 'Cơ quan Cảnh sát điều tra' };
const confirmed: AccountRisk = { ...nothing, companyFlagged: true, confirmed: true, decision };
const BLOCKING = /phong\s*to[ảa]|phong\s*tỏa/iu;

describe('the notice of an account to its bank', () => {
  it.each<[string, Partial<AccountRisk>, object | undefined]>([
    ['nothing', {}, undefined],
    ['a flagged company', { companyFlagged: true }, { level: 'watch', reasonCodes: [5] }],
    ['a flag that the police confirmed', { companyFlagged: true, confirmed: true }, { level: 'act', reasonCodes: [5] }],
    ['a flag that concerns the account alone', { accountFlagged: true }, { level: 'watch', reasonCodes: [3] }],
    ['another representative', { representativeMismatch: true }, { level: 'watch', reasonCodes: [1] }],
    ['a listing by the police', { listing: { code: 3, by: 'police' } }, { level: 'act', reasonCodes: [3] }],
    ['a listing by its own bank', { listing: { code: 3, by: 'bank' } }, { level: 'watch', reasonCodes: [3] }],
    [
      'all of it',
      { companyFlagged: true, representativeMismatch: true, listing: { code: 2, by: 'police' } },
      { level: 'act', reasonCodes: [1, 2, 5] },
    ],
  ])('%s', (_what, risk, notice) => {
    const notified = bankNoticeOf({ ...nothing, ...risk }, MEASURES, '2026-01-05');
    expect(notified && { level: notified.level, reasonCodes: notified.reasonCodes }).toEqual(notice);
  });

  it('a flag of one account speaks of no other, and each flag says when the money ran', () => {
    const window = { from: '2025-08-25', to: '2025-09-27', exact: 'day' } as const;
    const ofAccount = bankNoticeOf({ ...nothing, accountFlagged: true, window }, MEASURES, '2026-01-05');
    expect(ofAccount).toMatchObject({ scope: { concerns: 'account' }, window });
    const ofCompany = bankNoticeOf({ ...nothing, companyFlagged: true, window }, MEASURES, '2026-01-05');
    expect(ofCompany).toMatchObject({ scope: { concerns: 'company_accounts' }, window });
    expect(
      bankNoticeOf({ ...nothing, representativeMismatch: true, window }, MEASURES, '2026-01-05')?.window,
    ).toBeUndefined();
  });

  it('a bank notice obeys the switches of the measures', () => {
    const all: AccountRisk = {
      companyFlagged: true,
      confirmed: false,
      representativeMismatch: true,
      listing: { code: 2, by: 'police' },
    };
    expect(bankNoticeOf(all, [], '2026-01-05')).toMatchObject({ level: 'watch', reasonCodes: [5] });
    expect(bankNoticeOf({ ...all, companyFlagged: false }, [], '2026-01-05')).toBeUndefined();
    expect(bankNoticeOf(all, ['accountReview'], '2026-01-05')).toMatchObject({ level: 'watch', reasonCodes: [1, 5] });
  });

  it('the scope of a bank notice is one account, or all accounts of a flagged company, for a review or a decision', () => {
    const scopeOf = (risk: Partial<AccountRisk>) =>
      bankNoticeOf({ ...nothing, ...risk }, MEASURES, '2026-01-05')?.scope;
    expect(scopeOf({ listing: { code: 3, by: 'police' } })).toMatchObject({ concerns: 'account', purpose: 'review' });
    expect(scopeOf({ companyFlagged: true })).toMatchObject({ concerns: 'company_accounts', purpose: 'review' });
    expect(scopeOf({ ...confirmed, listing: { code: 3, by: 'police', decision } })).toMatchObject({
      concerns: 'account',
      purpose: 'carry_out_decision',
    });
    expect(scopeOf(confirmed)).toMatchObject({ concerns: 'company_accounts', purpose: 'carry_out_decision' });
    expect(scopeOf({ companyFlagged: true })).toMatchObject({
      readers: 'fraud_risk_staff',
      legalBasis: expect.any(Array),
    });
  });

  it('a bank notice carries a decision with the flag that it confirms, in a text that names it', () => {
    const notice = bankNoticeOf(confirmed, MEASURES, '2026-01-05');
    expect(notice).toMatchObject({ decision });
    expect(notice?.request).toContain('văn bản số 12/QĐ-CSĐT ngày 04/01/2026 của Cơ quan Cảnh sát điều tra');
    expect(notice?.request).toMatch(BLOCKING);
    expect(bankNoticeOf({ ...confirmed, decision: undefined }, MEASURES, '2026-01-05')?.request).not.toMatch(BLOCKING);
  });

  it('a bank notice contains a decision and mentions blocking only while that decision’s listing or flag is in force', () => {
    const plain = fc.stringMatching(/^[0-9A-Z/-]{1,100}$/u);
    const risk = fc.record(
      {
        companyFlagged: fc.boolean(),
        confirmed: fc.boolean(),
        representativeMismatch: fc.boolean(),
        decision: fc.record({ number: plain, date: fc.constant('2026-01-04'), authority: plain }),
        listing: fc.record(
          { code: fc.integer({ min: 1, max: 8 }), by: fc.constant('police'), decision: fc.constant(decision) },
          { requiredKeys: ['code', 'by'] },
        ),
      },
      { requiredKeys: ['companyFlagged', 'confirmed', 'representativeMismatch'] },
    );
    fc.assert(
      fc.property(risk, fc.subarray([...MEASURES]), (one, measures) => {
        const notice = bankNoticeOf(one, measures, '2026-01-05');
        if (!notice) return;
        const ofListing = measures.includes('suspiciousAccounts') ? one.listing?.decision : undefined;
        const due = ofListing ?? (one.companyFlagged && one.confirmed ? one.decision : undefined);
        expect(BLOCKING.test(JSON.stringify(notice))).toBe(due !== undefined);
        expect(notice.decision).toEqual(due);
        expect(notice.request.length).toBeLessThanOrEqual(500);
      }),
    );
  });

  it('a bank notice is in force for the stage’s days, but no longer than its listing', () => {
    const term = { today: '2026-01-01', noticeDays: 180 };
    const listed = { ...nothing, listing: { code: 3, by: 'police', until: '2026-02-01' } } as const;
    expect(lastDayOf({ ...nothing, companyFlagged: true }, MEASURES, term)).toBe('2026-06-30');
    expect(lastDayOf(listed, MEASURES, term)).toBe('2026-02-01');
    expect(lastDayOf({ ...listed, companyFlagged: true }, [], term)).toBe('2026-06-30');
  });
});
