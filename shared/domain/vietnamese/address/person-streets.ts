import type { AddressText } from './address-text.ts';
import type { PartKind } from './premises-label-rows.ts';
import { hasDigit } from './tokens.ts';

const STREET: ReadonlySet<PartKind> = new Set(['street']);
/** The surnames with which most streets that are named after a person begin, folded; rarer ones are words of places too. */
const SURNAMES_OF_STREETS = new Set(
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
    (first) => SURNAMES_OF_STREETS.has(text.tokens[first]?.key ?? '') && beginsStreet(text, first),
  );
}

/** Whether a street begins here: at the start of a part, behind a number or behind a street's label. */
function beginsStreet(text: AddressText, index: number): boolean {
  return text.startsPart(index) || hasDigit(text.tokens[index - 1]) || text.hasLabelBefore(index, STREET);
}
