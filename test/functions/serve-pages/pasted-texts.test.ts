import { beforeEach, describe, expect, it } from 'vitest';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { storeDrop } from '#test/support/a-drop.ts';

const CODE = '0101243150';
const CASE = noticeIdOf('police', CODE);
/** A text as a word processor gives it: a direction mark, a zero-width space, a soft hyphen, special spaces. */
const PASTED = '\u202EĐã\u00A0gọi\u200B điện\u2003xác\u00AD minh\uFEFF';

describe('texts that were pasted into a form', () => {
  let desks: TestDesks;
  let browser: Browser;
  const decide = async (more: Record<string, string>) =>
    browser.post(`/police/cases/${CASE}/decision`, {
      formToken: await desks.formTokenOf(browser),
      sequence: '1',
      after: '',
      outcome: 'confirmed',
      ...more,
    });
  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['police'], 'an');
    await desks.notices.write(aNotice('police', CODE, { content: { enterpriseCode: CODE } }), undefined);
  });

  it('a note is kept without the letters that nobody sees, so that it reads alike for everybody', async () => {
    const formToken = await desks.formTokenOf(browser);
    await browser.post(`/police/cases/${CASE}/notes`, { formToken, note: PASTED });
    const { notes } = await desks.caseRecords.of(CASE);
    expect(notes.map(({ text }) => text)).toEqual(['Đã gọi điện xác minh']);
  });

  it('a note of a program is kept in the same way as one of a page', async () => {
    await desks.program(['police'], 'an').post(`/police/cases/${CASE}/notes`, { note: PASTED });
    const { notes } = await desks.caseRecords.of(CASE);
    expect(notes.map(({ text }) => text)).toEqual(['Đã gọi điện xác minh']);
  });

  it('the number of a document with special spaces around it is accepted', async () => {
    const answer = await decide({ number: '\u00A012/QĐ-CSHS\u200B', date: '05/01/2026' });
    expect(answer.statusCode).toBe(303);
    const [sent] = desks.sentReplies;
    expect(await desks.replies.get('police', sent?.replyId ?? '')).toMatchObject({
      reply: { body: { decision: { number: '12/QĐ-CSHS' } } },
    });
  });

  it.each([
    [{ authority: 'Công an tỉnh' }, 'number', 'Hãy ghi số văn bản.'],
    [{ number: '=1+1', date: '05/01/2026' }, 'number', 'Số văn bản dài nhất 100 chữ'],
    [{ number: '12/QĐ', date: '05/01/2026', authority: 'x'.repeat(101) }, 'authority', 'Tên cơ quan dài nhất 100 chữ'],
    [{ reason: 'x'.repeat(1001) }, 'reason', 'Lý do dài nhất 1.000 chữ'],
  ])('a decision with %j shows the error at its own field', async (more, field, sentence) => {
    const { statusCode, body } = await decide(more);
    expect(statusCode).toBe(422);
    expect(body).toContain(`<a href="#${field}">${sentence}`);
    expect(desks.sentReplies).toEqual([]);
  });

  it('a stopped file with a direction mark in its name is still the file that the form names', async () => {
    const file = 'bao\u202Ecao.csv';
    const counts = { read: 1, accepted: 0, rejected: 1, repaired: 0, companies: 0 };
    const judgement = { rows: 1, signs: {}, objection: { code: 'c', message: 'm' } };
    await storeDrop(desks.files, { file, version: 'v', state: 'stopped', counts, judgement });
    const office = await desks.signedIn(['office'], 'binh');
    const formToken = await desks.formTokenOf(office);
    const form = { formToken, feed: 'registrations', file, use: 'readable', why: 'Đã đối chiếu' };
    expect((await office.post('/office/files/release', form)).statusCode).toBe(303);
  });
});
