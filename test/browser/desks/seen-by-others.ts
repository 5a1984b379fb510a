import { beforeAll, describe, expect, it } from 'vitest';
import type { BrowserRun } from '../served-run.ts';

const INVESTIGATOR = 'Điều tra viên (mẫu)';

/** What one person does is seen by another one. */
export const seenByOthers = (runOf: () => BrowserRun) =>
  describe('what others see of a decision', () => {
    let run: BrowserRun;
    beforeAll(() => {
      run = runOf();
    });

    it('the second of two officers at one case is shown the first one’s decision and keeps the typed text', async () => {
      const [one, two] = [await run.signedIn(INVESTIGATOR), await run.signedIn('Chỉ huy Phòng Cảnh sát hình sự (mẫu)')];
      await one.goto(`${run.url}/police/cases?sort=money`);
      await one.locator('tbody a').first().click();
      await two.goto(one.url());
      await one.getByLabel('Xác nhận').check();
      await two.getByLabel('Bác bỏ').check();
      await two.getByLabel('Lý do').fill('Đã kiểm tra trụ sở');
      await one.getByRole('button', { name: 'Ghi quyết định' }).click();
      await one.waitForURL(/done=confirmed/u);
      await two.getByRole('button', { name: 'Ghi quyết định' }).click();
      await two.getByRole('alert').waitFor();
      await two.waitForLoadState();
      expect(await two.getByRole('alert').innerText()).toContain('Đồng nghiệp vừa ghi một quyết định');
      expect(await two.getByLabel('Lý do').inputValue()).toBe('Đã kiểm tra trụ sở');
      expect(await two.locator('main').innerText()).toContain('do đồng nghiệp');
    });

    it('a bank sees within a minute that a notice was withdrawn, on its page and in its list', async () => {
      const clerk = await run.signedIn('Giao dịch viên BIDV (mẫu)');
      const rows = await clerk.locator('tbody tr').allInnerTexts();
      const watched = rows.find((text) => /Rà soát\s*\t[^\t]*[(]mã 5[)]/u.test(text)) ?? '';
      const [, account = '', company = ''] = watched.split('\t').map((cell) => cell.trim());
      const row = clerk.locator('tbody tr', { hasText: account });
      const address = (await row.locator('a').getAttribute('href')) ?? '';
      const police = await run.signedIn(INVESTIGATOR);
      await police.goto(`${run.url}/police/cases?standing=all`);
      await police.locator('tbody a', { hasText: company }).click();
      await police.getByLabel('Bác bỏ').check();
      await police.getByLabel('Lý do').fill('Đã kiểm tra trụ sở: doanh nghiệp có thật');
      await police.getByRole('button', { name: 'Ghi quyết định' }).click();
      await police.waitForURL(/done=dismissed/u);
      const textAt = async (path: string) => {
        await clerk.goto(run.url + path);
        return clerk.locator('main').innerText();
      };
      await expect.poll(() => textAt(address), { timeout: 60_000 }).toContain('Thông báo đã rút');
      const list = await textAt('/bank/notices');
      expect(list).toContain('Mới rút hoặc hết hạn');
      expect(list).toContain(account);
    });
  });
