import { normaliseEmail } from '#shared/domain/vietnamese/email.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';
import type { Reader, CellResult } from '../column.ts';
import { cellText } from '#shared/tabular/cell.ts';
import { readDigits } from './digits.ts';
import { cellFault } from './text.ts';

/** All phone numbers of a cell, `0xxxxxxxxx`. */
export const readPhones: Reader<readonly string[]> = (cell) => {
  const digits = readDigits(cell);
  if (!digits.ok) return digits;
  const phones = parsePhones(digits.value);
  if (phones.length === 0) return { ok: false, code: /\d/u.test(digits.value) ? 'length' : 'characters' };
  return { ok: true, value: phones, repair: lostZero(digits.value, phones) };
};

/** The first phone number of a cell; others in it are reported. */
export const readPhone: Reader<string> = (cell) => {
  const phones = readPhones(cell);
  if (!phones.ok) return phones;
  const [first, ...others] = phones.value;
  if (first === undefined) return { ok: false, code: 'length' };
  if (others.length === 0) return { ok: true, value: first, repair: phones.repair };
  return { ok: true, value: first, repair: { proposed: first, why: 'Ô có nhiều số điện thoại, chỉ dùng số đầu.' } };
};

export const readEmail: Reader<string> = (cell) => {
  if (typeof cell === 'object') return 'error' in cell ? cellFault(cell.error) : { ok: false, code: 'characters' };
  const email = normaliseEmail(cellText(cell));
  return email === undefined ? { ok: false, code: 'characters' } : { ok: true, value: email };
};

/** A spreadsheet's number lost its leading 0; the restored number must pass the check of prefix and length. */
const lostZero = (text: string, phones: readonly string[]): (CellResult<string> & { ok: true })['repair'] => {
  const [only] = phones;
  if (phones.length !== 1 || only === undefined || !/^[1-9]/u.test(text) || only.slice(1) !== text.replace(/\D/gu, ''))
    return undefined;
  return { proposed: only, why: 'Số điện thoại bị mất số 0 ở đầu, đã thêm lại.' };
};
