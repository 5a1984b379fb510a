import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assetAnswer } from '#functions/serve-pages/http/assets.ts';
import { SignInUnanswered } from '#shared/clients/sign-in.ts';
import { ORIGIN } from '#test/support/desks/gateway-event.ts';
import { testDesks } from '#test/support/desks/test-desks.ts';

const SESSION = '__Host-session';
const BEGUN = '__Host-sign-in';

describe('signing in at the desks', () => {
  it('a visitor without a session is sent to sign in, and then back to the requested page', async () => {
    const desks = await testDesks();
    const browser = desks.browser();
    const sent = await browser.get('/police/cases?page=2');
    expect(sent.headers?.['location']).toBe('/sign-in?to=%2Fpolice%2Fcases%3Fpage%3D2');
    expect((await browser.get('/')).headers?.['location']).toBe('/sign-in');
    const begun = await browser.get('/sign-in?to=%2Fpolice%2Fcases%3Fpage%3D2');
    expect(begun.headers?.['location']).toMatch(/^https:\/\/sign-in\.example\.vn\/authorize/u);
    const finished = await browser.get('/sign-in/finish?code=c&state=state');
    expect(finished.headers?.['location']).toBe('/police/cases?page=2');
    expect(browser.cookies.has(SESSION)).toBe(true);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a b'])(
    'signing in never leads to %s',
    async (to) => {
      const desks = await testDesks();
      const browser = desks.browser();
      await browser.get(`/sign-in?to=${encodeURIComponent(to)}`);
      expect((await browser.get('/sign-in/finish?code=c&state=state')).headers?.['location']).toBe('/');
    },
  );

  it('signing in leads to no other site by a cookie that somebody changed', async () => {
    const browser = (await testDesks()).browser();
    await browser.get('/sign-in');
    const begun: unknown = JSON.parse(Buffer.from(browser.cookies.get(BEGUN) ?? '', 'base64url').toString());
    const changed = JSON.stringify(Object.assign({}, begun, { to: '//evil.example' }));
    browser.cookies.set(BEGUN, Buffer.from(changed).toString('base64url'));
    expect((await browser.get('/sign-in/finish?code=c&state=state')).headers?.['location']).toBe('/');
  });

  it('an answer of the provider with another state, an unasked one and a repeated one are refused', async () => {
    const desks = await testDesks();
    const browser = desks.browser();
    expect((await browser.get('/sign-in/finish?code=c&state=state')).headers?.['location']).toBe('/sign-in');
    await browser.get('/sign-in');
    expect((await browser.get('/sign-in/finish?code=c&state=other')).headers?.['location']).toBe('/sign-in/refused');
    await browser.get('/sign-in');
    await browser.get('/sign-in/finish?code=c&state=state');
    expect((await browser.get('/sign-in/finish?code=c&state=state')).headers?.['location']).toBe('/sign-in');
  });

  it('a provider that does not answer is named on the page, and the person can try again to the same page', async () => {
    const silent = () => Promise.reject(new SignInUnanswered());
    const begins = async () => ({
      url: 'https://sign-in.example.vn/',
      begun: { state: 's', nonce: 'n', verifier: 'v' },
    });
    const renew = async () => 'not_answered' as const;
    for (const begin of [silent, begins]) {
      const browser = (await testDesks({ signIn: { begin, finish: silent, renew } })).browser();
      const first = await browser.get('/sign-in?to=%2Fpolice%2Fcases');
      const answer = begin === silent ? first : await browser.get('/sign-in/finish?code=c&state=s');
      expect(answer.statusCode).toBe(503);
      expect(answer.body).toContain('Hệ thống đăng nhập không trả lời');
      expect(browser.cookies.has(SESSION)).toBe(false);
      if (begin === begins) expect(answer.body).toContain('/sign-in?to=%2Fpolice%2Fcases');
    }
  });

  it('an earlier session of the browser is closed when another person signs in', async () => {
    const desks = await testDesks();
    const browser = await desks.signedIn(['police']);
    const former = browser.cookies.get(SESSION) ?? '';
    await browser.get('/sign-in');
    await browser.get('/sign-in/finish?code=c&state=state');
    const thief = desks.browser();
    thief.cookies.set(SESSION, former);
    expect((await thief.get('/')).headers?.['location']).toBe('/sign-in');
  });

  it.each([
    [['police'], 15],
    [['police', 'operator'], 5],
  ])('the session of %s ends after %i idle minutes, and no earlier while it is used', async (groups, minutes) => {
    const desks = await testDesks();
    const browser = await desks.signedIn(groups);
    const later = (seconds: number) => void (desks.clock.now = new Date(desks.clock.now.getTime() + seconds * 1000));
    for (let n = 0; n < 3; n += 1) {
      later(minutes * 60 - 1);
      expect((await browser.get('/')).headers?.['location']).not.toBe('/sign-in');
    }
    later(minutes * 60 + 1);
    expect((await browser.get('/')).headers?.['location']).toBe('/sign-in');
  });

  it('every session ends after eight hours, however busy', async () => {
    const desks = await testDesks();
    const browser = await desks.signedIn(['police']);
    const visit = async () => (await browser.get('/')).headers?.['location'];
    for (let minutes = 0; minutes < 8 * 60; minutes += 10) {
      expect(await visit()).not.toBe('/sign-in');
      desks.clock.now = new Date(desks.clock.now.getTime() + 600_000);
    }
    desks.clock.now = new Date(desks.clock.now.getTime() + 1000);
    expect(await visit()).toBe('/sign-in');
  });

  it('an invented cookie opens no session', async () => {
    const desks = await testDesks();
    await desks.signedIn(['police']);
    const forger = desks.browser();
    for (const forged of ['', 'x', '../', 'draft#1', 'a'.repeat(4096)]) {
      forger.cookies.set(SESSION, forged);
      expect((await forger.get('/')).headers?.['location']).toBe('/sign-in');
    }
  });

  it('a session is refused after signing out', async () => {
    const desks = await testDesks();
    const browser = await desks.signedIn(['nobody']);
    const kept = browser.cookies.get(SESSION) ?? '';
    const formToken = await desks.formTokenOf(browser);
    expect(await browser.post('/sign-out', { formToken }, 'https://evil.example')).toMatchObject({ statusCode: 403 });
    expect(await browser.post('/sign-out', { formToken: 'other' })).toMatchObject({ statusCode: 403 });
    expect((await browser.post('/sign-out', { formToken })).headers?.['location']).toBe('/signed-out');
    browser.cookies.set(SESSION, kept);
    expect((await browser.get('/')).headers?.['location']).toBe('/sign-in');
  });

  it('every page forbids foreign code and caching', async () => {
    const desks = await testDesks();
    const { headers = {} } = await desks.browser().get('/signed-out');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-store');
    expect((await desks.browser().get('/assets/a-desk.css')).headers?.['cache-control']).toContain('immutable');
  });

  it('cookies are read by this host alone, over TLS and not by scripts', async () => {
    const desks = await testDesks();
    const { cookies = [] } = await desks.browser().get('/sign-in');
    expect(cookies[0]).toMatch(/^__Host-sign-in=.*; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=600$/u);
    expect(ORIGIN).toMatch(/^https:/u);
  });

  it('style and script are compressed for browsers that accept it', async () => {
    const assets = { style: { path: '/assets/a-desk.css', type: 'text/css', body: 'body{}'.repeat(100) } };
    const script = { ...assets.style, path: '/assets/b-desk.js' };
    const guides = {};
    const packed = assetAnswer({ ...assets, script, guides }, '/assets/a-desk.css', 'br, gzip;q=0.8');
    expect(packed?.headers?.['content-encoding']).toBe('gzip');
    expect(gunzipSync(Buffer.from(packed?.body ?? '', 'base64')).toString()).toBe(assets.style.body);
    expect(assetAnswer({ ...assets, script, guides }, '/assets/b-desk.js')?.body).toBe(assets.style.body);
  });
});
