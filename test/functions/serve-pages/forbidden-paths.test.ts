import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRoute } from '#functions/serve-pages/admit.ts';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import type { HttpAnswer } from '#functions/serve-pages/http/answer.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { GROUP_OF_DESK } from '#test/support/desks/desk-groups.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';

const SESSION = '__Host-session';
const DESKS = ['office', 'police', 'province', 'operator', 'bank'] as const;
const OWN = { police: noticeIdOf('police', '0101243150'), bank: noticeIdOf('bank#970436', '0011223344') };

/** The address of a route with a notice of the desk that the route belongs to. */
const addressOf = ({ path, desk }: DeskRoute) => path.replaceAll(/\{\w+\}/gu, desk === 'bank' ? OWN.bank : OWN.police);
const FORMS = ROUTES.filter(({ method }) => method === 'POST');
const BY_ROUTE = ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const);
const BY_FORM = FORMS.map((route) => [route.path, route] as const);

/** The fields of all desks' forms, of which each route reads its own. */
const FIELDS = {
  sequence: '1',
  outcome: 'dismissed',
  accountStatus: '1',
  reason: 'r',
  objection: 'o',
  why: 'w',
  use: 'none',
  task: 'replay-parked',
  queue: 'haukiem-prod-replies',
};

async function withNotices(): Promise<TestDesks> {
  const desks = await testDesks();
  await desks.notices.write(aNotice('police', '0101243150'), undefined);
  await desks.notices.write(aNotice('bank#970436', '0011223344'), undefined);
  await desks.notices.write(aNotice('bank#970418', '5566778899'), undefined);
  return desks;
}

/** The number of all messages that were sent. */
const effects = ({ sentReplies, touched, released, operatorTasks, entered }: TestDesks) =>
  [sentReplies, touched, released, operatorTasks, entered.filter(({ kind }) => kind !== 'data-read')].flat();

describe.each(BY_ROUTE)('%s', (_, route) => {
  let desks: TestDesks;
  const open = (browser: Browser, form: Record<string, string> = {}) =>
    route.method === 'GET' ? browser.get(addressOf(route)) : browser.post(addressOf(route), { ...FIELDS, ...form });
  const isRefused = ({ statusCode, headers = {} }: HttpAnswer) =>
    route.method === 'GET'
      ? statusCode === 303 && String(headers['location']).startsWith('/sign-in')
      : statusCode === 401;

  beforeAll(async () => {
    desks = await withNotices();
  });

  it.each(DESKS.filter((desk) => desk !== route.desk))(
    'a page of another desk does not exist for the desk %s',
    async (desk) => {
      const browser = await desks.signedIn([GROUP_OF_DESK[desk]]);
      const answer = await open(browser, { formToken: await desks.formTokenOf(browser) });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('Không có trang này');
      expect(effects(desks)).toEqual([]);
    },
  );

  it('a page of a desk does not exist for a person without a group or with an unknown one', async () => {
    for (const groups of [[], ['admin'], ['bank:'], ['bank:../970436'], ['OFFICE'], ['office '], ['bank#970436']]) {
      const browser = await desks.signedIn(groups);
      const answer = await open(browser, { formToken: await desks.formTokenOf(browser) });
      expect(answer.statusCode).toBe(404);
    }
    expect(effects(desks)).toEqual([]);
  });

  it('a page of a desk refuses a forged, changed, ended or signed-out session', async () => {
    const owner = await desks.signedIn([GROUP_OF_DESK[route.desk]], 'owner');
    const formToken = await desks.formTokenOf(owner);
    const own = owner.cookies.get(SESSION) ?? '';
    const thief = desks.browser();
    for (const forged of ['', 'a'.repeat(43), `${own}x`, own.toUpperCase(), own.slice(1), '__proto__']) {
      thief.cookies.set(SESSION, forged);
      expect(isRefused(await open(thief, { formToken }))).toBe(true);
    }
    await owner.post('/sign-out', { formToken });
    thief.cookies.set(SESSION, own);
    expect(isRefused(await open(thief, { formToken }))).toBe(true);

    const late = await desks.signedIn([GROUP_OF_DESK[route.desk]], 'late');
    const lateToken = await desks.formTokenOf(late);
    desks.clock.now = new Date(desks.clock.now.getTime() + 16 * 60_000);
    expect(isRefused(await open(late, { formToken: lateToken }))).toBe(true);
    expect(effects(desks)).toEqual([]);
  });
});

