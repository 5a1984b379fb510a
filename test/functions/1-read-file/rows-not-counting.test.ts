import { describe, expect, it } from 'vitest';
import { RowsNotCounting } from '#functions/1-read-file/rows-not-counting.ts';
import { codeAt } from '#test/support/enterprise-codes.ts';
import { flow } from '#test/support/flow.ts';
import { activities, code, flows, listings, registrations } from '#test/support/sample-feeds.ts';

describe('a registration dated after the rules’ date', () => {
  it('a registration dated after the rules’ date is stored and named in the receipt, and is not assessed yet', async () => {
    const run = await flow();
    const later = { code: code(2), registeredOn: '02/01/2026' };
    await run.drop('registrations/a.csv', registrations({ code: code(1) }, later));
    await run.settle();
    expect(run.receipt('registrations/a.csv')).toMatchObject({
      read: 2,
      accepted: 2,
      waiting: 1,
      registeredLater: [later.code],
    });
    expect([...(await run.assessments.of([code(1), later.code])).keys()]).toEqual([code(1)]);
    expect((await run.verifications.of([later.code])).get(later.code)).toMatchObject({
      people: [],
      worklist: [{ kind: 'registered_later', field: 'registeredOn', current: '2026-01-02' }],
    });
  });

  it('the receipt names each of thousands of companies registered after the rules’ date', () => {
    const later = new RowsNotCounting('2025-12-31');
    const codes = [...new Set(Array.from({ length: 6000 }, (_, n) => codeAt(n)))];
    expect(codes.length).toBeGreaterThan(4999);
    for (const enterpriseCode of codes)
      later.add([
        {
          feed: 'registrations',
          company: { enterpriseCode, registeredOn: '2026-01-02' },
          person: {},
          position: 0,
        } as never,
      ]);
    expect(later.registeredLater).toEqual(codes.sort());
  });
});

describe('each row of a file', () => {
  const invoices = (...rows: string[]) => ['Mã số bên bán,Mã số bên mua,Kỳ,Tổng tiền', ...rows].join('\n');

  it('a receipt names the invoices that tell of no company, and the rows of later days', async () => {
    const run = await flow();
    const [own, other] = [code(1), code(2)];
    const rows = [
      `${own},${other},2025-11,5`,
      `${own},${own},2025-11,5`,
      'khach-a,khach-b,2025-11,5',
      `${own},x,2026-01,5`,
    ];
    await run.drop('activities/i.csv', invoices(...rows));
    await run.settle();
    expect(run.receipt('activities/i.csv')).toMatchObject({ read: 4, accepted: 4, unused: 2, waiting: 1 });
  });

  it.each([
    ['activities', activities(`${code(1)},TRANG_THAI_THUE,05/01/2026,03,`, `${code(1)},BHXH,05/12/2025,3,`)],
    ['accounts', flows(`970436,111,2026-01,5,5,1,8`, `970436,111,2025-12,5,5,1,8`)],
    ['suspicious-accounts', listings('970436,111,1,,03/01/2026', '970436,112,1,,03/12/2025')],
  ])('a row of %s dated after the rules’ date is named as waiting', async (feed, content) => {
    const run = await flow();
    await run.drop(`${feed}/a.csv`, content);
    await run.settle();
    expect(run.receipt(`${feed}/a.csv`)).toMatchObject({ read: 2, accepted: 2, waiting: 1 });
  });

  it('a registration counts from its day on', async () => {
    const run = await flow({ asOf: '2026-01-02' });
    await run.drop('registrations/a.csv', registrations({ code: code(1), registeredOn: '02/01/2026' }));
    await run.settle();
    expect(run.receipt('registrations/a.csv')).not.toHaveProperty('waiting');
    expect([...(await run.assessments.of([code(1)])).keys()]).toEqual([code(1)]);
  });
});
