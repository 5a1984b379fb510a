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
 * Whether the words `from`…`end` end the name of a person after whom a street is named, and are no commune: Hưng Đạo in
 * `12 Trần Hưng Đạo`, Minh Khai in `đường Nguyễn Thị Minh Khai`, Vương in `12 Hùng Vương`, Phùng in `Phan Đình Phùng`.
 */
export function endsPersonsName(text: AddressText, from: number, end: number): boolean {
  const before = text.tokens[from - 1];
  if (before === undefined || text.startsPart(from)) return false;
  const isWord = end - from === 1;
  if (isWord && beginsStreet(text, from - 1)) return true;
  const hasMiddle = (isWord || MIDDLE.test(before.key)) && !text.startsPart(from - 1);
  return [from - 1, hasMiddle ? from - 2 : from - 1].some(
    (first) => FAMILY_NAMES.has(text.tokens[first]?.key ?? '') && beginsStreet(text, first),
  );
}

/** Whether a street begins here: at the start of a part, behind a number or behind a street's label. */
function beginsStreet(text: AddressText, index: number): boolean {
  if (text.startsPart(index) || hasDigit(text.tokens[index - 1])) return true;
  return [1, 2, 3].some((words) => {
    const label = text.partLabels[index - words];
    return label?.words === words && label.kind === 'street';
  });
}
