import { beforeEach, describe, expect, it } from 'vitest';
import { DROP_STATE_NAMES } from '#shared/domain/drops/drop-states.ts';
import { monthOf } from '#shared/domain/drops/vanished-rows.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import { aDrop, storeDrop } from '#test/support/a-drop.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { bodyOf } from '#test/support/http.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const reading = (file: string, more: Partial<Drop> = {}): Drop =>
  aDrop({ file, version: 'v1', counts: { read: 12, accepted: 10, rejected: 2, repaired: 1, companies: 4 }, ...more });

describe('the office desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  const keep = (drop: Drop) => storeDrop(desks.files, drop);
  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['office'], 'an');
  });

  it('the office desk shows the progress of each of its files, and no file of another sender', async () => {
    await keep(reading('Tháng 8.xlsx'));
    await keep(reading('970436/bank.csv'));
    await keep(reading('late.csv', { state: 'reading', startedAt: '2026-01-05T02:00:00.000Z' }));
    await keep(reading('tax.csv', { feed: 'activities' }));
    const { body = '' } = await browser.get('/office/files');
    expect(body.indexOf('late.csv')).toBeLessThan(body.indexOf('Tháng 8.xlsx'));
    expect(body).toContain('Đang đọc');
    expect(body).not.toContain('bank.csv');
    expect(body).not.toContain('tax.csv');
    expect((await browser.get('/office/files?feed=activities')).body).toContain('tax.csv');
  });

  it('the office desk says which of its own rows come no more, and since when', async () => {
    const months = (count: number) => Array.from({ length: count }, (_, n) => monthOf('2025-01') + n);
    const rows = { activities: months(12), 'activities/HOA_DON': months(9) };
    const said = 'Loại HOA_DON của tín hiệu hoạt động có đều đến tháng 9/2025';
    await keep(reading('tax/a.csv', { feed: 'activities', months: rows }));
    expect((await browser.get('/office/files?feed=activities')).body).not.toContain(said);
    await keep(reading('a.csv', { feed: 'activities', months: rows }));
    expect((await browser.get('/office/files?feed=activities')).body).toContain(said);
    expect((await browser.get('/office/files')).body).not.toContain(said);
  });

  it.each(DROP_STATE_NAMES)('a program reads the state of a file that is %s', async (state) => {
    await keep(reading('a.csv', { state }));
    const answer = await desks.program(['office']).get('/office/files');
    expect(bodyOf(answer)).toMatchObject({ files: [{ file: 'a.csv', state }] });
  });

  it('the office desk returns the receipt and the marked workbook of its own files alone', async () => {
    await keep(reading('Tháng 8.xlsx'));
    await keep(reading('rows.csv'));
    const result = async (file: string, what: string) => {
      const query = new URLSearchParams({ feed: 'registrations', file, what });
      const { statusCode, headers } = await browser.get(`/office/files/result?${query.toString()}`);
      return headers?.['location'] ?? statusCode;
    };
    expect(await result('Tháng 8.xlsx', 'rejected')).toBe(
      'https://inbox.example/outbox/registrations/Tháng 8.xlsx.rejected.xlsx',
    );
    expect(await result('rows.csv', 'rejected')).toBe('https://inbox.example/outbox/registrations/rows.csv.marked.csv');
    expect(await result('rows.csv', 'receipt')).toBe('https://inbox.example/outbox/registrations/rows.csv.json');
    for (const file of ['other.csv', '970436/bank.csv', '../../receipts/x', ''])
      expect(await result(file, 'receipt')).toBe(404);
  });

  it('the receipt of a file whose name was used before says that the former rows which it lacks still count', async () => {
    const shown = async (file: string, ...states: readonly Drop['state'][]) => {
      for (const [n, state] of states.entries()) await keep(reading(file, { version: `${n}#v`, state }));
      const counts = { read: 12, accepted: 10, rejected: 2, repaired: 1 };
      const receipt = { feed: 'registrations', file, sha256: 'a'.repeat(64), ...counts, unknownColumns: [] };
      desks.receipts.set(`outbox/registrations/${file}.json`, JSON.stringify(receipt));
      return (await browser.get(`/office/files/receipt?feed=registrations&file=${file}`)).body;
    };
    const says = expect.stringContaining('Đã có tệp cùng tên gửi trước.');
    expect(await shown('again.csv', 'read', 'read')).toEqual(says);
    expect(await shown('once.csv', 'read')).not.toEqual(says);
    expect(await shown('replacing.csv', 'replaced', 'read')).not.toEqual(says);
    expect(await shown('month.csv', 'read', 'replaced', 'read')).toEqual(says);
    expect(await shown('stopped.csv', 'stopped', 'read')).not.toEqual(says);
  });

  it('the receipt names the office’s other files of nearly the same name that count, which it may correct', async () => {
    await keep(reading('Tháng 8.csv'));
    await keep(reading('Tháng 8 (1).xlsx'));
    await keep(reading('Tháng 8 sửa.csv', { state: 'stopped' }));
    await keep(reading('Tháng 9.csv'));
    await keep(reading('970436/Tháng 8.csv'));
    const shown = async (file: string) => {
      const counts = { read: 12, accepted: 12, rejected: 0, repaired: 0 };
      const receipt = { feed: 'registrations', file, sha256: 'a'.repeat(64), ...counts, unknownColumns: [] };
      desks.receipts.set(`outbox/registrations/${file}.json`, JSON.stringify(receipt));
      return (
        (await browser.get(`/office/files/receipt?feed=registrations&file=${encodeURIComponent(file)}`)).body ?? ''
      );
    };
    const body = await shown('Tháng 8 (1).xlsx');
    expect(body).toContain('Tệp có tên gần giống cũng đang được tính');
    expect(body).toContain(`file=${encodeURIComponent('Tháng 8.csv')}"`);
    for (const other of ['Tháng 8 sửa.csv', 'Tháng 9.csv', '970436/Tháng 8.csv'])
      expect(body).not.toContain(`file=${encodeURIComponent(other)}"`);
    expect(await shown('Tháng 9.csv')).not.toContain('Tệp có tên gần giống');
  });

  it('the receipt of a file says in words why it could not be read and what was repaired, for its own office alone', async () => {
    await keep(reading('hỏng.ods', { state: 'unreadable' }));
    const counts = { read: 12, accepted: 11, rejected: 1, repaired: 7 };
    const rejectedFirst = [{ row: 15, column: 'Vai trò', value: 'Giám hộ', message: 'Không có trong danh mục.' }];
    const error = { code: 'wrong_ending', message: 'Không đọc được tệp đuôi “.ods”. Hãy lưu lại thành .xlsx.' };
    const repair = { field: 'documentNumber', why: 'Số giấy tờ bị mất số 0 ở đầu.', count: 7, firstRow: 3 };
    const receipt = {
      file: 'hỏng.ods',
      feed: 'registrations',
      sha256: 'a'.repeat(64),
      ...counts,
      repairedAlike: [{ ...repair, current: '********4417', proposed: '*********4417' }],
      rejectedFirst,
      unknownColumns: ['Ghi chú <b>'],
      error,
    };
    desks.receipts.set('outbox/registrations/hỏng.ods.json', JSON.stringify(receipt));
    const address = (file: string) => `/office/files/receipt?feed=registrations&file=${encodeURIComponent(file)}`;
    const { body = '' } = await browser.get(address('hỏng.ods'));
    for (const said of [
      error.message,
      'Số giấy tờ',
      'bị mất số 0',
      'Ghi chú &lt;b>',
      'Giám hộ',
      'Không có trong danh mục.',
      'Tải biên nhận',
    ])
      expect(body).toContain(said);
    expect((await browser.get('/office/files')).body).toContain('/office/files/receipt?feed=registrations&amp;file=');
    for (const file of ['other.csv', '970436/bank.csv', '../../receipts/x', ''])
      expect((await browser.get(address(file))).statusCode).toBe(404);
    expect((await (await desks.signedIn(['police'])).get(address('hỏng.ods'))).statusCode).toBe(404);
  });

  it('the list of files and the receipt say which column was not read because its heading is unknown', async () => {
    const unreadColumns = 'Không đọc cột “Ngày thay dổi” vì tiêu đề không có trong mẫu.';
    await keep(reading('a.csv', { unreadColumns }));
    await keep(reading('b.csv', { unreadColumns, state: 'stopped' }));
    const { body = '' } = await browser.get('/office/files');
    expect(body).toContain(`a.csv: ${unreadColumns}`);
    expect(body).not.toContain(`b.csv: ${unreadColumns}`);
    const lackingColumns = [{ column: 'Ngày thay đổi', heading: 'Ngày thay dổi' }];
    const counts = {
      read: 12,
      accepted: 12,
      rejected: 0,
      repaired: 0,
      unknownColumns: ['Ngày thay dổi'],
      lackingColumns,
    };
    const receipt = { feed: 'registrations', file: 'a.csv', sha256: 'a'.repeat(64), ...counts };
    desks.receipts.set('outbox/registrations/a.csv.json', JSON.stringify(receipt));
    const shown = await browser.get('/office/files/receipt?feed=registrations&file=a.csv');
    expect(shown.body).toContain('“Ngày thay dổi” (có phải là “Ngày thay đổi”?)');
  });

  it('a stopped file is released or left out with a reason and the officer’s id', async () => {
    const objection = { code: 'too_many_rejected', message: '80 % số dòng bị từ chối ở cột Ngày sinh.' };
    await keep(reading('bad.csv', { state: 'stopped', judgement: { rows: 12, signs: {}, objection } }));
    expect((await browser.get('/office/files')).body).toContain(objection.message);
    const form = {
      formToken: await desks.formTokenOf(browser),
      feed: 'registrations',
      file: 'bad.csv',
      use: 'readable',
    };
    expect((await browser.post('/office/files/release', { ...form, why: ' ' })).statusCode).toBe(422);
    expect((await browser.post('/office/files/release', { ...form, why: 'Đã hỏi ông 033085000123' })).statusCode).toBe(
      303,
    );
    expect(desks.released).toEqual([
      {
        bucket: 'inbox',
        key: 'registrations/bad.csv',
        release: { use: 'readable', by: 'an', why: 'Đã hỏi ông ****0123' },
        version: reading('bad.csv').version,
      },
    ]);
  });

  it('a file that was read is left out by one officer with a reason where the stage needs no second one', async () => {
    desks = await testDesks({ takingBackPolicy: 'automatic' });
    browser = await desks.signedIn(['office'], 'an');
    await keep(reading('good.csv'));
    const form = { formToken: await desks.formTokenOf(browser), feed: 'registrations', file: 'good.csv' };
    for (const use of ['none', 'alone'])
      expect((await browser.post('/office/files/release', { ...form, use, why: 'nhầm năm' })).statusCode).toBe(303);
    expect(desks.released.map(({ release }) => release.use)).toEqual(['none', 'alone']);
  });

  it('the office desk lets no rows count of a file that was not stopped', async () => {
    await keep(reading('good.csv'));
    const form = { formToken: await desks.formTokenOf(browser), feed: 'registrations', use: 'readable', why: 'x' };
    for (const file of ['good.csv', 'none.csv', '970436/bank.csv']) {
      expect((await browser.post('/office/files/release', { ...form, file })).statusCode).toBe(404);
    }
    expect(desks.released).toEqual([]);
  });

  it('a page that reloads itself does not prolong its officer’s session', async () => {
    const seen = async () => (await browser.get('/office/files')).statusCode;
    expect(await seen()).toBe(200);
    for (const minutes of [8, 16]) {
      desks.clock.now = new Date(Date.parse('2026-01-05T02:00:00.000Z') + minutes * 60_000);
      await browser.get('/office/files', { 'hx-request': 'true' });
    }
    expect(await seen()).toBe(303);
  });

  it('an officer says once what a heading of a file means, and the file in hand is read again', async () => {
    await keep(reading('so.csv', { state: 'unreadable' }));
    const receipt = {
      feed: 'registrations',
      file: 'so.csv',
      sha256: 'a'.repeat(64),
      ...{ read: 0, accepted: 0, rejected: 0, repaired: 0 },
      unknownColumns: ['STT', 'Chức trách'],
      lackingColumns: [{ column: 'Vai trò' }, { column: 'Email' }],
      confirmedHeadings: [{ heading: 'Mã', column: 'MST', by: 'an', at: '2026-01-05T02:00:00.000Z' }],
    };
    desks.receipts.set('outbox/registrations/so.csv.json', JSON.stringify(receipt));
    const { body = '' } = await browser.get('/office/files/receipt?feed=registrations&file=so.csv');
    expect(body).toContain('“Chức trách” là cột');
    expect(body).toContain('“Mã” là “MST” (an, 09:00 ngày 05/01/2026)');
    expect(body).not.toContain('“STT” là cột');
    const formToken = await desks.formTokenOf(browser);
    const form = { formToken, feed: 'registrations', file: 'so.csv', heading: 'Chức trách', column: 'Vai trò' };
    expect((await browser.post('/office/files/heading', { ...form, column: 'Không rõ' })).statusCode).toBe(422);
    expect((await browser.post('/office/files/heading', { ...form, file: '970436/so.csv' })).statusCode).toBe(404);
    expect((await browser.post('/office/files/heading', form)).statusCode).toBe(303);
    expect(desks.confirmed).toMatchObject([
      { scope: 'registrations/', headings: { 'Chức trách': 'Vai trò' }, by: 'an', file: 'so.csv' },
    ]);
  });
});
