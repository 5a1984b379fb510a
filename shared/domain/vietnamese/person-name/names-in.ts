import { preparePersonName, type PreparedPersonName } from './prepare-person-name.ts';

/** The separators between two names of one cell: a sign, a line break, `và`, or the number before the next. */
const BETWEEN_NAMES = /[;,/+&\r\n]|\s[-–—]\s|\s(?:và|va)\s|(?:^|\s)\d{1,2}[.)]\s*(?=\p{L})/giu;

/** Matches the words before a name in `và vợ Trần Thị Bình`. */
const RELATIVE = /^\s*(?:vợ|chồng|con)\s*:?\s+/iu;

/**
 * The names of a text with several (`Nguyễn Văn An, Trần Thị Bình`); empty for a text with one name. A part counts
 * where it has a surname and another word, so `Nguyễn Văn An - Giám đốc` has one name.
 */
export function namesIn(text: string): readonly PreparedPersonName[] {
  const names = text
    .split(BETWEEN_NAMES)
    .map((part) => preparePersonName(part.replace(RELATIVE, '')))
    .filter(({ tokens: [first, ...rest] }) => rest.length > 0 && isSurname(first));
  return names.length > 1 ? names : [];
}

const isSurname = (token: PreparedPersonName['tokens'][number] | undefined): boolean =>
  token !== undefined && (token.marked ? token.surname : token.plainSurname) > 0;
