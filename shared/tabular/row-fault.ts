/** The reason why a row of a table or a line of JSON has no cells, as far as its format alone shows it. */
export type RowFault = 'shape' | 'columns' | 'open_quote' | 'too_long' | 'broken_json' | 'duplicate_key';
