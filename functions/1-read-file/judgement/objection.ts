/** Why a file is stopped as one. Codes go to receipts and to the senders' own programs, so they never change their meaning. */
export interface Objection {
  readonly code:
    | 'month_first'
    | 'days_mixed'
    | 'days_swapped'
    | 'number_format'
    | 'garbled'
    | 'many_rejected'
    | 'many_left_out';
  /** One Vietnamese sentence or two: what is wrong and how to mend it. */
  readonly message: string;
}
