import type { UnreadableFile } from './unreadable-file.ts';

/**
 * The number of bytes that a file may still unpack to: a fixed number for each packed byte, and a fixed start. A few
 * kilobytes can be packed so that they unpack to gigabytes; an office's own files unpack to ten to thirty times their size.
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

  /** Adds so many bytes of the file that were read. */
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
