import type { UnreadableFile } from './unreadable-file.ts';

/**
 * How much a file may still give: so much for each byte that it holds, and a little for nothing. A few kilobytes can be
 * packed to swell to gigabytes; what an office packs gives ten to thirty times its size.
 */
export class ExpansionAllowance {
  #left: number;
  readonly #factor: number;
  readonly #fault: () => UnreadableFile;

  /** @param fault what is thrown when more is asked for than is left */
  constructor({ free, factor }: { readonly free: number; readonly factor: number }, fault: () => UnreadableFile) {
    this.#left = free;
    this.#factor = factor;
    this.#fault = fault;
  }

  /** The file held so many bytes more. */
  earn(bytes: number): void {
    this.#left += bytes * this.#factor;
  }

  /** @throws {UnreadableFile} where the file gives more than it may */
  spend(amount: number): void {
    this.#left -= amount;
    if (this.#left < 0) throw this.#fault();
  }
}

/** Passes a file's bytes on, and counts them as held. */
export async function* earning<T extends Uint8Array>(
  bytes: AsyncIterable<T>,
  allowance: ExpansionAllowance,
): AsyncGenerator<T> {
  for await (const chunk of bytes) {
    allowance.earn(chunk.length);
    yield chunk;
  }
}
