import { noticeEntry } from '#shared/contracts/log-entries.ts';
import { join } from 'node:path';
import { DeleteObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { CreateSecretCommand } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectCreatedEvent } from '#infra/local/upload-to-inbox.ts';
import { scanTable } from '#infra/local/results/scan.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { StoredAssessment } from '#shared/tables/assessment-item.ts';
import { citizen } from '#test/support/people.ts';
import {
  type EmbeddedSystem,
  embeddedSystem,
  inboxWith,
  type ChangedEnvironment,
  ROOT,
} from '#test/support/operator/embedded-system.ts';
import { remedyOf } from '#test/support/operator/remedies.ts';
import { deadLettersMovedBack } from '#test/support/operator/dead-letters-moved-back.ts';
import { type GoneReceiver, goneReceiver } from '#test/support/operator/gone-receiver.ts';
import { remediesOfAlarms } from '#test/support/operator/remedies-of-alarms.ts';
import { policeServiceStandIn } from '#test/support/police-service-stand-in.ts';
import { code, registrations } from '#test/support/sample-feeds.ts';
import { versionIdOf } from '#shared/domain/drops/drop-order.ts';

const SAMPLE = join(ROOT, 'events', 'sample-inbox');
const Replayed = z.object({ replayed: z.number(), unreadable: z.number() });

/**
 * Provokes each cause of parking on the sample's own system, removes it, and replays the messages as docs/operations.md says. The
 * calm run of the sample is first compared with one in which messages died, and then has the causes of alarms.
 */
