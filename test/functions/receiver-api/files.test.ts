import { beforeEach, describe, expect, it } from 'vitest';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import { bodyOf } from '#test/support/http.ts';
import { receiverApi, type ReceiverApi, VCB } from '#test/support/receiver-api.ts';

describe('the files that a sender puts into the inbox', () => {
  let api: ReceiverApi;
  beforeEach(async () => {
    api = await receiverApi();
    await api.callers.enter({ clientId: 'vcb', receiver: 'bank#970436', sends: [{ prefix: 'accounts/970436/' }] });
    await api.callers.enter({ clientId: 'tax', sends: [{ prefix: 'activities/thue/', dataOf: ['tax'] }] });
  });
  const post = (path: string, client: string, body: unknown, scope?: string) =>
    api.call({ method: 'POST', path, client, scope, body });

  it('a sender gets a form for its own prefix and for no other feed', async () => {
    const own = await post('/v1/files', 'vcb', { feed: 'accounts' }, VCB);
    expect(own.statusCode).toBe(201);
    expect(bodyOf(own)).toEqual({
      url: 'https://s3.example/inbox',
      fields: { key: 'accounts/970436/${filename}', officer: 'vcb', seconds: '3600', most: String(512 * 1024 * 1024) },
      expiresAt: '2026-03-02T09:00:00.000Z',
    });
    for (const feed of FEED_FOLDERS.filter((one) => one !== 'accounts'))
      expect((await post('/v1/files', 'vcb', { feed }, VCB)).statusCode).toBe(403);
    for (const feed of ['outbox', '', '../accounts', 'accounts/970418'])
      expect((await post('/v1/files', 'vcb', { feed }, VCB)).statusCode).toBe(400);
  });

  it('a client that only sends files gets its form, and reads no notices', async () => {
    const form = bodyOf(await post('/v1/files', 'tax', { feed: 'activities' }));
    expect(form['fields']).toMatchObject({ key: 'activities/thue/${filename}' });
    expect((await api.call({ path: '/v1/notices', client: 'tax' })).statusCode).toBe(403);
    expect((await post('/v1/suspicious-accounts', 'tax', {})).statusCode).toBe(403);
  });

  it('a client that is not entered may send nothing', async () => {
    expect((await post('/v1/files', 'somebody', { feed: 'accounts' }, VCB)).statusCode).toBe(403);
  });

  it('a sender gets links to the results of its own files alone', async () => {
    const link = bodyOf(await post('/v1/file-results', 'vcb', { feed: 'accounts', name: '2026-01.csv.json' }, VCB));
    expect(link['url']).toBe('https://s3.example/inbox/outbox/970436/2026-01.csv.json?X-Amz-Expires=300');
    const tax = bodyOf(await post('/v1/file-results', 'tax', { feed: 'activities', name: 'a.csv.json' }));
    expect(tax['url']).toBe('https://s3.example/inbox/outbox/activities/thue/a.csv.json?X-Amz-Expires=300');
    for (const name of ['../970418/a.json', '.', '..', 'a/b.json', String.raw`a\b`, '', 'a\nb'])
      expect((await post('/v1/file-results', 'vcb', { feed: 'accounts', name }, VCB)).statusCode).toBe(400);
    expect((await post('/v1/file-results', 'vcb', { feed: 'activities', name: 'a' }, VCB)).statusCode).toBe(403);
  });
});
