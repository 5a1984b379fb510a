/** Why a whole file is stopped. Codes go to receipts and to the senders' own programs, so they never change their meaning. */
export interface Objection {
  readonly code:
    | 'month_first'
    | 'days_mixed'
    | 'days_swapped'
    | 'number_format'
    | 'garbled'
    | 'many_rejected'
    | 'many_left_out';
  /** One or two Vietnamese sentences: what is wrong and how to correct it. */
  readonly message: string;
}
