import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHandler as issueReport } from '#functions/issue-report/handler.ts';
import { noticeEventOf } from '#functions/deliver-notice/send-notice.ts';
import type { Desk } from '#functions/serve-pages/admit.ts';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { logger } from '#shared/runtime/log.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { zipParts } from '#shared/tabular/xlsx/zip-parts.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { httpEvent } from '#test/support/http.ts';
import { accounts, code, identities, listings, registrations, subscribers } from '#test/support/sample-feeds.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const VCB = 'bank#970436';
const secret = keyedHash('a secret for tests');
const COMPANY = code(1);
/** The marked values by the single body that sent them. */
const MARKS = {
  registered: 'Đặng Hoàng Yến Alpha',
  document: '033085771234',
  companyPhone: '0937771234',
  true: 'Đặng Hoàng Yến Beta',
  behind: 'Đặng Hoàng Yến Delta',
  behindDocument: '033085661235',
  behindPhone: '0968881234',
  account: '8887776665554',
  otherAccount: '7776665554443',
  reason: 'Đặng Hoàng Yến Zeta',
} as const;
type ShownMark = keyof typeof MARKS;
const ALL = Object.keys(MARKS).filter((mark): mark is ShownMark => mark in MARKS);
const squeezed = (text: string) => text.replaceAll(/[\s.,/\\-]/gu, '');
const marksIn = (text: string): ShownMark[] =>
  ALL.filter((mark) => text.includes(MARKS[mark]) || squeezed(text).includes(squeezed(MARKS[mark])));

/**
 * The marked values that a body may read: the registration office its own rows, a bank its own account and the people
 * that it named.
 */
const ALLOWED: Readonly<Record<Exclude<Desk, 'police'>, readonly ShownMark[]>> = {
  office: ['registered', 'companyPhone'],
  bank: ['account', 'behind', 'behindDocument', 'behindPhone'],
  province: [],
  operator: [],
};
const GROUPS: Readonly<Record<Exclude<Desk, 'police'>, string>> = {
  office: 'office',
  bank: 'bank:970436',
  province: 'province',
  operator: 'operator',
};
const beyond = (text: string, allowed: readonly ShownMark[]): ShownMark[] =>
  marksIn(text).filter((mark) => !allowed.includes(mark));

