import { COMMON_MIDDLE_NAMES_WITHOUT_MARKS } from './commonness.ts';
import type { NameToken } from './name-token.ts';

/** Words of address. Ông, Bà and Co are also rare surnames, and Anh and Chi occur in many names. */
const ADDRESS = new Set('ông ong bà ba anh chị chi cô co bác chú cụ cháu em thầy'.split(' '));
/** Words of address that are also given names: `Chi Mai Pham` may be Phạm Mai Chi with the given name first. */
const GIVEN_NAMES = new Set(['anh', 'chi']);
const FOREIGN_ADDRESS = new Set(['mr', 'mrs', 'ms', 'dr']);
/** Academic titles and positions (học hàm, học vị, chức vụ) and words of forms, without marks and with i for y. */
const POSITIONS = new Set(
  (
    'gd,pgd,tgd,bs,ts,ths,th s,pgs,gs,ks,ls,cn,ds,hdqt,hdtv,ktt,giam doc,pho giam doc,tong giam doc,chu tich,ke toan truong,' +
    'giao su,pho giao su,dai ta,thuong ta,trung ta,thieu ta,dai uy,thuong uy,trung uy,thieu uy,' +
    'nguoi dai dien,dai dien,bac si,tien si,thac si,ki su,luat su,cu nhan,duoc si,chu tich hoi dong thanh vien,chu tich hoi dong quan tri,hoi dong thanh vien,hoi dong quan tri,' +
    'giam doc cong ti,can bo,dong chi,d c,chu ho,chu ho kinh doanh,chu tai khoan,ho ten,ho va ten,sn,sinh nam,cccd,cmnd,so cccd,so cmnd'
  ).split(','),
);
const FIRST_WORDS = new Set([...POSITIONS].map((phrase) => phrase.split(' ')[0]));
const LAST_WORDS = new Set([...POSITIONS].map((phrase) => phrase.split(' ').at(-1)));
const LONGEST_PHRASE = 4;

/**
 * Whether a word may be the first of a title before a name or the last of one after it; other words are not examined
 * further.
 */
export const mayOpenTitle = ({ text, plain }: Pick<NameToken, 'text' | 'plain'>): boolean =>
  FIRST_WORDS.has(plain) || ADDRESS.has(text) || FOREIGN_ADDRESS.has(plain);
export const mayCloseTitle = ({ plain }: Pick<NameToken, 'plain'>): boolean => LAST_WORDS.has(plain);

/**
 * Removes words of address and position around a name, where at least two words remain and the first is a surname. `Anh
 * Thư`, `Ông Thị Diệp` and `Chi Mai Pham` are whole names. Returns the same tokens where nothing is removed.
 */
export function withoutTitles(tokens: readonly NameToken[]): readonly NameToken[] {
  if (tokens[0]?.opensTitle !== true && tokens.at(-1)?.closesTitle !== true) return tokens;
  let end = tokens.length;
  for (let length = positionBefore(tokens, end); length > 0; length = positionBefore(tokens, end)) end -= length;
  let start = 0;
  let at = 0;
  let foreign = false;
  for (let length = titleAt(tokens, at); length > 0; length = titleAt(tokens, at)) {
    if (isGivenNameFirst(tokens.slice(at, end))) break;
    foreign ||= FOREIGN_ADDRESS.has(tokens[at]?.plain ?? '');
    at += length;
    if (end - at >= 2 && (foreign || beginsWithSurname(tokens[at]))) start = at;
  }
  const taken = start > 0 || (end < tokens.length && end >= 2 && beginsWithSurname(tokens[0]));
  return taken ? tokens.slice(start, end) : tokens;
}

/** Whether the word may be a given name, because the last word is a more common surname than the second. */
const isGivenNameFirst = (tokens: readonly NameToken[]): boolean =>
  GIVEN_NAMES.has(tokens[0]?.text ?? '') && (tokens.at(-1)?.plainSurname ?? 0) > (tokens[1]?.plainSurname ?? 0);

const titleAt = (tokens: readonly NameToken[], at: number): number => {
  const token = tokens[at];
  if (token === undefined) return 0;
  const length = phraseAt(tokens, at);
  if (length > 0) return length;
  return ADDRESS.has(token.text) || FOREIGN_ADDRESS.has(token.plain) ? 1 : 0;
};

const phraseAt = (tokens: readonly NameToken[], at: number): number => {
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) if (isPosition(tokens, at, at + length)) return length;
  return 0;
};

const positionBefore = (tokens: readonly NameToken[], end: number): number => {
  for (let length = LONGEST_PHRASE; length > 0; length -= 1) if (isPosition(tokens, end - length, end)) return length;
  return 0;
};

const isPosition = (tokens: readonly NameToken[], start: number, end: number): boolean => {
  if (start < 0 || end > tokens.length) return false;
  let phrase = tokens[start]?.plain ?? '';
  for (let at = start + 1; at < end; at += 1) phrase += ` ${tokens[at]?.plain ?? ''}`;
  return POSITIONS.has(phrase);
};

/** Văn and Thị are rare surnames and very common middle names. */
const beginsWithSurname = (token: NameToken | undefined): boolean =>
  token !== undefined &&
  (token.marked ? token.surname : token.plainSurname) > 0 &&
  !COMMON_MIDDLE_NAMES_WITHOUT_MARKS.has(token.plain);