describe.each(BY_FORM)('the form %s', (_, route) => {
  let desks: TestDesks;
  let browser: Browser;
  let formToken: string;
  const send = (form: Record<string, string>, origin?: string) =>
    browser.post(addressOf(route), { ...FIELDS, ...form }, origin);

  beforeAll(async () => {
    desks = await withNotices();
    browser = await desks.signedIn([GROUP_OF_DESK[route.desk]], 'clerk');
    formToken = await desks.formTokenOf(browser);
  });

  it.each(['https://evil.example', 'null', 'http://desks.example.vn', 'https://desks.example.vn:8443', ''])(
    'a form is not taken from the origin “%s”',
    async (origin) => {
      expect((await send({ formToken }, origin)).statusCode).toBe(403);
      expect(effects(desks)).toEqual([]);
    },
  );

  it('a form is not taken without its token, with a changed one, or with one of another session of the same person', async () => {
    const other = await desks.formTokenOf(await desks.signedIn([GROUP_OF_DESK[route.desk]], 'clerk'));
    for (const token of ['', `${formToken}x`, formToken.toLowerCase(), other]) {
      expect((await send({ formToken: token })).statusCode).toBe(403);
    }
    expect((await send({})).statusCode).toBe(403);
    expect(effects(desks)).toEqual([]);
  });
});

describe('a form whose hidden fields were edited', () => {
  let desks: TestDesks;
  beforeEach(async () => {
    desks = await withNotices();
  });

  it.each([['0'], ['2'], ['-1'], ['1.5'], ['1e0x'], ['NaN'], ['']])(
    'a form is refused where its sequence is “%s”',
    async (sequence) => {
      const clerk = await desks.signedIn(['bank:970436']);
      const police = await desks.signedIn(['police']);
      const answers = [
        await clerk.post(`/bank/notices/${OWN.bank}/acknowledgement`, {
          formToken: await desks.formTokenOf(clerk),
          sequence,
        }),
        await clerk.post(`/bank/notices/${OWN.bank}/decision`, {
          formToken: await desks.formTokenOf(clerk),
          ...FIELDS,
          outcome: 'acted',
          sequence,
        }),
        await police.post(`/police/cases/${OWN.police}/decision`, {
          formToken: await desks.formTokenOf(police),
          ...FIELDS,
          sequence,
        }),
      ];
      for (const { statusCode = 0 } of answers) expect([409, 422]).toContain(statusCode);
      expect(desks.sentReplies).toEqual([]);
    },
  );

  it.each([
    ['acknowledgement', {}],
    ['decision', { outcome: 'acted' }],
    ['review', {}],
  ])('reaches no other bank’s notice by its address (%s)', async (form, more) => {
    const clerk = await desks.signedIn(['bank:970436']);
    const other = noticeIdOf('bank#970418', '5566778899');
    const formToken = await desks.formTokenOf(clerk);
    for (const id of [other, OWN.police, `../${other}`, `${other}/`, '%00', '__proto__']) {
      const answer = await clerk.post(`/bank/notices/${id}/${form}`, { ...FIELDS, ...more, formToken });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain('5566778899');
    }
    expect((await clerk.get(`/bank/notices/${other}`)).statusCode).toBe(404);
    expect(desks.sentReplies).toEqual([]);
  });

  it('a form that is sent twice counts once', async () => {
    const clerk = await desks.signedIn(['bank:970436']);
    const form = { ...FIELDS, outcome: 'acted', formToken: await desks.formTokenOf(clerk) };
    await clerk.post(`/bank/notices/${OWN.bank}/decision`, form);
    await clerk.post(`/bank/notices/${OWN.bank}/decision`, form);
    expect(new Set(desks.sentReplies.map(({ replyId }) => replyId)).size).toBe(1);
  });

  it('nobody releases a change that follows from their own decision', async () => {
    const officer = await desks.signedIn(['police'], 'an');
    const formToken = await desks.formTokenOf(officer);
    await officer.post(`/police/cases/${OWN.police}/decision`, { ...FIELDS, outcome: 'confirmed', formToken });
    const change = {
      noticeId: OWN.bank,
      receiver: 'bank#970436',
      subject: 'account',
      changeId: 'change',
      act: 'issue',
    } as const;
    const proposed = { accountNumber: '0011223344', enterpriseCode: '0101243150', level: 'act', needed: 1 } as const;
    const waits = { proposedAt: '2026-01-05T02:00:00.000Z', dueOn: '2026-01-06', state: 'waiting' } as const;
    await desks.releases.write({ ...change, ...proposed, ...waits, votes: [], revision: 1 }, undefined, 2_000_000_000);
    const vote = { formToken, change: `${OWN.bank} change`, outcome: 'release' };
    expect(await officer.post('/police/releases', vote)).toMatchObject({ statusCode: 409 });
    expect(desks.touched).toEqual([]);
  });
});
