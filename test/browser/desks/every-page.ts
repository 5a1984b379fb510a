import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { expectAccessible } from '../expect-accessible.ts';
import type { BrowserRun } from '../served-run.ts';
import { FAULTY_FILE } from '../guides/typed-values.ts';
import { WIDTHS } from '../widths.ts';

const INVESTIGATOR = 'Điều tra viên (mẫu)';
const CLERK = 'Giao dịch viên Vietcombank (mẫu)';
const PEOPLE = [
  'Cán bộ đăng ký kinh doanh (mẫu)',
  INVESTIGATOR,
  CLERK,
  'Văn phòng UBND tỉnh (mẫu)',
  'Người vận hành (mẫu)',
] as const;
/** Addresses that pages link to and that are no pages. */
const NO_PAGES =
  /\/(?:result|book|file|notices-file|template|letter|next-case|dossier|sent|attached|attachment|province\/report)$|\/export\//u;
const PAGES = ROUTES.filter(({ method, path }) => method === 'GET' && !NO_PAGES.test(path)).map(({ path }) => path);

/** A script in the page. */
const LINKS = "[...document.querySelectorAll('main a, nav a')].map((link) => link.getAttribute('href'))";
const OPEN_ALL = "document.querySelectorAll('details').forEach((one) => one.setAttribute('open', ''))";
const FOCUSABLE = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  .filter((one) => one.checkVisibility() && !one.disabled)`;
const TEXT_FIELDS = 'input[type=text], textarea';
/** Of the forms that a person can send; one without a button is sent by a script. */
const ACTIONS =
  "[...document.querySelectorAll('main form[method=post]:has(button[type=submit])')].map((form) => form.getAttribute('action'))";
/**
 * Parts of a month field get the focus one after another and show it themselves. Of radio buttons with one name the
 * keyboard reaches one, and from it the others.
 */
const STOPS = `(${FOCUSABLE}).filter((one, n, all) => one.type !== 'radio' || all.findIndex((other) => other.name === one.name) === n).length`;
const MARK = `(() => { const on = document.activeElement; if (!on || on === document.body) return false;
  const key = on.type === 'radio' ? on.name : undefined; const seen = (globalThis.seen ??= new Set());
  seen.add(key ?? on); const { outlineStyle, boxShadow } = getComputedStyle(on);
  const around = on.type === 'radio' || on.type === 'checkbox' ? getComputedStyle(on.nextElementSibling ?? on, '::before').boxShadow : 'none';
  if (on.type !== 'month' && outlineStyle === 'none' && boxShadow === 'none' && around === 'none') (globalThis.unseen ??= []).push(on.outerHTML.slice(0, 120)); return true; })()`;

const routeOf = (pathname: string) =>
  PAGES.find((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u').test(pathname));

export const everyPage = (runOf: () => BrowserRun) =>
  describe('every page of the desks', () => {
    let run: BrowserRun;
    /** An address of each kind of page with its desk, found by following links. */
    const found = new Map<string, { readonly address: string; readonly person: string }>();

    const look = async (person: string): Promise<void> => {
      const first = await run.pageAt(person, '/');
      const waiting = [new URL(first.url()).pathname];
      const seen = new Set<string>();
      for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
        const route = routeOf(new URL(address, run.url).pathname);
        if (route === undefined || found.has(route) || seen.has(address)) continue;
        seen.add(address);
        const page = await run.pageAt(person, address);
        found.set(route, { address, person });
        const links = await page.evaluate<(string | null)[]>(LINKS);
        waiting.push(...links.flatMap((href) => (href?.startsWith('/') ? [href.split('#')[0] ?? href] : [])));
      }
    };

    beforeAll(async () => {
      run = runOf();
      // A clerk's objection reaches the police after a while
      await vi.waitFor(
        async () => {
          const reviews = await run.pageAt(INVESTIGATOR, '/police/reviews');
          expect(await reviews.locator('tbody a').count()).toBeGreaterThan(0);
        },
        { timeout: 60_000 },
      );
      // The sample has no file of this bank's own
      const upload = await run.pageAt(CLERK, '/bank/upload');
      await upload.locator('input[type=file]').setInputFiles(FAULTY_FILE);
      await upload.getByRole('button', { name: 'Gửi vào' }).click();
      await upload.waitForURL(/\/bank\/files\?/u);
      await vi.waitFor(
        async () => {
          const files = await run.pageAt(CLERK, '/bank/files');
          expect(await files.getByRole('link', { name: 'Biên nhận' }).count()).toBeGreaterThan(0);
        },
        { timeout: 60_000, interval: 2000 },
      );
      for (const person of PEOPLE) await look(person);
    });

    const visitTo = (path: string) => found.get(path) ?? { address: path, person: PEOPLE[0] };
    const open = (path: string, options?: Parameters<BrowserRun['pageAt']>[2]): Promise<Page> => {
      const { address, person } = visitTo(path);
      return run.pageAt(person, address, options);
    };
    const expectNoSidewaysScrolling = async (page: Page) => {
      const [needed = 0, there = 0] = await page.evaluate<number[]>(WIDTHS);
      expect(needed).toBeLessThanOrEqual(there);
    };

    it('every page is reached from the menu by links', () => {
      expect(PAGES.filter((path) => !found.has(path))).toEqual([]);
    });

    it.each(PAGES)(
      'the page %s has no accessibility fault and no sideways scrolling, wide, at 320 pixels and at twice the size',
      async (path) => {
        const page = await open(path);
        await expectAccessible(page);
        for (const viewport of [
          { width: 640, height: 400 },
          { width: 320, height: 640 },
        ]) {
          await page.setViewportSize(viewport);
          await expectNoSidewaysScrolling(page);
        }
        await expectAccessible(page);
      },
    );

    it.each(PAGES)('the keyboard reaches everything on the page %s, and shows where it is', async (path) => {
      const page = await open(path);
      const stops = await page.evaluate<number>(STOPS);
      for (let n = 0; n < 3 * stops; n += 1) {
        await page.keyboard.press('Tab');
        if (!(await page.evaluate<boolean>(MARK)) && n > 0) break;
      }
      expect(await page.evaluate('globalThis.unseen ?? []')).toEqual([]);
      expect(await page.evaluate('globalThis.seen?.size')).toBe(stops);
    });

    it.each(PAGES)('the page %s has the same text without scripts', async (path) => {
      const [plain, full] = [await open(path, { javaScriptEnabled: false }), await open(path)];
      await vi.waitFor(
        async () => {
          const [one, other] = await Promise.all([plain, full].map((page) => page.locator('main').innerText()));
          // A page of counts may change between two readings, so then both are read again.
          if (one !== other) await Promise.all([plain.reload(), full.reload()]);
          expect(one).toBe(other);
        },
        { timeout: 60_000 },
      );
    });

    /** The forms of the page by their target address. */
    const formsOf = async (page: Page): Promise<string[]> => {
      const all = await page.evaluate<string[]>(ACTIONS);
      return [...new Set(all)].filter((action) => action.startsWith('/'));
    };

    /** Types into each text field of a form that the page has in a tab of its own. @returns what was typed, by field */
    const typeInto = async (form: Locator): Promise<Record<string, string>> => {
      const typed: Record<string, string> = {};
      for (const field of await form.locator(TEXT_FIELDS).all()) {
        const name = (await field.getAttribute('name')) ?? '';
        typed[name] = `Đã ghi ${name}`;
        await field.fill(typed[name]);
      }
      return typed;
    };

    it.each(PAGES)('no text typed on the page %s is lost when its writer signs in again meanwhile', async (path) => {
      const { person, address } = visitTo(path);
      const page = await open(path);
      const formOf = (of: Page, action: string) => of.locator(`main form[action="${action}"]`).first();
      const tabs: { readonly tab: Page; readonly form: Locator; readonly typed: Record<string, string> }[] = [];
      for (const action of await formsOf(page)) {
        if ((await formOf(page, action).locator(TEXT_FIELDS).count()) === 0) continue;
        const tab = await page.context().newPage();
        await tab.goto(run.url + address);
        await tab.evaluate(OPEN_ALL);
        const form = formOf(tab, action);
        tabs.push({ tab, form, typed: await typeInto(form) });
      }
      if (tabs.length === 0) return;
      await page.goto(`${run.url}/sign-in`);
      await page.getByText(person).click();
      await page.waitForURL((url) => routeOf(url.pathname) !== undefined);
      for (const { tab, form, typed } of tabs) {
        // The browser runs the timers of a hidden page only once a second
        await tab.bringToFront();
        await form.locator('button[type=submit]').first().click();
        await tab.getByRole('button', { name: 'Mở lại biểu mẫu' }).click();
        await form.waitFor({ state: 'attached' });
        await expectAccessible(tab);
        for (const [name, text] of Object.entries(typed))
          expect([name, await form.locator(`[name="${name}"]`).first().inputValue()]).toEqual([name, text]);
        await tab.close();
      }
    });

    it.each(PAGES)(
      'each form of the page %s that is sent empty answers without an accessibility fault',
      async (path) => {
        for (const action of await formsOf(await open(path))) {
          const page = await open(path);
          await page.setViewportSize({ width: 320, height: 640 });
          await page.evaluate(OPEN_ALL);
          await page.locator(`main form[action="${action}"] button[type=submit]`).first().click();
          await expectAccessible(page);
          await expectNoSidewaysScrolling(page);
          const broken = await page.evaluate<string[]>(
            "[...document.querySelectorAll('.govuk-error-summary a')].map((a) => a.getAttribute('href')).filter((href) => !document.querySelector(href))",
          );
          expect(broken).toEqual([]);
        }
      },
    );
  });
