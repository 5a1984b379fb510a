import { describe, expect, it } from 'vitest';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { accounts, activities, code, identities, listings, registrations } from '#test/support/sample-feeds.ts';

const stolen = { code: code(1), person: 'Trần Thị Kẻ Gian', born: '01/01/1990', document: '033085000123' };
const honest = {
  code: code(2),
  document: '033085000456',
  phone: '0987654321',
  address: 'Số 7, đường Bạch Đằng, Phường Phố Hiến, Tỉnh Hưng Yên',
};
const police = identities(
  '033085000123,CCCD,Nguyễn Văn Nạn Nhân,12/03/1985,Nam,BINH_THUONG,,,',
  '033085000456,CCCD,Nguyễn Văn Mẫu,12/03/1985,Nam,BINH_THUONG,,,',
);
const banks = accounts(
  `970436,0001112223,${stolen.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,033085000123,0912345678,20/01/2025,1`,
  `970418,0001112223,${honest.code},CÔNG TY TNHH MẪU,Nguyễn Văn Mẫu,033085000456,0987654321,20/01/2025,1`,
  `970418,0009998887,${honest.code},CÔNG TY TNHH MẪU,Lê Thị Kế Toán,033085000789,0987654321,20/01/2025,1`,
);
const files: readonly (readonly [string, string])[] = [
  ['registrations/a.csv', registrations(stolen, honest)],
  ['identities/a.csv', police],
  ['accounts/a.csv', banks],
  [
    'suspicious-accounts/a.csv',
    listings(
      '970422,555666777,5,Nhận tiền lừa đảo,01/12/2025',
      '970422,111,5,Nhầm,01/11/2025',
      '970422,111,0,,05/11/2025',
    ),
  ],
  ['activities/a.csv', activities(`${honest.code},TO_KHAI_THUE,20/04/2025,500000000,2025-Q1`)],
];

const noticesOf = async ({ notices }: FlowRun, ...receivers: string[]) => {
  const all = await Promise.all(receivers.map((receiver) => notices.changed(receiver, '', '9', 100)));
  return all.flat().map(({ notice }) => notice);
};
/** The next version of a company's registration. */
const later = (company: Parameters<typeof registrations>[0]): string =>
  registrations(company).replace('Số giấy tờ', 'Số giấy tờ,Ngày thay đổi').replace(/$/u, ',01/06/2025');
