import { randomUUID } from 'node:crypto';
import * as z from 'zod';

/** What is used here of fauxqs' store, which has only the newest version of each object. */
interface Store {
  multipartUploads: Pick<ReadonlyMap<string, { readonly bucket: string; readonly key: string }>, 'get'>;
  putObject(bucket: string, key: string, ...given: unknown[]): object;
  completeMultipartUpload(uploadId: string, ...given: unknown[]): object;
  getObject(bucket: string, key: string): object;
  deleteObject(bucket: string, key: string): void;
}

/** A request for an object, as fauxqs' routes read it. */
interface Asked {
  readonly method: string;
  readonly params: unknown;
  readonly query: unknown;
}
interface Server {
  addHook(at: 'preHandler', hook: (asked: Asked) => Promise<void>): unknown;
  addHook(
    at: 'onSend',
    hook: (asked: Asked, reply: { header(name: string, value: string): unknown }) => Promise<void>,
  ): unknown;
}

const Params = z.object({ bucket: z.string(), '*': z.string() });
const Query = z.object({ versionId: z.string() });
/** No object's key has this character, so that a version of an object is no other object. */
const VERSION = '\u0000';

/**
 * Keeps every version of each object, as a bucket with versioning does: what writes or looks at an object is answered
 * with its newest version, and a version is read and deleted by its id. The versions of a deleted object stay.
 */
export function objectVersions(store: Store) {
  const versions = new Map<string, object>();
  const newest = new Map<string, string>();
  const keep = (bucket: string, key: string, stored: object): object => {
    const id = randomUUID();
    newest.set(`${bucket}/${key}`, id);
    versions.set(`${bucket}/${key}${VERSION}${id}`, stored);
    return stored;
  };
  const [put, complete, get, remove] = [
    store.putObject.bind(store),
    store.completeMultipartUpload.bind(store),
    store.getObject.bind(store),
    store.deleteObject.bind(store),
  ];
  store.putObject = (bucket, key, ...given) => keep(bucket, key, put(bucket, key, ...given));
  store.completeMultipartUpload = (uploadId, ...given) => {
    const { bucket = '', key = '' } = store.multipartUploads.get(uploadId) ?? {};
    return keep(bucket, key, complete(uploadId, ...given));
  };
  store.getObject = (bucket, key) => versions.get(`${bucket}/${key}`) ?? get(bucket, key);
  store.deleteObject = (bucket, key) => {
    if (!versions.delete(`${bucket}/${key}`)) remove(bucket, key);
  };

  return {
    answerIn(server: Server): void {
      server.addHook('preHandler', async ({ params, query }) => {
        const { data } = Query.safeParse(query);
        if (data && params !== null && typeof params === 'object' && '*' in params)
          params['*'] = `${String(params['*'])}${VERSION}${data.versionId}`;
      });
      server.addHook('onSend', async ({ method, params }, reply) => {
        const { data } = Params.safeParse(params);
        const id = data && newest.get(`${data.bucket}/${data['*']}`);
        if (id !== undefined && method !== 'GET') reply.header('x-amz-version-id', id);
      });
    },
  };
}
