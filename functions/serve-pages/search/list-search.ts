import { searchCompanies } from '#shared/domain/vietnamese/search/search-companies.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { bankOfVisit } from '../session/bank-of-visit.ts';
import { seeOther } from '../http/answer.ts';
import { enterLookUp, searchedText } from '../log-shown.ts';
import { searchedAt } from './look-up.ts';
import { draftFor, keepSearch } from '../session/drafts.ts';
import { askedBy, type SearchedList } from '../layout/list-view.tsx';

/**
 * Leads to a list with what was searched for in it, once the log has it. @param widest what the address adds to show all
 * entries
 */
export const findIn =
  (list: string, widest = '') =>
  async (visit: Visit, ports: ServePagesPorts) => {
    const text = visit.form.get('find')?.trim() ?? '';
    const [, folder = ''] = list.split('/');
    const desk =
      folder === 'bank' ? bankOfVisit(visit) : folder === 'office' || folder === 'province' ? folder : POLICE;
    if (text !== '') await enterLookUp({ ...searchedText(text, ports), purpose: 'list' }, desk, visit, ports);
    return seeOther(`${await keepSearch(list, visit, ports)}${widest}`);
  };

/** What was searched for, by the address of the list or of its workbook, or by a form that repeats the view. */
export async function typedIn(list: string, visit: Visit, ports: Pick<ServePagesPorts, 'sessions'>): Promise<string> {
  const { event, officer, form } = visit;
  const ofList = { ...event, rawPath: list, queryStringParameters: askedBy(visit) };
  const search = await draftFor(ofList, officer, ports, 'search');
  return (search.get('find') ?? form.get('find') ?? '').trim();
}

interface Listed {
  readonly enterpriseCode: string;
  readonly name: string;
}

/** The entries of a list whose companies a text is like, compared as the search of the same desk compares them. */
export async function companiesIn<T>(
  list: string,
  entries: readonly T[],
  companyOf: (entry: T) => Listed,
  visit: Visit,
  ports: Pick<ServePagesPorts, 'sessions' | 'assessments'>,
): Promise<SearchedList<T> | undefined> {
  const typed = await typedIn(list, visit, ports);
  if (typed === '') return undefined;
  const all = await searchedAt(list.startsWith('/office') ? 'office' : 'police', ports);
  const foundBy = new Map(all.map((one) => [one.enterpriseCode, one.foundBy]));
  const listed = new Map(entries.map(companyOf).map((one) => [one.enterpriseCode, one]));
  const asked = [...listed.values()].map((one) => ({ ...one, foundBy: foundBy.get(one.enterpriseCode) ?? '' }));
  const found = searchCompanies(typed, asked, asked.length).map(({ enterpriseCode }) => enterpriseCode);
  const places = new Map(found.map((code, place) => [code, place]));
  return { typed, placeOf: (one) => places.get(companyOf(one).enterpriseCode) };
}
