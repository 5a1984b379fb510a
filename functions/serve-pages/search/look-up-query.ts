import { recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import { addressKeys, possibleAddressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { parseBirthDate } from '#shared/domain/vietnamese/dates.ts';
import { findInstitution, parseAccountNumber } from '#shared/domain/vietnamese/financial-institution.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';

/** The purposes of a look-up. */
export const LOOK_UP_PURPOSES: Readonly<Record<string, string>> = {
  case: 'Xác minh một vụ việc đang xử lý',
  report: 'Tin báo, tố giác',
  request: 'Yêu cầu của cơ quan khác',
  review: 'Xem lại theo khiếu nại',
};

/** What a searched text may be; the tables find each of these by keys alone. */
export interface LookUpQuery {
  readonly text: string;
  /** The number of a document, where the text may be one. */
  readonly document?: string | undefined;
  readonly phone?: string | undefined;
  readonly account?: { readonly bank: string; readonly accountNumber: string } | undefined;
  /** The keys of a person in the police's data; none without a birth date or year. */
  readonly personKeys: readonly string[];
  readonly addressKeys: readonly string[];
  /** What one company of a sought ring is like. */
  readonly ring?: string | undefined;
}

const LONGEST = 300;
const DOCUMENT = /^(?:\d{9}|\d{12}|[A-Z]\d{7,8})$/u;
const RING = /^nh[óo]m\s+(?<member>.+)$/iu;
const PERSON_BORN = /^(?<name>\D+?)[\s,(]*(?<born>(?:\d{1,2}[/.-]){0,2}(?:19|20)\d{2})\)?$/u;

/** Reads a searched text in every way that it may be meant; undefined where it is empty or too long. */
export function readLookUpQuery(typed: string | null): LookUpQuery | undefined {
  const text = typed?.trim() ?? '';
  if (text === '' || text.length > LONGEST) return undefined;
  const compact = text.replaceAll(/[\s.-]/gu, '').toUpperCase();
  const { name, born } = PERSON_BORN.exec(text)?.groups ?? {};
  const dateOfBirth = parseBirthDate(born ?? '');
  const address = /\d/u.test(compact) && !/^\d+$/u.test(compact) ? parseAddress(text) : undefined;
  return {
    text: name !== undefined && dateOfBirth !== undefined ? name : text,
    document: DOCUMENT.test(compact) ? compact : undefined,
    phone: parsePhones(text)[0],
    account: accountIn(text),
    personKeys: name === undefined || dateOfBirth === undefined ? [] : recordKeys({ fullName: name, dateOfBirth }),
    ring: RING.exec(text.normalize())?.groups?.['member'],
    addressKeys: address ? [...new Set([...addressKeys(address), ...possibleAddressKeys(address)])] : [],
  };
}

/** The account of a number that is written with its bank. */
function accountIn(text: string): LookUpQuery['account'] {
  const [number = ''] = /[\dA-Z][\d.-]{5,}(?:\s\d+)*/u.exec(text) ?? [];
  const bank = findInstitution(text.replace(number, '').replaceAll(/[,:]/gu, ' ').trim());
  const accountNumber = bank && parseAccountNumber(bank, number);
  return accountNumber === undefined ? undefined : { bank: bank?.id ?? '', accountNumber };
}
