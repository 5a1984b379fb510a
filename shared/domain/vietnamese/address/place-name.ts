import type { AddressText } from './address-text.ts';
import { hasDigit } from './tokens.ts';

/** The folded words with which the name of a shop, an office or a school begins. */
const PLACES =
  /^(?:cong ti|cty|doanh nghiep|hop tac xa|htx|truong|thpt|thcs|th|tieu hoc|mam non|dai hoc|cao dang|hoc vien|benh vien|bv|phong kham|nha khoa|tram y te|trung tam|tttm|nha thuoc|hieu thuoc|quay thuoc|ngan hang|pgd|phong giao dich|chi nhanh|buu dien|buu cuc|diem giao dich|ubnd|uy ban|hdnd|so (?:tai chinh|ke hoach|cong thuong|y te|giao duc|noi vu|tu phap|xay dung)|cong an|toa an|vien kiem sat|chi cuc|cuc|kho bac|bao hiem|dien luc|sieu thi|cua hang|shop|showroom|dien may|the gioi di dong|tgdd|fpt|vinmart|winmart|vincom|circle k|nha hang|quan (?:an|com|pho|cafe|ca phe|nhau)|cafe|ca phe|coffee|khach san|nha nghi|homestay|dai li|gara|garage|salon|spa|ben xe|san van dong|svd|nha tho|giao xu|chua|nha van hoa|sieu thi|cho|atm|head|honda|yamaha|suzuki|toyota|vinfast|petrolimex|cay xang|nha sach|thoi trang)(?= |$)/;
/** The words with which such a name ends in English. */
const ENGLISH_PLACES =
  /(?: |^)(?:pharmacy|hotel|motel|restaurant|store|mart|shop|bank|clinic|hospital|school|university|college|company|co ltd|jsc|bakery|coffee|cafe|spa|salon|gym|center|centre|factory|office|branch)$/;
/** The first word of a name that begins with a number, as of 4CAR Workshop; a house number has one letter. */
const NUMBERED_NAME = /^\d{1,3}(?!bis$|ter$)[a-z]{2,}$/;
/** Houses and buildings are left out, because they have numbers and names. */
const MOST_WORDS = 14;

/**
 * Reads the name of a shop, office or school before the address, which begins with such a word: up to the comma, or up
 * to the house number where no later part has one.
 */
export function takePlaceName(text: AddressText): string | undefined {
  const end = firstPart(text);
  if (end === undefined || end === text.tokens.length) return undefined;
  const first = text.key(0, end);
  const isPlace = PLACES.test(first) || (ENGLISH_PLACES.test(first) && isEnglishName(text, end));
  return isPlace ? takeName(text, numberAt(text, end)) : undefined;
}

/** Reads a first part without digits and labels before a part with a number and a street: `Hoàng Hiền, 285 Phạm Bạch Hổ`. */
export function takeBareName(text: AddressText): string | undefined {
  const end = firstPart(text);
  return end !== undefined && isBareName(text, end) && startsWithDoor(text, end) ? takeName(text, end) : undefined;
}

function firstPart(text: AddressText): number | undefined {
  if (text.firstFree() !== 0) return undefined;
  const end = text.partEnd(0);
  return end > MOST_WORDS ? undefined : end;
}

function takeName(text: AddressText, end: number): string {
  text.take(0, end);
  return text.typed(0, end);
}

/**
 * Finds the number that begins the address, as in `Siêu thị Điện máy Xanh 58 Chu Mạnh Trinh, …`, where no later part
 * has one.
 */
function numberAt(text: AddressText, end: number): number {
  if (text.tokens.slice(end).some((token) => hasDigit(token))) return end;
  for (let index = 1; index < end - 1; index += 1) {
    const label = text.partLabels[index];
    if (label?.kind === 'number' || label?.kind === 'lane') return index;
    if (hasDigit(text.tokens[index]) && /^\p{Lu}/u.test(text.tokens[index + 1]?.text ?? '')) return index;
  }
  return end;
}

function isBareName(text: AddressText, end: number): boolean {
  const [first] = text.tokens;
  if (hasDigit(first) && !NUMBERED_NAME.test(first?.key ?? '')) return false;
  return isNameWithoutNumbers(text, end) && text.partLabels.slice(0, end).every((label) => label === undefined);
}

/** Whether a first part is no house number and its street: `4 Mùa Coffee` is a name only where a house follows. */
const isEnglishName = (text: AddressText, end: number): boolean =>
  isNameWithoutNumbers(text, end) && (!hasDigit(text.tokens[0]) || startsWithDoor(text, end));

/** Whether a name has no number, except one that begins its first word. */
const isNameWithoutNumbers = (text: AddressText, end: number): boolean =>
  text.isFreeName(hasDigit(text.tokens[0]) ? 1 : 0, end);

/** Whether the next part has a number and a name after it before the comma. */
function startsWithDoor(text: AddressText, from: number): boolean {
  const number = text.partLabels[from]?.kind === 'number' ? from + (text.partLabels[from]?.words ?? 0) : from;
  if (!hasDigit(text.tokens[number]) || text.isTaken(number)) return false;
  const end = text.partEnd(number);
  return end > number + 1 && text.tokens.slice(number + 1, end).some((token) => !hasDigit(token));
}
