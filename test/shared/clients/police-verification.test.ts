import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AskPolice,
  PoliceServiceRefused,
  PoliceServiceUnavailable,
  policeVerification,
  type VerificationRequest,
} from '#shared/clients/police-verification.ts';
import { citizen } from '#test/support/people.ts';
import { type PoliceServiceStandIn, policeServiceStandIn } from '#test/support/police-service-stand-in.ts';

const SECRET = 'secret-of-the-tests';
/** A busy machine must not look like an outage. */
const LONG_MS = 60_000;
const REST_MS = 30_000;
const question: VerificationRequest = {
  requestId: 'r-1',
  purpose: 'test',
  asOf: '2025-01-01',
  idNumber: '033190123456',
  fullName: 'NGUYỄN THỊ HỒNG THÚY',
  dateOfBirth: '1990-03-11',
  gender: 'female',
};

describe('policeVerification', () => {
  let service: PoliceServiceStandIn;
  let ask: AskPolice;
  const open = (changes: object = {}) =>
    policeVerification({ url: service.url, secret: SECRET, timeoutMs: LONG_MS, restMs: REST_MS, ...changes });
  const outage = (call: Promise<unknown>) =>
    call.then(
      () => 'answered',
      (error: unknown) => (error instanceof PoliceServiceUnavailable ? error.outage : error),
    );

  beforeAll(async () => {
    service = await policeServiceStandIn([citizen({ status: 'DA_CHET', statusOn: '2024-06-01' })], SECRET);
  });
  beforeEach(() => {
    service.mood = 'up';
    service.asked.length = 0;
    ask = open();
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(() => service.stop());

  it('policeVerification gives an answer for each field and the document status of the day asked for', async () => {
    const fields = { fullName: 'match', dateOfBirth: 'match', gender: 'match' };
    expect(await ask(question)).toEqual({ requestId: 'r-1', found: true, fields, status: 'deceased' });
    expect(await ask({ ...question, asOf: '2024-05-31' })).toMatchObject({ status: 'active' });
    expect(await ask({ ...question, dateOfBirth: '1990-11-03' })).toMatchObject({
      fields: { dateOfBirth: 'mismatch' },
    });
    expect(await ask({ ...question, idNumber: '033190999999' })).toEqual({ requestId: 'r-1', found: false });
  });

  it('policeVerification drops a citizen’s record even where the service sends it', async () => {
    service.mood = 'talkative';
    expect(await ask(question)).not.toHaveProperty('citizen');
  });

  it('policeVerification tries once more after a passing failure', async () => {
    service.mood = ['down', 'up'];
    expect(await ask(question)).toMatchObject({ found: true });
    expect(service.asked).toHaveLength(2);
  });

  it.each([
    ['down', 'busy'],
    ['busy', 'busy'],
    ['garbage', 'broken_answer'],
    ['mixed up', 'broken_answer'],
    ['hanging up', 'network'],
  ] as const)('policeVerification calls a service that is %s unavailable (%s)', async (mood, why) => {
    service.mood = mood;
    expect(await outage(ask(question))).toBe(why);
    expect(service.asked).toHaveLength(2);
  });

  it('policeVerification calls a service that is slow unavailable (timeout)', async () => {
    service.mood = 'slow';
    expect(await outage(open({ timeoutMs: 1000 })(question))).toBe('timeout');
    expect(service.asked).toHaveLength(2);
  });

  it('policeVerification passes on the service’s requested wait', async () => {
    service.mood = 'busy';
    await expect(ask(question)).rejects.toMatchObject({ name: 'PoliceServiceUnavailable', retryAfterSeconds: 7 });
  });

  it('policeVerification is unavailable with the wrong secret, and does not try twice', async () => {
    expect(await outage(open({ secret: 'wrong' })(question))).toBe('credentials');
    expect(service.asked).toHaveLength(1);
  });

  it('policeVerification distinguishes a refused question from an outage', async () => {
    service.mood = 'refusing';
    await expect(ask(question)).rejects.toBeInstanceOf(PoliceServiceRefused);
    expect(service.asked).toHaveLength(1);
  });

  it('policeVerification stops asking a service that is down, waits, and then tries one question', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    service.mood = 'down';
    for (let call = 0; call < 4; call += 1) await outage(ask(question));
    const sent = service.asked.length;
    expect(await outage(ask(question))).toBe('circuit_open');
    expect(service.asked).toHaveLength(sent);
    service.mood = 'up';
    vi.setSystemTime(Date.now() + REST_MS + 1);
    expect(await outage(ask(question))).toBe('answered');
  });

  it('policeVerification spends no more second tries than its budget', async () => {
    ask = open({ restMs: 0 });
    service.mood = 'down';
    for (let call = 0; call < 10; call += 1) await outage(ask(question));
    expect(service.asked.length).toBeLessThanOrEqual(15);
  });

  it('policeVerification sends people’s names over TLS only', () => {
    expect(() => policeVerification({ url: 'http://police.example/verify', secret: SECRET })).toThrow(TypeError);
    expect(() => policeVerification({ url: 'https://police.example/verify', secret: SECRET })).not.toThrow();
  });

  it('the errors of policeVerification contain nothing about the person', async () => {
    service.mood = 'down';
    const error = await ask(question).catch((caught: unknown) => caught);
    expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toMatch(/THÚY|033190123456/);
  });
});
