import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountTouched } from '#shared/contracts/messages.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { bankNotices } from '#test/support/bank-notices.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';

const VCB = 'bank#970436';
const REF = 'k1-q3rT0uYw1xZ2aB4cD6eF8g';
const account = { bank: '970436', accountNumber: '0001112223' };
const flagged = { ...account, company: { verdict: 'flagged' } } as const;
const decision = { number: '12/QĐ-CSĐT', date: '2026-01-04', authority: 'Công an tỉnh Hưng Yên' };

describe('the notice of an account to its own bank', () => {
  let notices: Notices;
  let step: ReturnType<typeof bankNotices>;
  let clock: { now: Date };
  beforeEach(async () => {
    ({ notices } = await newNoticesTable());
    clock = { now: new Date('2026-01-05T03:00:00Z') };
    step = bankNotices(notices, clock);
  });
  const notice = () => notices.get(VCB, noticeIdOf(VCB, REF));
  const on = async (day: string, message: AccountTouched = { accountRef: REF }) => {
    clock.now = new Date(`${day}T03:00:00Z`);
    expect(await step.touch(message)).toBe(true);
    return notice();
  };

  it('a bank notice is renewed once when its last day is near, and not before', async () => {
    step.known.set(REF, flagged);
    expect(await on('2026-01-05')).toMatchObject({ sequence: 1, state: 'in_force', expiresOn: '2026-07-04' });
    expect(await on('2026-06-19')).toMatchObject({ sequence: 1 });
    expect(await notices.toReview('2026-06-19')).toEqual([]);
    expect(await notices.toReview('2026-06-20')).toEqual([{ receiver: VCB, subject: REF }]);
    const renewed = await on('2026-06-20');
    expect(renewed).toMatchObject({
      sequence: 2,
      state: 'in_force',
      expiresOn: '2026-12-17',
      handlingStatus: 'issued',
    });
    expect(renewed?.issuedAt).toBe('2026-01-05T03:00:00.000Z');
    expect(await notices.toReview('2026-06-20')).toEqual([]);
    expect(await on('2026-06-21')).toMatchObject({ sequence: 2 });
  });

  it('a bank notice expires where its account has no facts any more, and is issued again under its id', async () => {
    step.known.set(REF, flagged);
    const first = await on('2026-01-05');
    step.known.delete(REF);
    expect(await on('2026-07-04', { accountRef: REF, bank: '970436' })).toMatchObject({ sequence: 1 });
    const before = step.delivered.length;
    const ended = await on('2026-07-05', { accountRef: REF, bank: '970436' });
    expect(ended).toMatchObject({ sequence: 2, state: 'expired', expiresOn: '2026-07-04', handlingStatus: 'issued' });
    expect(ended?.withdrawnBecause).toBeUndefined();
    expect(step.delivered.slice(before)).toEqual([{ receiver: VCB, noticeId: first?.noticeId }]);
    expect(await notices.toReview('2099-01-01')).toEqual([]);
    step.known.set(REF, flagged);
    expect(await on('2026-07-06')).toMatchObject({
      noticeId: first?.noticeId,
      sequence: 3,
      state: 'in_force',
      issuedAt: '2026-07-06T03:00:00.000Z',
      expiresOn: '2027-01-02',
    });
  });

  it('a state that is replaced before it is in the log is entered by the function that replaces it', async () => {
    step.known.set(REF, flagged);
    step.log.fails = true;
    expect(await step.touch({ accountRef: REF })).toBe(false);
    step.log.fails = false;
    step.known.set(REF, { ...account, company: { verdict: 'clear' } });
    expect(await on('2026-01-05')).toMatchObject({ sequence: 2, state: 'withdrawn' });
    expect(step.entered.map(({ kind, says }) => [kind, says['sequence']])).toEqual([
      ['notice-issued', 1],
      ['notice-withdrawn', 2],
    ]);
  });

  it('a bank notice ends with its listing, unless another reason remains', async () => {
    const listing = { code: 3, on: '2026-01-01', by: 'police', until: '2026-01-31' };
    step.known.set(REF, { ...account, listings: [listing] });
    expect(await on('2026-01-05')).toMatchObject({
      expiresOn: '2026-01-31',
      content: { level: 'act', reasonCodes: [3] },
    });
    expect(await on('2026-01-31')).toMatchObject({ sequence: 1, state: 'in_force' });
    expect(await on('2026-02-01')).toMatchObject({ sequence: 2, state: 'expired' });
    step.known.set(REF, { ...flagged, listings: [{ ...listing, on: '2026-02-02', until: '2026-02-28' }] });
    expect(await on('2026-02-02')).toMatchObject({
      sequence: 3,
      content: { reasonCodes: [3, 5] },
      expiresOn: '2026-02-28',
    });
    expect(await on('2026-03-01')).toMatchObject({
      sequence: 4,
      state: 'in_force',
      content: { reasonCodes: [5], level: 'watch' },
      expiresOn: '2026-08-28',
    });
  });

  it('a longer listing is announced shortly before the announced end, and a shorter one at once', async () => {
    const listing = { code: 3, on: '2026-01-01', by: 'police', until: '2026-03-31' };
    step.known.set(REF, { ...account, listings: [listing] });
    await on('2026-01-05');
    step.known.set(REF, { ...account, listings: [{ ...listing, on: '2026-01-06', until: '2026-02-10' }] });
    expect(await on('2026-01-06')).toMatchObject({ sequence: 2, expiresOn: '2026-02-10' });
    step.known.set(REF, { ...account, listings: [{ ...listing, on: '2026-01-07', until: '2026-06-30' }] });
    expect(await on('2026-01-07')).toMatchObject({ sequence: 2 });
    expect(await on('2026-01-27')).toMatchObject({
      sequence: 3,
      expiresOn: '2026-06-30',
      content: { reasonCodes: [3] },
    });
  });

  it('a bank notice is withdrawn by the next message about its account once its measure is off', async () => {
    step.known.set(REF, { ...account, listings: [{ code: 3, on: '2026-01-01', by: 'police' }] });
    expect(await on('2026-01-05')).toMatchObject({ state: 'in_force' });
    step.measures.splice(step.measures.indexOf('suspiciousAccounts'), 1);
    expect(await notices.toReview('2099-01-01')).toEqual([{ receiver: VCB, subject: REF }]);
    expect(await on('2026-01-06')).toMatchObject({ sequence: 2, state: 'withdrawn' });
    expect(await notices.toReview('2099-01-01')).toEqual([]);
  });

  it('a bank notice carries a decision while it is in force, and nothing of it afterwards', async () => {
    step.known.set(REF, { ...account, company: { verdict: 'flagged', confirmed: true, decision } });
    expect(await on('2026-01-05')).toMatchObject({
      content: { decision, request: expect.stringContaining('phong tỏa'), scope: { purpose: 'carry_out_decision' } },
    });
    step.known.set(REF, { ...account, company: { verdict: 'flagged', confirmed: true } });
    const plain = await on('2026-01-06');
    expect(plain).toMatchObject({ sequence: 2, content: { level: 'act', scope: { purpose: 'review' } } });
    step.known.set(REF, { ...account, company: { verdict: 'flagged', confirmed: true, decision } });
    await on('2026-01-07');
    step.known.set(REF, { ...account, company: { verdict: 'watch' } });
    const withdrawn = await on('2026-01-08');
    expect(withdrawn).toMatchObject({ sequence: 4, state: 'withdrawn', content: account });
    for (const one of [plain, withdrawn]) expect(JSON.stringify(one)).not.toMatch(/phong t|QĐ-CSĐT/u);
  });
});