describe('marked people of a flagged company in all texts for other readers', () => {
  const lines: unknown[] = [];
  let run: FlowRun;
  let desks: TestDesks;
  let bankNotice: string;
  const reports = new Map<string, Buffer>();

  beforeAll(async () => {
    for (const level of ['debug', 'info', 'warn', 'error', 'critical'] as const)
      vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => void lines.push(line));
    run = await flow();
    const { account, behind, behindDocument, behindPhone, document } = MARKS;
    const person = { person: MARKS.registered, born: '01/01/1990', document, phone: MARKS.companyPhone };
    await run.drop('registrations/a.csv', registrations({ code: COMPANY, ...person }));
    await run.drop('identities/a.csv', identities(`${document},CCCD,${MARKS.true},12/03/1985,Nam,BINH_THUONG,,,`));
    await run.drop(
      'accounts/970436/a.csv',
      accounts(`970436,${account},${COMPANY},CÔNG TY TNHH MẪU,${behind},${behindDocument},${behindPhone},20/01/2025,1`),
    );
    await run.drop(
      `accounts/970418/${behind} ${behindDocument}.csv`,
      accounts(`970418,${MARKS.otherAccount},${COMPANY},CÔNG TY TNHH MẪU,${behind},${behindDocument},,20/01/2025,1`),
    );
    await run.drop('subscribers/a.csv', subscribers(`${behindPhone},${behindDocument}`));
    await run.drop('suspicious-accounts/a.csv', listings(`970418,${MARKS.otherAccount},8,${MARKS.reason},01/12/2025`));
    await run.settle();
    bankNotice = noticeIdOf(VCB, accountKeysOf({ bank: '970436', accountNumber: account }, secret).accountRef);
    const { companies, verifications, assessments, tasks, policeRecords, links, replies, notices } = run;
    const { outcomes, reviews, files, accounts: ofBanks, parked } = run;
    const shared = { companies, verifications, assessments, tasks, policeRecords, links, replies, notices };
    desks = await testDesks({ ...shared, outcomes, reviews, files, accounts: ofBanks, parked, hash: secret });
  });

  afterAll(() => void vi.restoreAllMocks());

  it('the company is flagged, and its bank is notified', async () => {
    expect(await run.assessments.get(COMPANY)).toMatchObject({ verdict: 'flagged' });
    expect(await run.notices.get(VCB, bankNotice)).toMatchObject({ state: 'in_force' });
  });

  const PAGES = ROUTES.filter(({ method, desk }) => method === 'GET' && desk !== 'police');
  it.each(PAGES.map((route) => [route.path, route] as const))(
    'a page shows its desk no person that only another body named: %s',
    async (path, { desk }) => {
      if (desk === 'police') return;
      const browser = await desks.signedIn([GROUPS[desk]]);
      const address = path.replace('{id}', bankNotice).replace('{code}', COMPANY).replace('{task}', 'none');
      const { body = '', statusCode, headers } = await browser.get(address);
      expect([200, 303, 404]).toContain(statusCode);
      const bytes = Buffer.from(body, 'base64').toString('latin1');
      expect(beyond(`${body} ${bytes} ${JSON.stringify(headers)}`, ALLOWED[desk])).toEqual([]);
    },
  );

  it('the feed and the webhook of a bank contain only its own account', async () => {
    for (const [scope, bank, own] of [
      ['receiver/bank.970436', VCB, 'account'],
      ['receiver/bank.970418', 'bank#970418', 'otherAccount'],
    ] as const) {
      const answer = await run.api(httpEvent({ path: '/v1/notices', scope }), lambdaContext());
      expect(beyond(answer.body ?? '', [own])).toEqual([]);
      const { accountRef } = accountKeysOf({ bank: bank.slice(5), accountNumber: MARKS[own] }, secret);
      const notice = await run.notices.get(bank, noticeIdOf(bank, accountRef));
      expect(notice).toBeDefined();
      const event = JSON.stringify(noticeEventOf(notice as never));
      expect([marksIn(event), beyond(event, [own])]).toEqual([[own], []]);
    }
  });

  it("the police's webhook names no person and no account", async () => {
    const notice = await run.notices.get('police', noticeIdOf('police', COMPANY));
    expect(notice).toBeDefined();
    expect(marksIn(JSON.stringify(noticeEventOf(notice as never)))).toEqual([]);
  });

  it('the ledger contains no marked person', async () => {
    const { Items = [] } = await run.db.send(new ScanCommand({ TableName: run.names.get('outcomes') ?? '' }));
    expect(Items.length).toBeGreaterThan(0);
    expect(marksIn(JSON.stringify(Items))).toEqual([]);
  });

  it('no report of the province or of a sender contains a marked person', async () => {
    const report = issueReport({
      ...run,
      objects: { put: async (_bucket, key, content) => void reports.set(key, await buffer(Readable.from(content))) },
      evidenceBucket: 'evidence',
      outboxBucket: 'inbox',
      measures: async () => ({ measures: [] }),
      log: { head: async () => undefined },
      rulesClock: rulesClock('2025-12-31', () => new Date()),
      park: async () => {},
    });
    const due = { kind: 'ad-hoc', from: '2025-01-01', to: '2025-12-31' };
    expect(await report(sqsEvent(record('r', due)), lambdaContext())).toEqual({ batchItemFailures: [] });
    expect([...reports.keys()].some((key) => key.startsWith('outbox/970418/reports/'))).toBe(true);
    for (const [key, bytes] of reports) {
      const parts = key.endsWith('x') ? [...zipParts(bytes).values()] : [];
      const texts = parts.map(({ stored, deflated }) => (deflated ? inflateRawSync(stored) : stored).toString());
      expect([key, marksIn([key, bytes.toString(), ...texts].join(' '))]).toEqual([key, []]);
    }
  });

  it('no refusal of the API and no line of the log contains the sent text', async () => {
    const everything = Object.values(MARKS).join(' ');
    const before = lines.length;
    const scope = 'receiver/bank.970436';
    const id = encodeURIComponent(everything);
    const bodies = [
      everything,
      { sequence: everything },
      { [everything]: 1 },
      { sequence: 1, reason: everything, outcome: everything },
    ];
    const paths = [`/v1/notices/${id}`, `/v1/replies/${id}`, `/v1/${id}`, `/v1/notices/${id}/proof`];
    const posts = ['acknowledgements', 'decisions', 'reviews'].map((what) => `/v1/notices/${bankNotice}/${what}`);
    const headers = { 'idempotency-key': everything };
    const calls = [
      ...paths.map((path) => ({ path, scope })),
      { path: '/v1/notices', scope, query: { cursor: everything } },
      { path: '/v1/deliveries', scope, query: { before: everything } },
      { path: '/v1/log/checkpoint', scope, query: { from: everything } },
      ...[...posts, '/v1/suspicious-accounts', '/v1/log/checkpoints', `/v1/dossiers/${bankNotice}/link`].flatMap(
        (path) => bodies.map((body) => ({ method: 'POST' as const, path, scope, body, headers })),
      ),
    ];
    for (const call of calls) {
      const answer = await run.api(httpEvent(call), lambdaContext());
      expect([call.path, answer.statusCode]).not.toEqual([call.path, 500]);
      if ((answer.statusCode ?? 0) >= 400)
        expect([call.path, marksIn(JSON.stringify(answer))]).toEqual([call.path, []]);
    }
    expect(lines.length).toBeGreaterThanOrEqual(before);
    expect(lines.map((line) => JSON.stringify(line)).filter((line) => marksIn(line).length > 0)).toEqual([]);
  });
});
