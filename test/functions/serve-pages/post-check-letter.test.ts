import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { putOnSiteCheck } from '#test/support/desks/an-on-site-check.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const CODE = '0101243150';

describe('the letter of an on-site check', () => {
  let desks: TestDesks;
  let browser: Browser;
  let path: string;
  const letter = async (own = browser) => {
    const { body = '', headers, statusCode } = await own.get(`${path}/letter`);
    return { headers, statusCode, text: statusCode === 200 ? textOf(Buffer.from(body, 'base64')) : body };
  };

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['office'], 'an');
    path = await putOnSiteCheck(desks, CODE);
  });

  it('an officer takes the letter from the task’s page, addressed to the company as it is registered', async () => {
    expect((await browser.get(path)).body).toContain(`href="${path}/letter"`);
    const { headers, text } = await letter();
    expect(headers?.['content-disposition']).toContain(`cong-van-hau-kiem-${CODE}.docx`);
    expect(text).toContain('V/v báo cáo tình hình hoạt động của doanh nghiệp');
    expect(text).toContain('Kính gửi: CÔNG TY TNHH AN &amp; BÌNH');
    expect(text).toContain(
      'đăng ký ngày 06/05/2024, trụ sở chính: Số 12, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên',
    );
    expect(text).toContain(
      'không nộp tờ khai thuế, không có hóa đơn, không có lao động nào được báo đóng bảo hiểm xã hội.',
    );
    expect(text).toContain('điểm c khoản 1 Điều 216');
  });

  it('the letter contains nothing about banks, accounts, police or lists', async () => {
    expect((await letter()).text).not.toMatch(/ngân hàng|tài khoản|tiền vào|công an|nghi vấn|hậu kiểm tình trạng/iu);
  });

  it('the letter exists only at the office desk and for an on-site check', async () => {
    expect((await letter(await desks.signedIn(['police'], 'binh'))).statusCode).not.toBe(200);
    expect((await browser.get(`/office/worklist/${CODE}/unknown/letter`)).statusCode).toBe(404);
  });
});

const textOf = (docx: Buffer): string =>
  Buffer.from(unzipSync(docx)['word/document.xml'] ?? [])
    .toString('utf8')
    .replaceAll(/<[^>]+>/gu, '');
