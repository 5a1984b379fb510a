import { describe, expect, it } from 'vitest';
import { flagged, POLICE, stolen, VCB } from '#test/support/flagged.ts';
import { flow } from '#test/support/flow.ts';
import { httpEvent } from '#test/support/http.ts';
import { accounts, activities, listings } from '#test/support/sample-feeds.ts';
import { lambdaContext } from '#test/support/sqs.ts';

describe('the replies of receivers', () => {
  it('a police dismissal withdraws the notices of police and bank; a confirmation later raises them to act', async () => {
    const run = await flagged();
    const [before] = await run.feed(VCB);
    expect(before).toMatchObject({ state: 'in_force', level: 'watch', reasonCodes: [5], sequence: 1 });
    await run.decide(POLICE, { outcome: 'dismissed', reason: 'Đã xác minh tại trụ sở' });
    expect((await run.companies.recorded(stolen.code)).decisions).toMatchObject([
      { outcome: 'dismissed', codes: expect.arrayContaining([expect.any(String)]) },
    ]);
    expect(await run.assessments.get(stolen.code)).toMatchObject({ verdict: 'watch' });
    expect(await run.feed(VCB)).toMatchObject([{ id: before?.['id'], state: 'withdrawn', sequence: 2 }]);
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'withdrawn', sequence: 2 }]);

    await run.decide(POLICE, { outcome: 'confirmed', decision: { number: '12/QĐ-CSKT', date: '2026-01-04' } });
    expect(await run.feed(VCB)).toMatchObject([{ id: before?.['id'], state: 'in_force', level: 'act', sequence: 3 }]);
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'in_force', level: 'act', sequence: 3 }]);
    expect(JSON.stringify(run.sent)).not.toMatch(/xác minh|QĐ-CSKT|0001112223/u);
  });

  it('a bank’s acknowledgement and later decision count once, however often the replies are handled', async () => {
    const run = await flagged();
    const [notice] = await run.feed(VCB);
    const id = String(notice?.['id']);
    await run.reply(VCB, `/v1/notices/${id}/acknowledgements`, { sequence: 1 });
    expect(await run.feed(VCB)).toMatchObject([{ id, handlingStatus: 'acknowledged', sequence: 1 }]);
    await run.reply(VCB, `/v1/notices/${id}/decisions`, { sequence: 1, outcome: 'rejected', accountStatus: '1' });
    expect(await run.feed(VCB)).toMatchObject([{ id, handlingStatus: 'rejected', accountStatus: '1' }]);
    await run.reply(VCB, `/v1/notices/${id}/acknowledgements`, { sequence: 1 });
    expect(await run.feed(VCB)).toMatchObject([{ id, handlingStatus: 'rejected', accountStatus: '1', sequence: 1 }]);
  });

  it('a bank’s observation or report lists the account in the bank’s name', async () => {
    const run = await flagged();
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2', observed: [3] });
    const report = { bank: '970436', accountNumber: '777888999', code: 4, on: '2025-12-20' };
    await run.reply(VCB, '/v1/suspicious-accounts', report);
    await run.reply(VCB, '/v1/suspicious-accounts', report);
    const feed = await run.feed(VCB);
    expect(feed).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ accountNumber: '0001112223', reasonCodes: [3, 5] }),
        expect.objectContaining({ accountNumber: '777888999', reasonCodes: [4], sequence: 1 }),
      ]),
    );
    await run.reply(VCB, '/v1/suspicious-accounts', { ...report, code: 0, on: '2025-12-21' });
    expect(await run.feed(VCB)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ accountNumber: '777888999', state: 'withdrawn', sequence: 2 }),
      ]),
    );
  });

  it('a bank cannot clear what the police listed; the police can', async () => {
    const run = await flagged();
    await run.drop('suspicious-accounts/a.csv', listings('970436,777888999,5,Nhận tiền lừa đảo,01/12/2025'));
    await run.settle();
    const clear = { bank: '970436', accountNumber: '777888999', code: 0, on: '2025-12-21' };
    const state = async () => (await run.feed(VCB)).find((one) => one['accountNumber'] === '777888999')?.['state'];
    await run.reply(VCB, '/v1/suspicious-accounts', clear);
    expect(await state()).toBe('in_force');
    await run.reply(POLICE, '/v1/suspicious-accounts', clear);
    expect(await state()).toBe('withdrawn');
  });

  it("a competent authority's decision reaches the company's bank, and is withdrawn once a later confirmation does not name it", async () => {
    const run = await flagged();
    const decision = { number: '12/QĐ-CSĐT', date: '2026-01-04' };
    await run.decide(POLICE, { outcome: 'confirmed', decision });
    expect(await run.feed(VCB)).toMatchObject([
      {
        sequence: 2,
        level: 'act',
        decision: { ...decision, authority: 'Công an tỉnh Hưng Yên' },
        request: expect.stringContaining('văn bản số 12/QĐ-CSĐT ngày 04/01/2026 của Công an tỉnh Hưng Yên'),
        scope: { concerns: 'company_accounts', purpose: 'carry_out_decision' },
      },
    ]);
    await run.decide(POLICE, { outcome: 'confirmed' });
    const [plain] = await run.feed(VCB);
    expect(plain).toMatchObject({ sequence: 3, state: 'in_force', level: 'act', scope: { purpose: 'review' } });
    expect(JSON.stringify(plain)).not.toMatch(/phong t|QĐ-CSĐT/u);

    await run.decide(POLICE, { outcome: 'confirmed', decision: { ...decision, authority: 'Viện kiểm sát' } });
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 4, decision: { authority: 'Viện kiểm sát' } }]);
    await run.decide(POLICE, { outcome: 'dismissed' });
    const [withdrawn] = await run.feed(VCB);
    expect(withdrawn).toMatchObject({ sequence: 5, state: 'withdrawn', accountNumber: '0001112223' });
    expect(JSON.stringify(withdrawn)).not.toMatch(/phong t|QĐ-CSĐT/u);
  });

  it('the last of three decisions that were sent before any was handled counts', async () => {
    const run = await flagged();
    const [notice] = await run.feed(POLICE);
    const path = `/v1/notices/${String(notice?.['id'])}/decisions`;
    for (const outcome of ['confirmed', 'dismissed', 'confirmed', 'confirmed'])
      await run.api(
        httpEvent({ method: 'POST', path, scope: POLICE, body: { sequence: 1, outcome } }),
        lambdaContext(),
      );
    run.waiting.get('replies')?.reverse();
    await run.settle();
    const { decisions } = await run.companies.recorded(stolen.code);
    expect(decisions).toHaveLength(3);
    expect(await run.assessments.get(stolen.code)).toMatchObject({ confirmed: true, verdict: 'flagged' });
  });

  it('a dismissed company is flagged again by new evidence, under the same id', async () => {
    const run = await flagged();
    const [before] = await run.feed(VCB);
    await run.decide(POLICE, { outcome: 'dismissed' });
    expect(await run.feed(VCB)).toMatchObject([{ state: 'withdrawn', sequence: 2 }]);
    await run.drop('activities/a.csv', activities(`${stolen.code},TU_CHOI_UY_QUYEN,20/12/2025,,`));
    await run.settle();
    expect(await run.feed(VCB)).toMatchObject([{ id: before?.['id'], state: 'in_force', level: 'watch', sequence: 3 }]);
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'in_force', sequence: 3 }]);
  });

  it('a listing of the police ends on its last day or when it is cleared, and may be made again', async () => {
    const run = await flagged();
    const report = { bank: '970436', accountNumber: '777888999', code: 4, on: '2025-12-20', until: '2025-12-31' };
    const listed = async () => (await run.feed(VCB)).find((one) => one['accountNumber'] === '777888999');
    await run.reply(POLICE, '/v1/suspicious-accounts', report);
    expect(await listed()).toMatchObject({ state: 'in_force', level: 'act', expiresOn: '2025-12-31', sequence: 1 });
    await run.reply(POLICE, '/v1/suspicious-accounts', { ...report, code: 0, until: undefined });
    expect(await listed()).toMatchObject({ state: 'withdrawn', sequence: 2 });
    await run.reply(POLICE, '/v1/suspicious-accounts', { ...report, on: '2025-12-21' });
    expect(await listed()).toMatchObject({ state: 'in_force', sequence: 3 });
    await run.reply(POLICE, '/v1/suspicious-accounts', { ...report, on: '2025-12-22', until: '2025-12-30' });
    expect(await listed()).toMatchObject({ state: 'withdrawn', sequence: 4 });
  });

  it('a decision on one account belongs to the police’s listing of it, and ends with it', async () => {
    const run = await flagged();
    const decision = { number: '7/QĐ-CSĐT', date: '2025-12-20' };
    const report = { bank: '970436', accountNumber: '777888999', code: 4, on: '2025-12-20' };
    const listed = async () => (await run.feed(VCB)).find((one) => one['accountNumber'] === '777888999');
    await run.reply(POLICE, '/v1/suspicious-accounts', report);
    expect(await listed()).toMatchObject({ sequence: 1, request: expect.not.stringContaining('phong tỏa') });
    await run.reply(POLICE, '/v1/suspicious-accounts', { ...report, decision });
    expect(await listed()).toMatchObject({
      sequence: 2,
      decision: { ...decision, authority: 'Công an tỉnh Hưng Yên' },
      scope: { concerns: 'account', purpose: 'carry_out_decision' },
    });
    await run.reply(POLICE, '/v1/suspicious-accounts', { ...report, code: 0, on: '2025-12-21' });
    const cleared = await listed();
    expect(cleared).toMatchObject({ sequence: 3, state: 'withdrawn' });
    expect(JSON.stringify(cleared)).not.toMatch(/phong t|QĐ-CSĐT/u);
  });

  it('a dismissal withdraws the notice at every bank that had it, each in its own feed', async () => {
    const run = await flagged();
    const BIDV = 'receiver/bank.970418';
    await run.drop(
      'accounts/b.csv',
      accounts(
        `970418,5551112223,${stolen.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,033085000123,0912345678,20/01/2025,1`,
      ),
    );
    await run.settle();
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2' });
    expect(await run.feed(BIDV)).toMatchObject([
      { accountNumber: '5551112223', state: 'in_force', handlingStatus: 'issued' },
    ]);
    const before = run.sent.length;
    await run.decide(POLICE, { outcome: 'dismissed' });
    for (const [scope, accountNumber] of [
      [VCB, '0001112223'],
      [BIDV, '5551112223'],
    ] as const)
      expect(await run.feed(scope)).toMatchObject([{ accountNumber, state: 'withdrawn', handlingStatus: 'issued' }]);
    const notified = run.sent.slice(before).filter(({ queue }) => queue === 'deliveries');
    expect(new Set(notified.map(({ body }) => (body as { receiver: string }).receiver))).toEqual(
      new Set(['police', 'bank#970436', 'bank#970418']),
    );
  });

  it('the morning run renews the notices that are near their end', async () => {
    const run = await flagged({ asOf: 'real' });
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 1, expiresOn: '2026-07-04' }]);
    await run.morning('2026-06-19');
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 1, expiresOn: '2026-07-04' }]);
    await run.morning('2026-06-20');
    await run.morning('2026-06-21');
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 2, state: 'in_force', expiresOn: '2026-12-17' }]);
  });

  it('an objection of a bank becomes one case with a deadline, which stays decided when its message comes again', async () => {
    const run = await flagged();
    const [notice] = await run.feed(VCB);
    const id = String(notice?.['id']);
    const reason = 'Khách hàng đã nộp hợp đồng và hóa đơn';
    await run.reply(VCB, `/v1/notices/${id}/reviews`, { sequence: 1, reason });
    const [review] = await run.reviews.waiting();
    expect(review).toMatchObject({ noticeId: id, askedBy: 'bank#970436', reason, enterpriseCode: stolen.code });
    expect(review && review.dueOn > review.askedAt).toBe(true);
    expect(run.entered).toContainEqual(expect.objectContaining({ kind: 'review-asked' }));
    const decided = { officer: 'b', at: '2026-01-06T03:00:00.000Z', reason: 'Đã đối chiếu' };
    if (review)
      expect(await run.reviews.write({ ...review, state: 'upheld', decided, revision: 2 }, review)).toBe(true);
    await run.reply(VCB, `/v1/notices/${id}/reviews`, { sequence: 1, reason });
    expect(await run.reviews.ofNotice(id)).toMatchObject([{ state: 'upheld', decided }]);
    expect(await run.reviews.waiting()).toEqual([]);
    expect(JSON.stringify([run.sent, run.entered])).not.toContain('hóa đơn');
  });

  it('a reply that is not in the table is parked', async () => {
    const run = await flow();
    run.waiting
      .get('replies')
      ?.push({ body: { receiver: 'police', replyId: 'q3rT0uYw1xZ2aB4cD6eF8g' }, sentAt: 0, delaySeconds: 0 });
    await run.settle();
    expect(await run.parked.of('a-queue')).toMatchObject([{ why: 'reply_unknown' }]);
  });
});
