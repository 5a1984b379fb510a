import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessQueues } from '#infra/local/in-process/queues.ts';
import { uploadForm, type UploadForm } from '#shared/clients/upload-form.ts';

describe('a form by which a browser puts a file into the local bucket', () => {
  let engine: Awaited<ReturnType<typeof inProcessQueues>>;
  let client: S3Client;
  let form: UploadForm;
  const asked = { bucket: 'inbox', prefix: 'registrations/', seconds: 600, mostBytes: 10, officer: 'officer-1' };

  beforeAll(async () => {
    engine = await inProcessQueues();
    client = new S3Client({
      endpoint: await engine.app.listen({ port: 0, host: '127.0.0.1' }),
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      forcePathStyle: true,
    });
    await client.send(new CreateBucketCommand({ Bucket: 'inbox' }));
    form = await uploadForm(client)(asked);
  });
  afterAll(() => engine.app.close());

  const send = async (
    over: Readonly<Record<string, string>> = {},
    {
      content = 'a,b',
      after = {},
      fields = form.fields,
    }: { content?: string; after?: Record<string, string>; fields?: Readonly<Record<string, string>> } = {},
  ) => {
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...over })) data.append(name, value);
    data.append('file', new Blob([content]), 'a.csv');
    for (const [name, value] of Object.entries(after)) data.append(name, value);
    const answer = await fetch(form.url, { method: 'POST', body: data });
    return [answer.status, await answer.text()];
  };

  it('takes what its policy allows, and stores it under the file’s name', async () => {
    expect(await send()).toEqual([204, '']);
    const { Body, Metadata } = await client.send(new GetObjectCommand({ Bucket: 'inbox', Key: 'registrations/a.csv' }));
    expect([await Body?.transformToString(), Metadata]).toEqual(['a,b', { officer: 'officer-1' }]);
  });

  it.each([
    ['another place', { key: 'accounts/a.csv' }, {}, '$key'],
    ['another place behind the file', { key: 'accounts/a.csv' }, { after: { key: 'registrations/a.csv' } }, '$key'],
    ['a key said twice', { key: 'accounts/a.csv', KEY: 'registrations/a.csv' }, {}, 'twice'],
    ['another officer', { 'x-amz-meta-officer': 'officer-2' }, {}, 'officer'],
    ['a field of its own', { 'Content-Type': 'text/html' }, {}, 'Extra input fields'],
    ['too large a file', {}, { content: 'more than ten bytes' }, 'EntityTooLarge'],
    ['no policy', {}, { fields: { key: 'registrations/a.csv' } }, 'InvalidPolicyDocument'],
  ])('refuses %s', async (_, over, more, why) => {
    expect(await send(over, more)).toEqual([403, expect.stringContaining(why)]);
  });

  it('refuses a form that has ended', async () => {
    const { fields } = await uploadForm(client)({ ...asked, seconds: 0 });
    expect(await send({}, { fields })).toEqual([403, expect.stringContaining('expired')]);
  });
});
