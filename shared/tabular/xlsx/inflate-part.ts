import { crc32, createInflateRaw } from 'node:zlib';
import type { ExpansionAllowance } from '../allowance.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { brokenWorkbook } from './faults.ts';
import type { ZipPart } from './zip-parts.ts';

const CHUNK = 64 * 1024;

/** Inflates a part chunk by chunk within all allowances. @throws {UnreadableFile} `broken`, `too_big` */
export async function* inflatePart(part: ZipPart, allowances: readonly ExpansionAllowance[]): AsyncGenerator<Buffer> {
  let checksum = 0;
  for await (const chunk of part.deflated ? inflated(part.stored) : slices(part.stored)) {
    for (const allowance of allowances) allowance.spend(chunk.length);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  // A bit that flipped on the way may still inflate, to another number. Some programs leave the checksum out
  if (part.checksum !== 0 && checksum !== part.checksum) throw brokenWorkbook();
}

async function* inflated(stored: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  inflate.end(stored);
  try {
    for await (const chunk of inflate) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : brokenWorkbook(error);
  }
}

function* slices(stored: Buffer): Generator<Buffer> {
  for (let at = 0; at < stored.length; at += CHUNK) yield stored.subarray(at, at + CHUNK);
}
