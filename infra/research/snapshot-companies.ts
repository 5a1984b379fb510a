import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';

const NEWLINE = 10;

/** Yields the lines of a file, a few thousand at a time, and after the last one the SHA-256 of its bytes. */
async function readSnapshotLines(path: string, onLine: (line: string, number: number) => void): Promise<string> {
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

/** A file that can't be replayed; the message says why, in Vietnamese. */
export class UnusableSnapshot extends Error {}

/** Yields every company of a snapshot, one at a time. @throws {UnusableSnapshot} */
export async function readCompanies(path: string, onCompany: (snapshot: CompanyFacts) => void): Promise<string> {
  return await readSnapshotLines(path, (line, number) => onCompany(companyOf(line, number, path))).catch(
    (error: unknown) => {
      throw error instanceof UnusableSnapshot ? error : unreadableFile(path);
    },
  );
}

export const unreadableFile = (path: string) => new UnusableSnapshot(`Không đọc được tệp “${path}”.`);

function companyOf(line: string, number: number, path: string): CompanyFacts {
  const facts = parseFacts(line);
  if (facts && Array.isArray(facts.bands) && Array.isArray(facts.accounts) && Array.isArray(facts.people)) return facts;
  throw new UnusableSnapshot(`Dòng ${number} của “${path}” không phải dữ kiện của một doanh nghiệp.`);
}

export function parseFacts(line: string): CompanyFacts | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
