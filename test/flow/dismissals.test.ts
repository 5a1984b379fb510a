import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { noticeIdOf, WITHDRAWN_FROM_POLICE } from '#shared/tables/notices.ts';
import { flagged, POLICE, stolen, VCB } from '#test/support/flagged.ts';
import { activities, registrations } from '#test/support/sample-feeds.ts';

const NOTICE = noticeIdOf('police', stolen.code);
const REASON = 'Đã gặp người đại diện thật tại trụ sở';
type Run = Awaited<ReturnType<typeof flagged>>;

const dismiss = (run: Run) => run.decide(POLICE, { outcome: 'dismissed', reason: REASON });
const Dossier = z.object({ withdrawal: z.string().optional(), timeline: z.array(z.object({ what: z.string() })) });
const dossierOf = (run: Run, sequence: number) => {
  const [, bytes] = [...run.objects].find(([key]) => key.endsWith(`${NOTICE}.${sequence}/dossier.json`)) ?? [];
  return Dossier.parse(JSON.parse(String(bytes)));
};
const summaryOf = async (run: Run) => (await run.notices.open(WITHDRAWN_FROM_POLICE)).map(({ summary }) => summary);

describe('a dismissal by the police', () => {
  it('the police’s notice and its dossier say that the police dismissed it, and why', async () => {
    const run = await flagged();
    await dismiss(run);
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'withdrawn', withdrawnBecause: 'dismissed' }]);
    expect(await summaryOf(run)).toMatchObject([{ enterpriseCode: stolen.code, withdrawnBecause: 'dismissed' }]);
    const { withdrawal, timeline } = dossierOf(run, 2);
    expect(withdrawal).toBe('Cơ quan Công an đã bác bỏ thông báo.');
    const said = timeline.map(({ what }) => what);
    expect(said).toContain(`Công an bác bỏ. Lý do: ${REASON}`);
    expect(said.at(-1)).toBe('Rút thông báo (bản số 2): Cơ quan Công an đã bác bỏ thông báo.');
    expect(said.join()).not.toContain('cập nhật dữ liệu');
  });

  it('a later confirmation brings the notice back, and the dossier has both decisions', async () => {
    const run = await flagged();
    await dismiss(run);
    await run.decide(POLICE, { outcome: 'confirmed', decision: { number: '12/QĐ', date: '2025-12-01' } });
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'in_force', level: 'act', sequence: 3 }]);
    expect(await summaryOf(run)).toEqual([]);
    expect(dossierOf(run, 3).timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        `Công an bác bỏ. Lý do: ${REASON}`,
        'Công an xác nhận, văn bản số 12/QĐ ngày 01/12/2025',
      ]),
    );
  });

  it('the dismissal of a confirmed company whose data have fallen meanwhile is the reason too', async () => {
    const run = await flagged();
    await run.decide(POLICE, { outcome: 'confirmed' });
    const own = { ...stolen, document: '001190000777', registeredOn: '20/02/2025' };
    await run.drop('registrations/b.csv', registrations(own));
    await run.settle();
    await dismiss(run);
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'withdrawn', withdrawnBecause: 'dismissed' }]);
  });

  it('data that fall without a decision are no dismissal', async () => {
    const run = await flagged();
    const own = { ...stolen, document: '001190000777', registeredOn: '20/02/2025' };
    await run.drop('registrations/b.csv', registrations(own));
    await run.settle();
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'withdrawn', withdrawnBecause: 'verdict_fell' }]);
  });

  it('what a bank saw does not revive the notice once its own is withdrawn, but new evidence of another does', async () => {
    const run = await flagged();
    const [ofBank] = await run.feed(VCB);
    await dismiss(run);
    const path = `/v1/notices/${String(ofBank?.['id'])}/decisions`;
    const acted = { sequence: 2, outcome: 'acted', accountStatus: '3' };
    const body = { ...acted, observed: [3] };
    expect(await run.call({ method: 'POST', path, scope: VCB, body })).toMatchObject({ statusCode: 409 });
    await run.reply(VCB, path, acted);
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'withdrawn' }]);
    await run.drop('activities/a.csv', activities(`${stolen.code},TU_CHOI_UY_QUYEN,20/12/2025,,`));
    await run.settle();
    expect(await run.feed(POLICE)).toMatchObject([{ state: 'in_force', sequence: 3 }]);
  });

  it('what a bank saw is not listed where its notice was withdrawn before the answer was recorded', async () => {
    const run = await flagged();
    const [ofBank] = await run.feed(VCB);
    const noticeId = String(ofBank?.['id']);
    const body = { sequence: 1, outcome: 'acted', accountStatus: '3', observed: [3] };
    await run.call({ method: 'POST', path: `/v1/notices/${noticeId}/decisions`, scope: VCB, body });
    const before = await run.notices.get('bank#970436', noticeId);
    if (before === undefined || before.receiver === 'police') throw new Error('not a bank’s');
    const { bank, accountNumber, level, reasonCodes } = before.content;
    const remains = { bank, accountNumber, level, reasonCodes };
    await run.notices.write({ ...before, state: 'withdrawn', content: remains, sequence: 2 }, before);
    await run.settle();
    expect(run.entered.filter(({ kind }) => kind === 'account-listed')).toEqual([]);
  });
});
