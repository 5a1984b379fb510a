import type { AddressText } from './address-text.ts';
import { hasDigit } from './tokens.ts';

/** The family names with which most streets that are named after a person begin, folded. */
const FAMILY_NAMES = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong li luong dinh trinh chu doan mac to mai dao cao ta'.split(
    ' ',
  ),
);
const MIDDLE = /^(?:thi|van)$/;

/**
 * Whether these words end the name of a person after whom a street is named, as Hưng Đạo in `12 Trần Hưng Đạo` and Minh
 * Khai in `đường Nguyễn Thị Minh Khai`, and are no commune.
 * @param from the first of the words
 */
export function endsPersonsName(text: AddressText, from: number): boolean {
  const before = text.tokens[from - 1];
  if (before === undefined || text.startsPart(from)) return false;
  const first = MIDDLE.test(before.key) && !text.startsPart(from - 1) ? from - 2 : from - 1;
  return FAMILY_NAMES.has(text.tokens[first]?.key ?? '') && beginsStreet(text, first);
}

/** Whether a street begins here: at the start of a part, behind a number or behind a street's label. */
function beginsStreet(text: AddressText, index: number): boolean {
  if (text.startsPart(index) || hasDigit(text.tokens[index - 1])) return true;
  return [1, 2, 3].some((words) => {
    const label = text.partLabels[index - words];
    return label?.words === words && label.kind === 'street';
  });
}
