import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { objectStore } from '#shared/clients/object-store.ts';

const s3 = mockClient(S3Client);
const fault = (name: string) =>
  new S3ServiceException({ name, $fault: 'client', $metadata: {}, message: 'a key and a bucket' });

beforeEach(() => void s3.reset());
afterAll(() => s3.restore());

describe('open', () => {
  it('open distinguishes a missing object from one that cannot be read now', async () => {
    s3.on(GetObjectCommand, { Bucket: 'b', Key: 'gone' }).rejects(new NoSuchKey({ $metadata: {}, message: '' }));
    s3.on(GetObjectCommand, { Bucket: 'b', Key: 'slow' }).rejects(fault('SlowDown'));
    s3.on(GetObjectCommand, { Bucket: 'b', Key: 'closed' }).rejects(fault('AccessDenied'));
    expect(await objectStore().open('b', 'gone')).toBeUndefined();
    for (const key of ['slow', 'closed']) {
      await expect(objectStore().open('b', key)).rejects.toThrow(S3ServiceException);
    }
  });
});

describe('read', () => {
  it.each([new NoSuchKey({ $metadata: {}, message: '' }), fault('AccessDenied')])(
    'the object store treats S3’s answer to a reader without list permission as missing: %s',
    async (error) => {
      s3.on(GetObjectCommand, { Bucket: 'b', Key: 'k' }).rejects(error);
      expect(await objectStore().read('b', 'k')).toBeUndefined();
    },
  );

  it('the object store passes on every other failure of a read', async () => {
    s3.on(GetObjectCommand).rejects(fault('SlowDown'));
    await expect(objectStore().read('b', 'k')).rejects.toThrow(S3ServiceException);
  });
});

describe('move', () => {
  it('move copies an object under a name with any letters before it removes it', async () => {
    s3.on(CopyObjectCommand).resolves({}).on(DeleteObjectCommand).resolves({});
    expect(await objectStore().move('b', 'uploads/x/Tháng 9+%.xlsx', 'feed/Tháng 9+%.xlsx')).toBe(true);
    expect(s3.calls().map(({ args: [{ input }] }) => input)).toEqual([
      { Bucket: 'b', CopySource: 'b/uploads/x/Th%C3%A1ng%209%2B%25.xlsx', Key: 'feed/Tháng 9+%.xlsx' },
      { Bucket: 'b', Key: 'uploads/x/Tháng 9+%.xlsx' },
    ]);
  });

  it('move says that there is no object, and passes on every other failure', async () => {
    s3.on(CopyObjectCommand).rejectsOnce(fault('AccessDenied')).rejects(fault('SlowDown'));
    expect(await objectStore().move('b', 'x', 'y')).toBe(false);
    await expect(objectStore().move('b', 'x', 'y')).rejects.toThrow(S3ServiceException);
    expect(s3.commandCalls(DeleteObjectCommand)).toEqual([]);
  });
});

describe('an answer that ends in the midst of an object', () => {
  it('an object is read again completely where the connection ends within it', async () => {
    s3.restore();
    let asked = 0;
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-length': '4' }).write('ha');
      if ((asked += 1) < 3) setTimeout(() => response.destroy(), 20);
      else response.end('lf');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const client = new S3Client({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      forcePathStyle: true,
    });
    expect(await objectStore(client).read('b', 'k')).toBe('half');
    expect(asked).toBe(3);
    server.close();
  });
});
