import { parseEnterpriseCode } from '#shared/domain/vietnamese/enterprise-code.ts';
import { cellText } from '#shared/tabular/cell.ts';
import type { Reader } from '../column.ts';
import { readDigits } from './digits.ts';
import { cellFault, REPLACEMENT } from './text.ts';

/** The letters, digits and signs of hashes and references. */
const PSEUDONYM = /^[\p{L}\p{N}][\p{L}\p{N}._:/+=|-]*$/u;
const LONGEST = 128;

/**
 * Reads a pseudonym (mã) that another body assigned. It is kept exactly, because its case may matter and digits are no
 * number.
 */
export const readPseudonym: Reader<string> = (cell) => {
  if (typeof cell === 'number') return readDigits(cell);
  if (typeof cell === 'object') return 'on' in cell ? { ok: false, code: 'characters' } : cellFault(cell.error);
  const text = cellText(cell);
  if (text.includes(REPLACEMENT)) return { ok: false, code: 'encoding' };
  if (text.length > LONGEST) return { ok: false, code: 'too_long' };
  return PSEUDONYM.test(text) ? { ok: true, value: text } : { ok: false, code: 'characters' };
};

/**
 * Reads an enterprise code, or the reference of any other party as written, because a buyer may be a person or a
 * company elsewhere.
 */
export const readPartyCode: Reader<string> = (cell) => {
  const digits = readDigits(cell);
  const parsed = digits.ok ? parseEnterpriseCode(digits.value) : undefined;
  if (!parsed?.ok) return readPseudonym(cell);
  if (!parsed.repaired) return { ok: true, value: parsed.code };
  const why = 'Mã số bị mất số 0 ở đầu, đã thêm lại (đúng chữ số kiểm tra).';
  return { ok: true, value: parsed.code, repair: { proposed: parsed.code, why } };
};

/** A number that only an organisation has: a tax code of 10 or 13 digits, or one that is called so. */
const OF_ORGANISATION = /^\s*(?:mst|msdn|gpkd|đkkd|gcn|mã số)|^\s*\d{10}(?:\s*-?\s*\d{3})?\s*$/iu;

/** The number of the decision that founded a body without an enterprise code, such as `12/QĐ-UBND`. */
export const OF_DECISION = /^\d{1,5}\s*\/\s*\p{L}/u;

/** Whether a number can only be that of an organisation. */
export const isOfOrganisation = (number: string): boolean => OF_ORGANISATION.test(number) || OF_DECISION.test(number);
