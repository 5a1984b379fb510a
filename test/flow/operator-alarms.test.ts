import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Server } from 'node:http';
import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectCreated } from '#infra/local/drop-files.ts';
import { scan } from '#infra/local/results/scan.ts';
import { gateway, listen } from '#infra/local/serve/gateway.ts';
import type { LocalReceiver } from '#infra/local/serve/receivers-file.ts';
import { registerReceivers } from '#infra/local/serve/register-receivers.ts';
import { tokenOffice } from '#infra/local/serve/token-office.ts';
import { type Receiver, scopeOf } from '#shared/domain/receiver.ts';
import { assessmentsTable, StoredAssessment } from '#shared/tables/assessments.ts';
import { NoticeItem, noticesTable } from '#shared/tables/notices.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import { type BankServer, bankServer, ok } from '#test/support/banks/bank-server.ts';
import { newSecret } from '#test/support/banks/delivery-world.ts';
import { CERTIFICATE_A } from '#test/support/certificates.ts';
import { citizen } from '#test/support/people.ts';
import {
  type EmbeddedSystem,
  embeddedSystem,
  type Otherwise,
  REPLIES_DOWN,
  ROOT,
  TABLES_DOWN,
} from '#test/support/operator/embedded-system.ts';
import { hurriedQueue } from '#test/support/operator/hurried-queue.ts';
import { moveTask } from '#test/support/operator/move-task.ts';
import { README, remedyOf } from '#test/support/operator/remedies.ts';
import { shellOf } from '#test/support/operator/shell.ts';
import { policeServiceStandIn } from '#test/support/police-service-stand-in.ts';
import { code, registrations } from '#test/support/sample-feeds.ts';

const SAMPLE = join(ROOT, 'events', 'sample-inbox');
const POLICE = 'police';
const PUSHED = 'bank#970436';
const DAY_MS = 86_400_000;
const byId = (a: NoticeItem, b: NoticeItem) => (a.noticeId < b.noticeId ? -1 : 1);
const Replayed = z.object({ replayed: z.number(), unreadable: z.number() });

