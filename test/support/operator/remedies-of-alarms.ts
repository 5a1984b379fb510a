import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Server } from 'node:http';
import * as z from 'zod';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scanTable } from '#infra/local/results/scan.ts';
import { gateway } from '#infra/local/serve/gateway.ts';
import { listen } from '#infra/local/serve/listen.ts';
import { localTokenIssuer } from '#infra/local/serve/token-issuer.ts';
import { POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { freshDropStates } from '#shared/tables/drop-states.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';
import { StoredAssessment } from '#shared/tables/assessment-item.ts';
import { type BankServer, ok } from '#test/support/banks/bank-server.ts';
import { CERTIFICATE_A } from '#test/support/certificates.ts';
import {
  type EmbeddedSystem,
  inboxWith,
  type ChangedEnvironment,
  REPLIES_DOWN,
  TABLES_DOWN,
} from './embedded-system.ts';
import { httpEvent } from '#test/support/http.ts';
import { hurriedQueue } from './hurried-queue.ts';
import { moveTask } from './move-task.ts';
import { PUSHED } from './gone-receiver.ts';
import { OPERATIONS, remedyOf } from './remedies.ts';
import { listings } from '#test/support/sample-feeds.ts';
import { shellOf } from './shell.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const DAY_MS = 86_400_000;
const byId = (a: Notice, b: Notice) => (a.noticeId < b.noticeId ? -1 : 1);

/**
 * Follows the steps of docs/operations.md for each alarm, after provoking and removing its cause.
 * @param calm has run the sample, and the bank that is pushed to was gone meanwhile
 */
export function remediesOfAlarms(calm: () => { readonly system: EmbeddedSystem; readonly bank: BankServer }): void {
  let system: EmbeddedSystem;
  let bank: BankServer;
  let api: Server;
  let url = '';
  /** The state of the receivers' API: as deployed, or with a failing dependency. */
  let apiIs: ChangedEnvironment = {};
  const sweep = async () => {
    await system.say(system.queueUrl('sweeps'), '{"reason":"clock"}');
    await system.drain();
  };

  beforeAll(async () => {
    ({ system, bank } = calm());
    const routes = system.deployed.routes.map((route) => ({
      ...route,
      to: {
        invoke: (event: unknown) => system.call(route.target, event, apiIs),
        close: async () => {},
      },
    }));
    const tokens = localTokenIssuer([{ receiver: POLICE, clientId: POLICE, clientSecret: POLICE }]);
    api = gateway({ routes, tokens, people: { claimsOf: async () => undefined } });
    url = await listen(api, 0);
  });
  afterAll(() => void api.close());

  const post = async (path: string, body: unknown): Promise<number> => {
    const form = { grant_type: 'client_credentials', client_id: POLICE, client_secret: POLICE };
    const token = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: bearer } = z.object({ access_token: z.string() }).parse(await token.json());
    const headers = { authorization: `Bearer ${bearer}` };
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
  it('UnansweredAlarm: an endpoint that was gone gets every waiting notice once it is opened again', async () => {
    const run = shellOf(system);
    const stuck = system.lines('DELIVERY_STUCK');
    const owed = (await system.allNotices()).filter(({ receiver }) => receiver === PUSHED);
    expect(stuck).toBe(owed.length);
    expect(stuck).toBeGreaterThan(0);
    expect(await run('redrive', '--list')).toContain(`${PUSHED}: ${owed.length} chưa nhận`);

    bank.behave = ok;
    const before = bank.calls.length;
    expect(await run('redrive', '--receiver', '970436')).toContain(`${stuck} thông báo bị kẹt`);
    await system.drain();
    expect(
      bank.calls
        .slice(before)
        .map(({ event }) => event.subject)
        .sort(),
    ).toEqual(owed.map(({ noticeId }) => noticeId).sort());
    expect(bank.effects).toEqual(new Map(owed.map(({ noticeId, sequence }) => [noticeId, sequence])));
    expect(await run('redrive', '--receiver', '970436')).toContain('0 thông báo bị kẹt, 0 thông báo đang chờ');
  });

  it('UnansweredAlarm: a receiver that only reads the feed reads its unanswered notices again, under the same sequence', async () => {
    const run = shellOf(system);
    const notices = system.tables.notices;
    const left = await notices.waiting(POLICE, 'issued');
    expect(left.length).toBeGreaterThan(0);
    const days = new Date(Date.now() - 30 * DAY_MS).toISOString();
    for (const { noticeId } of left) {
      await system.db.send(
        new UpdateCommand({
          TableName: system.deployed.tables['notices'],
          Key: { receiver: POLICE, noticeId },
          UpdateExpression: 'SET #position = :then',
          ExpressionAttributeNames: { '#position': 'position' },
          ExpressionAttributeValues: { ':then': `${days}#${noticeId}` },
        }),
      );
    }
    const stood = (await system.allNotices()).filter(({ receiver }) => receiver === POLICE);
    const before = system.lines('NOTICES_UNANSWERED');
    await sweep();
    expect(system.lines('NOTICES_UNANSWERED')).toBe(before + 1);
    expect(await run('redrive', '--list')).toContain(`${POLICE}: ${left.length} chưa nhận`);

    const now = new Date().toISOString();
    expect(await run('redrive', '--receiver', POLICE)).toContain(`nêu lại trong nguồn đọc: ${left.length} thông báo`);
    const again = await notices.changed(POLICE, now, '~', 1000);
    expect(again.map(({ notice }) => notice.noticeId).sort()).toEqual(left.map(({ noticeId }) => noticeId).sort());
    expect(again.map(({ notice }) => notice).sort(byId)).toEqual(stood.sort(byId));
    await sweep();
    expect(system.lines('NOTICES_UNANSWERED')).toBe(before + 1);

    for (const { notice } of again) {
      const path = `/v1/notices/${notice.noticeId}/acknowledgements`;
      expect(await post(path, { sequence: notice.sequence })).toBe(202);
    }
    await system.drain();
    expect(await run('redrive', '--list')).not.toContain(`${POLICE}:`);
  });

  it('ReceiversApiFailing: a decision whose call failed is stored at the next try and counts once', async () => {
    const [flag] = (await system.allNotices()).filter(({ receiver }) => receiver === POLICE);
    if (!flag) throw new Error('the sample has no flagged company');
    const path = `/v1/notices/${flag.noticeId}/decisions`;
    const decision = { sequence: flag.sequence, outcome: 'dismissed' };
    const failed = system.lines('REQUEST_FAILED');
    apiIs = TABLES_DOWN;
    expect(await post(path, decision)).toBeGreaterThanOrEqual(500);
    // The reply is stored, but its message is not sent
    apiIs = REPLIES_DOWN;
    expect(await post(path, decision)).toBeGreaterThanOrEqual(500);
    expect(system.lines('REQUEST_FAILED')).toBe(failed + 2);
    expect(await system.waitingIn(system.queueUrl('replies'))).toBe(0);

    apiIs = {};
    expect(remedyOf('…ReceiversApiFailing')).toMatch(/REQUEST_FAILED.+next try/u);
    expect(await post(path, decision)).toBe(202);
    // The message also fails in the queue that no file reaches
    const replies = system.mappingOf(system.queueUrl('replies'));
    await system.failUntilDead(replies, TABLES_DOWN);
    const from = system.deadLettersOf(replies);
    expect(await system.waitingIn(from)).toBe(1);
    expect(await moveTask(system.clients.sqs, { from, to: replies.queue.url })).toHaveLength(1);
    await system.drain();
    const after = await system.tables.notices.get(POLICE, flag.noticeId);
    expect(after).toMatchObject({ state: 'withdrawn', sequence: flag.sequence + 1 });
    expect(await system.tables.assessments.get(flag.subject)).not.toMatchObject({ verdict: 'flagged' });
    expect(await post(path, decision)).toBe(202);
    await system.drain();
    expect(await system.tables.notices.get(POLICE, flag.noticeId)).toEqual(after);
  });

  it('notices that rest on a measure are withdrawn when it is switched off, and in force again when it is switched on', async () => {
    const [, asked = ''] =
      /`(\{"reason":"settings-changed"\})` sent to the queue `haukiem-<stage>-<province>-sweeps`/u.exec(OPERATIONS) ??
      [];
    const { assessments, accounts, files } = system.deployed.tables;
    const assessed = await scanTable(system.db, assessments ?? '', StoredAssessment);
    const honest = assessed.find(({ verdict, accounts: own }) => verdict === 'clear' && own.length > 0);
    const drops = freshDropStates(system.db, files ?? '');
    const own = await accountsTable(system.db, accounts ?? '', UNCHANGED_REFERENCES, drops).recorded(
      honest?.accounts[0]?.accountRef ?? '',
    );
    /** The notices of an account without a known company and of an honest company's account. */
    const [nobodys, honests] = ['970415,1234567890123', `${own?.bank},${own?.accountNumber}`];
    const list = async (...all: string[]) => {
      const rows = all.map((account) => `${account},5,,01/12/2025`);
      await system.drop(inboxWith('suspicious-accounts', 'mới.csv', listings(...rows)));
    };
    const states = async () =>
      (await system.allNotices())
        .filter(
          ({ content }) => 'bank' in content && [nobodys, honests].includes(`${content.bank},${content.accountNumber}`),
        )
        .map(({ state }) => state);
    // Notices are asked ten minutes after the companies
    const later = await hurriedQueue(system.queueUrl('bankNotices'));
    const deployedWith = async (settings: ChangedEnvironment) => {
      await system.say(system.queueUrl('sweeps'), asked);
      await system.drain(undefined, ({ queue, target: { environment } }) => {
        if (queue.url === system.queueUrl('sweeps')) return { BANK_NOTICES_QUEUE_URL: later.url };
        return 'MEASURES' in environment ? settings : {};
      });
    };
    await list(nobodys, honests);
    await system.drain();
    const before = await system.idsInForce();
    expect(await states()).toEqual(['in_force', 'in_force']);

    await deployedWith({ MEASURES: '' });
    expect(await states()).toEqual(['withdrawn', 'withdrawn']);
    expect(before).toEqual(expect.arrayContaining(await system.idsInForce()));

    await deployedWith({});
    later.close();
    expect(await states()).toEqual(['in_force', 'in_force']);
    expect(await system.idsInForce()).toEqual(before);
  });

  it('a certificate that is entered opens the API to its receiver', async () => {
    const target = system.deployed.routes.find(({ routeKey }) => routeKey === 'GET /v1/notices')?.target;
    if (!target) throw new Error('the template has no route');
    const run = shellOf(system);
    const asked = async (receiver: Receiver, client: string) => {
      const event = httpEvent({
        path: '/v1/notices',
        scope: `receiver/${receiver}`,
        client,
        certificate: CERTIFICATE_A,
      });
      const answer = await system.call(target, event, { CLIENT_CERTIFICATES: 'on' });
      return z.object({ statusCode: z.number() }).parse(answer).statusCode;
    };
    expect(await asked(PUSHED, '970436')).toBe(403);
    const file = join(temporaryFolder('pem'), 'bank.pem');
    writeFileSync(file, CERTIFICATE_A);
    expect(await run('certificate', '--receiver', '970436', '--add', file, '--client', '970436')).toContain('Đã nhập');
    expect(await asked(PUSHED, '970436')).toBe(200);
    expect(await asked(PUSHED, 'another')).toBe(403);
    expect(await asked(POLICE, POLICE)).toBe(403);
  });
}
