import { describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { bodyOf, type Call, httpEvent } from '#test/support/http.ts';
import { noticeEventOf } from '#functions/deliver-notice/notice-event-of.ts';
import { expectAsPublished, expectPublishedEvent } from '#test/support/published.ts';
import { accounts, activities, code, identities, listings, registrations } from '#test/support/sample-feeds.ts';
import { lambdaContext } from '#test/support/sqs.ts';

const POLICE = 'receiver/police';
const VCB = 'receiver/bank.970436';
const stolen = { code: code(1), person: 'Trần Thị Kẻ Gian', born: '01/01/1990', document: '033085000123' };

/** A flagged company whose account is at Vietcombank, and all that its receivers were told. */
async function flagged(options: Parameters<typeof flow>[0] = {}) {
  const run = await flow(options);
  await run.drop('registrations/a.csv', registrations(stolen));
  await run.drop('identities/a.csv', identities('033085000123,CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,'));
  await run.drop(
    'accounts/a.csv',
    accounts(`970436,0001112223,${stolen.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,033085000123,0912345678,20/01/2025,1`),
  );
  await run.settle();
  const call = async (asked: Call) => {
    const answer = await run.api(httpEvent(asked), lambdaContext());
    expectAsPublished(asked, answer);
    return answer;
  };
  const feed = async (scope: string): Promise<Record<string, unknown>[]> => {
    run.clock.now = new Date(run.clock.now.getTime() + 10_000);
    const page = bodyOf(await call({ path: '/v1/notices', scope }));
    return page['data'] as Record<string, unknown>[];
  };
  const reply = async (scope: string, path: string, body: unknown) => {
    const answer = await call({ method: 'POST', path, scope, body });
    expect(answer).toMatchObject({ statusCode: 202 });
    await run.settle();
  };
  const decide = async (scope: string, decision: Record<string, unknown>) => {
    const [notice] = await feed(scope);
    await reply(scope, `/v1/notices/${String(notice?.['id'])}/decisions`, {
      sequence: notice?.['sequence'],
      ...decision,
    });
  };
  const morning = async (day: string) => {
    run.clock.now = new Date(`${day}T00:00:00Z`);
    await run.tick();
    await run.settle();
    run.clock.now = new Date(run.clock.now.getTime() + 900_000);
    await run.settle();
  };
  return { ...run, call, feed, reply, decide, morning };
}

describe('what receivers reply', () => {
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

  it('a bank acknowledges, then says what it did: the notice goes on, however often the replies are handled', async () => {
    const run = await flagged();
    const [notice] = await run.feed(VCB);
    const id = String(notice?.['id']);
    await run.reply(VCB, `/v1/notices/${id}/acknowledgements`, { sequence: 1 });
    expect(await run.feed(VCB)).toMatchObject([{ id, life: 'acknowledged', sequence: 1 }]);
    await run.reply(VCB, `/v1/notices/${id}/decisions`, { sequence: 1, outcome: 'rejected', accountStatus: '1' });
    expect(await run.feed(VCB)).toMatchObject([{ id, life: 'rejected', accountStatus: '1' }]);
    await run.reply(VCB, `/v1/notices/${id}/acknowledgements`, { sequence: 1 });
    expect(await run.feed(VCB)).toMatchObject([{ id, life: 'rejected', accountStatus: '1', sequence: 1 }]);
  });

  it('what a bank saw of an account, and what it reports itself, lists that account by its own bank', async () => {
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

  it("a competent authority's decision reaches the company's bank, and goes with the confirmation that no longer names it", async () => {
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

  it('of confirmed, dismissed and confirmed again, sent before any was acted on, the last holds', async () => {
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

  it('a dismissed flag opens again on new evidence, under the same id', async () => {
    const run = await flagged();
    const [before] = await run.feed(VCB);
    await run.decide(POLICE, { outcome: 'dismissed' });
    expect(await run.feed(VCB)).toMatchObject([{ state: 'withdrawn', sequence: 2 }]);
    await run.drop('activities/a.csv', activities(`${stolen.code},TU_CHOI_UY_QUYEN,20/12/2025,,`));
    await run.settle();
    expect(await run.feed(VCB)).toMatchObject([{ id: before?.['id'], state: 'in_force', level: 'watch', sequence: 3 }]);
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'in_force', sequence: 3 }]);
  });

  it('a listing of the police ends on its day unless it is cleared before, and may come anew', async () => {
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

  it("a decision on one account goes with the police's listing of it, and ends with it", async () => {
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

  it('a dismissal takes the notice back from every bank that was told, each in its own feed', async () => {
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
    expect(await run.feed(BIDV)).toMatchObject([{ accountNumber: '5551112223', state: 'in_force', life: 'issued' }]);
    const before = run.sent.length;
    await run.decide(POLICE, { outcome: 'dismissed' });
    for (const [scope, accountNumber] of [
      [VCB, '0001112223'],
      [BIDV, '5551112223'],
    ] as const)
      expect(await run.feed(scope)).toMatchObject([{ accountNumber, state: 'withdrawn', life: 'issued' }]);
    const told = run.sent.slice(before).filter(({ queue }) => queue === 'deliveries');
    expect(new Set(told.map(({ body }) => (body as { receiver: string }).receiver))).toEqual(
      new Set(['police', 'bank#970436', 'bank#970418']),
    );
  });

  it('each morning stands by what is near its end', async () => {
    const run = await flagged({ asOf: 'real' });
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 1, expiresOn: '2026-07-04' }]);
    await run.morning('2026-06-19');
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 1, expiresOn: '2026-07-04' }]);
    await run.morning('2026-06-20');
    await run.morning('2026-06-21');
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 2, state: 'in_force', expiresOn: '2026-12-17' }]);
  });

  it('each state of a notice is read and pushed as the papers say, and may be answered: what is over too', async () => {
    const run = await flagged({ asOf: 'real' });
    const pushed = async (scope: string, accountNumber = '0001112223') => {
      const found = (await run.feed(scope)).find((one) => scope === POLICE || one['accountNumber'] === accountNumber);
      const notice = await run.notices.get(scope === VCB ? 'bank#970436' : 'police', String(found?.['id']));
      const event = notice && noticeEventOf(notice);
      expectPublishedEvent(event);
      return { kind: event?.type.split('.').at(-2) };
    };
    const decision = { number: '12/QĐ-CSĐT', date: '2026-01-04' };
    await run.decide(POLICE, { outcome: 'confirmed', decision });
    expect(await pushed(POLICE)).toMatchObject({ kind: 'updated' });
    expect(await pushed(VCB)).toMatchObject({ kind: 'updated' });

    // Renewed: what was answered before is to be answered again
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2' });
    await run.morning('2026-06-20');
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 3, life: 'issued', decision }]);
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2' });

    await run.decide(POLICE, { outcome: 'dismissed' });
    expect(await pushed(POLICE)).toMatchObject({ kind: 'withdrawn' });
    expect(await pushed(VCB)).toMatchObject({ kind: 'withdrawn' });

    // Listed until a day, which passes
    const report = {
      bank: '970436',
      accountNumber: '777888999',
      code: 4,
      on: '2026-06-20',
      until: '2026-06-30',
      decision,
    };
    await run.reply(POLICE, '/v1/suspicious-accounts', report);
    await run.morning('2026-07-01');
    const listed = (await run.feed(VCB)).find(({ accountNumber }) => accountNumber === '777888999');
    expect(listed).toMatchObject({ state: 'expired', sequence: 2, expiresOn: '2026-06-30', life: 'issued' });
    expect(JSON.stringify(listed)).not.toMatch(/phong t|QĐ-CSĐT|Đề nghị/u);
    expect(await pushed(VCB, '777888999')).toMatchObject({ kind: 'expired' });
    const id = String(listed?.['id']);
    await run.reply(VCB, `/v1/notices/${id}/acknowledgements`, { sequence: 2 });
    await run.reply(VCB, `/v1/notices/${id}/decisions`, { sequence: 2, outcome: 'acted', accountStatus: '1' });
    const answered = bodyOf(await run.call({ path: `/v1/notices/${id}`, scope: VCB }));
    expect(answered).toMatchObject({ state: 'expired', life: 'acted', accountStatus: '1', sequence: 2 });
  });

  it('a reply that nobody kept is parked', async () => {
    const run = await flow();
    run.waiting
      .get('replies')
      ?.push({ body: { receiver: 'police', replyId: 'q3rT0uYw1xZ2aB4cD6eF8g' }, sentAt: 0, delaySeconds: 0 });
    await run.settle();
    expect(await run.parked.of('a-queue')).toMatchObject([{ why: 'reply:unknown' }]);
  });
});
