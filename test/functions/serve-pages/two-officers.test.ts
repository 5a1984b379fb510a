import { beforeEach, describe, expect, it } from 'vitest';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { anObjection } from '#test/support/desks/an-objection.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const CASE = noticeIdOf('police', '0101243150');
const ACCOUNT = { bank: '970436', accountNumber: '0011223344' };

type DecisionFields = Readonly<Record<string, string>>;
const CONFIRMED = { sequence: '1', outcome: 'confirmed', reason: 'Đã xác minh' };

describe('two officers who make the same decision', () => {
  let desks: TestDesks;
  let accountRef: string;
  const post = async (officer: string, path: string, fields: DecisionFields) => {
    const browser = await desks.signedIn(['police'], officer);
    return browser.post(path, { ...fields, formToken: await desks.formTokenOf(browser) });
  };
  /** The decision as the form of the page that the officer has just opened sends it. */
  const decide = async (officer: string, more: DecisionFields = {}) => {
    const after = (await desks.replies.lastDecision('police', CASE))?.lastId ?? '';
    return post(officer, `/police/cases/${CASE}/decision`, { ...CONFIRMED, after, ...more });
  };
  /** Proposes the change that follows for the bank, and lets an officer release it. */
  const release = async (officer: string, needed: number, act: 'issue' | 'withdraw' = 'issue') => {
    const standing = await desks.releases.get('change');
    const proposed = {
      noticeId: 'change',
      receiver: 'bank#970436',
      subject: accountRef,
      changeId: 'c',
      act,
      level: 'act',
      accountNumber: ACCOUNT.accountNumber,
      enterpriseCode: '0101243150',
      needed,
      proposedAt: '2026-01-05T02:00:00.000Z',
      dueOn: '2026-01-06',
      state: 'waiting',
    } as const;
    const revision = (standing?.revision ?? 0) + 1;
    await desks.releases.write({ ...proposed, votes: [], revision }, standing, 2_000_000_000);
    return (await post(officer, '/police/releases', { change: 'change c', outcome: 'release' })).statusCode;
  };
  const record = (fact: { register: object } | { listing: object }, at = '2026-01-01T00:00:00.000Z') =>
    desks.accounts.record([{ ...accountKeysOf(ACCOUNT, desks.hash), ...ACCOUNT, ...fact } as never], at, 2_000_000_000);
  const list = (officer: string, code: string) =>
    post(officer, `/police/accounts/${accountRef}/listing`, { code, reason: 'Đã xác minh' });
  const decidedBy = async () => {
    const kept = await Promise.all(
      desks.sentReplies.map(({ receiver, replyId }) => desks.replies.get(receiver, replyId)),
    );
    return kept.map((item) => item?.officer);
  };

  beforeEach(async () => {
    desks = await testDesks();
    await desks.notices.write(
      aNotice('police', '0101243150', { content: { enterpriseCode: '0101243150' } }),
      undefined,
    );
    ({ accountRef } = accountKeysOf(ACCOUNT, desks.hash));
    const register = { ...ACCOUNT, enterpriseCode: '0101243150' };
    await record({ register });
  });

  it('the same decision by a second officer is stored as a second one, and neither officer can release the change', async () => {
    expect((await decide('an')).statusCode).toBe(303);
    expect((await decide('binh')).statusCode).toBe(303);
    expect(await decidedBy()).toEqual(['an', 'binh']);
    expect(await release('binh', 2)).toBe(409);
    expect(await release('an', 2)).toBe(409);
    expect(await release('chi', 2)).toBe(303);
  });

  it('an officer who made the same decision in other words before a colleague cannot release the change', async () => {
    await decide('an');
    await decide('binh', { reason: 'Có biên bản xác minh' });
    expect(await release('an', 1)).toBe(409);
  });

  it('an officer whose earlier decision differed may release what follows from a colleague’s decision', async () => {
    await decide('an');
    await decide('binh', { outcome: 'dismissed' });
    expect(await release('an', 1, 'withdraw')).toBe(303);
  });

  it('the same decision sent twice by one officer is one', async () => {
    const [first, again] = [await decide('an', { after: '' }), await decide('an', { after: '' })];
    expect([first.statusCode, again.statusCode]).toEqual([303, 303]);
    expect(new Set(desks.sentReplies.map(({ replyId }) => replyId)).size).toBe(1);
  });

  it('an officer who has not seen that a colleague decided the same is shown it', async () => {
    await decide('an');
    const answer = await decide('binh', { after: '' });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Đồng nghiệp vừa ghi một quyết định');
    expect(await decidedBy()).toEqual(['an']);
  });

  it('the same listing by a second officer is that officer’s own', async () => {
    expect((await list('an', '1')).statusCode).toBe(303);
    expect((await list('binh', '1')).statusCode).toBe(303);
    expect((await list('binh', '1')).statusCode).toBe(303);
    expect(await decidedBy()).toEqual(['an', 'binh', 'binh']);
  });

  it('an officer who listed the account before a colleague did cannot release the change', async () => {
    const listing = { on: '2026-01-02', by: 'police' };
    await record({ listing: { ...listing, code: 0, officer: 'dung' } }, '2026-01-02T01:00:00.000Z');
    await record({ listing: { ...listing, code: 1, officer: 'an' } }, '2026-01-02T02:00:00.000Z');
    await record({ listing: { ...listing, code: 2, officer: 'binh' } }, '2026-01-02T03:00:00.000Z');
    expect(await release('an', 1)).toBe(409);
    expect(await release('binh', 1)).toBe(409);
    expect(await release('dung', 1)).toBe(303);
  });

  it('an objection that a second officer records in the same words is shown as waiting, and a decided one is not opened again', async () => {
    const object = (officer: string) =>
      post(officer, `/police/cases/${CASE}/objections`, { objection: 'Doanh nghiệp có cửa hàng' });
    expect((await object('an')).statusCode).toBe(303);
    expect((await object('an')).statusCode).toBe(303);
    expect((await object('binh')).statusCode).toBe(409);
    const [review] = await desks.reviews.ofNotice(CASE);
    const reason = 'Đã kiểm tra lại: đúng';
    await post('binh', `/police/reviews/${CASE}/${review?.reviewId}`, { outcome: 'upheld', reason });
    expect((await object('an')).statusCode).toBe(409);
    expect(await desks.reviews.ofNotice(CASE)).toMatchObject([{ state: 'upheld' }]);
  });

  it('neither of two officers who confirmed a case can decide on the objection to it', async () => {
    await decide('an');
    await decide('binh');
    await post('chi', `/police/cases/${CASE}/objections`, { objection: 'Doanh nghiệp có cửa hàng' });
    const [review] = await desks.reviews.ofNotice(CASE);
    const settle = (officer: string) =>
      post(officer, `/police/reviews/${CASE}/${review?.reviewId}`, { outcome: 'upheld', reason: 'Đúng' });
    expect((await settle('an')).statusCode).toBe(409);
    expect((await settle('binh')).statusCode).toBe(409);
    expect((await settle('dung')).statusCode).toBe(303);
  });

  it('an officer who listed the account does not decide on the objection to the notice that rests on it', async () => {
    const bank = aNotice('bank#970436', desks.hash.first(accountRef));
    await desks.notices.write(bank, undefined);
    await record({ listing: { on: '2026-01-02', by: 'police', code: 3, officer: 'an' } }, '2026-01-02T01:00:00.000Z');
    await desks.reviews.write(anObjection({ noticeId: bank.noticeId, enterpriseCode: undefined }), undefined);
    const settle = (officer: string) =>
      post(officer, `/police/reviews/${bank.noticeId}/review-1`, { outcome: 'upheld', reason: 'Đúng' });
    const refused = await settle('an');
    expect([refused.statusCode, refused.body]).toEqual([409, expect.stringContaining('Bạn đã đưa tài khoản này')]);
    expect((await settle('binh')).statusCode).toBe(303);
  });

  it('a change can be chosen by officers who may release it, and its proposers see the reason why they may not', async () => {
    await decide('an');
    const shown = async (officer: string) =>
      (await (await desks.signedIn(['police'], officer)).get('/police/releases')).body;
    await release('chi', 3);
    expect(await shown('an')).toContain('Bạn đề xuất');
    expect(await shown('an')).not.toContain('type="checkbox"');
    expect(await shown('chi')).toContain('Bạn đã duyệt');
    expect(await shown('dung')).toContain('type="checkbox"');
    expect(await shown('dung')).toContain('1 người nữa');
  });

  it('the page of an objection has no form for officers who may not decide on it', async () => {
    await post('chi', `/police/cases/${CASE}/objections`, { objection: 'Doanh nghiệp có cửa hàng' });
    const [review] = await desks.reviews.ofNotice(CASE);
    const page = async (officer: string) =>
      (await (await desks.signedIn(['police'], officer)).get(`/police/reviews/${CASE}/${review?.reviewId}`)).body;
    expect(await page('chi')).toContain('Bạn đã ghi nhận đề nghị này');
    expect(await page('chi')).not.toContain('Ghi kết quả');
    expect(await page('dung')).toContain('Ghi kết quả');
  });
});
