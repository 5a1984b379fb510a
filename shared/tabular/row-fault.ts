/** Why a row of a table, or a line of JSON, has no cells: what the form itself shows, before anybody asks what the cells mean. */
export type RowFault = 'shape' | 'columns' | 'open_quote' | 'too_long' | 'broken_json' | 'duplicate_key';
