import { beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { DESK_OPERATIONS } from '#shared/contracts/desk-api/operations.ts';
import { GROUP_OF_DESK } from '#test/support/desks/desk-groups.ts';
import type { TestDesks } from '#test/support/desks/test-desks.ts';
import { bodyOf } from '#test/support/http.ts';
import { desksWithForms, type ValidForm } from '#test/support/valid-forms.ts';

/** Pages that show only a form. */
const FORMS_ALONE = [
  'GET /police/search',
  'GET /office/search',
  'GET /police/exports',
  'GET /police/crime-report',
  'GET /bank/report',
  'GET /office/upload/sent',
  'GET /bank/upload/sent',
  'GET /police/cases/{id}/attached',
  'GET /office/worklist/{code}/{task}/attached',
];
const MANY = new Set(['sent', 'task', 'change', 'also', 'observed', 'ask', 'notice', 'case', 'wants']);
const keyOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const BY_API = ROUTES.filter((route) => keyOf(route) in DESK_OPERATIONS);
const POSTS = BY_API.filter(({ method }) => method === 'POST');
/** A letter, a dossier and an attached file exist only once they are written, and have their own tests. */
const GETS = BY_API.filter(({ method, path }) => method === 'GET' && !/\/(?:letter|dossier|attachment)$/u.test(path));

const inJson = ({ fields }: ValidForm, path: string) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      MANY.has(name) && !(name === 'task' && path.startsWith('/operator')) ? [value] : value,
    ]),
  );

const RECEIPT = `?feed=registrations&what=receipt&file=${encodeURIComponent('Tháng 8.xlsx')}`;

