import type { Browser, Page } from 'playwright-core';
import type { Desk } from '#functions/serve-pages/admit.ts';
import { launchChromium } from '../launch-chromium.ts';
import type { FilledDesks } from './filled-desks.ts';

/** The ways in which a person operates a page. */
interface Hands {
  readonly page: Page;
  /** Follows the first link or presses the first button of that name. */
  press(name: RegExp): Promise<void>;
  /** Takes a radio button or ticks a box. */
  choose(label: RegExp): Promise<void>;
  fill(label: RegExp, text: string): Promise<void>;
}
type BrowserOptions = Parameters<Browser['newContext']>[0];
interface Way {
  readonly options: BrowserOptions;
  readonly hands: (page: Page) => Hands;
}

const FOCUSED = `(() => { const on = document.activeElement; const label = on?.labels?.[0]?.textContent;
  return [on?.type ?? '', (label ?? on?.ariaLabel ?? on?.textContent ?? '').trim()].join('|'); })()`;
const WIDTHS = '(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.documentElement)';
const MOST_PRESSES = 400;
const MOST_CHOICES = 12;

/** Operates a page by mouse or touch. */
const pointing = (page: Page): Hands => ({
  page,
  async press(name) {
    await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click();
    await page.waitForLoadState();
  },
  choose: (label) => page.getByLabel(label).first().check(),
  fill: (label, text) => page.getByLabel(label).first().fill(text),
});

/** Operates a page only by Tab, the arrow keys, Space, Enter and letters. */
function typing(page: Page): Hands {
  const tabTo = async (wanted: RegExp): Promise<void> => {
    for (let n = 0; n < MOST_PRESSES; n += 1) {
      await page.keyboard.press('Tab');
      const [type = '', text = ''] = String(await page.evaluate(FOCUSED)).split('|');
      if (wanted.test(text)) return;
      // Tab reaches one of several radio buttons; the arrow keys move to the others and select them
      const steps = type === 'radio' ? MOST_CHOICES : 0;
      for (let step = 0; step < steps; step += 1) {
        await page.keyboard.press('ArrowDown');
        const [, other = ''] = String(await page.evaluate(FOCUSED)).split('|');
        if (wanted.test(other)) return;
      }
    }
    throw new Error(`Nothing named ${String(wanted)} takes the focus`);
  };
  return {
    page,
    async press(name) {
      await tabTo(name);
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    },
    async choose(label) {
      await tabTo(label);
      await page.keyboard.press('Space');
    },
    async fill(label, text) {
      await tabTo(label);
      await page.keyboard.type(text);
    },
  };
}

/** On a narrow page: nothing may need sideways scrolling at any step. */
const narrow = ({ page, press, ...rest }: Hands): Hands => ({
  ...rest,
  page,
  async press(name) {
    await press(name);
    if (Number(await page.evaluate(WIDTHS)) > 0) throw new Error(`${page.url()} needs sideways scrolling`);
  },
});

/**
 * Two ways for four hindrances, because a page has the same elements at each size and sends the same forms: without a mouse
 * on twice the size, and without JavaScript on a narrow page.
 */
export const WAYS: Readonly<Record<string, Way>> = {
  // At 200 % a screen of 1280 pixels shows 640 of them
  'with the keyboard alone at 200 %': {
    options: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
    hands: (page) => narrow(typing(page)),
  },
  'without JavaScript at 320 pixels': {
    options: { javaScriptEnabled: false, viewport: { width: 320, height: 640 } },
    hands: (page) => narrow(pointing(page)),
  },
};

/** The main journey of each desk, from its first page to the result. @returns the text of the last page */
export const JOURNEYS: Readonly<Record<Desk, (hands: Hands) => Promise<string>>> = {
  async office({ page, press, choose }) {
    await press(/^Việc cần làm$/u);
    await press(/^Đề nghị sửa/u);
    await press(/^[\d.]+ doanh nghiệp$/u);
    await choose(/^Chọn CÔNG TY/u);
    await press(/^Chấp nhận đề xuất$/u);
    return page.getByRole('status').innerText();
  },
  async police({ page, press, choose }) {
    await press(/^Vụ việc tiếp theo$/u);
    await choose(/^Xác nhận$/u);
    await press(/^Ghi quyết định$/u);
    return page.url();
  },
  async bank({ page, press, choose, fill }) {
    await press(/^Chưa trả lời/u);
    await press(/^00110022\d{5}$/u);
    await press(/^Xác nhận đã nhận$/u);
    await choose(/^Rà soát và xử lý$/u);
    await choose(/^Tạm ngừng dịch vụ điện tử$/u);
    await fill(/^Ghi chú/u, 'Đã liên hệ khách hàng');
    await press(/^Gửi kết quả$/u);
    return `${await page.getByRole('alert').count()} ${page.url()}`;
  },
  async province({ page, press, choose, fill }) {
    await press(/^Biện pháp$/u);
    const isOn = (await page.locator('tbody tr', { hasText: 'nước ngoài' }).first().innerText()).includes('Bật');
    await choose(/^Tính dấu hiệu truy cập từ nước ngoài$/u);
    await choose(isOn ? /^Tắt$/u : /^Bật$/u);
    await fill(/^Số, ký hiệu văn bản/u, '12/UBND');
    await fill(/^Ngày văn bản/u, '31/12/2025');
    await press(/^Ghi theo văn bản$/u);
    return page.getByRole('status').innerText();
  },
  async operator({ page, press }) {
    await press(/^Tình trạng/u);
    await press(/^Chạy lại tất cả/u);
    return page.getByRole('status').innerText();
  },
};

/** People of the filled desks, each in a browser of their own. */
export async function peopleOf(desks: FilledDesks) {
  const { url, close } = await desks.serve();
  const browser = await launchChromium();
  return {
    /** @returns what the page says at the journey's end */
    async walk(desk: Desk, { options, hands }: Way): Promise<string> {
      const context = await browser.newContext(options);
      const [name, value] = await desks.cookieOf(desk);
      await context.addCookies([{ name, value, domain: new URL(url).hostname, path: '/', secure: true }]);
      const page = await context.newPage();
      await page.goto(url);
      const said = await JOURNEYS[desk](hands(page));
      await context.close();
      return said;
    },
    async stop() {
      await browser.close();
      close();
    },
  };
}