describe('the remedies for dead, parked and waiting messages', () => {
  let system: EmbeddedSystem;
  let receiver: GoneReceiver;
  beforeAll(async () => {
    [system, receiver] = await Promise.all([embeddedSystem(), goneReceiver()]);
    await receiver.register(system);
    await system.drop(SAMPLE);
    await system.drain();
  });
  afterAll(async () => {
    await receiver.bank.close();
    await system.stop();
  });

  deadLettersMovedBack(() => ({ system, register: receiver.register }));
  describe('the remedies of alarms', () => {
    remediesOfAlarms(() => ({ system, bank: receiver.bank }));
  });

  /** Calls the function of the output with the event that docs/operations.md shows, for a queue of this stack. */
  const replay = async (queue: string) => {
    const notified = remedyOf('ParkedAlarm');
    const [, output = ''] = /output `(\w+)`/u.exec(notified) ?? [];
    const [, event = ''] = /`(\{"queue":[^`]+)`/u.exec(notified) ?? [];
    const asked = event.replace('haukiem-<stage>-<province>-companies', queue);
    expect(asked).not.toBe(event);
    return Replayed.parse(await system.call(system.functionNamed(system.output(output)), JSON.parse(asked)));
  };

  it('ParkedAlarm: a file whose version is gone is read once it is sent again, and the message of the version stays parked', async () => {
    const { clients, deployed, lines, tables } = system;
    const queue = 'haukiem-local-files';
    const inbox = inboxWith('registrations', 'mới.csv', registrations({ code: code(901) }));
    const object = { Bucket: deployed.buckets['inbox'] ?? '', Key: 'registrations/mới.csv' };
    const before = lines('MESSAGE_PARKED');
    await system.drop(inbox);
    const { VersionId } = await clients.s3.send(new HeadObjectCommand(object));
    await clients.s3.send(new DeleteObjectCommand({ ...object, VersionId }));
    await system.drain();
    expect(lines('MESSAGE_PARKED')).toBe(before + 1);
    expect(await tables.parked.of(queue)).toMatchObject([{ why: 'object_gone' }]);
    expect(await tables.assessments.get(code(901))).toBeUndefined();

    await system.drop(inbox);
    await system.drain();
    expect(await tables.assessments.get(code(901))).toMatchObject({ notified: true });
    expect(await replay(queue)).toEqual({ replayed: 1, unreadable: 0 });
    await system.drain();
    const left = await tables.parked.of(queue);
    expect(left).toMatchObject([{ why: 'object_gone' }]);
    for (const message of left) await tables.parked.release(message);
  });

  it('a file that its sender deletes is read all the same, from the version that stays', async () => {
    const { clients, deployed, lines, tables } = system;
    const before = lines('MESSAGE_PARKED');
    await system.drop(inboxWith('registrations', 'xóa.csv', registrations({ code: code(903) })));
    await clients.s3.send(
      new DeleteObjectCommand({ Bucket: deployed.buckets['inbox'] ?? '', Key: 'registrations/xóa.csv' }),
    );
    await system.drain();
    expect(lines('MESSAGE_PARKED')).toBe(before);
    expect(await tables.assessments.get(code(903))).toMatchObject({ notified: true });
  });

  it('ParkedAlarm: parked messages of any queue are replayed once, beside one that is no JSON and one that still breaks its contract', async () => {
    const { deployed } = system;
    const notices = await system.allNotices();
    const [flag] = notices.filter(({ receiver: one, state }) => one === POLICE && state === 'in_force');
    const [notified] = notices.filter(({ receiver: one }) => one !== POLICE);
    const [assessed] = (await scanTable(system.db, deployed.tables['assessments'] ?? '', StoredAssessment)).filter(
      ({ enterpriseCode }) => enterpriseCode === flag?.subject,
    );
    if (!flag || !notified || !assessed) throw new Error('the sample has no notices');
    const { enterpriseCode, assessmentId } = assessed;
    const file = { bucket: deployed.buckets['inbox'] ?? '', key: 'registrations/2024-07.csv' };
    const { version = '' } = (await system.tables.files.newest('registrations', '2024-07.csv')) ?? {};
    const bodies: Readonly<Record<string, unknown>> = {
      files: objectCreatedEvent({ ...file, size: 1, eTag: 'e', sequencer: '00F', versionId: versionIdOf(version) }),
      registrations: { enterpriseCode },
      companies: { enterpriseCode },
      policeNotices: { enterpriseCode, assessmentId },
      bankNotices: { accountRef: notified.subject },
      sweeps: { reason: 'clock' },
      surveys: { reason: 'companies-assessed' },
      deliveries: { receiver: notified.receiver, noticeId: notified.noticeId },
      dueDeliveries: { reason: 'clock' },
      mails: { reason: 'clock' },
      dossiers: { noticeId: flag.noticeId, sequence: flag.sequence },
      logEntries: noticeEntry(flag, 'function:4-notify-police'),
      reports: { kind: '6-months' },
      operatorTasks: { task: 'replay-parked', queue: 'haukiem-local-due-deliveries' },
    };
    const names = deployed.mappings.map(({ queue }) => queue.url.split('/').at(-1) ?? '');
    expect(names.sort()).toEqual(
      [...Object.keys(bodies), 'replies'].map((name) => system.queueUrl(name).split('/').at(-1)).sort(),
    );
    for (const { queue } of deployed.mappings) {
      await system.say(queue.url, '}');
      await system.say(queue.url, '{"ofAnotherContract":true}');
    }
    await system.drain();
    // The message is parked as by an earlier version of its step, although the deployed one can
    // read it
    for (const [name, body] of Object.entries(bodies)) {
      const queue = system.queueUrl(name).split('/').at(-1) ?? '';
      const why = ':unrecognized_keys';
      await system.tables.parked.park({
        queue,
        messageId: 'm',
        why,
        body: JSON.stringify(body),
        parkedAt: '2026-01-05',
      });
    }
    for (const name of names) {
      const own = name === 'haukiem-local-replies' ? 0 : 1;
      expect([name, await replay(name)]).toEqual([name, { replayed: 1 + own, unreadable: 1 }]);
    }
    await system.drain();
    for (const name of names) {
      const left = await system.tables.parked.of(name);
      expect([name, left.map(({ body }) => body).sort()]).toEqual([name, ['{"ofAnotherContract":true}', '}']]);
    }
    expect(await system.allNotices()).toEqual(notices);
    for (const { url: any } of deployed.queues) expect(await system.waitingIn(any)).toBe(0);
  });

  it('ParkedAlarm: the others of a company are checked where the police’s service refuses one person, and the replay asks again', async () => {
    const numbers = ['033190000011', '033190000022', '033190000033'];
    const person = { person: 'Nguyễn Thị Hồng Thúy', born: '11/03/1990' };
    const service = await policeServiceStandIn(
      numbers.map((documentNumber) => citizen({ documentNumber, gender: 'male' })),
      'secret-of-the-service',
    );
    const { ARN = '' } = await system.clients.secrets.send(
      new CreateSecretCommand({ Name: 'police-service-of-the-test', SecretString: 'secret-of-the-service' }),
    );
    const asked: ChangedEnvironment = {
      POLICE_SOURCE: 'service',
      POLICE_SERVICE_URL: service.url,
      POLICE_SERVICE_SECRET_ARN: ARN,
    };
    const withService = () =>
      system.drain(undefined, ({ queue }) => (queue.url === system.queueUrl('registrations') ? asked : {}));
    const results = async () =>
      (await system.tables.verifications.of([code(902)]))
        .get(code(902))
        ?.people.map(({ result }) => result)
        .sort();
    const mine = async () =>
      (await system.tables.parked.of('haukiem-local-registrations')).filter(
        ({ why }) => why === 'police_service_refused: 422',
      );
    const rows = numbers.map((document) => ({ code: code(902), document, ...person }));
    const inbox = inboxWith('registrations', 'ba người.csv', registrations(...rows));

    service.mood = ['refusing', 'up'];
    await system.drop(inbox);
    await withService();
    expect(await results()).toEqual(['match', 'match', 'unchecked']);
    expect(await mine()).toHaveLength(1);
    expect((await system.tables.assessments.get(code(902)))?.people).toHaveLength(3);

    service.mood = 'up';
    await replay('haukiem-local-registrations');
    await withService();
    expect(await results()).toEqual(['match', 'match', 'match']);
    expect(await mine()).toEqual([]);
    await service.stop();
  });

  it('Late: waiting messages are handled without action once their step reads again', async () => {
    const { deployed, mappingOf } = system;
    const sweeps = mappingOf(system.queueUrl('sweeps'));
    await system.say(sweeps.queue.url, '{"reason":"clock"}');
    await system.drain((mapping) => mapping !== sweeps);
    expect(await system.waitingIn(sweeps.queue.url)).toBe(1);
    expect(remedyOf('…Late')).toContain('handled without further action');
    await system.drain();
    for (const { url: any } of deployed.queues) expect(await system.waitingIn(any)).toBe(0);
  });
});
