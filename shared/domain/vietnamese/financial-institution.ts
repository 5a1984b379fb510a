import { BANKS } from './data/banks.ts';
import { WALLETS } from './data/wallets.ts';
import { parsePhones } from './phone.ts';
import { digitsFromSpreadsheet } from './spreadsheet-number.ts';
import { foldMarks } from './text/fold.ts';

/** A bank (`id` = BIN) or a wallet provider (`id` = its key). */
export interface FinancialInstitution {
  readonly id: string;
  readonly name: string;
  readonly kind: 'bank' | 'wallet';
}

const LONGEST_ACCOUNT = 36;
const ACCOUNT = /^[0-9A-Z]{3,36}$/;
/** Words around the name of an institution that do not distinguish it. */
const AROUND_BANK =
  /\b(?:ngan hang|nhtmcp|nhtm|nh|thuong mai co phan|tm ?cp|thuong mai|cong ty|co phan|cp|(?:trach nhiem huu han|tnhh)(?: (?:mtv|mot thanh vien))?)\b/g;
const AROUND_WALLET = /^(?:vi dien tu|vi)\b|\bwallet$/g;
const BRANCH = /\b(?:chi nhanh|cn|phong giao dich|pgd|tinh)\b.*$/;

const BY_NAME = indexNames();

/** All BINs and wallets' keys, each once. */
export const INSTITUTION_IDS: readonly string[] = [
  ...new Set([...BANKS.map(([bin = '']) => bin), ...WALLETS.map(([key]) => key)]),
];

/**
 * Finds the institution of a BIN, a code, or a short or full name, with or without marks, "Ngân hàng", TMCP and a
 * branch. Old names of renamed banks give the same id. Undefined for other texts.
 */
export function findInstitution(text: string): FinancialInstitution | undefined {
  const exact = BY_NAME.get(text);
  if (exact) return exact;
  const folded = foldMarks(digitsFromSpreadsheet(text.trim()) ?? '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
  return (
    BY_NAME.get(squeeze(folded)) ??
    BY_NAME.get(coreOf(folded)) ??
    BY_NAME.get(coreOf(folded.replace(BRANCH, ''))) ??
    bracketed(text)
  );
}

/**
 * Reads an account number (số tài khoản) as a key: at most 36 digits (or letters where a bank allows an alias) without
 * spaces, dots and hyphens, with leading zeros. A wallet's phone number is written in national form. Undefined for
 * other texts.
 */
export function parseAccountNumber(institution: FinancialInstitution, text: string): string | undefined {
  if (institution.kind === 'wallet') {
    const phones = parsePhones(text);
    if (phones.length === 1) return phones[0];
  }
  const compact = (digitsFromSpreadsheet(text.trim().replace(/^'/, '')) ?? '')
    .replaceAll(/[\s.\-–]/g, '')
    .toUpperCase();
  if (compact.length > LONGEST_ACCOUNT || !ACCOUNT.test(compact) || !/\d/.test(compact)) return undefined;
  return compact;
}

/**
 * Whether a number looks like a payment card's, which must never be stored: 16 digits, a card scheme's prefix and a
 * valid Luhn digit.
 */
export function looksLikeCard(accountNumber: string): boolean {
  if (!/^(?:4\d{3}|5[1-5]\d{2}|9704)\d{12}$/.test(accountNumber)) return false;
  let sum = 0;
  for (let index = 0; index < 16; index += 1) {
    const digit = Number(accountNumber[index]) * (index % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/**
 * Finds the institution that the parts of a text agree on, as in `Ngân hàng Ngoại thương (Vietcombank)` or `970436 -
 * Vietcombank`.
 */
function bracketed(text: string): FinancialInstitution | undefined {
  const pieces = text.split(/[()\-–:,]/).map((piece) =>
    foldMarks(piece)
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  if (pieces.length < 2) return undefined;
  const found = pieces.flatMap((piece) => BY_NAME.get(squeeze(piece)) ?? BY_NAME.get(coreOf(piece)) ?? []);
  return found.every(({ id }) => id === found[0]?.id) ? found[0] : undefined;
}

function indexNames(): ReadonlyMap<string, FinancialInstitution> {
  const index = new Map<string, FinancialInstitution>();
  const put = (names: readonly string[], institution: FinancialInstitution) => {
    for (const name of names) {
      const folded = foldMarks(name)
        .replaceAll(/[^a-z0-9]+/g, ' ')
        .trim();
      for (const key of [name, squeeze(folded), coreOf(folded)]) {
        if (key !== '' && !index.has(key)) index.set(key, institution);
      }
    }
  };
  for (const [bin = '', code = '', shortName = ''] of BANKS)
    put([bin, shortName, code], { id: bin, name: shortName, kind: 'bank' });
  for (const [key, brand, ...aliases] of WALLETS)
    put([key, brand, ...aliases], { id: key, name: brand, kind: 'wallet' });
  for (const [bin = '', , shortName = '', ...names] of BANKS) put(names, { id: bin, name: shortName, kind: 'bank' });
  return index;
}

function squeeze(folded: string): string {
  return folded.replaceAll(' ', '');
}

function coreOf(folded: string): string {
  const core = folded.replaceAll(AROUND_BANK, ' ').replace(/\s+/g, ' ').trim().replaceAll(AROUND_WALLET, '');
  return squeeze(core.replace(/ (?:viet nam|vn)$/, ''));
}
