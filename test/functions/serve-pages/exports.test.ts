import { beforeEach, describe, expect, it } from 'vitest';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { aNotice, type NoticeChange } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const [ONE, OTHER, ALONE] = ['0101243150', '0101248141', '0100109106'];
const network = {
  members: [ONE, OTHER, '0300588569'].map((enterpriseCode) => ({ enterpriseCode, since: '2025-03-10' })),
  ties: [{ kind: 'phone' as const, companies: [ONE, OTHER], since: '2025-03-10' }],
  since: '2025-03-10',
  registeredFrom: '2025-03-10',
  registeredTo: '2025-03-11',
  withBadSigns: 1,
};

describe('exports at the police desk', () => {
  let desks: TestDesks;
  let browser: Browser;
  const issue = (code: string, change: NoticeChange = {}) =>
    desks.notices.write(
      aNotice('police', code, { ...change, content: { enterpriseCode: code, name: code, ...change.content } }),
      undefined,
    );
  const codesIn = (body = '') =>
    [
      ...Buffer.from(body, 'base64')
        .toString()
        .matchAll(/"registrationNumber":\["(\d+)"\]/gu),
    ].map(([, code]) => code);
  const exported = () =>
    desks.entered.filter(({ says }) => says['what'] === 'export').map(({ says }) => says['notices']);

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['police']);
    await issue(ONE, { content: { network }, changedAt: '2025-12-31T16:59:59.000Z' });
    await issue(OTHER, { changedAt: '2025-12-31T17:00:00.000Z' });
    await issue(ALONE, { changedAt: '2026-01-31T16:59:59.000Z' });
  });

  it('an export of a case gives that case, and is entered in the log', async () => {
    const id = noticeIdOf('police', ONE);
    const answer = await browser.get(`/police/cases/${id}/export/ftm`);
    expect(answer.headers?.['content-disposition']).toContain(`${ONE}.ftm.jsonl`);
    expect(codesIn(answer.body)).toEqual([ONE]);
    expect(exported()).toEqual([[`${id}.1`]]);
  });

  it.each(['cross-site', 'same-site'])(
    'a link of a page elsewhere exports nothing in the officer’s name: %s',
    async (site) => {
      const paths = [
        `/police/cases/${noticeIdOf('police', ONE)}/export/ftm?of=ring`,
        '/police/exports/file?form=ftm&from=1/1/2026&to=31/1/2026',
      ];
      for (const path of paths) {
        const { statusCode, body } = await browser.get(path, { 'sec-fetch-site': site });
        expect(statusCode).toBe(403);
        expect(body).toContain(`href="${path.replaceAll('&', '&amp;')}"`);
      }
      expect(exported()).toEqual([]);
      for (const own of ['same-origin', 'none']) {
        const { statusCode } = await browser.get(paths[0] ?? '', { 'sec-fetch-site': own });
        expect(statusCode).toBe(200);
      }
    },
  );

  it('an export of a ring gives each of its cases, each entered in the log', async () => {
    const answer = await browser.get(`/police/cases/${noticeIdOf('police', ONE)}/export/ftm?of=ring`);
    expect(codesIn(answer.body).toSorted()).toEqual([ONE, OTHER].toSorted());
    expect(exported()).toEqual([[ONE, OTHER].map((code) => `${noticeIdOf('police', code)}.1`)]);
  });

  it('a period of more cases than one file may have is exported part by part, each case once', async () => {
    const codes = Array.from({ length: 120 }, (_, n) => String(900_000_000 + n).padStart(10, '0'));
    for (const [n, code] of codes.entries())
      await issue(code, { changedAt: new Date(Date.parse('2026-02-01T02:00:00.000Z') + n * 1000).toISOString() });
    const asked = '/police/exports/file?form=ftm&from=1/2/2026&to=1/2/2026';
    const { body = '' } = await browser.get(asked);
    const links = [...body.matchAll(/href="([^"]*part=\d+)"/gu)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    expect(links).toHaveLength(3);
    expect(exported()).toEqual([]);
    const files = await Promise.all(links.map((href) => browser.get(href)));
    expect(files.flatMap((file) => codesIn(file.body))).toEqual(codes);
    expect(files[2]?.headers?.['content-disposition']).toContain('2026-02-01-2026-02-01-phan-3-3');
    for (const part of ['0', '4', '-1', 'x', '1.5'])
      expect((await browser.get(`${asked}&part=${part}`)).headers?.['content-disposition']).toBeUndefined();
  });

  it('an export of a period gives the cases issued or changed on its days in Việt Nam', async () => {
    const answer = await browser.get('/police/exports/file?form=ftm&from=1/1/2026&to=31/1/2026');
    expect(answer.headers?.['content-disposition']).toContain('2026-01-01-2026-01-31.ftm.jsonl');
    expect(codesIn(answer.body).toSorted()).toEqual([OTHER, ALONE].toSorted());
    expect(exported()[0]).toHaveLength(2);
  });

  it('an export with impossible days or an unknown format is refused before anything is read', async () => {
    for (const query of [
      'form=ftm&from=31/2/2026&to=1/3/2026',
      'form=ftm&from=2/1/2026&to=1/1/2026',
      'form=goaml&from=1/1/2026&to=2/1/2026',
      '',
    ])
      expect((await browser.get(`/police/exports/file?${query}`)).body).toContain('govuk-error-summary');
    expect(exported()).toEqual([]);
  });

  it('an export of days without notices says that there are none', async () => {
    const { body } = await browser.get('/police/exports/file?form=bods&from=1/1/2020&to=2/1/2020');
    expect(body).toContain('không có vụ việc nào');
  });

  it('an export of too many cases for one answer says how to get them', async () => {
    for (let n = 0; n < 51; n += 1)
      await issue(`09000${String(n).padStart(5, '0')}`, { changedAt: '2026-02-02T00:00:00.000Z' });
    const { body } = await browser.get('/police/exports/file?form=ftm&from=2/2/2026&to=2/2/2026');
    expect(body).toContain('51 vụ việc');
    expect(exported()).toEqual([]);
  });
});
