import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import { fewestColumns } from '#shared/contracts/feeds/heading.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import type { Limits } from '#shared/tabular/limits.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';

/**
 * Compares the number of a file's rejected rows with its stored bytes. A row of one or two letters costs as much to
 * read as a row of data, and a small file can hold very many of them.
 */
export class RejectedRows {
  #bytes = 0;
  #rows = 0;
  readonly #columns: number;
  readonly #limits: Limits['rejectedRows'];

  constructor(layouts: readonly Layout[], { rejectedRows }: Limits) {
    this.#columns = fewestColumns(layouts);
    this.#limits = rejectedRows;
  }

  /** Passes the file's bytes on, and counts them. */
  async *beside(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      this.#bytes += chunk.length;
      yield chunk;
    }
  }

  /** @throws {UnreadableFile} `broken` where the file has more rejected rows than a file of its length may have */
  count(events: readonly FeedEvent[], isPacked: boolean): void {
    for (const { type } of events) if (type === 'rejected') this.#rows += 1;
    const { free, cellBytes, packedCellBytes } = this.#limits;
    const shortestRow = this.#columns * (isPacked ? packedCellBytes : cellBytes);
    if (this.#rows > free + this.#bytes / shortestRow)
      throw new UnreadableFile(
        'broken',
        'Tệp có quá nhiều dòng không đọc được so với độ dài của tệp, nên đã dừng đọc. Hãy kiểm tra lại tệp rồi gửi lại.',
      );
  }
}
