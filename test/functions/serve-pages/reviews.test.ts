import { beforeEach, describe, expect, it } from 'vitest';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { anObjection } from '#test/support/desks/an-objection.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const CODE = '0101243150';
const CASE = noticeIdOf('police', CODE);
describe('objections at the police desk', () => {
  let desks: TestDesks;
  let first: Browser;
  let other: Browser;
  const send = async (own: Browser, path: string, form: Record<string, string>) =>
    own.post(path, { formToken: await desks.formTokenOf(own), ...form });
  const granted = { outcome: 'granted', reason: 'Hồ sơ đầy đủ' };

  beforeEach(async () => {
    desks = await testDesks();
    await desks.notices.write(aNotice('police', CODE), undefined);
    first = await desks.signedIn(['police'], 'an');
    other = await desks.signedIn(['police'], 'binh');
  });

  it('objections wait in a queue by their deadline, and those that are late are marked', async () => {
    await desks.reviews.write(anObjection(), undefined);
    await desks.reviews.write(anObjection({ reviewId: 'review-2', dueOn: '2026-01-01', reason: 'Nhầm số' }), undefined);
    const { body = '' } = await first.get('/police/reviews');
    expect(body.indexOf('Nhầm số')).toBeLessThan(body.indexOf('Khách hàng'));
    expect(body).toContain('Quá hạn 01/01/2026');
  });

  it('objections are decided by another officer than the one who decided first', async () => {
    const page = (await first.get(`/police/cases/${CASE}`)).body ?? '';
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '';
    const decision = { sequence: field('sequence'), after: field('after'), outcome: 'confirmed', reason: '' };
    expect((await send(first, `/police/cases/${CASE}/decision`, decision)).statusCode).toBe(303);
    await desks.reviews.write(anObjection(), undefined);
    const own = await send(first, '/police/reviews/bank-notice/review-1', granted);
    expect(own.statusCode).toBe(409);
    expect(own.body).toContain('cần người khác xem lại');
    expect((await send(other, '/police/reviews/bank-notice/review-1', granted)).statusCode).toBe(303);
    const [review] = await desks.reviews.ofNotice('bank-notice');
    expect(review).toMatchObject({ state: 'granted', decided: { officer: 'binh', reason: 'Hồ sơ đầy đủ' } });
    const last = await desks.replies.lastDecision('police', CASE);
    expect(await desks.replies.get('police', last?.lastId ?? '')).toMatchObject({
      officer: 'binh',
      reply: { body: { outcome: 'dismissed' } },
    });
    expect(desks.entered.filter(({ kind }) => kind === 'review-decided')).toMatchObject([
      { by: 'officer:binh', says: { outcome: 'granted', reviewId: 'review-1' } },
    ]);
  });

  it('an officer who released a notice does not decide on objections to it', async () => {
    const vote = { officer: 'an', outcome: 'release', at: '2026-01-01T00:00:00.000Z' } as const;
    await desks.releases.write(
      {
        noticeId: 'bank-notice',
        receiver: 'bank#970436',
        subject: 's',
        changeId: 'c',
        act: 'issue',
        level: 'watch',
        accountNumber: '1',
        needed: 1,
        proposedAt: vote.at,
        dueOn: '2026-01-02',
        state: 'released',
        votes: [vote],
        revision: 1,
      },
      undefined,
      2_000_000_000,
    );
    await desks.reviews.write(anObjection(), undefined);
    expect((await send(first, '/police/reviews/bank-notice/review-1', granted)).body).toContain('đã duyệt thông báo');
    expect((await send(other, '/police/reviews/bank-notice/review-1', granted)).statusCode).toBe(303);
  });

  it('a decision whose function ended stays in the queue until a colleague has it carried out', async () => {
    const decided = { officer: 'chi', at: '2026-01-05T02:00:00.000Z', reason: 'Hồ sơ đầy đủ' };
    await desks.reviews.write(anObjection({ state: 'granted', decided, unfinished: true }), undefined);
    expect((await other.get('/police/reviews')).body).toContain('Khách hàng');
    const path = '/police/reviews/bank-notice/review-1';
    expect((await other.get(path)).body).toContain('chưa thực hiện xong');
    const answer = await send(other, path, { outcome: 'upheld', reason: 'Không có chứng cứ mới' });
    expect(answer.body).toContain('đã được quyết định trước đó');
    expect(answer.body).not.toContain('chưa thực hiện xong');
    const last = await desks.replies.lastDecision('police', CASE);
    expect(await desks.replies.get('police', last?.lastId ?? '')).toMatchObject({
      officer: 'chi',
      reply: { body: { outcome: 'dismissed' } },
    });
    expect(desks.entered.filter(({ kind }) => kind === 'review-decided')).toMatchObject([
      { at: decided.at, by: 'officer:chi', says: { outcome: 'granted' } },
    ]);
    expect(await desks.reviews.waiting()).toEqual([]);
  });

  it('objections that are rejected change nothing, and every decision needs a reason', async () => {
    await desks.reviews.write(anObjection(), undefined);
    const path = '/police/reviews/bank-notice/review-1';
    expect((await send(other, path, { outcome: 'upheld', reason: ' ' })).statusCode).toBe(422);
    expect((await send(other, path, { outcome: 'upheld', reason: 'Không có chứng cứ mới' })).statusCode).toBe(303);
    expect(desks.sentReplies).toEqual([]);
    expect((await send(first, path, granted)).body).toContain('đã được quyết định trước đó');
  });

  it('objections of a company are written down on its case, with a deadline, for another officer', async () => {
    const path = `/police/cases/${CASE}/objections`;
    desks.clock.rulesDay = '2025-06-30';
    expect((await send(first, path, { objection: '' })).statusCode).toBe(422);
    expect((await send(first, path, { objection: 'Chúng tôi bị mất giấy tờ <b>' })).statusCode).toBe(303);
    expect((await send(first, path, { objection: 'lần hai' })).statusCode).toBe(409);
    const [review] = await desks.reviews.waiting();
    expect(review).toMatchObject({ askedBy: 'company', askedByOfficer: 'an', dueOn: '2025-07-14' });
    const own = await send(first, `/police/reviews/${CASE}/${review?.reviewId ?? ''}`, granted);
    expect(own.body).toContain('Bạn đã ghi nhận đề nghị này');
    expect((await first.get(`/police/cases/${CASE}`)).body).toContain('giấy tờ &lt;b>');
    expect((await send(other, `/police/reviews/${CASE}/${review?.reviewId ?? ''}`, granted)).statusCode).toBe(303);
    const facts = await desks.outcomes.ofDays('2025-06-01', '2025-06-31');
    expect(
      facts.filter(({ kind }) => kind === 'objected' || kind === 'reviewed').map(({ kind, on }) => [kind, on]),
    ).toEqual([
      ['objected', '2025-06-30'],
      ['reviewed', '2025-06-30'],
    ]);
  });

  it('objections have a page for the police alone', async () => {
    const bank = await desks.signedIn(['bank:970436']);
    expect((await bank.get('/police/reviews')).statusCode).toBe(404);
    expect((await send(bank, '/police/reviews/bank-notice/review-1', granted)).statusCode).toBe(404);
  });
});
