import { isOneTypo } from './misspelt-names.ts';
import { nameKey } from './words.ts';

/**
 * Whether two names may be one street although they are written differently: by initials, by the number of a road,
 * without the number of a part, with shortened words, or with a slip.
 * @param one the name as typed
 * @param keys both names in the form of the key
 */
export function mayBeOneStreet(
  one: string | undefined,
  other: string | undefined,
  keys: readonly [string, string],
): boolean {
  return (
    areInitials(one, other) ||
    isRoadOfNumber(...keys) ||
    isOneOfSeveral(one, other) ||
    isShortened(one, other) ||
    isSlip(one, other)
  );
}

/** Whether one street is written with the first letters of the other: `XVNT` is Xô Viết Nghệ Tĩnh. */
function areInitials(one = '', other = ''): boolean {
  const [short = '', long = ''] = [one, other].map(nameKey).sort((a, b) => a.length - b.length);
  const words = long.split(' ');
  return words.length >= 3 && short === words.map((word) => word.charAt(0)).join('');
}

/**
 * Whether one street is only the number of the other's road: `đường 39` is mostly QL39, and `đường 61` ĐT61. The main
 * road of a number is also called A.
 */
function isRoadOfNumber(one: string, other: string): boolean {
  const [number = '', road = ''] = [one, other].sort((a, b) => a.length - b.length);
  if (!/^\d{1,3}[a-z]?$/.test(number)) return false;
  return road === `ql${number.replace(/a$/, '')}` || ['ql', 'dt', 'dh'].some((kind) => road === `${kind}${number}`);
}

/** Whether one street has a number that the other lacks: Điện Biên may be Điện Biên 1 or Điện Biên 2. */
function isOneOfSeveral(one = '', other = ''): boolean {
  const [short = '', long = ''] = [one, other].map(nameKey).sort((a, b) => a.length - b.length);
  return (
    short.includes(' ') &&
    !/\d$/.test(short) &&
    long.startsWith(`${short} `) &&
    /^(?:\d{1,2}|[iv]+)$/.test(long.slice(short.length + 1))
  );
}

/** The beginnings to which the first words of a person's name are shortened. */
const SHORT_WORD = /^(?:[a-z]|[a-z]h|ng|ngh|tr)$/;

/** Whether words before the last one are shortened in either name: `Ng. Văn Linh` and `N. V. Linh` are Nguyễn Văn Linh. */
function isShortened(one = '', other = ''): boolean {
  const [words, others] = [one, other].map((street) => nameKey(street).split(' '));
  if (!words || !others || words.length < 2 || words.length !== others.length) return false;
  return words.every((word, place) => {
    const [short = '', long = ''] = [word, others[place] ?? ''].sort((a, b) => a.length - b.length);
    return short === long || (place < words.length - 1 && SHORT_WORD.test(short) && long.startsWith(short));
  });
}

/** Whether two streets differ by one letter of a name of three words, as by a slip: Tăng Bạt Hổ and Tăng Bạc Hổ. */
function isSlip(one = '', other = ''): boolean {
  const [words, others] = [one, other].map((street) => nameKey(street).split(' '));
  if (!words || !others || words.length < 3 || words.length !== others.length) return false;
  const wrong = words.flatMap((word, place) => (word === others[place] ? [] : [[word, others[place] ?? ''] as const]));
  if (wrong.length !== 1) return false;
  return wrong.every(([word, typed]) => !/\d/.test(word + typed) && isOneTypo(word, typed));
}
