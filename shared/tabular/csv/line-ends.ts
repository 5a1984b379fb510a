/** The ends of lines that only some programs write: next line, line and paragraph separator. */
const RARE = /[\u0085\u2028\u2029]/u;
const COMMON = /[\r\n]/u;

/** Turns line ends of one kind into `\n`, piece by piece. */
export type LineEndReader = (chunk: string, last: boolean) => string;

/**
 * How the ends of lines are read where the first lines have several kinds, so that no row becomes part of another: rare
 * ends where one of them ends the first line, and single returns where one ends the first line and line feeds end
 * others. @param head the beginning of the text
 */
export function lineEndReaderOf(head: string): LineEndReader {
  const rare = head.search(RARE);
  const common = head.search(COMMON);
  if (rare !== -1 && (common === -1 || rare < common))
    return (chunk) => chunk.replaceAll(/[\u0085\u2028\u2029]/gu, '\n');
  const isMixed = /^[^\r\n]*\r(?!\n)/u.test(head) && hasMoreFeeds(head);
  return isMixed ? returnsAsFeeds() : (chunk) => chunk;
}

/** Files of an old Macintosh end their lines with `\r` and may have `\n` in cells. */
export const hasMoreFeeds = (head: string): boolean =>
  head.includes('\r\n') || head.split('\r').length <= head.split('\n').length;

function returnsAsFeeds(): LineEndReader {
  let held = '';
  return (chunk, last) => {
    const text = held + chunk;
    held = !last && text.endsWith('\r') ? '\r' : '';
    return (held === '' ? text : text.slice(0, -1)).replaceAll(/\r\n?/gu, '\n');
  };
}
