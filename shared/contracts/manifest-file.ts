/** The name of the file in a feed's folder, or in a bank's own, in which a sender states what its files cover. */
export const MANIFEST = 'manifest.json';
/** The most statements of one manifest, so that no sender fills the shared item. */
export const MANIFEST_BYTES = 8192;

/**
 * Matches a file name with a pattern such as `2025-*.csv`: `*` stands for any characters and `?` for one; case and
 * Unicode form don't matter. Matching backtracks at most once for each character, whatever the pattern.
 */
export function matchesPattern(pattern: string, file: string): boolean {
  const [wanted, name] = [plain(pattern), plain(file)];
  let [at, place, star, from] = [0, 0, -1, 0];
  while (place < name.length) {
    const letter = wanted[at];
    if (letter === '*') {
      [star, from] = [at, place];
      at += 1;
    } else if (letter === '?' || (letter !== undefined && letter === name[place])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      from += 1;
      [at, place] = [star + 1, from];
    } else return false;
  }
  while (wanted[at] === '*') at += 1;
  return at === wanted.length;
}

const plain = (name: string): string => name.normalize('NFC').toLowerCase();