/** What README tells to do when an alarm rings, done on the sample's own system: each cause is provoked and then mended. */
describe('when an alarm rings', () => {
  let system: EmbeddedSystem;
  let bank: BankServer;
  let api: Server;
  let url = '';
  /** How the receivers' API is: as deployed, or with something that it needs down. */
  let apiIs: Otherwise = {};
  const tables = () => {
    const { db, deployed } = system;
    const name = (table: string) => deployed.tables[table] ?? '';
    return {
      notices: noticesTable(db, name('notices')),
      assessments: assessmentsTable(db, name('assessments')),
      verifications: verificationsTable(db, name('verifications')),
      parked: parkedTable(db, name('parked')),
    };
  };
  const queueUrl = (name: string) => system.deployed.queueUrls[name] ?? '';
  const allNotices = () => scan(system.db, system.deployed.tables['notices'] ?? '', NoticeItem);
  const inForce = async () =>
    (await allNotices())
      .filter(({ state }) => state === 'in_force')
      .map(({ noticeId }) => noticeId)
      .sort();
  const sweep = async () => {
    await system.say(queueUrl('sweeps'), '{"reason":"clock"}');
    await system.drain();
  };

  beforeAll(async () => {
    system = await embeddedSystem();
    const secret = newSecret();
    bank = await bankServer(secret, () => ({ status: 410 }));
    const receivers: LocalReceiver[] = [
      { receiver: POLICE, secrets: [], clientId: POLICE, clientSecret: POLICE },
      { receiver: PUSHED, url: bank.url, secrets: [secret], clientId: '970436', clientSecret: '970436' },
    ];
    const { clients, deployed } = system;
    await registerReceivers(receivers, { clients, table: deployed.tables['receivers'] ?? '', suffix: '' });
    const routes = deployed.routes.map((route) => ({
      ...route,
      to: {
        async invoke(event: unknown) {
          const opened = system.open(route.target, apiIs);
          return opened.invoke(event).finally(() => opened.close());
        },
        close: async () => {},
      },
    }));
    api = gateway({ routes, tokens: tokenOffice(receivers) });
    url = await listen(api, 0);
    await system.drop(SAMPLE);
    await system.drain();
  });
  afterAll(async () => {
    api.close();
    await bank.close();
    await system.stop();
  });

  const post = async (path: string, body: unknown): Promise<number> => {
    const form = { grant_type: 'client_credentials', client_id: POLICE, client_secret: POLICE };
    const token = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: bearer } = z.object({ access_token: z.string() }).parse(await token.json());
    const headers = { authorization: `Bearer ${bearer}` };
    return (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
  /** Calls the function of the output with the event that README shows, for a queue of this stack. */
  const replay = async (queue: string) => {
    const told = remedyOf('ParkedAlarm');
    const [, output = ''] = /output `(\w+)`/u.exec(told) ?? [];
    const [, event = ''] = /`(\{"queue":[^`]+)`/u.exec(told) ?? [];
    const asked = event.replace('haukiem-<stage>-companies', queue);
    expect(asked).not.toBe(event);
    const opened = system.open(system.functionNamed(system.output(output)));
    return Replayed.parse(await opened.invoke(JSON.parse(asked)).finally(() => opened.close()));
  };

  it('ParkedAlarm: a file that was gone is read once it is back', async () => {
    const { clients, deployed, lines } = system;
    const inbox = mkdtempSync(join(tmpdir(), 'inbox-'));
    mkdirSync(join(inbox, 'registrations'));
    writeFileSync(join(inbox, 'registrations', 'mới.csv'), registrations({ code: code(901) }));
    const object = { Bucket: deployed.buckets['inbox'] ?? '', Key: 'registrations/mới.csv' };
    const before = lines('MESSAGE_PARKED');
    await system.drop(inbox);
    await clients.s3.send(new DeleteObjectCommand(object));
    await system.drain();
    expect(lines('MESSAGE_PARKED')).toBe(before + 1);
    expect(await tables().parked.of('haukiem-local-files')).toMatchObject([{ why: 'object_gone' }]);

    await clients.s3.send(new PutObjectCommand({ ...object, Body: registrations({ code: code(901) }) }));
    expect(await replay('haukiem-local-files')).toEqual({ replayed: 1, unreadable: 0 });
    await system.drain();
    expect(await tables().assessments.get(code(901))).toMatchObject({ told: true });
    expect(await tables().parked.of('haukiem-local-files')).toEqual([]);
  });

  it('ParkedAlarm: any queue’s messages go back and are done once, beside what is no JSON and what still breaks its contract', async () => {
    const { deployed } = system;
    const notices = await allNotices();
    const [flag] = notices.filter(({ receiver }) => receiver === POLICE);
    const [told] = notices.filter(({ receiver }) => receiver !== POLICE);
    const [assessed] = (await scan(system.db, deployed.tables['assessments'] ?? '', StoredAssessment)).filter(
      ({ enterpriseCode }) => enterpriseCode === flag?.subject,
    );
    if (!flag || !told || !assessed) throw new Error('the sample has no notices');
    const { enterpriseCode, assessmentId } = assessed;
    const file = { bucket: deployed.buckets['inbox'] ?? '', key: 'registrations/2024-07.csv' };
    const bodies: Readonly<Record<string, unknown>> = {
      files: objectCreated({ ...file, size: 1, eTag: 'another', sequencer: '00F' }),
      registrations: { enterpriseCode },
      companies: { enterpriseCode },
      policeNotices: { enterpriseCode, assessmentId },
      bankNotices: { accountRef: told.subject },
      sweeps: { reason: 'clock' },
      deliveries: { receiver: told.receiver, noticeId: told.noticeId },
      dueDeliveries: { reason: 'clock' },
      dossiers: { noticeId: flag.noticeId, sequence: flag.sequence },
    };
    const names = deployed.mappings.map(({ queue }) => queue.url.split('/').at(-1) ?? '');
    expect(names).toHaveLength(10);
    for (const { queue } of deployed.mappings) {
      await system.say(queue.url, '}');
      await system.say(queue.url, '{"ofAnotherContract":true}');
    }
    await system.drain();
    // As an earlier version of its step parked what the one deployed now can read
    for (const [name, body] of Object.entries(bodies)) {
      const queue = queueUrl(name).split('/').at(-1) ?? '';
      const why = ':unrecognized_keys';
      await tables().parked.park({ queue, messageId: 'm', why, body: JSON.stringify(body), parkedAt: '2026-01-05' });
    }
    for (const name of names) {
      const own = name === 'haukiem-local-replies' ? 0 : 1;
      expect([name, await replay(name)]).toEqual([name, { replayed: 1 + own, unreadable: 1 }]);
    }
    await system.drain();
    for (const name of names) {
      const left = await tables().parked.of(name);
      expect([name, left.map(({ body }) => body).sort()]).toEqual([name, ['{"ofAnotherContract":true}', '}']]);
    }
    expect(await allNotices()).toEqual(notices);
    for (const { url: any } of deployed.queues) expect(await system.waitingIn(any)).toBe(0);
  });

  it('ParkedAlarm: of one person whom the police’s service refuses the others are checked, and the replay asks again', async () => {
    const numbers = ['033190000011', '033190000022', '033190000033'];
    const person = { person: 'Nguyễn Thị Hồng Thúy', born: '11/03/1990' };
    const service = await policeServiceStandIn(
      numbers.map((documentNumber) => citizen({ documentNumber, gender: 'male' })),
      'secret-of-the-service',
    );
    const { ARN = '' } = await system.clients.secrets.send(
      new CreateSecretCommand({ Name: 'police-service-of-the-test', SecretString: 'secret-of-the-service' }),
    );
    const asked: Otherwise = {
      POLICE_SOURCE: 'service',
      POLICE_SERVICE_URL: service.url,
      POLICE_SERVICE_SECRET_ARN: ARN,
    };
    const withService = () =>
      system.drain(undefined, ({ queue }) => (queue.url === queueUrl('registrations') ? asked : {}));
    const results = async () =>
      (await tables().verifications.of([code(902)]))
        .get(code(902))
        ?.people.map(({ result }) => result)
        .sort();
    const mine = async () =>
      (await tables().parked.of('haukiem-local-registrations')).filter(
        ({ why }) => why === 'police_service_refused_422',
      );
    const inbox = mkdtempSync(join(tmpdir(), 'inbox-'));
    mkdirSync(join(inbox, 'registrations'));
    const rows = numbers.map((document) => ({ code: code(902), document, ...person }));
    writeFileSync(join(inbox, 'registrations', 'ba người.csv'), registrations(...rows));

    service.mood = ['refusing', 'up'];
    await system.drop(inbox);
    await withService();
    expect(await results()).toEqual(['match', 'match', 'unchecked']);
    expect(await mine()).toHaveLength(1);
    expect((await tables().assessments.get(code(902)))?.people).toHaveLength(3);

    service.mood = 'up';
    await replay('haukiem-local-registrations');
    await withService();
    expect(await results()).toEqual(['match', 'match', 'match']);
    expect(await mine()).toEqual([]);
    await service.stop();
  });

  it('…Late: what waited goes on by itself once its step reads again', async () => {
    const { deployed, mappingOf } = system;
    const sweeps = mappingOf(queueUrl('sweeps'));
    await system.say(sweeps.queue.url, '{"reason":"clock"}');
    await system.drain((mapping) => mapping !== sweeps);
    expect(await system.waitingIn(sweeps.queue.url)).toBe(1);
    expect(remedyOf('…Late')).toContain('goes on by itself');
    await system.drain();
    for (const { url: any } of deployed.queues) expect(await system.waitingIn(any)).toBe(0);
  });

  it('UnansweredAlarm: an endpoint that was gone is sent all that is stuck for it, each once', async () => {
    const run = shellOf(system, remedyOf('UnansweredAlarm'));
    const stuck = system.lines('DELIVERY_STUCK');
    const owed = (await allNotices()).filter(({ receiver }) => receiver === PUSHED);
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

  it('UnansweredAlarm: who reads the feed alone meets once more what he left, under the same sequence', async () => {
    const run = shellOf(system, remedyOf('UnansweredAlarm'));
    const notices = tables().notices;
    const left = await notices.waiting(POLICE, 'issued');
    expect(left.length).toBeGreaterThan(0);
    const days = new Date(Date.now() - 4 * DAY_MS).toISOString();
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
    const stood = (await allNotices()).filter(({ receiver }) => receiver === POLICE);
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

  it('…GateFailing: a decision whose call failed is taken at the next try, and counts once', async () => {
    const [flag] = (await allNotices()).filter(({ receiver }) => receiver === POLICE);
    if (!flag) throw new Error('the sample has no flagged company');
    const path = `/v1/notices/${flag.noticeId}/decisions`;
    const decision = { sequence: flag.sequence, outcome: 'dismissed' };
    const failed = system.lines('REQUEST_FAILED');
    apiIs = TABLES_DOWN;
    expect(await post(path, decision)).toBeGreaterThanOrEqual(500);
    // Kept, and not told on
    apiIs = REPLIES_DOWN;
    expect(await post(path, decision)).toBeGreaterThanOrEqual(500);
    expect(system.lines('REQUEST_FAILED')).toBe(failed + 2);
    expect(await system.waitingIn(queueUrl('replies'))).toBe(0);

    apiIs = {};
    expect(remedyOf('…GateFailing')).toMatch(/REQUEST_FAILED.+next try/u);
    expect(await post(path, decision)).toBe(202);
    // On its way it dies once more: the one queue that no file reaches
    const replies = system.mappingOf(queueUrl('replies'));
    await system.failUntilDead(replies, TABLES_DOWN);
    const from = system.deadLettersOf(replies);
    expect(await system.waitingIn(from)).toBe(1);
    expect(await moveTask(system.clients.sqs, { from, to: replies.queue.url })).toHaveLength(1);
    await system.drain();
    const after = await tables().notices.get(POLICE, flag.noticeId);
    expect(after).toMatchObject({ state: 'withdrawn', sequence: flag.sequence + 1 });
    expect(await tables().assessments.get(flag.subject)).not.toMatchObject({ verdict: 'flagged' });
    expect(await post(path, decision)).toBe(202);
    await system.drain();
    expect(await tables().notices.get(POLICE, flag.noticeId)).toEqual(after);
  });

  it('changed settings: what spoke under a measure is taken back, and is in force again with it', async () => {
    const before = await inForce();
    const [, asked = ''] =
      /`(\{"reason":"settings-changed"\})` sent to the queue `haukiem-<stage>-sweeps`/u.exec(README) ?? [];
    // Notices are asked ten minutes after the companies
    const later = await hurriedQueue(queueUrl('bankNotices'));
    const deployedWith = async (settings: Otherwise) => {
      await system.say(queueUrl('sweeps'), asked);
      await system.drain(undefined, ({ queue, target: { environment } }) => {
        if (queue.url === queueUrl('sweeps')) return { BANK_NOTICES_QUEUE_URL: later.url };
        return 'MEASURES' in environment ? settings : {};
      });
    };
    await deployedWith({ MEASURES: '' });
    const without = await inForce();
    expect(without.length).toBeLessThan(before.length);
    expect(before).toEqual(expect.arrayContaining(without));
    await deployedWith({});
    later.close();
    expect(await inForce()).toEqual(before);
  });

  it('a certificate that is entered opens the API to its receiver', async () => {
    const target = system.deployed.routes[0]?.target;
    if (!target) throw new Error('the template has no route');
    const run = shellOf(system, '`RECEIVERS_TABLE`');
    const asked = async (receiver: Receiver, client: string) => {
      const opened = system.open(target, { CLIENT_CERTIFICATES: system.output('ReceiversTable') });
      const event = {
        version: '2.0',
        routeKey: 'GET /v1/notices',
        rawPath: '/v1/notices',
        headers: {},
        requestContext: {
          http: { method: 'GET', path: '/v1/notices' },
          authentication: { clientCert: { clientCertPem: CERTIFICATE_A } },
          authorizer: { jwt: { claims: { scope: scopeOf(receiver), client_id: client } } },
        },
      };
      const answer = await opened.invoke(event).finally(() => opened.close());
      return z.object({ statusCode: z.number() }).parse(answer).statusCode;
    };
    expect(await asked(PUSHED, '970436')).toBe(403);
    const file = join(mkdtempSync(join(tmpdir(), 'pem-')), 'bank.pem');
    writeFileSync(file, CERTIFICATE_A);
    expect(await run('certificate', '--receiver', '970436', '--add', file, '--client', '970436')).toContain('Đã nhập');
    expect(await asked(PUSHED, '970436')).toBe(200);
    expect(await asked(PUSHED, 'another')).toBe(403);
    expect(await asked(POLICE, POLICE)).toBe(403);
  });
});
