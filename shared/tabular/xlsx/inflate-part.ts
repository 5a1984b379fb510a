import { createInflateRaw } from 'node:zlib';
import { UnreadableFile } from '../unreadable-file.ts';
import type { ZipPart } from './zip-parts.ts';
import { brokenWorkbook } from './zip-parts.ts';

const CHUNK = 64 * 1024;

/** Bytes that may still come out of a workbook: a small part can swell to anything. */
export class InflationBudget {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  /** @throws {UnreadableFile} `too_big` */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) throw workbookTooBig();
  }
}

export function workbookTooBig(): UnreadableFile {
  return new UnreadableFile('too_big', 'Bảng tính quá lớn. Hãy chia thành nhiều tệp nhỏ hơn hoặc gửi dạng .csv.');
}

/**
 * A part's bytes, chunk by chunk, within every budget.
 * @throws {UnreadableFile} `broken`, `too_big`
 */
export async function* inflatePart(part: ZipPart, budgets: readonly InflationBudget[]): AsyncGenerator<Buffer> {
  for await (const chunk of part.deflated ? inflated(part.stored) : [part.stored]) {
    for (const budget of budgets) budget.spend(chunk.length);
    yield chunk;
  }
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
