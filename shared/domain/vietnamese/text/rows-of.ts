/** The rows of a table of words that is written as text, `một thành viên: mtv; cổ phần: cp`. */
export const rowsOf = (table: string): readonly (readonly string[])[] =>
  table.split(';').map((row) => row.split(':').map((cell) => cell.trim()));

/** A table of two columns, by its first. */
export const wordMap = (table: string): ReadonlyMap<string, string> =>
  new Map(rowsOf(table).map(([word = '', meaning = '']) => [word, meaning]));
