import { readNameWord, readWord } from '../person-name/read-name-word.ts';
import type { NameToken } from '../person-name/name-token.ts';
import { splitWords } from '../person-name/split-words.ts';
import { cleanText } from '../text/clean.ts';
import { type LegacyFont, repairLegacyFont } from '../text/legacy-fonts.ts';
import type { TypingMethod } from '../text/typing.ts';
import { LEADING_FORMS, type NamedForm, TRAILING_FORMS } from './legal-forms.ts';
import { takeTrades, type Trade } from './trades.ts';
import { type NameSegments, splitUnit, type UnitKind } from './units.ts';

/** Tên doanh nghiệp taken apart: a branch or office of a company, its legal form, its trades, its own name (tên riêng). */
export interface CompanyName {
  readonly unit: UnitKind;
  /** The branch or office of the company, where the name contains one. */
  readonly where: readonly NameToken[];
  readonly form: NamedForm | undefined;
  readonly trades: readonly Trade[];
  /** The own name (tên riêng), or the trades where there is no own name. */
  readonly brand: readonly NameToken[];
  /** The words after form, trades and brand. */
  readonly rest: readonly NameToken[];
  /** Every word in canonical lower case, as written. */
  readonly text: string;
  /** Whether the brand was typed with Vietnamese marks. */
  readonly marked: boolean;
  /** Mã số thuế written beside the name. */
  readonly taxCode: string | undefined;
  /** The old font or the typing method by which the name was read, if any. */
  readonly repairedFrom: LegacyFont | TypingMethod | undefined;
}

