/**
 * The reasons for stopping a whole file. The codes occur in receipts and in the senders' programs, so their meaning
 * never changes.
 */
export interface Objection {
  readonly code:
    | 'month_first'
    | 'period_doubtful'
    | 'days_mixed'
    | 'days_swapped'
    | 'number_format'
    | 'garbled'
    | 'many_rejected'
    | 'many_left_out'
    | 'register_jumped';
  /** One or two Vietnamese sentences: what is wrong and how to correct it. */
  readonly message: string;
}
