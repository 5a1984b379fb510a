import { Readable } from 'node:stream';

/** S3 in memory, as far as the functions use it: whole objects by bucket and key. */
export class ObjectsTwin {
  readonly #objects: Map<string, Buffer>;

  /**
   * @param from the objects at the beginning
   */
  constructor(from?: ReadonlyMap<string, Buffer>) {
    this.#objects = new Map(from);
  }

  /** All objects. Nobody changes the bytes of an object. */
  snapshot(): ReadonlyMap<string, Buffer> {
    return new Map(this.#objects);
  }

  put(bucket: string, key: string, bytes: Buffer): void {
    this.#objects.set(`${bucket}/${key}`, bytes);
  }

  /** A deletion of an absent object changes nothing. */
  remove(bucket: string, key: string): void {
    this.#objects.delete(`${bucket}/${key}`);
  }

  get(bucket: string, key: string): Buffer | undefined {
    return this.#objects.get(`${bucket}/${key}`);
  }

  /** @param breaksOff the connection ends in the middle of the bytes */
  stream(bytes: Buffer, breaksOff: boolean): Readable {
    // A caller that has read the same bytes before need not read them again
    if (!breaksOff) return Object.assign(Readable.from([bytes]), { whole: bytes });
    return Readable.from(
      (async function* half() {
        yield bytes.subarray(0, Math.floor(bytes.length / 2));
        throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
      })(),
    );
  }

  /** The keys of a bucket that begin with the prefix, in order. */
  keys(bucket: string, prefix: string): string[] {
    return [...this.#objects.keys()]
      .filter((path) => path.startsWith(`${bucket}/${prefix}`))
      .map((path) => path.slice(bucket.length + 1))
      .sort();
  }
}
