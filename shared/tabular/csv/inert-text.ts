/** A formula begins so, also behind quotes and spaces; some programs convert letters of full width. */
const FORMULA = /^(?:[\s"']*[=+\-@＝＋－＠]|[\t\r])/u;
/** A formula behind a sign that another program takes for the delimiter. */
const INNER_FORMULA = /([,;|\t\r\n]["']*)(?=[=+\-@＝＋－＠])/gu;
/** Officers write a stroke into an empty cell. */
const STROKES = /^[-–—]+$/u;

/** A text that no spreadsheet runs as a formula when it opens the delimited file in which it stands. */
export function inertText(text: string): string {
  if (STROKES.test(text)) return text;
  const inside = text.replace(INNER_FORMULA, `$1'`);
  return FORMULA.test(text) ? `'${inside}` : inside;
}

/** The text without the apostrophe that `inertText` put in front of it: what goes back to its sender comes again. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
