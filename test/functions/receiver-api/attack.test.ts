import { beforeEach, describe, expect, it } from 'vitest';
import { contentId } from '#shared/runtime/content-id.ts';
import { bodyOf, type Call } from '#test/support/http.ts';
import { BIDV, POLICE, receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

const SECRET = 'SECRET-ACCOUNT';
const NOT_THERE = { statusCode: 404 };

/** Bank A is Vietcombank, which must never see BIDV's notices. */
describe('a bank that wants to see another’s notice', () => {
  let api: ReceiverApi;
  let foreign: string;
  let own: string;
  beforeEach(async () => {
    api = await receiverApi();
    own = await api.issue(VCB, 'own');
    foreign = await api.issue(BIDV, SECRET);
    await api.issue(POLICE, SECRET);
  });
  const asVcb = (call: Omit<Call, 'scope'>) => api.call({ scope: VCB, client: 'vcb', ...call });
  const nowhere = async (call: (id: string) => Omit<Call, 'scope'>) => asVcb(call(contentId('nowhere')));
  const feedOf = async (scope: string, query = {}) => bodyOf(await api.call({ path: '/v1/notices', scope, query }));

  it.each<[string, (id: string) => Omit<Call, 'scope'>]>([
    ['reads it', (id) => ({ path: `/v1/notices/${id}` })],
    [
      'acknowledges it',
      (id) => ({ method: 'POST', path: `/v1/notices/${id}/acknowledgements`, body: { sequence: 1 } }),
    ],
    [
      'decides on it',
      (id) => ({
        method: 'POST',
        path: `/v1/notices/${id}/decisions`,
        body: { sequence: 1, outcome: 'acted', accountStatus: '2', observed: [3] },
      }),
    ],
    ['asks for its dossier', (id) => ({ method: 'POST', path: `/v1/dossiers/${id}/link`, body: { form: 'json' } })],
  ])('another bank’s notice by its right id, %s, gets exactly the answer for a missing notice', async (_what, call) => {
    const answer = await asVcb(call(foreign));
    expect(answer).toMatchObject(NOT_THERE);
    expect(answer).toEqual(await nowhere(call));
    expect(api.sentReplies).toEqual([]);
    expect(await api.notices.get('bank#970418', foreign)).toMatchObject({ handlingStatus: 'issued' });
  });

  it('a bank reaches no other bank’s notice by the other’s name, because the token alone identifies the caller', async () => {
    const query = { receiver: 'bank#970418', bank: '970418', scope: BIDV, client_id: 'bidv' };
    const headers = { 'x-receiver': 'bank#970418', 'x-amzn-oidc-data': BIDV, authorization: `Bearer ${BIDV}` };
    expect(await asVcb({ path: `/v1/notices/${foreign}`, query, headers })).toMatchObject(NOT_THERE);
    expect((await asVcb({ path: '/v1/notices', query, headers })).body).not.toContain(SECRET);
    const body = { sequence: 1, receiver: 'bank#970418' };
    const replied = await asVcb({ method: 'POST', path: `/v1/notices/${own}/acknowledgements`, body, query, headers });
    expect(replied).toMatchObject({ statusCode: 400 });
    const ofOther = { bank: 'BIDV', accountNumber: '0011222333', code: 0, on: '2026-03-01' };
    expect(await asVcb({ method: 'POST', path: '/v1/suspicious-accounts', body: ofOther })).toMatchObject({
      statusCode: 403,
    });
    expect(api.sentReplies).toEqual([]);
  });

  it.each([
    (id: string) => `/v1/notices/../notices/${id}`,
    (id: string) => `/v1/notices/%2e%2e%2f${id}`,
    (id: string) => `/v1/notices/bank%23970418%2F${id}`,
    (id: string) => `/v1/notices/bank#970418#${id}`,
    (id: string) => `/v1/notices/..%2Fbank%23970418/${id}`,
    (id: string) => `/v1/notices/${id}/`,
    (id: string) => `/v1/notices/${id}%00`,
    (id: string) => `/v1/notices/${id}%20`,
    (id: string) => `//v1/notices/${id}`,
    (id: string) => `/v1//notices/${id}`,
    (id: string) => `/V1/Notices/${id}`,
    (id: string) => `/v1/notices/${id.toLowerCase()}`,
    (id: string) => `/v1/notices/${id.toUpperCase()}`,
    (id: string) => `/v1/notices/${Buffer.from(id).toString('hex').replaceAll(/../gu, '%$&')}`,
    (id: string) => `/v1/notices/${id};receiver=bank%23970418`,
    (id: string) => `/v1/notices/${id}?receiver=bank%23970418`,
    (id: string) => `/v1/bank%23970418/notices/${id}`,
    (id: string) => `/v1/notices/${id}/acknowledgements/../../${id}`,
  ])('a bank reaches no other bank’s notice by the path %s', async (path) => {
    for (const method of ['GET', 'POST'] as const) {
      const answer = await asVcb({ method, path: path(foreign), body: { sequence: 1 } });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).not.toContain(SECRET);
    }
    expect(api.sentReplies).toEqual([]);
  });

  it('a bank reaches no other bank’s notice by a cursor that the feed did not give it', async () => {
    const theirs = String((await feedOf(BIDV))['iterator']);
    const ours = String((await feedOf(VCB))['iterator']);
    const [place = '', seal = ''] = ours.split('.');
    const position = Buffer.from(place, 'base64url').toString('utf8');
    const later = Buffer.from(`9999-01-01T00:00:00.000Z#${'-'.repeat(22)}`).toString('base64url');
    const cursors = [
      theirs,
      place,
      `${place}.`,
      `${later}.${seal}`,
      `${place}.${theirs.split('.')[1]}`,
      `${place}.${seal.slice(0, -1)}`,
      `${place}.${seal}=`,
      position,
      `${theirs}=`,
      `${theirs}A`,
      Buffer.from(`bank#970418#${position}`).toString('base64url'),
      Buffer.from(`${position}#bank#970418`).toString('base64url'),
      Buffer.from(position.replace('Z#', 'Z~')).toString('base64url'),
      Buffer.from(position.toLowerCase()).toString('base64url'),
      Buffer.from(`{"receiver":"bank#970418"}`).toString('base64url'),
      Buffer.from(`-1`).toString('base64url'),
      '-1',
      '0',
      '*',
      '../',
      `${theirs},${theirs}`,
      'x'.repeat(10_000),
    ];
    for (const cursor of cursors) {
      const refused = await api.call({ path: '/v1/notices', scope: VCB, query: { cursor } });
      expect([cursor, refused.statusCode]).toEqual([cursor, 400]);
      expect(refused.body).not.toContain(SECRET);
    }
  });

  it('a bank reaches no other bank’s notice by asking for larger or earlier pages', async () => {
    for (let n = 0; n < 60; n += 1) await api.issue(VCB, `own-${n}`);
    for (const more of [
      { limit: '1000000' },
      { pageSize: '-1' },
      { limit: '-5' },
      { offset: '-1' },
      { limit: 'NaN' },
    ]) {
      const page = await feedOf(VCB, more);
      expect(page['data']).toHaveLength(50);
      expect(page['done']).toBe(false);
      expect(JSON.stringify(page)).not.toContain(SECRET);
    }
  });

  it('a bank reaches no other bank’s reply by its key, because each bank has its own keys', async () => {
    const headers = { 'idempotency-key': 'the-same' };
    const reply = (scope: string, id: string) =>
      api.call({ method: 'POST', path: `/v1/notices/${id}/acknowledgements`, scope, body: { sequence: 1 }, headers });
    expect(await reply(BIDV, foreign)).toMatchObject({ statusCode: 202 });
    expect(await reply(VCB, foreign)).toMatchObject(NOT_THERE);
    expect(await reply(VCB, own)).toMatchObject({ statusCode: 202 });
    expect(api.sentReplies.map(({ receiver }) => receiver)).toEqual(['bank#970418', 'bank#970436']);
  });

  it('a bank reaches no other bank’s notice by an unexpected body', async () => {
    const path = `/v1/notices/${own}/acknowledgements`;
    for (const body of [
      '{"sequence":1,"__proto__":{"receiver":"bank#970418"}}',
      '{"sequence":1,"constructor":{"prototype":{"receiver":"bank#970418"}}}',
      '[{"sequence":1}]',
      '"x"',
      'null',
      '',
      '{"sequence":1e400}',
      '{"sequence":-1}',
      '{"sequence":"1"}',
      '{"sequence":{"$gt":0}}',
      `{"sequence":1,"x":"${'x'.repeat(40_000)}"}`,
    ]) {
      const { statusCode = 0 } = await asVcb({ method: 'POST', path, body });
      expect([body.slice(0, 60), [400, 413].includes(statusCode)]).toEqual([body.slice(0, 60), true]);
    }
    expect(api.sentReplies).toEqual([]);
  });
});
