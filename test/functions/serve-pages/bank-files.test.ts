import { beforeEach, describe, expect, it } from 'vitest';
import { storeDrop } from '#test/support/a-drop.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const RECEIPT = {
  feed: 'accounts',
  file: 'Tháng 9.xlsx',
  sha256: 'a'.repeat(64),
  read: 9,
  accepted: 0,
  rejected: 9,
  repaired: 0,
  unknownColumns: ['STK của khách'],
  lackingColumns: [{ column: 'Số tài khoản', heading: 'STK của khách' }],
};
const FILE = encodeURIComponent(RECEIPT.file);

describe('files that a bank sends at its desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  const send = async (path: string, fields: Record<string, string>, own = browser) =>
    own.post(path, { formToken: await desks.formTokenOf(own), ...fields });

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['bank:970436'], 'clerk');
    for (const bank of ['970436', '970418'])
      await storeDrop(desks.files, { feed: 'accounts', file: `${bank}/${RECEIPT.file}`, version: bank });
    await storeDrop(desks.files, { feed: 'accounts', file: '970418/Của BIDV.xlsx' });
    desks.receipts.set(`outbox/970436/${RECEIPT.file}.json`, JSON.stringify(RECEIPT));
    desks.receipts.set('outbox/970418/Của BIDV.xlsx.json', JSON.stringify(RECEIPT));
  });

  it('a clerk’s file is taken into the own bank’s folder alone, whatever the form says', async () => {
    const { body = '' } = await browser.get('/bank/upload');
    const [prefix = ''] = /uploads\/[\w-]{22}\/accounts\/(?=\$\{filename\})/u.exec(body) ?? [];
    expect(prefix).not.toBe('');
    await browser.get(`/bank/upload/sent?feed=accounts&key=${encodeURIComponent(`${prefix}Tháng 9.xlsx`)}`);
    await send('/bank/upload/sent', { feed: 'registrations', sent: 'b.csv' });
    await send('/bank/upload/sent', { feed: 'accounts', sent: '../970418/c.csv' });
    expect(desks.moved.map(([, to]) => to)).toEqual(['accounts/970436/Tháng 9.xlsx', 'accounts/970436/b.csv']);
    expect(desks.entered.map(({ kind, by }) => [kind, by])).toEqual([
      ['files-sent', 'officer:clerk'],
      ['files-sent', 'officer:clerk'],
    ]);
  });

  it('a bank sees its own files and their receipts, and nothing of another bank’s or the office’s', async () => {
    const { body } = await browser.get('/bank/files');
    expect(body).toContain('Tệp đã gửi: Tài khoản và giao dịch theo kỳ (1)');
    expect(body).not.toContain('BIDV');
    expect((await browser.get(`/bank/files/receipt?file=${FILE}`)).body).toContain('“STK của khách” là cột');
    const link = await browser.get(`/bank/files/result?file=${FILE}&what=rejected`);
    expect(link.headers?.['location']).toBe(`https://inbox.example/outbox/970436/${RECEIPT.file}.rejected.xlsx`);
    for (const other of ['Của BIDV.xlsx', '../970418/Của BIDV.xlsx', '970418/Của BIDV.xlsx'])
      for (const page of ['receipt', 'result'])
        expect((await browser.get(`/bank/files/${page}?file=${encodeURIComponent(other)}`)).statusCode).toBe(404);
    for (const page of ['/office/files', '/office/upload']) expect((await browser.get(page)).statusCode).toBe(404);
  });

  it('a clerk says once what a heading means, for the own bank’s files', async () => {
    const said = { feed: 'accounts', file: RECEIPT.file, heading: 'STK của khách', column: 'Số tài khoản' };
    expect((await send('/bank/files/heading', { ...said, column: 'Tên doanh nghiệp' })).statusCode).toBe(422);
    expect((await send('/bank/files/heading', { ...said, file: 'Của BIDV.xlsx' })).statusCode).toBe(404);
    expect((await send('/bank/files/heading', said)).headers?.['location']).toBe('/bank/files?feed=accounts');
    expect(desks.confirmed).toMatchObject([
      { scope: 'accounts/970436', headings: { 'STK của khách': 'Số tài khoản' }, file: `970436/${RECEIPT.file}` },
    ]);
  });

  it('the template of a bank has the kinds of rows that it may send', async () => {
    const { headers } = await browser.get('/bank/template');
    expect(headers?.['content-disposition']).toBe('attachment; filename="mau-accounts.xlsx"');
    expect((await browser.get('/bank/upload')).body).toContain('Giao dịch theo kỳ');
  });
});
