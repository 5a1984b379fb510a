import type { OpenNotice } from '#shared/tables/open-notice.ts';
import type { Visit } from '../admit.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import type { ServePagesPorts } from '../ports.ts';
import { askedBy } from '../layout/list-view.tsx';
import { draftFor, keepSearch } from '../session/drafts.ts';

export const NOTICES_PAGE = '/bank/notices';

/** The number of an account, its last digits, or an enterprise code: no pattern tells one from another. */
const NUMBER = /^[\dA-Z]{4,36}$/u;

/** What is sought among a bank's notices; an empty text is nothing. */
export interface Sought {
  readonly text: string;
  /** The text as it was typed, also where it can't be searched for. */
  readonly typed: string;
  readonly error?: string;
}

/** What was searched for, by the address of the list or of its workbook, or by a form that repeats the view. */
export async function soughtBy(visit: Visit, ports: ServePagesPorts): Promise<Sought> {
  const { event, officer } = visit;
  const ofList = { ...event, rawPath: NOTICES_PAGE, queryStringParameters: askedBy(visit) };
  const [search, reopened] = [await draftFor(ofList, officer, ports, 'search'), await draftFor(event, officer, ports)];
  const typed = search.get('find') ?? reopened.get('find') ?? '';
  const text = typed.replaceAll(/[\s.-]/gu, '').toUpperCase();
  if (text === '' || NUMBER.test(text)) return { text, typed };
  return { text: '', typed, error: 'Hãy ghi số tài khoản hoặc ít nhất 4 số cuối của nó, hoặc mã số doanh nghiệp.' };
}

/** Leads to the list of the notices that were searched for. */
export const findNotices = async (visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> =>
  seeOther(await keepSearch(NOTICES_PAGE, visit, ports));

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
