import { PROVINCES } from './data/provinces.ts';
import { digitsFromSpreadsheet } from './spreadsheet-number.ts';

type EnterpriseCodeFault = 'empty' | 'characters' | 'length' | 'checksum' | 'serial' | 'suffix';

export type EnterpriseCode =
  | {
      readonly ok: true;
      readonly code: string;
      readonly kind: 'enterprise' | 'branch' | 'household';
      readonly repaired: boolean;
    }
  | { readonly ok: false; readonly why: EnterpriseCodeFault };

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;
const PLAIN = /^\d{10}$/;
const SEPARATORS = /[\s.\-–'/_]/g;
const HEADING = /^(?:mst|msdn|gpkd|đkkd|gcn ?đkdn|mã số(?: (?:thuế|doanh nghiệp|dn))?)[\s:.]*(?=\d)/i;
/** With two digits a dependent unit's code would have twelve, like a household business's number. */
const CUT_SUFFIX = /^\s*\d{9,10}\s*[-–/_]\s*(?:\d{1,2}|\d{4,})\s*$/;

/**
 * Checks an enterprise code (mã số doanh nghiệp), which is the tax code (TT 86/2024/TT-BTC Art. 5, NĐ 168/2025 Art. 8):
 * 10 digits of an enterprise, `10-3` of a dependent unit, 12 of a household business (số định danh cá nhân). Leading
 * zeros that a spreadsheet dropped are restored only where the check digit agrees, and `repaired` is then true.
 */
export function parseEnterpriseCode(text: string): EnterpriseCode {
  if (PLAIN.test(text)) return enterprise(text, false);
  const plain = text.normalize('NFKC').trim().replace(HEADING, '');
  if (CUT_SUFFIX.test(plain)) return fault('suffix');
  const digits = digitsFromSpreadsheet(plain)?.replace(SEPARATORS, '');
  if (digits === undefined) return fault('characters');
  if (digits === '') return fault('empty');
  if (!/^\d+$/.test(digits)) return fault('characters');
  switch (digits.length) {
    case 9:
      return lostZero(digits, isAllotted);
    case 10:
      return enterprise(digits, false);
    case 11:
      return lostZero(digits, isHousehold);
    case 12:
      return twelve(digits);
    case 13:
      return branch(digits, false);
    default:
      return fault('length');
  }
}

/** The code of the enterprise itself, also for one of its dependent units (`10-3`). */
export const parentCode = (code: string): string => code.replace(/-\d{3}$/u, '');

/** The check digit N10 of nine digits; undefined where the weighted sum leaves 0, because no such number is issued. */
export function enterpriseCheckDigit(nine: string): number | undefined {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index += 1) sum += (nine.charCodeAt(index) - 48) * (WEIGHTS[index] ?? 0);
  const remainder = sum % 11;
  return remainder === 0 ? undefined : 10 - remainder;
}

function enterprise(code: string, repaired: boolean): EnterpriseCode {
  const why = faultOfTen(code);
  return why === undefined ? { ok: true, code, kind: 'enterprise', repaired } : fault(why);
}

function branch(digits: string, repaired: boolean): EnterpriseCode {
  const parent = digits.slice(0, 10);
  const suffix = digits.slice(10);
  const why = faultOfTen(parent) ?? (suffix === '000' ? 'suffix' : undefined);
  return why === undefined ? { ok: true, code: `${parent}-${suffix}`, kind: 'branch', repaired } : fault(why);
}

/** Twelve digits are a personal number where they begin with 0, and otherwise may be a branch code that lost its zero. */
function twelve(digits: string): EnterpriseCode {
  if (!digits.startsWith('0')) {
    const padded = branch(`0${digits}`, true);
    if (padded.ok) return padded;
  }
  if (digits.startsWith('000')) return fault('serial');
  return { ok: true, code: digits, kind: 'household', repaired: false };
}

/** A number that begins with 0 has lost no leading zero, but some other digit. */
function lostZero(digits: string, proves: (padded: string) => boolean): EnterpriseCode {
  const code = `0${digits}`;
  if (digits.startsWith('0') || !proves(code)) return fault('length');
  return { ok: true, code, kind: code.length === 10 ? 'enterprise' : 'household', repaired: true };
}

function isAllotted(code: string): boolean {
  return faultOfTen(code) === undefined;
}

function isHousehold(number: string): boolean {
  return PROVINCES.has(number.slice(0, 3));
}

function faultOfTen(code: string): EnterpriseCodeFault | undefined {
  if (code.slice(2, 9) === '0000000') return 'serial';
  return enterpriseCheckDigit(code) === Number(code[9]) ? undefined : 'checksum';
}

function fault(why: EnterpriseCodeFault): EnterpriseCode {
  return { ok: false, why };
}
