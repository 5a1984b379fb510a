import type { OpenNotice } from '#shared/tables/open-notice.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { findIn, typedIn } from '../search/list-search.ts';

export const NOTICES_PAGE = '/bank/notices';
export const findNotices = findIn(NOTICES_PAGE);

/** The number of an account, a part of it, or an enterprise code: no pattern tells one from another. */
const NUMBER = /^(?=.*\d{4})[\dA-Z]{4,36}$/u;
/** A word of this many digits is a number of its own beside others. */
const OF_ITS_OWN = /\d{6}/u;

/** What is sought among a bank's notices; without numbers nothing is. */
export interface Sought {
  readonly numbers: readonly string[];
  /** The text as it was typed, also where it can't be searched for. */
  readonly typed: string;
  readonly error?: string;
}

const compact = (text: string) => text.replaceAll(/[^\p{L}\d]/gu, '').toUpperCase();

/** Reads what was typed or pasted as a number, the numbers in it, and those among words that each may be one. */
export async function soughtBy(visit: Visit, ports: ServePagesPorts): Promise<Sought> {
  const typed = await typedIn(NOTICES_PAGE, visit, ports);
  const inside = typed.match(/\d[^\p{L}]*/gu) ?? [];
  const words = typed.split(/\s+/u).filter((word) => OF_ITS_OWN.test(compact(word)));
  const numbers = [...new Set([typed, ...inside, ...words].map(compact))].filter((one) => NUMBER.test(one));
  if (numbers.length > 0 || typed === '') return { numbers, typed };
  return { numbers, typed, error: 'Hãy ghi số tài khoản hoặc ít nhất 4 số của nó, hoặc mã số doanh nghiệp.' };
}

const withoutZeros = (number: string) => number.replace(/^0+/u, '');

/**
 * The place of a notice among those that are sought: whole numbers, whose zeros at the start may be lost, before ends of
 * numbers and other parts. Undefined where it is not sought.
 */
export function soughtPlace(
  { accountNumber = '', enterpriseCode = '' }: Pick<OpenNotice['summary'], 'accountNumber' | 'enterpriseCode'>,
  { numbers }: Sought,
): number | undefined {
  const own = [accountNumber, enterpriseCode.replaceAll('-', '')].filter((one) => one !== '');
  const tests = [
    (one: string, number: string) => withoutZeros(one) === withoutZeros(number),
    (one: string, number: string) => one.endsWith(number),
    (one: string, number: string) => one.includes(number),
  ];
  const place = tests.findIndex((test) => own.some((one) => numbers.some((number) => test(one, number))));
  return place === -1 ? undefined : place;
}
