import { Readable } from 'node:stream';

interface ObjectVersion {
  readonly id: string;
  /** Undefined for a deletion. */
  readonly bytes: Buffer | undefined;
}

/** S3 in memory, as far as the functions use it: whole objects by bucket and key, each with all its versions. */
export class ObjectsTwin {
  readonly #versions: Map<string, readonly ObjectVersion[]>;

  /** @param from the objects at the beginning */
  constructor(from?: ReadonlyMap<string, readonly ObjectVersion[]>) {
    this.#versions = new Map(from);
  }

  /** All objects. Nobody changes the bytes of an object. */
  snapshot(): ReadonlyMap<string, readonly ObjectVersion[]> {
    return new Map(this.#versions);
  }

  /** @returns the id of the version */
  put(bucket: string, key: string, bytes: Buffer): string {
    return this.#add(`${bucket}/${key}`, bytes);
  }

  /** A deletion of an absent object changes nothing. */
  remove(bucket: string, key: string): void {
    if (this.get(bucket, key)) this.#add(`${bucket}/${key}`, undefined);
  }

  /** @param version the id of one version; the newest where it is undefined */
  get(bucket: string, key: string, version?: string): Buffer | undefined {
    const all = this.#versions.get(`${bucket}/${key}`);
    return (version === undefined ? all?.at(-1) : all?.find(({ id }) => id === version))?.bytes;
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
    return [...this.#versions]
      .filter(([path, all]) => path.startsWith(`${bucket}/${prefix}`) && all.at(-1)?.bytes !== undefined)
      .map(([path]) => path.slice(bucket.length + 1))
      .sort();
  }

  #add(path: string, bytes: Buffer | undefined): string {
    const before = this.#versions.get(path) ?? [];
    const id = `v${before.length + 1}`;
    this.#versions.set(path, [...before, { id, bytes }]);
    return id;
  }
}
