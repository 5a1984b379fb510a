import type { UnreadableFile } from './unreadable-file.ts';

/**
 * The number of bytes that a file may still unpack to: a fixed start, and a fixed number for each packed byte. A few
 * kilobytes can unpack to gigabytes, while offices' real files unpack to ten to thirty times their size.
 */
export class ExpansionAllowance {
  #left: number;
  readonly #factor: number;
  readonly #fault: () => UnreadableFile;

  /** @param fault the error for a file that needs more than is left */
  constructor({ free, factor }: { readonly free: number; readonly factor: number }, fault: () => UnreadableFile) {
    this.#left = free;
    this.#factor = factor;
    this.#fault = fault;
  }

  /** Adds the allowance for bytes of the file that were read. */
  earn(bytes: number): void {
    this.#left += bytes * this.#factor;
  }

  /** @throws {UnreadableFile} where the file unpacks to more than allowed */
  spend(amount: number): void {
    this.#left -= amount;
    if (this.#left < 0) throw this.#fault();
  }
}

/** Passes a file's bytes on and adds the allowance for them. */
export async function* passWithAllowance<T extends Uint8Array>(
  bytes: AsyncIterable<T>,
  allowance: ExpansionAllowance,
): AsyncGenerator<T> {
  for await (const chunk of bytes) {
    allowance.earn(chunk.length);
    yield chunk;
  }
}
