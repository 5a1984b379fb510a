import { beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '#functions/serve-pages/admit.ts';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { GROUP_OF_DESK } from '#test/support/desks/desk-groups.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { policeContent, withNetwork } from '#test/support/police-notice.ts';
import { storeDrop } from '#test/support/a-drop.ts';

/** A text that would end any quotes, attribute or element around it. */
const HOSTILE = `"'><img src=x onerror=alert(1)><script>alert(1)</script>`;
const RAW = /<img src=x|<script>alert/u;

const IDS: readonly string[] = [noticeIdOf('police', HOSTILE), noticeIdOf('bank#970436', HOSTILE)];

/** Replaces every text that a person or a file can supply by HTML. */
async function hostileDesks(): Promise<TestDesks> {
  const desks = await testDesks();
  const at = '2026-01-05T01:00:00.000Z';
  const [finding] = policeContent.findings;
  const content = {
    ...policeContent,
    enterpriseCode: HOSTILE,
    name: HOSTILE,
    findings: finding
      ? [
          {
            ...finding,
            code: HOSTILE,
            message: HOSTILE,
            legalBasis: HOSTILE,
            evidence: { people: 1, documentNumber: HOSTILE },
          },
        ]
      : [],
    people: policeContent.people.map((person) => ({ ...person, documentNumber: HOSTILE })),
    accounts: [{ bank: HOSTILE, accountNumber: HOSTILE, representativeMismatch: true }],
    network: withNetwork.network && {
      ...withNetwork.network,
      members: [{ enterpriseCode: HOSTILE, since: '2025-03-10' }, ...withNetwork.network.members],
      ties: withNetwork.network.ties.map((tie) => ({ ...tie, companies: [HOSTILE, ...tie.companies] })),
    },
  };
  await desks.notices.write(aNotice('police', HOSTILE, { content }), undefined);
  await desks.notices.write(aNotice('bank#970436', HOSTILE), undefined);
  const counts = { read: 1, accepted: 0, rejected: 1, repaired: 0, companies: 0 };
  const objection = { code: HOSTILE, message: HOSTILE };
  const judgement = { rows: 1, signs: {}, objection };
  const file = { file: HOSTILE.replaceAll('/', ''), version: 'v', counts };
  await storeDrop(desks.files, { ...file, state: 'stopped', judgement });
  await desks.parked.park({ queue: HOSTILE, messageId: HOSTILE, why: HOSTILE, body: HOSTILE, parkedAt: at });
  desks.queueCounts.push({ queue: HOSTILE, waiting: 1, inFlight: 1, dead: 1 });
  for (const noticeId of IDS) {
    const change = {
      receiver: 'bank#970436',
      subject: HOSTILE,
      changeId: HOSTILE,
      act: 'issue',
      level: 'act',
    } as const;
    const waits = { needed: 2, proposedAt: at, dueOn: '2026-01-06', state: 'waiting', revision: 1 } as const;
    const votes = [{ officer: HOSTILE, outcome: 'release', at, reason: HOSTILE }] as const;
    const of = { accountNumber: HOSTILE, enterpriseCode: HOSTILE };
    await desks.releases.write({ noticeId, ...change, ...waits, ...of, votes: [...votes] }, undefined, 2_000_000_000);
    const review = {
      noticeId,
      reviewId: HOSTILE,
      askedBy: 'bank#970436',
      sequence: 1,
      reason: HOSTILE,
      askedAt: at,
    } as const;
    const decided = { officer: HOSTILE, at, reason: HOSTILE };
    const asked = { dueOn: '2026-01-06', state: 'upheld', askedByOfficer: HOSTILE, decided, revision: 1 } as const;
    await desks.reviews.write({ ...review, ...asked, ...of }, undefined);
  }
  return desks;
}

describe('HTML in texts of people and files', () => {
  let desks: TestDesks;
  const browsers = new Map<Desk, Browser>();
  beforeAll(async () => {
    desks = await hostileDesks();
    for (const desk of ['office', 'police', 'province', 'operator', 'bank'] as const) {
      browsers.set(desk, await desks.signedIn([GROUP_OF_DESK[desk]], HOSTILE, HOSTILE));
    }
  });
  const addresses = (path: string) => (path.includes('{') ? IDS.map((id) => path.replaceAll(/\{\w+\}/gu, id)) : [path]);
  const QUERY = new URLSearchParams(
    [
      'page',
      'sort',
      'feed',
      'kind',
      'file',
      'what',
      'q',
      'asked',
      'decided',
      'draft',
      'level',
      'month',
      'from',
      'to',
    ].map((name) => [name, HOSTILE]),
  ).toString();

  it.each(ROUTES.filter(({ method }) => method === 'GET').map(({ path, desk }) => [path, desk] as const))(
    'HTML from outside is shown as plain text on %s',
    async (path, desk) => {
      for (const address of addresses(path)) {
        const browser = browsers.get(desk);
        const pages = [await browser?.get(address), await browser?.get(`${address}?${QUERY}`)];
        for (const answer of pages) {
          expect([200, 303, 404, 409, 422]).toContain(answer?.statusCode);
          expect(answer?.body).not.toMatch(RAW);
        }
      }
    },
  );

  it.each(ROUTES.filter(({ method }) => method === 'POST').map(({ path, desk }) => [path, desk] as const))(
    'HTML from outside is shown as plain text where the form %s is shown again',
    async (path, desk) => {
      const browser = browsers.get(desk) ?? desks.browser();
      const names = [
        'outcome',
        'reason',
        'note',
        'number',
        'date',
        'authority',
        'objection',
        'why',
        'use',
        'file',
        'feed',
      ];
      const more = ['change', 'observed', 'accountStatus', 'task', 'queue', 'receiver', 'purpose', 'page', 'sequence'];
      const form = Object.fromEntries([...names, ...more].map((name) => [name, HOSTILE]));
      for (const address of addresses(path)) {
        const answer = await browser.post(address, { ...form, formToken: await desks.formTokenOf(browser) });
        expect(answer.statusCode).toBeLessThan(500);
        expect(answer.body).not.toMatch(RAW);
        expect(String(answer.headers?.['location'] ?? '')).not.toMatch(/["'<>\s]|^\/\/|^https?:/u);
      }
    },
  );

  it('HTML from outside is shown as plain text in a form that was kept while its writer signed in again', async () => {
    const clerk = browsers.get('bank') ?? desks.browser();
    const formToken = await desks.formTokenOf(clerk);
    const page = `/bank/notices/${IDS[1]}`;
    desks.clock.now = new Date(desks.clock.now.getTime() + 16 * 60_000);
    const ended = await clerk.post(`${page}/decision`, { formToken, page, note: HOSTILE, objection: HOSTILE });
    expect(ended.statusCode).toBe(401);
    expect(ended.body).not.toMatch(RAW);
    const draft = /draft%3D([\w-]+)/u.exec(ended.body ?? '')?.[1] ?? '';
    const again = await desks.signedIn([GROUP_OF_DESK.bank], HOSTILE, HOSTILE);
    const { body = '' } = await again.get(`${page}?draft=${draft}`);
    expect(body).toContain('&lt;script>');
    expect(body).not.toMatch(RAW);
  });
});
