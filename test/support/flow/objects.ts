import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** Buckets that are one list of objects. */
export function flowObjects() {
  const objects = new Map<string, Buffer>();
  const versions = new Map<string, Buffer>();
  const opened: Readable[] = [];
  const open = async (_bucket: string, key: string, versionId?: string) => {
    const bytes = versionId === undefined ? objects.get(key) : versions.get(versionId);
    if (!bytes) return undefined;
    const body = Readable.from([bytes]);
    opened.push(body);
    return body;
  };
  const put = async (_bucket: string, key: string, content: Readable | Uint8Array | string) => {
    objects.set(key, content instanceof Readable ? await buffer(content) : Buffer.from(content));
  };
  const putFirst = async (_bucket: string, key: string, text: string) => {
    const lying = objects.get(key);
    if (lying) return lying.toString();
    objects.set(key, Buffer.from(text));
    return text;
  };

  const read = async (_bucket: string, key: string) => objects.get(key)?.toString();
  const remove = async (_bucket: string, key: string) => void objects.delete(key);
  const move = async (bucket: string, from: string, key: string) => {
    const bytes = objects.get(from);
    if (!bytes) return false;
    await put(bucket, key, bytes);
    return objects.delete(from);
  };
  /** Puts an object as its sender does. @returns the id of its version */
  const drop = (key: string, bytes: Buffer): string => {
    const versionId = `v${versions.size + 1}`;
    objects.set(key, bytes);
    versions.set(versionId, bytes);
    return versionId;
  };
  return { objects, drop, opened, open, put, putFirst, read, remove, move };
}
