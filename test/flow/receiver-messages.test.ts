import { describe, expect, it, vi } from 'vitest';
import { noticeEventOf } from '#functions/deliver-notice/send-notice.ts';
import { logger } from '#shared/runtime/log.ts';
import { flagged, POLICE, stolen, VCB } from '#test/support/flagged.ts';
import { bodyOf } from '#test/support/http.ts';
import { expectPublishedEvent } from '#test/support/published.ts';
import { accounts } from '#test/support/sample-feeds.ts';

describe('the messages to receivers', () => {
  it('each state of a notice, also an ended one, is read, pushed and answered as the API documents say', async () => {
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

    // A renewed notice needs an answer again
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2' });
    await run.morning('2026-06-20');
    expect(await run.feed(VCB)).toMatchObject([{ sequence: 3, handlingStatus: 'issued', decision }]);
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2' });

    await run.decide(POLICE, { outcome: 'dismissed' });
    expect(await pushed(POLICE)).toMatchObject({ kind: 'withdrawn' });
    expect(await pushed(VCB)).toMatchObject({ kind: 'withdrawn' });

    // The listing's last day passes
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
    expect(listed).toMatchObject({ state: 'expired', sequence: 2, expiresOn: '2026-06-30', handlingStatus: 'issued' });
    expect(JSON.stringify(listed)).not.toMatch(/phong t|QĐ-CSĐT|Đề nghị/u);
    expect(await pushed(VCB, '777888999')).toMatchObject({ kind: 'expired' });
    const id = String(listed?.['id']);
    await run.reply(VCB, `/v1/notices/${id}/acknowledgements`, { sequence: 2 });
    await run.reply(VCB, `/v1/notices/${id}/decisions`, { sequence: 2, outcome: 'acted', accountStatus: '1' });
    const answered = bodyOf(await run.call({ path: `/v1/notices/${id}`, scope: VCB }));
    expect(answered).toMatchObject({ state: 'expired', handlingStatus: 'acted', accountStatus: '1', sequence: 2 });
  });

  it('the notice to the police shows an account that becomes known after it was written', async () => {
    const run = await flagged({ asOf: 'real' });
    const [notice] = await run.feed(POLICE);
    const shown = async () => (await run.notices.get('police', String(notice?.['id'])))?.content;
    expect(await shown()).toMatchObject({ accounts: [{ bank: '970436' }] });
    const row = `970418,0009998887,${stolen.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,033085000123,0912345678,20/02/2025,1`;
    await run.drop('accounts/b.csv', accounts(row));
    await run.settle();
    expect(await run.feed(POLICE)).toMatchObject([{ sequence: 2, handlingStatus: 'issued' }]);
    expect(JSON.stringify(await shown())).toMatch(/970418.*970436|970436.*970418/u);
  });

  it('no name, number, reason or document is in a queue, a parked message or the log, whatever is replied', async () => {
    const lines: unknown[] = [];
    const keep = (...line: unknown[]) => void lines.push(line);
    const spies = (['info', 'warn', 'error'] as const).map((level) => vi.spyOn(logger, level).mockImplementation(keep));
    const run = await flagged({ asOf: 'real' });
    const decision = { number: '12/QĐ-CSĐT', date: '2026-01-04', authority: 'Viện kiểm sát MẬT' };
    const report = {
      bank: '970436',
      accountNumber: '777888999',
      code: 8,
      reason: 'Trần Thị Kẻ Gian khai',
      on: '2025-12-20',
    };
    await run.decide(VCB, { outcome: 'acted', accountStatus: '2', observed: [3], note: 'Kẻ Gian đã rút 0912345678' });
    await run.decide(POLICE, { outcome: 'confirmed', decision, reason: 'Nạn Nhân trình báo' });
    await run.reply(POLICE, '/v1/suspicious-accounts', { ...report, decision, until: '2026-01-31' });
    for (const [scope, body] of [
      [POLICE, { ...report, accountNumber: '4111111111111111' }],
      [VCB, { ...report, decision }],
      [VCB, '{"reason": "Nạn Nhân'],
    ] as const) {
      const answer = await run.call({
        method: 'POST',
        path: '/v1/suspicious-accounts',
        scope,
        body,
        headers: { 'idempotency-key': 'Ke-Gian-0001112223' },
      });
      expect([400, 403]).toContain(answer.statusCode);
      lines.push(answer.body);
    }
    const [notice] = await run.feed(POLICE);
    const path = `/v1/dossiers/${String(notice?.['id'])}/link`;
    for (const client of ['ca', undefined])
      expect(await run.call({ method: 'POST', path, scope: POLICE, client, body: { form: 'docx' } })).toMatchObject({
        statusCode: 201,
      });
    run.waiting
      .get('replies')
      ?.push({ body: { receiver: 'police', replyId: 'q3rT0uYw1xZ2aB4cD6eF8g' }, sentAt: 0, delaySeconds: 0 });
    await run.morning('2026-02-01');
    for (const spy of spies) spy.mockRestore();

    const codes = lines.flatMap((line) => (Array.isArray(line) ? [line[0]] : []));
    expect(codes).toEqual(expect.arrayContaining(['DOSSIER_LINK_ISSUED', 'NOTICES_UNANSWERED', 'MESSAGE_PARKED']));
    expect(new Set(run.entered.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
    const parked = await run.parked.of('a-queue');
    expect(parked).not.toEqual([]);
    const said = JSON.stringify([run.sent, run.entered, lines, parked]);
    for (const secret of [
      'Kẻ Gian',
      'Nạn Nhân',
      'Ke-Gian',
      '033085',
      '0912345678',
      '0001112223',
      '777888999',
      '41111111',
      'QĐ-CSĐT',
      'MẬT',
    ])
      expect(said).not.toContain(secret);
  });
});
