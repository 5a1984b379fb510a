/** The reasons why a file can't be read, or not to its end. */
export type UnreadableCode =
  | 'wrong_ending'
  | 'broken'
  | 'too_big'
  | 'empty'
  | 'unknown_headings'
  | 'missing_column'
  | 'locked'
  | 'garbled';

/**
 * A file that can't be read. `message` is a Vietnamese sentence for the sender and contains nothing of the file's
 * content except headings.
 */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
