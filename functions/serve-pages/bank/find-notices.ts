import type { OpenNotice } from '#shared/tables/open-notice.ts';
import type { Visit } from '../admit.ts';
import type { ServePagesPorts } from '../ports.ts';
import { findIn, typedIn } from '../layout/list-search.tsx';

export const NOTICES_PAGE = '/bank/notices';
export const findNotices = findIn(NOTICES_PAGE);

/** The number of an account, its last digits, or an enterprise code: no pattern tells one from another. */
const NUMBER = /^[\dA-Z]{4,36}$/u;

/** What is sought among a bank's notices; an empty text is nothing. */
export interface Sought {
  readonly text: string;
  /** The text as it was typed, also where it can't be searched for. */
  readonly typed: string;
  readonly error?: string;
}

export async function soughtBy(visit: Visit, ports: ServePagesPorts): Promise<Sought> {
  const typed = await typedIn(NOTICES_PAGE, visit, ports);
  const text = typed.replaceAll(/[\s.-]/gu, '').toUpperCase();
  if (text === '' || NUMBER.test(text)) return { text, typed };
  return { text: '', typed, error: 'Hãy ghi số tài khoản hoặc ít nhất 4 số cuối của nó, hoặc mã số doanh nghiệp.' };
}

const withoutZeros = (number: string) => number.replace(/^0+/u, '');

/** Whether a notice is about a sought account or company. Zeros at the start of a number may be lost. */
export function isSought(
  { accountNumber = '', enterpriseCode }: Pick<OpenNotice['summary'], 'accountNumber' | 'enterpriseCode'>,
  { text }: Sought,
): boolean {
  const codes = enterpriseCode === undefined ? [] : [enterpriseCode.replaceAll('-', '')];
  return (
    accountNumber.endsWith(text) || [accountNumber, ...codes].some((one) => withoutZeros(one) === withoutZeros(text))
  );
}
