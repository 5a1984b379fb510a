import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../expect-accessible.ts';
import type { BrowserRun } from '../served-run.ts';
import { tabTo } from './tab-to.ts';
import { WIDTHS } from '../widths.ts';

const CLERK = 'Giao dịch viên Vietcombank (mẫu)';
const PROVINCE = 'Văn phòng UBND tỉnh (mẫu)';
const OPERATOR = 'Người vận hành (mẫu)';

/** So many presses of Tab reach each control of these pages. */
const PRESSES = 120;

export const bankProvinceOperator = (runOf: () => BrowserRun) =>
  describe('the desks of bank, province and operator', () => {
    let run: BrowserRun;
    beforeAll(() => {
      run = runOf();
    });

    it.each([
      ['/bank/notices?level=act&sort=age', CLERK],
      ['/bank/notices?level=open', CLERK],
      ['/bank/report?reported=yes', CLERK],
      ['/province/figures?from=2025-08&to=2025-12', PROVINCE],
      ['/operator/system?asked=yes', OPERATOR],
    ])(
      'the page %s has no fault of accessibility and no sideways scrolling, at 320 pixels and at twice the size',
      async (path, person) => {
        const page = await run.pageAt(person, path, { viewport: { width: 640, height: 400 } });
        const expectNoSidewaysScrolling = async () => {
          const [needed = 0, there = 0] = await page.evaluate<number[]>(WIDTHS);
          expect(needed).toBeLessThanOrEqual(there);
        };
        await expectNoSidewaysScrolling();
        await page.setViewportSize({ width: 320, height: 640 });
        await expectNoSidewaysScrolling();
        await expectAccessible(page);
      },
    );

    it('a clerk reports an account with the keyboard alone, and a screen reader reads errors first', async () => {
      const page = await run.signedIn(CLERK);
      await tabTo(page, /Báo tài khoản/u, PRESSES);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/bank\/report$/u);
      await tabTo(page, /Số tài khoản/u, PRESSES);
      await page.keyboard.type('0011002233445');
      await tabTo(page, /Gửi/u, PRESSES);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await expectAccessible(page);
      expect(await page.getByLabel('Số tài khoản').inputValue()).toBe('0011002233445');
      await tabTo(page, /Không còn nghi ngờ/u, PRESSES);
      await page.keyboard.press('ArrowDown');
      await tabTo(page, /Từ ngày/u, PRESSES);
      await page.keyboard.type('01/12/2025');
      await tabTo(page, /^Gửi/u, PRESSES);
      await page.keyboard.press('Enter');
      await page.waitForURL(/reported=yes/u);
      expect(await page.getByRole('status').innerText()).toContain('Đã ghi nhận');
    });

    it('a clerk objects to a notice without a line of script, and sees that it waits', async () => {
      const page = await run.signedIn(CLERK, { javaScriptEnabled: false });
      await page.locator('tbody a').first().click();
      const address = page.url();
      await page.getByLabel('Vì sao thông báo này cần xem lại').fill('Khách hàng đã nộp hợp đồng và hóa đơn');
      await page.getByRole('button', { name: 'Gửi đề nghị xem lại' }).click();
      await expect
        .poll(async () => {
          await page.goto(address);
          return page.locator('main').innerText();
        })
        .toContain('Đang xem lại');
      expect(await page.getByRole('button', { name: 'Gửi đề nghị xem lại' }).count()).toBe(0);
    });

    it('an employee of a bank requests a test event and a new key, which is shown once', async () => {
      const page = await run.signedIn(CLERK);
      await page.goto(`${run.url}/bank/connection`);
      await page.getByRole('button', { name: 'Gửi sự kiện thử' }).click();
      await page.waitForURL(/tested=/u);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Đổi khóa ký' }).click();
      await expectAccessible(page);
      const key = page.locator('#signing-key');
      expect(await key.innerText()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
      await page.goto(`${run.url}/bank/connection`);
      expect(await key.count()).toBe(0);
    });

    it('an operator sends a receiver’s notices on with the keyboard alone', async () => {
      const page = await run.signedIn(OPERATOR);
      await page.goto(`${run.url}/operator/receivers`);
      // The table's container also contains that word.
      await tabTo(page, /^Gửi tiếp cho/u, PRESSES);
      await page.keyboard.press('Enter');
      await page.waitForURL(/asked=yes/u);
      expect(await page.getByRole('status').innerText()).toContain('Đã giao việc');
    });

    it('a clerk’s typed text is shown again after the session and its cookie have ended', async () => {
      const remark = 'Đã gọi điện xác minh, chờ chi nhánh trả lời';
      const page = await run.signedIn(CLERK);
      await page.locator('tbody a').first().click();
      await page.getByLabel('Ghi chú').fill(remark);
      const cookies = await page.context().cookies();
      await page.context().clearCookies();
      await page.context().addCookies(cookies.filter(({ name }) => name !== '__Host-session'));
      await page.getByRole('button', { name: 'Gửi kết quả' }).click();
      await expectAccessible(page);
      expect(await page.locator('main').innerText()).toContain('Phiên làm việc đã kết thúc');
      const [other] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: 'Đăng nhập' }).click(),
      ]);
      await other.getByText(CLERK).click();
      await other.waitForURL(/\/bank\/notices/u);
      await page.getByRole('button', { name: 'Mở lại biểu mẫu' }).click();
      await page.getByRole('heading', { name: 'Chưa ghi nhận' }).waitFor();
      await page.getByRole('button', { name: 'Mở lại biểu mẫu' }).click();
      expect(await page.getByLabel('Ghi chú').inputValue()).toBe(remark);
    });
  });
