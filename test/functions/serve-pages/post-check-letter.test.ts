import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { companyWorklist } from '#shared/domain/notification/worklist/company-worklist.ts';
import { activityOf } from '#shared/domain/risk/activity/activity.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { ALL_COVERED, companyFacts } from '#test/support/company-facts.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const CODE = '0101243150';
const EXPIRY = 2_000_000_000;
const company = {
  enterpriseCode: CODE,
  name: 'CÔNG TY TNHH AN & BÌNH',
  legalForm: 'TNHH1TV',
  registeredOn: '2024-05-06',
  headOfficeAddress: 'Số 12, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên',
  charterCapital: 1_000_000_000,
} as const;
const person = {
  role: 'legal_representative',
  fullName: 'Nguyễn Văn Mẫu',
  dateOfBirth: '1985-03-12',
  documentType: 'CCCD',
  documentNumber: '033085000123',
} as const;

describe('the letter of an on-site check', () => {
  let desks: TestDesks;
  let browser: Browser;
  const facts = companyFacts({ enterpriseCode: CODE, coverage: ALL_COVERED });
  const worklist = companyWorklist(facts, [], { answer: activityOf(facts), flagged: false });
  const [check] = worklist.filter(({ kind }) => kind === 'post_check');
  const path = `/office/worklist/${CODE}/${check ? taskIdOf(check) : ''}`;
  const letter = async (own = browser) => {
    const { body = '', headers, statusCode } = await own.get(`${path}/letter`);
    return { headers, statusCode, text: statusCode === 200 ? textOf(Buffer.from(body, 'base64')) : body };
  };

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['office'], 'an');
    const gatheredAt = '2026-01-01T00:00:00.000Z';
    await desks.verifications.record(
      { enterpriseCode: CODE, name: company.name, gatheredAt, people: [], worklist },
      false,
      EXPIRY,
    );
    const registration = { company, person, position: 0 };
    await desks.companies.record([{ enterpriseCode: CODE, registration }], EXPIRY);
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
    expect(text).toContain('không nộp tờ khai thuế, không có hóa đơn.');
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
