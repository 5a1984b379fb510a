import { PROVINCES } from '#shared/domain/vietnamese/data/provinces.ts';
import { addDays, addMonths, type BirthDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { DocumentType, Gender } from './registration.ts';
import { digitsFromSpreadsheet } from '#shared/domain/vietnamese/spreadsheet-number.ts';

type DocumentFault = 'empty' | 'characters' | 'length' | 'province';

export type DocumentNumber =
  | { readonly ok: true; readonly number: string; readonly repaired: boolean }
  | { readonly ok: false; readonly why: DocumentFault };

/**
 * The other values of the row, which a repair must not contradict. `numericCell` is true for a number, which has no
 * leading zeros, and false for a text.
 */
export interface DocumentHint {
  readonly dateOfBirth?: BirthDate | undefined;
  readonly numericCell?: boolean | undefined;
}

/** The parts of a personal number. `birthYear` has four digits, `provinceCode` three (1xx and up: born abroad). */
export interface PersonalNumber {
  readonly provinceCode: string;
  readonly gender: Gender;
  readonly birthYear: number;
}

/** The day, or `'never'`. */
export type CardExpiry = string;

const SEPARATORS = /[\s.\-–']/g;
const DIGITS = /^\d+$/;
const PERSONAL = /^\d{12}$/;
const PASSPORT = /^(?=.*\d)[0-9A-Z]{5,20}$/;
const OLDEST_PLAUSIBLE_YEAR = 1925;
const YOUNGEST_PLAUSIBLE_YEAR = 2030;
const REISSUE_AGES = [14, 25, 40, 60] as const;

/**
 * Checks a document number (số giấy tờ): CCCD and CC have 12 digits, CMND 9 (or 12), a passport up to 20 letters and
 * digits. Leading zeros that a spreadsheet dropped are restored where length, province and birth year agree; a number
 * that begins with 0 has lost none.
 */
export function parseDocumentNumber(type: DocumentType, text: string, hint: DocumentHint = {}): DocumentNumber {
  if (type !== 'HC' && PERSONAL.test(text)) return personal(text);
  const compact = digitsFromSpreadsheet(text.trim())?.replace(SEPARATORS, '');
  if (compact === undefined) return fault('characters');
  if (compact === '') return fault('empty');
  if (type === 'HC') return passport(compact.toUpperCase());
  if (!DIGITS.test(compact)) return fault('characters');
  if (compact.length === 12) return personal(compact);
  if (type === 'CMND' && compact.length === 9) return { ok: true, number: compact, repaired: false };
  return restoreZeros(type, compact, hint);
}

/**
 * The parts of a 12-digit personal number (số định danh cá nhân, Luật Căn cước 26/2023 Art. 12): province of birth
 * registration, century and gender, year. Undefined for anything else, and for unknown provinces.
 */
export function readPersonalNumber(number: string): PersonalNumber | undefined {
  if (!PERSONAL.test(number)) return undefined;
  const provinceCode = number.slice(0, 3);
  if (number.startsWith('0') && !PROVINCES.has(provinceCode)) return undefined;
  const century = Number(number[3]);
  return {
    provinceCode,
    gender: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(number.slice(4, 6)),
  };
}

/**
 * The day on which a card expires (Luật Căn cước 26/2023 Art. 21): cards are reissued at 14, 25, 40 and 60, and a card
 * of the last two years before such an age is valid until the next one. `'never'` after 60; undefined for a birth year
 * alone.
 */
export function cardExpiry(dateOfBirth: BirthDate, issuedOn: IsoDate): CardExpiry | undefined {
  if (dateOfBirth.length !== 10 || issuedOn < dateOfBirth) return undefined;
  const age = REISSUE_AGES.find((reissue) => issuedOn < birthday(dateOfBirth, reissue - 2));
  return age === undefined ? 'never' : birthday(dateOfBirth, age);
}

/** Masks a number except its last 4 characters, as public notices do (NĐ 252/2026 Art. 7). */
export function maskNumber(number: string): string {
  if (number === '') return '';
  return number.length <= 4 ? '****' : `****${number.slice(-4)}`;
}

/**
 * A birthday on 29 February falls on 1 March in other years, so an age is reached on the day after the last day below
 * it.
 */
function birthday(dateOfBirth: IsoDate, age: number): IsoDate {
  const day = addMonths(dateOfBirth, age * 12);
  return day.slice(8) === dateOfBirth.slice(8) ? day : addDays(day, 1);
}

function personal(number: string): DocumentNumber {
  return number.startsWith('000') ? fault('province') : { ok: true, number, repaired: false };
}

function passport(number: string): DocumentNumber {
  if (number.length > 20 || number.length < 5) return fault('length');
  return PASSPORT.test(number) ? { ok: true, number, repaired: false } : fault('characters');
}

function restoreZeros(type: DocumentType, digits: string, hint: DocumentHint): DocumentNumber {
  if (digits.startsWith('0')) return fault('length');
  if (digits.length === 10 || digits.length === 11) return restorePersonal(digits, hint);
  if (type !== 'CMND' || digits.length !== 8 || hint.numericCell === false) return fault('length');
  return { ok: true, number: `0${digits}`, repaired: true };
}

/**
 * In a text two lost zeros are rarer than a forgotten digit, so the birth year must agree. For one zero, or for a
 * numeric cell, the year only has to be possible, because a number of another person differs in its year.
 */
function restorePersonal(digits: string, hint: DocumentHint): DocumentNumber {
  const number = digits.padStart(12, '0');
  const parts = readPersonalNumber(number);
  if (!parts) return fault('length');
  const declared = hint.dateOfBirth === undefined ? undefined : Number(hint.dateOfBirth.slice(0, 4));
  const plausible = parts.birthYear >= OLDEST_PLAUSIBLE_YEAR && parts.birthYear <= YOUNGEST_PLAUSIBLE_YEAR;
  const agrees = declared === undefined ? plausible : declared === parts.birthYear;
  const mayDisagree = digits.length === 11 || hint.numericCell === true;
  if (!agrees && !(mayDisagree && plausible)) return fault('length');
  return { ok: true, number, repaired: true };
}

function fault(why: DocumentFault): DocumentNumber {
  return { ok: false, why };
}
