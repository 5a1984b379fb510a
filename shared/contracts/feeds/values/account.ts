import { findInstitution, looksLikeCard, parseAccountNumber } from '#shared/domain/vietnamese/financial-institution.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';
import { looksRounded } from '#shared/domain/vietnamese/spreadsheet-account-number.ts';
import type { Column, Reader, CellResult } from '../column.ts';
import type { FeedSource, NamedAccount } from '../feed-record.ts';
import type { RowReader } from '../row-reader.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';
import { readDigits, readCodeDigits } from './digits.ts';
import { memoisedReader } from './memoised-reader.ts';

type Institution = NonNullable<ReturnType<typeof findInstitution>>;

/** Reads a bank (ngân hàng): a BIN, a short name or a wallet provider. */
const readInstitution: Reader<Institution> = memoisedReader((cell) => {
  const found = findInstitution(cellText(cell));
  return found === undefined ? { ok: false, code: 'unknown' } : { ok: true, value: found };
});

/**
 * Reads bank and number of an account, because a number identifies an account only with its bank. It rejects an account
 * of another bank than the sender.
 */
export function readAccount(
  row: RowReader,
  { bank, number }: { readonly bank: Column; readonly number: Column },
  source: FeedSource,
): NamedAccount | undefined {
  const institution = row.required(bank, readInstitution);
  if (institution === undefined) {
    row.required(number, readDigits);
    return undefined;
  }
  if (source.sender !== undefined && institution.id !== source.sender) row.reject(bank, 'not_yours');
  return row.required(number, (cell) => accountOf(institution, cell));
}

/** Two numbers of accounts in one cell, in two lines or beside each other: groups of one number have fewer digits. */
const SEVERAL = /\d[\s.–-]*[\r\n]\s*\d|(?<!\d)\d{6,}[\s.–-]+\d{6,}(?!\d)/u;
/** The currency of an account, which an alias would otherwise take for its letters. */
const WITH_CURRENCY = /^(?:vnd|vnđ|usd|eur)[\s.:-]*\d|\d[\s.-]*(?:vnd|vnđ|usd|eur)$/iu;

const accountOf = (institution: Institution, cell: Cell): CellResult<NamedAccount> => {
  if (typeof cell === 'string' && SEVERAL.test(cell)) return { ok: false, code: 'several' };
  if (typeof cell === 'string' && WITH_CURRENCY.test(cell.trim())) return { ok: false, code: 'characters' };
  const digits = readCodeDigits(cell);
  if (!digits.ok) return digits;
  const number = accountNumberOf(institution, digits.value.text);
  if (!number.ok) return number;
  // A wallet's number is a phone number, whose own check has restored the zero
  const isPhone = institution.kind === 'wallet' && parsePhones(number.value).length === 1;
  const written = !isPhone && (digits.value.ofSpreadsheet || looksRounded(number.value));
  const account = { bank: institution.id, accountNumber: number.value };
  return { ok: true, value: written ? { ...account, written: 'number' } : account, repair: number.repair };
};

/** Whether the number is a payment card's, which must not be stored in a register of accounts. */
const accountNumberOf = (institution: Institution, text: string): CellResult<string> => {
  const parsed = parseAccountNumber(institution, text);
  if (parsed === undefined) return { ok: false, code: /^[\d\s.-]*$/u.test(text) ? 'length' : 'characters' };
  if (looksLikeCard(parsed)) return { ok: false, code: 'card' };
  if (parsed !== `0${text}`) return { ok: true, value: parsed };
  return { ok: true, value: parsed, repair: { proposed: parsed, why: 'Số ví bị mất số 0 ở đầu, đã thêm lại.' } };
};
