/** The width of a terminal that nobody has widened. */
const COLUMNS = 80;
/** An option and the gap before its explanation. */
const OPTION = /^ *-{1,2}\S+(?: \S+)? {2,}/u;

/**
 * Breaks lines between words where they are longer than a terminal is wide. The rest of an option's line begins where its
 * explanation begins, that of an indented line where the line begins, and that of any other line after two spaces.
 */
export const inColumns = (text: string): string => text.split('\n').flatMap(brokenLines).join('\n');

function brokenLines(line: string): string[] {
  const indent = OPTION.exec(line)?.[0].length ?? Math.max(2, line.length - line.trimStart().length);
  const lines: string[] = [];
  let rest = line;
  while (rest.length > COLUMNS) {
    const at = rest.lastIndexOf(' ', COLUMNS);
    if (at <= indent) break;
    lines.push(rest.slice(0, at).trimEnd());
    rest = `${' '.repeat(indent)}${rest.slice(at + 1)}`;
  }
  return [...lines, rest];
}
