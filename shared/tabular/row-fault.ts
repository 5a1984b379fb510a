/** The reason, visible in the format, why a row of a table or a line of JSON has no cells. */
export type RowFault =
  | 'shape'
  | 'columns'
  | 'split_number'
  | 'cut_off'
  | 'open_quote'
  | 'too_long'
  | 'broken_json'
  | 'duplicate_key'
  | 'duplicate_cell';
