import { describe, expect, it } from 'vitest';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { GROUP_OF_DESK } from '#test/support/desks/desk-groups.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import type { TestDesks } from '#test/support/desks/test-desks.ts';
import { desksWithForms, type ValidForm } from '#test/support/valid-forms.ts';

const FORMS = ROUTES.filter(({ method }) => method === 'POST');
/** Forms that are answered with a page without an address: a key that is shown once. */
const SHOWN_AT_ONCE = new Set(['/bank/connection/key']);

/** The effects of forms: stored items and sent messages. */
async function effectsOf(desks: TestDesks) {
  const { sentReplies, touched, released, operatorTasks, entered, testEvents, lookedAt } = desks;
  const records = await desks.caseRecords.of(noticeIdOf('police', '0101243150'));
  const settled = await desks.tasks.settled('2025-01-01', '2027-01-01');
  const sent = [sentReplies, touched, released, operatorTasks, testEvents, lookedAt].map((one) => one.length);
  return JSON.stringify([sent, entered.map(({ id }) => id), records.notes.length, settled.length]);
}

describe.each(FORMS)('the form $path', ({ path, desk }) => {
  const opened = async () => {
    const { desks, forms } = await desksWithForms();
    const browser = await desks.signedIn([GROUP_OF_DESK[desk]], 'an');
    return { desks, browser, form: forms[path]!, formToken: await desks.formTokenOf(browser) };
  };
  const send = (browser: Browser, { address, fields }: ValidForm, more: Record<string, string>) =>
    browser.post(address, { ...fields, ...more });

  it('a valid form is accepted', async () => {
    const { browser, form, formToken } = await opened();
    expect((await send(browser, form, { formToken })).statusCode).toBe(SHOWN_AT_ONCE.has(path) ? 200 : 303);
  });

  if (!SHOWN_AT_ONCE.has(path)) {
    it('a form that a browser sends again without an answer has no second effect and leads to the same page', async () => {
      const { desks, browser, form, formToken } = await opened();
      const shown = { formToken, once: 'a1' };
      const first = await send(browser, form, shown);
      const done = await effectsOf(desks);
      const again = await send(browser, form, shown);
      expect([again.statusCode, again.headers?.['location']]).toEqual([303, first.headers?.['location']]);
      expect(await effectsOf(desks)).toBe(done);
    });

    it('a form sent by a double click does no more than one click, and both lead to the same place', async () => {
      const { desks, browser, form, formToken } = await opened();
      const other = await opened();
      const shown = { formToken, once: 'a1' };
      const both = await Promise.all([send(browser, form, shown), send(browser, form, shown)]);
      expect(new Set(both.map(({ statusCode, headers }) => `${statusCode} ${headers?.['location']}`)).size).toBe(1);
      const once = await send(other.browser, other.form, { formToken: other.formToken, once: 'a1' });
      expect(both[0]?.statusCode).toBe(once.statusCode);
      const counts = async (of: TestDesks) => (JSON.parse(await effectsOf(of)) as [number[], string[]])[0];
      expect(await counts(desks)).toEqual(await counts(other.desks));
      expect(desks.entered).toHaveLength(other.desks.entered.length);
    });
  }
});

describe('a form that is sent without a choice', () => {
  it.each([
    ['/office/worklist', 'office'],
    ['/police/releases', 'police'],
  ])('each error of the page %s leads to a place on it', async (path, group) => {
    const { desks } = await desksWithForms();
    const browser = await desks.signedIn([group]);
    const formToken = await desks.formTokenOf(browser);
    const { body = '' } = await browser.post(path, { formToken, act: 'refused', outcome: 'refuse' });
    const places = [...body.matchAll(/<li><a href="#([\w-]+)">/gu)].map(([, place = '']) => place);
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(body).toContain(`id="${place}"`);
  });
});

describe('a repeated form', () => {
  it('a form with other values is another form, and a refused one may be sent again', async () => {
    const { desks, forms } = await desksWithForms();
    const police = await desks.signedIn(['police'], 'an');
    const formToken = await desks.formTokenOf(police);
    const { address } = forms['/police/cases/{id}/notes']!;
    const send = async (note: string) => (await police.post(address, { formToken, once: 'a1', note })).statusCode;
    expect(await send('')).toBe(422);
    expect(await send('')).toBe(422);
    expect([await send('Một'), await send('Hai'), await send('Một')]).toEqual([303, 303, 303]);
    const { notes } = await desks.caseRecords.of(noticeIdOf('police', '0101243150'));
    expect(notes.map(({ text }) => text).sort()).toEqual(['Hai', 'Một']);
  });

  it('every form on a page contains a unique key', async () => {
    const { desks } = await desksWithForms();
    const police = await desks.signedIn(['police'], 'an');
    const page = `/police/cases/${noticeIdOf('police', '0101243150')}`;
    const pages = [await police.get(page), await police.get(page)];
    const ids = pages.flatMap(({ body = '' }) =>
      [...body.matchAll(/name="once" value="([\w-]+)"/gu)].map(([, id]) => id),
    );
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('a form’s key of one session has no effect in another session', async () => {
    const { desks, forms } = await desksWithForms();
    const { address } = forms['/police/cases/{id}/notes']!;
    for (const officer of ['an', 'binh']) {
      const browser = await desks.signedIn(['police'], officer);
      await browser.post(address, { formToken: await desks.formTokenOf(browser), once: 'a1', note: 'Một' });
    }
    expect((await desks.caseRecords.of(noticeIdOf('police', '0101243150'))).notes).toHaveLength(2);
  });
});
