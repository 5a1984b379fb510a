import { beforeEach, describe, expect, it } from 'vitest';
import { monthsAsked } from '#functions/serve-pages/province/period-figures.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

describe('the province desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['province']);
    const fact = (n: number, on: string) => ({
      caseId: `090000001${n}`,
      on,
      at: `${on}T02:00:00.000Z`,
      by: 'machine' as const,
    });
    const about = { rules: ['REP_DECEASED'], ruleSet: 'a-set', score: 91, commune: '12345' };
    const police = (n: number) => ({ receiver: 'police' as const, noticeId: `n${n}`.padEnd(22, 'x'), sequence: 1 });
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await desks.outcomes.record([
        { ...fact(n, '2026-01-02'), kind: 'flagged', ...about, ...police(n) },
        { ...fact(n, '2026-01-02'), kind: 'notified', level: 'watch', ...about, ...police(n) },
      ]);
    }
    await desks.outcomes.record([
      { ...fact(1, '2026-01-05'), kind: 'dismissed', by: 'police', ...police(1) },
      {
        ...fact(2, '2026-01-04'),
        kind: 'notified',
        level: 'watch',
        receiver: 'bank#970436',
        noticeId: 'b2'.padEnd(22, 'x'),
        sequence: 1,
        reasonCodes: [5],
      },
      { ...fact(7, '2025-11-04'), kind: 'flagged', ...about, ...police(7) },
      { ...fact(7, '2025-11-04'), kind: 'notified', level: 'watch', ...about, ...police(7) },
    ]);
  });

  it('the province desk shows the month’s figures by outcome, bank and rule, and no small count of a group', async () => {
    const { body = '' } = await browser.get('/province/figures');
    expect(body).toContain('Số liệu tháng 01/2026');
    expect(body).toMatch(/Doanh nghiệp bị gắn cờ<\/dt><dd[^>]*>6</u);
    expect(body).toMatch(/Công an bác bỏ<\/dt><dd[^>]*>1</u);
    expect(body).toContain('Vietcombank');
    const rule = body.slice(body.indexOf('Một doanh nghiệp có thể có nhiều dấu hiệu'));
    expect(rule).toContain('>6<');
    expect(rule.slice(0, rule.indexOf('</table>')).match(/>ẩn</gu)).toHaveLength(2);
  });

  it('the province desk draws what became of the flags, and no length of a small count of a commune', async () => {
    const { outcomes } = desks;
    const flag = (n: number, commune: string) => ({
      caseId: `090000002${n}`,
      on: '2026-01-03',
      at: '2026-01-03T02:00:00.000Z',
      kind: 'flagged' as const,
      by: 'machine' as const,
      ...{ rules: ['REP_DECEASED'], ruleSet: 'a-set', score: 91, commune },
      ...{ receiver: 'police' as const, noticeId: `m${n}`.padEnd(22, 'x'), sequence: 1 },
    });
    await outcomes.record([1, 2].map((n) => flag(n, '')));
    const { body = '' } = await browser.get('/province/figures');
    const [outcome = '', , communes = ''] = body.match(/<svg[\s\S]*?<\/svg>/gu) ?? [];
    expect(outcome).toContain('<title>Từ gắn cờ đến kết luận: Bị gắn cờ 8; ');
    expect(outcome).toContain('width="380" height="20"');
    expect(communes).toMatch(/<title>Xã, phường nơi đặt trụ sở: số bị gắn cờ: .*ẩn/u);
    expect(communes.match(/width="0" height="20"/gu)?.length).toBeGreaterThan(0);
  });

  it('the province desk names a rule with more dismissed flags than predicted, and no figure below five', async () => {
    const dismiss = (n: number) =>
      desks.outcomes.record([
        {
          caseId: `090000001${n}`,
          on: '2026-01-05',
          at: '2026-01-05T03:00:00.000Z',
          kind: 'dismissed',
          by: 'police',
          receiver: 'police',
          noticeId: `n${n}`.padEnd(22, 'x'),
        },
      ]);
    expect((await browser.get('/province/figures')).body).toContain('Không dấu hiệu nào có quá');
    for (const n of [2, 3, 4, 5]) await dismiss(n);
    expect((await browser.get('/province/figures')).body).toContain('(REP_DECEASED): 100% của 5 kết luận là bác bỏ');
  });

  it('the province desk shows other months by an address that can be kept', async () => {
    const { body = '' } = await browser.get('/province/figures?from=2025-11&to=2026-01');
    expect(body).toMatch(/Doanh nghiệp bị gắn cờ<\/dt><dd[^>]*>7</u);
    expect((await browser.get('/province/figures?from=2025-11&to=2025-11')).body).toMatch(/gắn cờ<\/dt><dd[^>]*>1</u);
  });

  it.each([
    [undefined, undefined, { from: '2026-01', to: '2026-01', isCut: false }],
    ['2025-02', '2026-01', { from: '2025-02', to: '2026-01', isCut: false }],
    ['2020-01', '2026-01', { from: '2025-02', to: '2026-01', isCut: true }],
    ['2026-03', '2026-01', { from: '2026-01', to: '2026-01', isCut: false }],
    ['2025-13', '9999-99', { from: '2026-01', to: '2026-01', isCut: false }],
    ['2025-12', 'x', { from: '2025-12', to: '2026-01', isCut: false }],
  ])('of the months from %s to %s the page shows %j', (from, to, shown) => {
    expect(monthsAsked(from, to, '2026-01-05')).toEqual(shown);
  });

  it('a longer period than a page shows is said to be cut', async () => {
    const said = 'xem nhiều nhất 12 tháng một lần: đang hiện 12 tháng cuối';
    expect((await browser.get('/province/figures?from=2020-01&to=2026-01')).body).toContain(said);
    expect((await browser.get('/province/figures?from=2025-02&to=2026-01')).body).not.toContain(said);
  });

  it('the province desk has a period’s report made, and opens its files once they are there', async () => {
    const period = { from: '2025-11', to: '2026-01' };
    const formToken = await desks.formTokenOf(browser);
    const asked = await browser.post('/province/report', { ...period, formToken });
    expect(desks.reports).toEqual([{ kind: 'ad-hoc', from: '2025-11-01', to: '2026-01-31' }]);
    const { body = '' } = await browser.get(String(asked.headers?.['location']));
    expect(body).toContain('Báo cáo đang được lập');
    const href = '/province/report?form=docx&from=2025-11&to=2026-01';
    expect(body).not.toContain('.docx');
    expect(await browser.get(href)).toMatchObject({ statusCode: 409 });
    desks.receipts.set('reports/ad-hoc-2025-11-01-2026-01-31/so-lieu.xlsx', 'a book');
    const made = (await browser.get(String(asked.headers?.['location']))).body;
    expect(made).toContain(href.replaceAll('&', '&amp;'));
    const { headers } = await browser.get(href);
    expect(headers?.['location']).toMatch(/^https:[/][/]evidence.*bao-cao\.docx$/u);
    expect(desks.entered.map(({ kind }) => kind)).toEqual(['report-asked', 'data-read']);
    expect(await browser.get('/province/report?form=toString&from=2025-11')).toMatchObject({ statusCode: 404 });
  });

  it('the province desk draws the months, and how long undecided cases have waited', async () => {
    const { body = '' } = await browser.get('/province/figures?from=2025-11&to=2026-01');
    expect(body).toContain(
      '<title>Vụ chưa kết luận, theo số ngày từ khi gắn cờ: Đến 30 ngày 5; 31 đến 60 ngày 0; 61 đến 90 ngày 1; Trên 90 ngày 0</title>',
    );
    expect(body).toContain('aria-label="Gắn cờ, xác nhận, bác bỏ theo tháng. Nhiều nhất: tháng 01/2026, 6');
  });

  it('the province desk says after a switch when the first notices change', async () => {
    const { body } = await browser.get('/province/measures?done=in_force');
    expect(body).toContain('bắt đầu sau 1 phút; thông báo đổi sớm nhất sau 16 phút');
  });

  it('the province desk shows each directed measure with its document', async () => {
    const { body = '' } = await browser.get('/province/measures');
    expect(body).toContain('12/UBND');
    expect(body).toContain('02/01/2026');
    expect(body.match(/không có/gu)).toHaveLength(2);
  });
});