const RECEIVERS = ['police', 'bank#970436', 'bank#970418', 'bank#970422'];
describe('the flow, from a dropped file to a notice', () => {
  it('a stolen identity leads to a notice to the police and to each bank of its own accounts, an honest company to none', async () => {
    const run = await flow();
    for (const [key, content] of files) await run.drop(key, content);
    await run.settle();
    const assessed = await run.assessments.of([stolen.code, honest.code]);
    expect(assessed.get(stolen.code)).toMatchObject({
      verdict: 'flagged',
      people: [{ result: 'mismatch', maskedDocumentNumber: '****0123' }],
    });
    expect(assessed.get(honest.code)).toMatchObject({
      verdict: expect.not.stringMatching('flagged'),
      people: [{ result: 'match' }],
    });
    const told = { nothing: 1, totals: 0, minutes: 0, days: 0, needed: 0 };
    expect((await run.assessments.countByState()).banks).toEqual({ '970436': told });
    expect(await noticesOf(run, 'police')).toEqual([
      expect.objectContaining({ content: expect.objectContaining({ enterpriseCode: stolen.code }) }),
    ]);
    expect((await noticesOf(run, 'bank#970436')).map(({ content }) => content)).toEqual([
      expect.objectContaining({
        accountNumber: '0001112223',
        enterpriseCode: stolen.code,
        reasonCodes: [5],
        level: 'watch',
      }),
    ]);
    expect((await noticesOf(run, 'bank#970418')).map(({ content }) => content)).toEqual([
      expect.objectContaining({ accountNumber: '0009998887', reasonCodes: [1], level: 'watch' }),
    ]);
    expect((await noticesOf(run, 'bank#970422')).map(({ content }) => content)).toEqual([
      expect.objectContaining({ accountNumber: '555666777', reasonCodes: [5], level: 'act' }),
    ]);
  });

  it('the flow asks banks only for a review, and gives them no reason of the police', async () => {
    const run = await flow();
    for (const [key, content] of files) await run.drop(key, content);
    await run.settle();
    const text = JSON.stringify(await noticesOf(run, ...RECEIVERS.slice(1)));
    expect(text).toContain('Đề nghị rà soát');
    expect(text).not.toMatch(/phong tỏa|Nạn Nhân|Kẻ Gian|lừa đảo/u);
  });

  it('the flow withdraws a notice when its facts end, under the same id and a higher sequence', async () => {
    const run = await flow();
    const misnamed = { ...stolen, born: '12/03/1985' };
    for (const [key, content] of files.slice(1)) await run.drop(key, content);
    await run.drop('registrations/a.csv', registrations(misnamed, honest));
    await run.settle();
    const [before] = await noticesOf(run, 'bank#970436');
    await run.drop('registrations/b.csv', later({ ...misnamed, person: 'Nguyễn Văn Nạn Nhân' }));
    await run.settle();
    expect((await run.assessments.get(stolen.code))?.verdict).not.toBe('flagged');
    const [after] = await noticesOf(run, 'bank#970436');
    expect(after).toMatchObject({
      noticeId: before?.noticeId,
      sequence: 2,
      state: 'withdrawn',
      withdrawnBecause: 'no_reason_stands',
    });
    expect(await noticesOf(run, 'police')).toEqual([expect.objectContaining({ sequence: 2, state: 'withdrawn' })]);
  });

  it.each([
    ['whose number it is', { person: 'Nguyễn Văn Nạn Nhân', born: '12/03/1985' }],
    ['who is another one', { person: 'Lê Văn Sạch', born: '05/05/1980', document: '033080000777' }],
  ])('a later registration with a representative %s clears no company alone', async (_, head) => {
    const run = await flow({ releasePolicy: stageConfig('local').releases });
    for (const [key, content] of files) await run.drop(key, content);
    await run.drop('identities/b.csv', identities('033080000777,CCCD,Lê Văn Sạch,05/05/1980,Nam,BINH_THUONG,,,'));
    await run.settle();
    await run.drop('registrations/b.csv', later({ ...stolen, ...head }));
    await run.settle();
    expect(await run.assessments.get(stolen.code)).toMatchObject({
      verdict: 'watch',
      byOneSender: true,
      onWhoseWord: expect.stringContaining('cơ quan đăng ký kinh doanh'),
    });
    expect(await noticesOf(run, 'police')).toEqual([expect.objectContaining({ sequence: 1, state: 'in_force' })]);
  });

  it('the flow withdraws the notice of a listing that is cleared', async () => {
    const run = await flow();
    await run.drop('suspicious-accounts/a.csv', listings('970422,555666777,5,Nhận tiền lừa đảo,01/12/2025'));
    await run.settle();
    expect(await noticesOf(run, 'bank#970422')).toEqual([expect.objectContaining({ state: 'in_force', sequence: 1 })]);
    await run.drop('suspicious-accounts/b.csv', listings('970422,555666777,0,,02/12/2025'));
    await run.settle();
    expect(await noticesOf(run, 'bank#970422')).toEqual([expect.objectContaining({ state: 'withdrawn', sequence: 2 })]);
  });

  it('the flow issues no notice before a verdict has lasted for the settling time', async () => {
    const run = await flow({ settlingSeconds: 600 });
    for (const [key, content] of files) await run.drop(key, content);
    await run.settle();
    expect(await noticesOf(run, ...RECEIVERS)).toEqual([]);
    run.clock.now = new Date(run.clock.now.getTime() + 700_000);
    await run.settle();
    expect(await noticesOf(run, ...RECEIVERS)).toHaveLength(4);
  });
});