const DOTTED = /(?<![\p{L}\p{M}])(\p{L})\.(?=\p{L}(?![\p{L}\p{M}]))/gu;
const QUOTES = /[«»„“”‘‹›"]/gu;
/** The foreign or short name, or a former one, in brackets behind the name. */
const ASIDE =
  /(?<=\S ?)\((?:(?:tên|ten|viết tắt|gọi tắt|trước đây|nay là)\s[^()]{0,120}|(?![^()]{0,120}branch)[^()]{0,120}\b(?:ltd|jsc|company|corp|corporation|limited)\b[^()]{0,20})\)/giu;
const TAX_CODE = /\(?(?<!\p{L})(?:mst|msdn|mã số thuế|mã số dn)[: ]*(\d[\d .-]{8,})\)?/giu;
const BETWEEN_PARTS = /\s+[-–—]+\s*|\s*[-–—]+\s+|[–—(),;:]/u;
/** Short forms (`ĐT&XD`), which look like words of an old font. */
const CAPITALS = /(?<!\p{L})[BCDĐGHKLMNPQRSTVX]{2,}(?!\p{L})/gu;
/** Reads a law firm's form, as in `Công ty Luật TNHH X` (Luật Luật sư Art. 38), as a form and a trade. */
const LAW_FIRM =
  /^((?:công ty|cong ty|c\.?ty) )((?:luật|luat) )((?:tnhh|trách nhiệm hữu hạn|trach nhiem huu han|hợp danh|hop danh)(?: (?:mtv|một thành viên|mot thanh vien))? )/iu;
const LEADING_ZEROS = /(?<![\p{L}\d])0+(?=\d)/gu;

/** Parses a company's name from a form, a list or an account. It never throws; unrecognised words are the brand. */
export function parseCompanyName(raw: string): CompanyName {
  const repair = repairLegacyFont(raw.replace(CAPITALS, '')) && repairLegacyFont(raw);
  const cleaned = cleanText(repair?.text ?? raw);
  const text = prepare(cleaned);
  const asWritten = readParts(text, readWord);
  const recognised = takeForm(asWritten);
  const typed = recognised.form === undefined ? readParts(text, readNameWord) : asWritten;
  const { unit, where, form, foreign, rest } = recognised.form === undefined ? takeForm(typed) : recognised;
  const { trades, brand } = takeTrades(rest, { formed: form !== undefined, foreign });
  const words = typed.flat();
  return {
    unit,
    where,
    form,
    trades,
    brand,
    rest,
    text: words.map((token) => token.text).join(' '),
    marked: isMarked(brand, words),
    taxCode: taxCodeIn(cleaned),
    repairedFrom: repair?.font ?? words.find((token) => token.typed !== undefined)?.typed,
  };
}

const prepare = (cleaned: string): string =>
  cleaned
    .replace(QUOTES, ' ')
    .replace(DOTTED, '$1')
    .replace(ASIDE, ' ')
    .replace(TAX_CODE, ' ')
    .replace(LEADING_ZEROS, '')
    .replace(LAW_FIRM, '$1$3$2')
    .replaceAll('&', ' and ');

const taxCodeIn = (cleaned: string): string | undefined => {
  const [found] = cleaned.matchAll(TAX_CODE);
  return found?.[1]?.replaceAll(/\D/gu, '');
};

const readParts = (text: string, read: (word: string) => readonly NameToken[]): NameSegments =>
  text
    .split(BETWEEN_PARTS)
    .map((part) => splitWords(part).flatMap(read))
    .filter((part) => part.length > 0);

/**
 * Whether a brand is intended without marks, because the rest of the name has marks and each word of the brand is
 * possible without (`phat` would need a tone).
 */
const isMarked = (brand: readonly NameToken[], all: readonly NameToken[]): boolean => {
  if (brand.some((token) => token.marked)) return true;
  return all.some((token) => token.marked) && brand.every((token) => token.valid || !token.couldBe);
};

interface Formed extends Pick<CompanyName, 'unit' | 'where' | 'form' | 'rest'> {
  /** Whether the name has no Vietnamese form, so that its trades may be English. */
  readonly foreign: boolean;
}

/**
 * Reads the form before or after the name. `Tổng công ty X - CTCP` has both, but a `Co` after a Vietnamese form belongs
 * to the brand.
 */
const takeForm = (name: NameSegments): Formed => {
  const { unit, where, company } = splitUnit(name);
  const tokens = company.flat();
  const marked = tokens.some((token) => token.marked);
  const leading = LEADING_FORMS.at(tokens, 0, marked);
  const own = tokens.slice(leading?.words.length ?? 0);
  const last = TRAILING_FORMS.atEnd(own, marked);
  const trailing = leading !== undefined && last?.form === 'CTY' ? undefined : last;
  const form = leading === undefined || leading.form === 'CTY' ? (trailing?.form ?? leading?.form) : leading.form;
  const rest = own.slice(0, own.length - (trailing?.words.length ?? 0));
  return { unit, where, form, foreign: leading === undefined, rest: plainWords(rest, marked) };
};

const COUNTRY = ['việt', 'nam'].flatMap(readWord);
const COUNTRY_BARE = ['viet', 'nam'].flatMap(readWord);
/** Roman numerals, without those that are also words or brands: V, VI, X. */
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', '', '', 'vii', 'viii', 'ix'];

/** Writes `VN` and `Vietnam` in full, and `số 1`, `số I` and a last `I` as `1`. */
const plainWords = (rest: readonly NameToken[], marked: boolean): readonly NameToken[] =>
  rest.flatMap((token, index) => {
    if (index > 0 && (token.text === 'vn' || token.text === 'vietnam')) return marked ? COUNTRY : COUNTRY_BARE;
    if (index > 0 && index === rest.length - 1 && ROMAN.indexOf(token.text) > 0)
      return readWord(String(ROMAN.indexOf(token.text)));
    const next = rest[index + 1]?.text ?? '';
    if (rest[index - 1]?.plain === 'so' && ROMAN.indexOf(token.text) > 0)
      return readWord(String(ROMAN.indexOf(token.text)));
    return token.plain === 'so' && (/^\d/.test(next) || ROMAN.indexOf(next) > 0) ? [] : [token];
  });
