/**
 * Matches the beginning of a formula, also after quotes and spaces and in full-width characters, which some programs
 * convert.
 */
const FORMULA = /^(?:[\s"']*[=+\-@＝＋－＠]|[\t\r])/u;
/** Matches a formula after a sign that another program may use as the delimiter. */
const INNER_FORMULA = /([,;|\t\r\n]["']*)(?=[=+\-@＝＋－＠])/gu;
/** Matches a dash, which officers write into an empty cell. */
const STROKES = /^[-–—]+$/u;

/** Changes a text of a delimited file so that no spreadsheet runs it as a formula. */
export function inertText(text: string): string {
  if (STROKES.test(text)) return text;
  const inside = text.replace(INNER_FORMULA, `$1'`);
  return FORMULA.test(text) ? `'${inside}` : inside;
}

/** Removes the apostrophe that `inertText` added, because a returned file is sent again. */
export const withoutAddedApostrophe = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
