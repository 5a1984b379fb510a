import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { commandLine } from '#test/support/command-line.ts';
import { servedRun } from './served-run.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'ban-lam-viec', 'hinh');
const VIEWPORT = { width: 1000, height: 700 };

/** A picture's name, its person and its page, or the way from the person's first page. */
type PageToPicture = readonly [name: string, person: string, to: string | ((page: Page) => Promise<void>)];

const OFFICER = 'Cán bộ đăng ký kinh doanh (mẫu)';
const INVESTIGATOR = 'Điều tra viên (mẫu)';
const CLERK = 'Giao dịch viên Vietcombank (mẫu)';
const PROVINCE = 'Văn phòng UBND tỉnh (mẫu)';
const OPERATOR = 'Người vận hành (mẫu)';

const firstOfList = async (page: Page) => page.locator('tbody a').first().click();
/** Whether the picture begins at the heading, so that it contains the form below. */
const fromHeading = async (page: Page, name: string) => {
  await page.getByRole('heading', { name, exact: true }).first().waitFor();
  await page.evaluate(
    `[...document.querySelectorAll('h2')].find((one) => one.textContent.trim() === ${JSON.stringify(name)}).scrollIntoView()`,
  );
};
const toHeading = (name: string) => async (page: Page) => {
  await firstOfList(page);
  await fromHeading(page, name);
};

const PICTURES: readonly PageToPicture[] = [
  ['gui-tep', OFFICER, '/office/upload'],
  ['tep-da-gui', OFFICER, '/office/files'],
  ['lam-sach', OFFICER, '/office/worklist'],
  ['tep-dieu-chinh', OFFICER, '/office/corrections'],
  ['danh-sach-vu-viec', INVESTIGATOR, '/police/cases'],
  ['vu-viec', INVESTIGATOR, firstOfList],
  ['quyet-dinh', INVESTIGATOR, toHeading('Quyết định')],
  ['cho-duyet', INVESTIGATOR, '/police/releases'],
  ['thong-bao', CLERK, '/bank/notices'],
  ['mot-thong-bao', CLERK, firstOfList],
  ['tra-loi', CLERK, toHeading('Kết quả xử lý')],
  ['xem-lai', CLERK, toHeading('Đề nghị xem lại')],
  ['bao-tai-khoan', CLERK, '/bank/report'],
  ['ket-noi', CLERK, '/bank/connection'],
  ['so-lieu', PROVINCE, '/province/figures'],
  ['bien-phap', PROVINCE, '/province/measures'],
  [
    'doi-bien-phap',
    PROVINCE,
    async (page) => {
      await page.getByRole('link', { name: 'Biện pháp' }).click();
      await fromHeading(page, 'Bật hoặc tắt một biện pháp');
    },
  ],
  ['he-thong', OPERATOR, '/operator/system'],
  ['noi-nhan', OPERATOR, '/operator/receivers'],
];

/**
 * `npm run prove -- pictures`: takes the pictures of the guides again from the running pages of the sample inbox with its sample
 * people.
 */
async function takePictures(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const run = await servedRun();
  try {
    for (const [name, person, to] of PICTURES) {
      const page = await run.signedIn(person, { viewport: VIEWPORT, locale: 'vi-VN' });
      await page.waitForLoadState();
      if (typeof to === 'string') await page.goto(run.url + to);
      else await to(page);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
      await page.context().close();
    }
  } finally {
    await run.stop();
  }
}

commandLine('npm run prove -- pictures', { options: {} });
await takePictures();
