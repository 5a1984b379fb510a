import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { desksWithForms } from '#test/support/valid-forms.ts';
import { OTHER_STATES } from './page-states/other-states.ts';
import { PLAIN_STATES } from './page-states/plain-states.ts';
import { POLICE_STATES } from './page-states/police-states.ts';
import { type PageState, waitingChange } from './page-states/state.ts';
import { type HandlerPages, handlerPages } from './handler-pages.ts';
import { expectAccessible } from './expect-accessible.ts';
import { WIDTHS } from './widths.ts';

const OPEN_ALL = "document.querySelectorAll('details').forEach((one) => one.setAttribute('open', ''))";
const WAYS_ON = 'main a[href], main button, nav a[href], .desk-banner a[href]';
const STATES = Object.entries({ ...POLICE_STATES, ...OTHER_STATES, ...PLAIN_STATES });

/** Tests the real handler over in-memory tables, in states that a run on the sample inbox does not reach. */
describe('each state of the pages under the policy of production, in a browser', () => {
  let pages: HandlerPages;
  beforeAll(async () => {
    pages = await handlerPages();
  });
  afterAll(() => pages.close());

  it('a picture without a text is found as an accessibility fault', async () => {
    const { page, url } = await pages.pageOf((await desksWithForms({ assets: pages.assets })).desks.browser());
    await page.goto(`${url}/signed-out`);
    await expectAccessible(page);
    await page.evaluate("document.querySelector('main').append(new Image())");
    await expect(expectAccessible(page)).rejects.toThrow('image-alt: <img>');
  });

  async function desksIn({ empty, broken }: PageState): Promise<TestDesks> {
    const { assets } = pages;
    if (empty) return testDesks({ assets });
    const silent = () => {
      throw new Error('no answer');
    };
    return (await desksWithForms({ assets, ...(broken && { rulesClock: { today: silent, dayOf: silent } }) })).desks;
  }

  it.each(STATES)(
    '%s has no accessibility fault, does not scroll sideways at 320 pixels, and has a way on',
    async (_, state) => {
      const { groups, officer = 'an', form, before, status = 200, says } = state;
      const desks = await desksIn(state);
      await before?.(desks);
      const own = state.signedOut ? desks.browser() : await desks.signedIn(groups, officer);
      const address = await addressed(state.path, desks);
      const { page, url } = await pages.pageOf(own);
      await page.setViewportSize({ width: 1280, height: 720 });
      const formToken = state.signedOut ? '' : await desks.formTokenOf(own);
      if (form !== undefined) await page.goto(`${url}/signed-out`);
      const answered = page.waitForResponse((response) => new URL(response.url()).pathname === address.split('?')[0]);
      // The answer's head comes before the page, and until then the page before it counts as loaded
      const loaded = page.waitForEvent('load');
      if (form === undefined) await page.goto(url + address);
      else await page.evaluate(submitting(address, { formToken, ...form }));
      expect((await answered).status()).toBe(status);
      await loaded;
      expect(await page.locator('main').innerText()).toContain(says);
      await page.evaluate(OPEN_ALL);
      // Each kind of page is looked at in its full width too, on the served run
      await page.setViewportSize({ width: 320, height: 640 });
      const [needed = 0, there = 0] = await page.evaluate<number[]>(WIDTHS);
      expect(needed).toBeLessThanOrEqual(there);
      await expectAccessible(page);
      expect(await page.locator(WAYS_ON).count()).toBeGreaterThan(0);
    },
  );
});

/** The addresses of the account and the notice with a waiting release. */
async function addressed(path: string, desks: TestDesks): Promise<string> {
  if (!path.includes('{')) return path;
  const { subject, noticeId } = await waitingChange(desks);
  return path.replace('{account}', subject).replace('{notice}', noticeId);
}

/** A script in the page that sends a form of the desks as the page does. */
const submitting = (address: string, form: Readonly<Record<string, string>>) => `(() => {
  const own = document.createElement('form');
  own.method = 'post';
  own.action = ${JSON.stringify(address)};
  for (const [name, value] of Object.entries(${JSON.stringify(form)})) {
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    own.append(field);
  }
  document.body.append(own);
  own.submit();
})()`;
