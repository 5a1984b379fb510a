import { beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '#functions/serve-pages/admit.ts';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { GROUP_OF_DESK } from '#test/support/desks/desk-groups.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import type { TestDesks } from '#test/support/desks/test-desks.ts';
import { desksWithForms, type ValidForm } from '#test/support/valid-forms.ts';

const FORMS = ROUTES.filter(({ method }) => method === 'POST').map(({ path, desk }) => [path, desk] as const);
const WITH_IDS = ROUTES.filter(({ path }) => path.includes('{')).map(
  (route) => [`${route.method} ${route.path}`, route] as const,
);
const ODD_IDS = [
  '..',
  '%2e%2e',
  '%2E%2E%2F%2E%2E%2Fpolice%2Fcases',
  '..%2f..%2foperator%2fsystem',
  '%00',
  '%E0%A4%A',
  '%F0%9F%92%A9',
  '__proto__',
  'constructor',
  'a'.repeat(5000),
  `'%20or%20'1'%3D'1`,
];

describe('requests that no page makes', () => {
  let desks: TestDesks;
  let forms: Readonly<Record<string, ValidForm>>;
  const browsers = new Map<Desk, Browser>();
  const tokens = new Map<Desk, string>();
  const acts = () =>
    [
      desks.sentReplies,
      desks.touched,
      desks.released,
      desks.operatorTasks,
      desks.testEvents,
      desks.lookedAt,
      desks.keys,
      desks.entered.filter(({ kind }) => kind !== 'data-read'),
    ].flat();
  beforeAll(async () => {
    ({ desks, forms } = await desksWithForms());
    for (const desk of ['office', 'police', 'province', 'operator', 'bank'] as const) {
      const browser = await desks.signedIn([GROUP_OF_DESK[desk]], `odd-${desk}`);
      browsers.set(desk, browser);
      tokens.set(desk, await desks.formTokenOf(browser));
    }
  });
  const send = (path: string, desk: Desk, more: readonly (readonly [string, string])[]) => {
    const { address, fields } = forms[path]!;
    return browsers
      .get(desk)!
      .post(address, [['formToken', tokens.get(desk) ?? ''], ...Object.entries(fields), ...more]);
  };

  it.each(FORMS)('the form %s is refused where a field occurs twice, whatever the second value', async (path, desk) => {
    const fields = Object.keys(forms[path]!.fields).filter(
      (name) => !['task', 'change', 'ask', 'sent', 'notice', 'case'].includes(name),
    );
    for (const name of [...fields, 'formToken', 'page']) {
      const answer = await send(path, desk, [
        [name, 'x'],
        ['page', '/'],
      ]);
      expect([400, name]).toEqual([answer.statusCode, name]);
    }
    expect(acts()).toEqual([]);
  });

  it.each(FORMS)('the form %s is refused where it is too large', async (path, desk) => {
    expect((await send(path, desk, [['note2', 'x'.repeat(300_000)]])).statusCode).toBe(413);
    expect(acts()).toEqual([]);
  });

  it.each(WITH_IDS)('%s finds nothing for an invalid id', async (_, route) => {
    for (const id of ODD_IDS) {
      const address = route.path.replaceAll(/\{\w+\}/gu, id);
      const browser = browsers.get(route.desk)!;
      const formToken = tokens.get(route.desk) ?? '';
      const fields = forms[route.path]?.fields ?? {};
      const answer = await (route.method === 'GET'
        ? browser.get(address)
        : browser.post(address, { ...fields, formToken }));
      expect([404, id]).toEqual([answer.statusCode, id]);
    }
    expect(acts()).toEqual([]);
  });

  it.each([
    '/bank/%2e%2e/police/cases',
    '/bank/notices/%2e%2e/%2e%2e/police/cases',
    '/bank//police/cases',
    '//police/cases',
    '/POLICE/cases',
    '/police/cases/',
    '/police/cases;bank/notices',
    '/assets/%2e%2e/index.mjs',
    '/assets/..%2f..%2findex.mjs',
  ])('a clerk finds nothing behind the address %s', async (path) => {
    const answer = await browsers.get('bank')!.get(path);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('Doanh nghiệp đã báo công an');
  });

  const QUERY = [
    'page',
    'sort',
    'feed',
    'kind',
    'whose',
    'file',
    'what',
    'q',
    'draft',
    'level',
    'from',
    'to',
    'done',
    'count',
    'after',
    'before',
    'state',
    'tested',
  ];
  it.each(ROUTES.filter(({ method }) => method === 'GET').map(({ path, desk }) => [path, desk] as const))(
    'the page %s answers for any query string',
    async (path, desk) => {
      for (const value of ['a'.repeat(5000), '-1', '1e9', '__proto__', '%00', '\u0000', '9999-99', '../../x', '💩']) {
        const query = new URLSearchParams(QUERY.map((name) => [name, value])).toString();
        const known = /\/(?:result|receipt)$/u.test(path)
          ? `feed=registrations&what=receipt&file=${'a'.repeat(5000)}`
          : '';
        const address = path.replaceAll(/\{\w+\}/gu, 'x');
        for (const asked of [query, known]) {
          const answer = await browsers.get(desk)!.get(`${address}?${asked}`);
          expect([200, 303, 404, 422]).toContain(answer.statusCode);
        }
      }
    },
  );
});
