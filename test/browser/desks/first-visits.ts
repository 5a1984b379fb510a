import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../expect-accessible.ts';
import type { BrowserRun } from '../served-run.ts';
import { tabTo } from './tab-to.ts';

const INVESTIGATOR = 'Điều tra viên (mẫu)';
const CLERK = 'Giao dịch viên Vietcombank (mẫu)';

export const firstVisits = (runOf: () => BrowserRun) =>
  describe('the desks', () => {
    let run: BrowserRun;
    beforeAll(() => {
      run = runOf();
    });

    it('an investigator gets from the list of cases to a decision in five clicks', async () => {
      const page = await run.signedIn(INVESTIGATOR);
      await page.getByRole('button', { name: 'Vụ việc tiếp theo' }).click();
      await expectAccessible(page);
      expect(await page.getByRole('heading', { name: 'Dấu hiệu' }).count()).toBe(1);
      await page.getByLabel('Xác nhận').check();
      await page.getByRole('button', { name: 'Ghi quyết định' }).click();
      await expect.poll(() => page.url()).toContain('done=confirmed');
      // A page that is still loading can't be loaded again
      await page.waitForLoadState();
      await page.reload();
      expect(await page.getByRole('alert').count()).toBe(0);
    });

    it('an investigator reaches a decision with the keyboard alone', async () => {
      const page = await run.signedIn(INVESTIGATOR);
      await tabTo(page, /Đến nội dung chính/u, 1);
      await tabTo(page, /Vụ việc tiếp theo/u);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/police\/cases\/[\w-]+$/u);
      await tabTo(page, /Xác nhận/u, 200);
      await page.keyboard.press('ArrowDown');
      await tabTo(page, /Lý do/u);
      await page.keyboard.type('Đã xác minh: doanh nghiệp hoạt động bình thường');
      await tabTo(page, /Ghi quyết định/u);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.url()).toContain('done=dismissed');
    });

    it('an investigator moves through the list with j and k, and opens a case with Enter', async () => {
      const page = await run.signedIn(INVESTIGATOR);
      const focused = () => page.evaluate<string>('document.activeElement.getAttribute("href")');
      await page.goto(`${run.url}/police/cases?standing=all`);
      const first = await page.locator('tbody a').first().getAttribute('href');
      for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
      expect(await focused()).toBe(first);
      await page.keyboard.press('Enter');
      await page.waitForURL(`${run.url}${first}`);
    });

    it('a bank answers a notice without any script', async () => {
      const page = await run.signedIn(CLERK, { javaScriptEnabled: false });
      await page.locator('tbody a').first().click();
      await page.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
      await page.getByLabel('Rà soát và xử lý').check();
      await page.getByLabel('Tạm ngừng dịch vụ điện tử').check();
      await page.getByRole('button', { name: 'Gửi kết quả' }).click();
      await page.waitForLoadState();
      expect(await page.getByRole('alert').count()).toBe(0);
    });

    it('the browser puts an officer’s file into the inbox, and the page shows its result', async () => {
      const page = await run.signedIn('Cán bộ đăng ký kinh doanh (mẫu)');
      await page.goto(`${run.url}/office/upload`);
      await expectAccessible(page);
      const content =
        'Mã số doanh nghiệp,Loại tín hiệu,Ngày,Giá trị\n0100112437,BHXH,31/12/2025,5\nx,BHXH,31/12/2025,5\n';
      const file = { name: 'Lao động tháng 12.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
      await page.getByLabel('Hoạt động doanh nghiệp', { exact: true }).setInputFiles(file);
      await page.getByRole('button', { name: 'Gửi vào “Hoạt động doanh nghiệp”' }).click();
      await page.waitForURL(/\/office\/files\?(?:.*&)?feed=activities/u);
      const row = page.locator('tr', { hasText: 'Lao động tháng 12.csv' });
      await expect
        .poll(async () => {
          await page.goto(`${run.url}/office/files?feed=activities`);
          return (await row.count()) > 0 ? row.innerText() : '';
        })
        .toContain('Đã đọc');
      await expectAccessible(page);
    });

    it('a form with an error shows it at the top with a link to the field, and keeps what was typed', async () => {
      const page = await run.signedIn(INVESTIGATOR);
      await page.locator('tbody a').first().click();
      await page.getByLabel('Bác bỏ').check();
      await page.getByText('Có văn bản của cơ quan có thẩm quyền').click();
      await page.getByLabel('Số văn bản').fill('12/QĐ');
      await page.getByRole('button', { name: 'Ghi quyết định' }).click();
      await expectAccessible(page);
      await page.getByRole('alert').getByRole('link', { name: 'Hãy nêu lý do bác bỏ.' }).click();
      expect(await page.evaluate('document.activeElement.id')).toBe('reason');
      expect(await page.getByLabel('Số văn bản').inputValue()).toBe('12/QĐ');
    });

    it('no page violates its content policy or requests anything from another host', async () => {
      const page = await run.signedIn(INVESTIGATOR);
      const complaints: string[] = [];
      const foreign: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('request', (request) => !request.url().startsWith(run.url) && foreign.push(request.url()));
      await page.goto(`${run.url}/police/cases`);
      await page.locator('tbody a').first().click();
      await page.waitForLoadState('networkidle');
      expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
    });
  });
