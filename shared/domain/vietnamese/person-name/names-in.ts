import { preparePersonName, type PreparedPersonName } from './prepare-person-name.ts';

/** What stands between two names of one cell: a sign, a line, `và`, or the number before the next. */
const BETWEEN_NAMES = /[;,/+&\r\n]|\s[-–—]\s|\s(?:và|va)\s|(?:^|\s)\d{1,2}[.)]\s*(?=\p{L})/giu;

/** `và vợ Trần Thị Bình`. */
const RELATIVE = /^\s*(?:vợ|chồng|con)\s*:?\s+/iu;

/**
 * The names where one text has several (`Nguyễn Văn An, Trần Thị Bình`); none where it has one, whatever stands beside it. A part
 * counts that has a surname and another word: `Nguyễn Văn An - Giám đốc` has one name.
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
