import type { AddressWords } from './address-words.ts';
import type { Run } from './named-units.ts';
import { isPlain } from './names-of-text.ts';

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
 * The end of the name of a shop, office or school before the address, which begins with such a word: the comma, or the
 * house number where no later part has one.
 */
export function placeNameEnd(text: AddressWords, runs: readonly Run[]): number | undefined {
  const end = firstPart(runs);
  if (end === undefined || end === text.words.length) return undefined;
  const first = text.keys.slice(0, text.ends[end - 1]);
  const isPlace = PLACES.test(first) || (ENGLISH_PLACES.test(first) && isEnglishName(text, runs, end));
  return isPlace ? numberAt(text, end) : undefined;
}

/** The end of a first part without digits and labels before one with a number and a street: `Hoàng Hiền, 285 Phạm Bạch Hổ`. */
export function bareNameEnd(text: AddressWords, runs: readonly Run[]): number | undefined {
  const end = firstPart(runs);
  return end !== undefined && isBareName(text, end) && startsWithDoor(text, runs, end) ? end : undefined;
}

const firstPart = ([first]: readonly Run[]): number | undefined =>
  first?.from !== 0 || first.end > MOST_WORDS ? undefined : first.end;

/**
 * Finds the number that begins the address, as in `Siêu thị Điện máy Xanh 58 Chu Mạnh Trinh, …`, where no later part
 * has one.
 */
function numberAt({ words, parts }: AddressWords, end: number): number {
  if (words.slice(end).some(({ hasDigit }) => hasDigit)) return end;
  for (let index = 1; index < end - 1; index += 1) {
    const kind = parts[index]?.kind;
    if (kind === 'number' || kind === 'lane') return index;
    if (words[index]?.hasDigit && /^\p{Lu}/u.test(words[index + 1]?.text ?? '')) return index;
  }
  return end;
}

function isBareName(text: AddressWords, end: number): boolean {
  const [first] = text.words;
  if (first?.hasDigit && !NUMBERED_NAME.test(first.key)) return false;
  return isNameWithoutNumbers(text, end) && text.parts.slice(0, end).every((label) => label === undefined);
}

/** Whether a first part is no house number and its street: `4 Mùa Coffee` is a name only where a house follows. */
const isEnglishName = (text: AddressWords, runs: readonly Run[], end: number): boolean =>
  isNameWithoutNumbers(text, end) && (!text.words[0]?.hasDigit || startsWithDoor(text, runs, end));

/** Whether a name has no number, except one that begins its first word. */
const isNameWithoutNumbers = ({ words }: AddressWords, end: number): boolean =>
  isPlain(words, words[0]?.hasDigit ? 1 : 0, end);

/** Whether the next part has a number and a name after it before the comma. */
function startsWithDoor({ words, parts }: AddressWords, runs: readonly Run[], from: number): boolean {
  const label = parts[from];
  const number = label?.kind === 'number' ? from + label.words : from;
  const run = runs.find((one) => one.from <= number && number < one.end);
  if (!run || !words[number]?.hasDigit) return false;
  return words.slice(number + 1, run.end).some(({ hasDigit }) => !hasDigit);
}
