import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const NEWLINE = 10;

/** Yields the lines of a file, a few thousand at a time, and after the last one the SHA-256 of its bytes. */
export async function readSnapshotLines(path: string, onLine: (line: string, number: number) => void): Promise<string> {
  const hash = createHash('sha256');
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  const take = (bytes: Buffer): void => {
    number += 1;
    const line = bytes.toString('utf8').trim();
    if (line !== '') onLine(line, number);
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = Buffer.from(chunk);
    hash.update(bytes);
    const buffer = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    let from = 0;
    for (let end = buffer.indexOf(NEWLINE); end >= 0; end = buffer.indexOf(NEWLINE, from)) {
      take(buffer.subarray(from, end));
      from = end + 1;
    }
    rest = buffer.subarray(from);
  }
  take(rest);
  return hash.digest('hex');
}
