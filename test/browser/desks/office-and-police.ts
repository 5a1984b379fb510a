import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { Workbook } from '@cj-tech-master/excelts';
import { workbookOf } from '#test/support/workbook.ts';
import { expectAccessible } from '../expect-accessible.ts';
import type { BrowserRun } from '../served-run.ts';

const INVESTIGATOR = 'Điều tra viên (mẫu)';
const OFFICER = 'Cán bộ đăng ký kinh doanh (mẫu)';
const HEADINGS = ['Mã số doanh nghiệp', 'Loại tín hiệu', 'Ngày', 'Giá trị'];

export const officeAndPolice = (runOf: () => BrowserRun) =>
  describe('the desks of the office and the police', () => {
    let run: BrowserRun;
    beforeAll(() => {
      run = runOf();
    });

    it('an officer gets a faulty workbook back with marks, corrects it and sends it again, and its rows are accepted', async () => {
      const page = await run.signedIn(OFFICER);
      const send = async (name: string, buffer: Buffer) => {
        await page.goto(`${run.url}/office/upload`);
        const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
        await page.getByLabel('Hoạt động doanh nghiệp', { exact: true }).setInputFiles({ name, mimeType, buffer });
        await page.getByRole('button', { name: 'Gửi vào “Hoạt động doanh nghiệp”' }).click();
        await page.waitForURL(/\/office\/files\?(?:.*&)?feed=activities/u);
        const row = page.locator('tr', { hasText: name });
        const state = async () => {
          await page.goto(`${run.url}/office/files?feed=activities`);
          return (await row.count()) > 0 ? row.innerText() : '';
        };
        await expect.poll(state).toContain('Đã đọc');
        return row;
      };
      const broken = await workbookOf([
        HEADINGS,
        ['0100112437', 'BHXH', '31/12/2025', '5'],
        ['x', 'BHXH', '31/12/2025', '7'],
      ]);
      const row = await send('Lao động.xlsx', broken);
      const link = row.getByRole('link', { name: 'Tệp có đánh dấu lỗi' });
      const address = `${run.url}${(await link.getAttribute('href')) ?? ''}`;
      const answer = await page.context().request.get(address, { maxRetries: 1 });
      expect(answer.ok()).toBe(true);
      const book = new Workbook();
      await book.xlsx.load(await answer.body());
      const sheet = book.worksheets[0];
      expect(sheet?.getRow(1).getCell(HEADINGS.length + 1).value).toBe('Lý do bị từ chối');
      expect(String(sheet?.getRow(3).getCell(HEADINGS.length + 1).value)).toContain('Mã số doanh nghiệp');
      const cell = sheet?.getRow(3).getCell(1);
      if (cell) cell.value = '0994002066';
      const mended = await send('Lao động (đã sửa).xlsx', Buffer.from(await book.xlsx.writeBuffer()));
      expect(await mended.getByRole('link', { name: 'Tệp có đánh dấu lỗi' }).count()).toBe(0);
      await expectAccessible(page);
    });

    const FILE = {
      name: 'Muộn.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Mã số doanh nghiệp,Loại tín hiệu,Ngày\n'),
    };
    const SEND = 'Gửi vào “Hoạt động doanh nghiệp”';
    /** Opens the page of uploads, and sends a file when its form is older than S3 takes it. */
    const sendLate = async (before: (page: Page) => Promise<unknown>) => {
      const page = await run.signedIn(OFFICER);
      await page.clock.install();
      await page.goto(`${run.url}/office/upload`);
      await page.getByLabel('Hoạt động doanh nghiệp', { exact: true }).setInputFiles(FILE);
      await page.clock.fastForward('31:00');
      await before(page);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
      await page.getByRole('button', { name: SEND }).click();
      return { page, asked };
    };

    it('a file that is chosen on a page of more than half an hour is sent by a new form', async () => {
      const { page, asked } = await sendLate(async () => undefined);
      await page.waitForURL(/\/office\/files\?(?:.*&)?feed=activities/u);
      expect(asked[0]).toBe('GET /office/upload');
      expect(await page.locator('main').innerText()).toContain('Muộn.csv');
    });

    it('a file that is sent after the session has ended stays chosen, and the page says to sign in', async () => {
      const { page, asked } = await sendLate((opened) => opened.context().clearCookies());
      await page.getByText('Hãy đăng nhập lại ở một cửa sổ khác').waitFor();
      expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
      const chosen = page.getByLabel('Hoạt động doanh nghiệp', { exact: true });
      expect(await chosen.inputValue()).toContain('Muộn.csv');
    });

    it('an officer accepts a proposal from the worklist, and finds it in the correction file', async () => {
      const page = await run.signedIn(OFFICER);
      await page.getByRole('link', { name: 'Việc cần làm' }).click();
      await page.getByRole('link', { name: /^Đề nghị sửa/u }).click();
      await expectAccessible(page);
      await page.locator('tbody input[type=checkbox]').first().check();
      await page.getByRole('button', { name: 'Chấp nhận đề xuất' }).click();
      await expect.poll(() => page.getByRole('status').innerText()).toContain('Đã ghi nhận 1 việc');
      await page.getByRole('link', { name: 'Đính chính', exact: true }).click();
      await expectAccessible(page);
      expect(await page.locator('tbody tr').count()).toBe(1);
    });

    it('an investigator gets from the list to a signed decision and sees the source of each figure', async () => {
      const page = await run.signedIn(INVESTIGATOR, { javaScriptEnabled: false });
      await page.getByRole('button', { name: 'Vụ việc tiếp theo' }).click();
      await page.locator('#findings summary').first().click();
      const sources = page.locator('dt', { hasText: 'Nguồn' }).first().locator('xpath=following-sibling::dd');
      expect(await sources.innerText()).toMatch(/tệp \S+ \(nhận \d{2}\/\d{2}\/\d{4}\), .*dòng \d+/u);
      await page.getByLabel('Xác nhận').check();
      await page.getByText('Có văn bản của cơ quan có thẩm quyền').click();
      await page.getByLabel('Số văn bản').fill('12/QĐ-CSHS');
      await page.getByLabel('Ngày văn bản').fill('05/01/2026');
      await page.getByRole('button', { name: 'Ghi quyết định' }).click();
      await page.waitForURL(/done=confirmed/u);
      expect(await page.getByText('văn bản số 12/QĐ-CSHS').count()).toBeGreaterThan(0);
    });

    it('an investigator looks a company up and opens its account', async () => {
      const page = await run.signedIn(INVESTIGATOR);
      await page.goto(`${run.url}/police/search`);
      await page.getByLabel('Nội dung', { exact: true }).fill('0994041001');
      await page.getByLabel('Mục đích').selectOption('case');
      await page.getByLabel('Số vụ việc hoặc văn bản').fill('VV-1');
      await page.getByRole('button', { name: 'Tra cứu' }).click();
      await page.locator('table a').first().click();
      await page.getByText(/^Tài khoản \(/u).click();
      await page.locator('#accounts a').first().click();
      await expectAccessible(page);
      await page.getByLabel('Trạng thái hiện nay của tài khoản').check();
      await page.getByRole('button', { name: 'Gửi câu hỏi' }).click();
      expect(await page.getByRole('status').innerText()).toContain('Đã gửi câu hỏi');
    });
  });
