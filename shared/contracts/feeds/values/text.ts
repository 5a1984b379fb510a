import { cleanText } from '#shared/domain/vietnamese/text/clean.ts';
import {
  decodeLegacyFont,
  type LegacyFont,
  type LegacyRepair,
  repairLegacyFont,
} from '#shared/domain/vietnamese/text/legacy-fonts.ts';
import { namesIn } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';
import { hasEscapedBytes, withoutEscapes } from '#shared/domain/vietnamese/text/escaped.ts';
import { isGarbled, isGarbledName, repairMojibake } from '#shared/domain/vietnamese/text/garbled.ts';
import type { Reader, CellResult } from '../column.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';

/** The character that replaces a byte which is invalid in its encoding. */
export const REPLACEMENT = '\uFFFD';
/**
 * Characters and sequences that occur in text of an old font but not in Vietnamese Unicode text: other signs, tones
 * separate from their letters, adjacent marked letters.
 */
const TRACES =
  /[\u0080-\u009F¡-¿Ä-ÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñö÷øûüþÿ\u20AB]|[\u0300-\u036F]|[aeAEöÖôÔ][àáâãèéêìíòóôõùúÀÁÂÃÉÊÕÙÚ]|[oO][âêìíòóôõùúÂÊÕÙÚ]|[uUyY][ùúõÙÚÕ]|[aeAEöÖôÔ][ăĂơƠ]|[oO][ăĂơƠ]|[uUyY][ăĂơƠ]|[a-z][À-Ý]/u;

/** Matches what needs no mending but of an old font: whole letters, without a sign of an escaped or a lost one. */
const PLAIN = /^[ !"#$'-<>@-[\]-~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]*$/u;

/**
 * Reads free text. Text that was typed in a TCVN3 or VNI font, or read in a wrong encoding, is converted to Unicode,
 * and the repair is reported.
 */
export const readText: Reader<string> = (cell, font) => wordsIn(cell, font, isGarbled);

/** Reads as `readText`, for a name or an address: a question mark beside a letter stands for a lost letter. */
export const readNameOrAddress: Reader<string> = (cell, font) => wordsIn(cell, font, isGarbledName);

/** A text with at most one letter, such as `-`, `x` or `0`, names nobody. */
const FEWEST_LETTERS = /\p{L}[^\p{L}]*\p{L}/u;

/** What a text file has of a formula that compares two names. */
const TRUTH = /^(?:true|false)$/iu;

/** Reads as `readName`, for the name of a person. */
export const readPersonName: Reader<string> = (cell, font) => {
  const read = readNameOrAddress(linesAsList(cell), font);
  return read.ok && (!FEWEST_LETTERS.test(read.value) || TRUTH.test(read.value))
    ? { ok: false, code: 'characters' }
    : read;
};

/** Two names on two lines of a cell would be read as one name. */
const linesAsList = (cell: Cell): Cell =>
  typeof cell === 'string' && /[\r\n]/u.test(cell) && namesIn(cell).length > 0
    ? cell.trim().replaceAll(/\s*[\r\n]+\s*/gu, '; ')
    : cell;

const wordsIn = (cell: Cell, font: LegacyFont | undefined, garbled: (text: string) => boolean): CellResult<string> => {
  if (typeof cell === 'object') return notText(cell);
  // A formula that compares two cells gives a truth value, which names nobody
  if (typeof cell === 'boolean') return { ok: false, code: 'characters' };
  const text = cellText(cell);
  if (font === undefined && typeof cell === 'string' && PLAIN.test(cell) && !TRACES.test(cell))
    return { ok: true, value: text };
  if (hasEscapedBytes(text)) return { ok: false, code: 'encoding' };
  const unescaped = typeof cell === 'string' ? withoutEscapes(cell) : undefined;
  if (unescaped !== undefined) return mended(cleanText(unescaped), 'Chữ có mã của trang web, đã đổi thành chữ.');
  const again = typeof cell === 'string' ? repairMojibake(cell) : undefined;
  if (again !== undefined) return mended(cleanText(again), 'Chữ đã bị đọc sai bảng mã, đã đọc lại đúng.');
  const legacy = typeof cell === 'string' ? legacyText(cell, font) : undefined;
  if (garbled(legacy?.text ?? (typeof cell === 'string' ? cell : text))) return { ok: false, code: 'encoding' };
  if (legacy === undefined) return { ok: true, value: text };
  const proposed = cleanText(legacy.text);
  if (proposed === text) return { ok: true, value: text };
  return mended(proposed, `Chữ gõ bằng phông ${legacy.font}, đã chuyển sang Unicode.`);
};

const mended = (proposed: string, why: string): CellResult<string> => ({
  ok: true,
  value: proposed,
  repair: { proposed, why },
});

/** The words of a cell in Unicode, for a look-up in a list of words. */
export function unicodeText(cell: Cell, font?: LegacyFont): string {
  const legacy = typeof cell === 'string' ? legacyText(cell, font) : undefined;
  return legacy === undefined ? cellText(cell) : cleanText(legacy.text);
}

/**
 * Examines the cell before cleaning, because cleaning drops the soft hyphen, which is a letter in TCVN3. The file's
 * known font is tried first.
 */
const legacyText = (text: string, font: LegacyFont | undefined): LegacyRepair | undefined => {
  const decoded = font === undefined ? undefined : decodeLegacyFont(text, font);
  if (font !== undefined && decoded !== undefined) return { text: decoded, font };
  return TRACES.test(text) ? repairLegacyFont(text) : undefined;
};

const notText = (cell: Exclude<Cell, string | number | boolean | undefined>): CellResult<string> =>
  'on' in cell ? { ok: true, value: cellText(cell) } : cellFault(cell.error);

/** Finds a failed formula's `#N/A`, a formula without its result, or a JSON list in place of a value. */
export function cellFault(error: string): { readonly ok: false; readonly code: 'formula' | 'uncomputed' | 'shape' } {
  if (error.startsWith('=')) return { ok: false, code: 'uncomputed' };
  return { ok: false, code: error.startsWith('#') ? 'formula' : 'shape' };
}
