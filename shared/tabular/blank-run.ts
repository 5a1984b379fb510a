import { UnreadableFile } from './unreadable-file.ts';

/** Counts consecutive blank rows, because no table has a run of blank rows longer than a sheet. */
export class BlankRowCounter {
  #length = 0;
  readonly #longest: number;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** @throws {UnreadableFile} `too_big` */
  blank(): void {
    this.#length += 1;
    if (this.#length > this.#longest)
      throw new UnreadableFile(
        'too_big',
        'Tệp có hơn một triệu dòng trống liền nhau. Hãy xóa các dòng trống rồi gửi lại.',
      );
  }

  filled(): void {
    this.#length = 0;
  }
}
