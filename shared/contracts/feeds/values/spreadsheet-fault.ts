const HASH = 0x23;
const EQUALS = 0x3d;
/** The error values of Excel in several languages; LibreOffice numbers others, such as `Err:508`. */
const FAILED =
  /^(?:#(?:n\/a|n\/d|nv|ref!|bezug!|value!|wert!|valeur!|name\?|nom\?|tên\?|div\/0!|num!|zahl!|nombre!|null!|nul!|spill!|calc!|field!|busy!|connect!|blocked!|unknown!|getting_data)|(?:err|error|lỗi|fehler):\d{3})$/iu;
/** A column that is too narrow shows these signs, and a text file contains what the spreadsheet shows. */
const NARROW = /^#{2,}$/u;
/** A formula such as `="0123"`, by which senders keep a text from becoming a number. */
const HELD = /^="([^"]*)"$/u;
const NOT_A_NUMBER = /[^\d\s]/u;
/** A formula with a function call, another cell or a joining sign: `=VLOOKUP(A2;B:C;2)`, `=A2`, `=A2&" "&B2`. */
const FORMULA = /^=(?:.*[(&!]|[+-]?\$?[a-z]{1,3}\$?\d+)/iu;
const LONGEST_FAULT = 16;

/** The reason why a text is no value but an error or formula that a spreadsheet wrote instead. */
export function spreadsheetFault(cell: string): 'formula' | 'narrow' | 'uncomputed' | undefined {
  const text = cell.trim();
  const first = text.charCodeAt(0);
  if (first === EQUALS) return FORMULA.test(text) && !HELD.test(text) ? 'uncomputed' : undefined;
  if (first === HASH && NARROW.test(text)) return 'narrow';
  return text.length <= LONGEST_FAULT && FAILED.test(text) ? 'formula' : undefined;
}

/**
 * The text of a formula that contains only a text. Every other cell stays as it is, even a number in a formula, which
 * shows that a spreadsheet wrote the cell.
 */
export function heldText(cell: string): string {
  const held = cell.charCodeAt(0) === EQUALS ? HELD.exec(cell)?.[1] : undefined;
  return held !== undefined && NOT_A_NUMBER.test(held) ? held : cell;
}