describe('the API of the desks', () => {
  let desks: TestDesks;
  let forms: Readonly<Record<string, ValidForm>>;
  beforeAll(async () => {
    ({ desks, forms } = await desksWithForms());
  });
  /** An address of each page, taken from its forms. */
  const addressOf = (path: string): string => {
    const ofCase = /^([/]police[/]cases[/]\{id\}|[/]office[/]worklist[/]\{code\}[/]\{task\})([/].+)$/u.exec(path);
    if (ofCase) return addressOf(ofCase[1] ?? '') + (ofCase[2] ?? '').replace('{form}', 'ftm');
    const about = Object.entries(forms).find(([form]) => path.includes('{') && form.startsWith(path))?.[1].address;
    return about?.split('/').slice(0, path.split('/').length).join('/') ?? path.replace('{code}', '0101243150');
  };

  it('the API can do whatever a desk does', () => {
    const without = ROUTES.map(keyOf).filter((key) => !(key in DESK_OPERATIONS));
    expect(without.sort()).toEqual([...FORMS_ALONE].sort());
    expect(Object.keys(DESK_OPERATIONS).filter((key) => !ROUTES.map(keyOf).includes(key))).toEqual([]);
  });

  it.each(POSTS)('a program does by POST $path what the form does', async ({ path, desk }) => {
    const own = await desksWithForms();
    const form = own.forms[path]!;
    const program = own.desks.program([GROUP_OF_DESK[desk]], 'an');
    const answer = await program.post(form.address, inJson(form, path));
    expect([answer.statusCode, answer.headers?.['content-type']]).toEqual([200, 'application/json']);
    const shows = DESK_OPERATIONS[`POST ${path}`]?.shows;
    expect(bodyOf(answer)).toEqual(
      shows ? shows.parse(bodyOf(answer)) : { done: true, page: expect.stringMatching(/^\//u) },
    );
  });

  it.each(GETS)('a program reads by GET $path what the page shows, in the published form', async ({ path, desk }) => {
    const queries: Readonly<Record<string, string>> = {
      '/office/files/receipt': RECEIPT,
      '/office/files/result': RECEIPT,
      '/bank/files/receipt': RECEIPT,
      '/bank/files/result': RECEIPT,
      '/province/report': '?form=docx&from=2025-12&to=2026-01',
      '/police/exports/file': '?form=ftm&from=01/01/2025&to=31/12/2026',
    };
    const query = queries[path] ?? '';
    const answer = await desks.program([GROUP_OF_DESK[desk]], 'an').get(addressOf(path) + query);
    const { shows } = DESK_OPERATIONS[`GET ${path}`]!;
    expect(answer.statusCode).toBe(200);
    if (shows) expect(bodyOf(answer)).toEqual(shows.parse(bodyOf(answer)));
  });

  it.each(BY_API)(
    '$method $path refuses people of another desk, calls without a token, and expired tokens',
    async ({ method, path, desk }) => {
      const address = method === 'POST' ? forms[path]!.address : addressOf(path);
      const body = method === 'POST' ? inJson(forms[path]!, path) : {};
      const ask = (program: ReturnType<TestDesks['program']>) =>
        method === 'POST' ? program.post(address, body) : program.get(address);
      const other = GROUP_OF_DESK[desk === 'office' ? 'police' : 'office'];
      expect((await ask(desks.program([other], 'odd'))).statusCode).toBe(404);
      const late = String(Math.floor(desks.clock.now.getTime() / 1000) - (desk === 'operator' ? 301 : 901));
      expect((await ask(desks.program([GROUP_OF_DESK[desk]], 'odd', { iat: late }))).statusCode).toBe(401);
      expect((await ask(desks.program([GROUP_OF_DESK[desk]], 'odd', { sub: '' }))).statusCode).toBe(401);
      expect(desks.entered.filter(({ by }) => by === 'officer:odd')).toEqual([]);
    },
  );

  it('a token is invalid once all sessions of its person were ended', async () => {
    const own = await desksWithForms();
    await own.desks.program(['operator']).post('/operator/people', { person: 'an' });
    expect((await own.desks.program(['police'], 'an').get('/police/releases')).statusCode).toBe(401);
    expect((await own.desks.program(['police'], 'binh').get('/police/releases')).statusCode).toBe(200);
  });

  it.each([
    ['{', 'body_not_json'],
    ['[]', 'body_unexpected'],
    [{ outcome: 'release' }, 'body_unexpected'],
    [{ change: ['a b'], outcome: 'release', officer: 'somebody' }, 'body_unexpected'],
    [{ change: ['x'.repeat(300_000)], outcome: 'release' }, 'too_large'],
  ])('the API refuses the body %j as %s without repeating it', async (body, code) => {
    const answer = await desks.program(['police']).post('/police/releases', body);
    expect(bodyOf(answer)).toMatchObject({ type: `urn:haukiem:problem:${code}` });
    expect(answer.body).not.toContain('somebody');
  });

  it('the API returns the error of each field, as the page does', async () => {
    const { address } = forms['/police/cases/{id}/decision']!;
    const body = { sequence: 1, after: '', outcome: 'dismissed' };
    const answer = await desks.program(['police']).post(address, body);
    expect(bodyOf(answer)).toMatchObject({ status: 422, errors: { reason: 'Hãy nêu lý do bác bỏ.' } });
  });

  it('a program’s repeated call with the same key has no second effect', async () => {
    const own = await desksWithForms();
    const { address } = own.forms['/police/cases/{id}/notes']!;
    const program = own.desks.program(['police'], 'an');
    const send = () => program.post(address, { note: 'Một' }, { 'idempotency-key': 'k1' });
    expect((await send()).body).toBe((await send()).body);
    const { notes } = await own.desks.caseRecords.of(address.split('/')[3] ?? '');
    expect(notes).toHaveLength(1);
  });

  it('the API refuses cookies, and the pages refuse tokens', async () => {
    const browser = await desks.signedIn(['police'], 'an');
    expect((await browser.get('/api/police/releases')).statusCode).toBe(401);
    const metadata = await desks.browser().get('/.well-known/oauth-protected-resource');
    expect(bodyOf(metadata)).toMatchObject({ resource: 'https://desks.example.vn/api', client_id: 'desks' });
  });
});

describe('a token that a program renewed without its user', () => {
  it.each([
    ['3600', 200],
    ['3601', 401],
  ])('a token is valid %s seconds after its person signed in: %i', async (seconds, status) => {
    const { desks } = await desksWithForms();
    const signedInAt = Math.floor(desks.clock.now.getTime() / 1000) - Number(seconds);
    const program = desks.program(['police'], 'an', { auth_time: String(signedInAt) });
    expect((await program.get('/police/cases')).statusCode).toBe(status);
  });
});
