import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** Buckets that are one list of objects. */
export function flowObjects() {
  const objects = new Map<string, Buffer>();
  const opened: Readable[] = [];
  const open = async (_bucket: string, key: string) => {
    const bytes = objects.get(key);
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
  return { objects, opened, open, put, putFirst, read, remove };
}
