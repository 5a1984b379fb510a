import { beforeEach, describe, expect, it } from 'vitest';
import type { PlainEntry } from '#shared/domain/transparency-log/log-entry.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const CODE = '0900000011';
const NOTICE = noticeIdOf('police', CODE);
const read = { kind: 'data-read', says: { receiver: 'police', what: 'notice', notices: [`${NOTICE}.1`] } } as const;
const lookedUp = { kind: 'looked-up', says: { what: 'text', ref: 'r', purpose: 'case', found: 2 } } as const;

describe('the log at the province’s desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  let size: number;
  let attempt: string | undefined;
  /** Appends one page to the log, whose head then refers to it. */
  const append = async (...entries: readonly Pick<PlainEntry, 'by' | 'kind' | 'says'>[]) => {
    const start = size;
    const page = { start, attempt: `attempt-${start}`, after: attempt };
    const at = `2026-01-05T0${start % 10}:00:00.000Z`;
    const opened = entries.map((one, n) => ({
      plain: { id: `entry-${start + n}`.padEnd(22, 'x'), at, ...one },
      salt: new Uint8Array(32),
    }));
    await desks.log.writePage({ ...page, entries: opened }, 2_000_000_000);
    const before = await desks.log.head();
    size += entries.length;
    if (before) await desks.log.publish(before, 'signed');
    await desks.log.moveHead({ size, start, attempt: page.attempt }, await desks.log.head());
    attempt = page.attempt;
  };
  const rowsIn = (body = '') =>
    (body.split('<tbody').at(1)?.split('</tbody')[0]?.split('<tr').slice(1) ?? []).filter(
      (row) => !row.includes('Không có việc'),
    );

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['province'], 'province');
    [size, attempt] = [0, undefined];
    await (await desks.signedIn(['police'], 'an', 'Trần Thị An')).get('/police/cases');
    await append({ by: 'officer:an', ...read }, { by: 'function:3-assess-company', kind: 'verdict-reached', says: {} });
    await append({ by: 'officer:binh', ...lookedUp });
  });

  it('the province reads who read what, the newest first, and its reading is entered too', async () => {
    const rows = rowsIn((await browser.get('/province/log')).body);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/binh.*Tra cứu.*mục đích: vụ việc; kết quả: 2/u);
    expect(rows[1]).toMatch(new RegExp(`Trần Thị An.*Xem dữ liệu.*1 thông báo: ${NOTICE}`, 'u'));
    expect(desks.entered.at(-1)).toMatchObject({ kind: 'data-read', by: 'officer:province', says: { what: 'log' } });
    expect(rowsIn((await browser.get('/province/log?kind=looked-up')).body)).toHaveLength(1);
  });

  it('the province finds what was done by an officer or about a company, and no page that the log never had', async () => {
    await desks.log.writePage({ start: size, attempt: 'lost', after: attempt, entries: [] }, 2_000_000_000);
    const find = async (text: string) => {
      const form = { formToken: await desks.formTokenOf(browser), find: text };
      const { headers } = await browser.post('/province/log/find', form);
      return rowsIn((await browser.get(String(headers?.['location']))).body).length;
    };
    expect([await find('tran thi an'), await find(CODE), await find('binh'), await find('0900000022')]).toEqual([
      1, 1, 1, 0,
    ]);
  });

  it('older entries are on further pages of the desk', async () => {
    for (let n = 0; n < 45; n += 1) await append({ by: 'officer:chi', ...read });
    const { body = '' } = await browser.get('/province/log');
    expect(body).toContain('Xem dữ liệu (40)');
    const href = /href="([^"]+)">Phần cũ hơn/u.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const older = (await browser.get(href)).body ?? '';
    expect(older).toContain('Xem dữ liệu (6)');
    expect(older).not.toContain('Phần cũ hơn');
    expect((await browser.get('/province/log?from=x.y')).statusCode).toBe(200);
  });

  it('the province reads how much work waits for each officer, and how much is late', async () => {
    const issue = (code: string, issuedAt: string) =>
      desks.notices.write(aNotice('police', code, { content: { enterpriseCode: code }, issuedAt }), undefined);
    await issue(CODE, '2025-11-03T01:00:00.000Z');
    await issue('0900000022', '2026-01-02T01:00:00.000Z');
    await desks.caseRecords.assign(NOTICE, { subject: 'an', name: 'Trần Thị An' }, 2_000_000_000);
    const rows = rowsIn((await browser.get('/province/workload')).body).map((row) =>
      [...row.matchAll(/<td[^>]*>([^<]*)</gu)].map(([, cell]) => cell),
    );
    expect(rows).toEqual([
      ['Trần Thị An', '1', '1'],
      ['Chưa giao', '1', '0'],
    ]);
  });
});
