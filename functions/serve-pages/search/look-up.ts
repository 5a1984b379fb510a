import { POLICE } from '#shared/domain/notification/receiver.ts';
import {
  type FoundField,
  type SearchedCompany,
  searchCompanies,
} from '#shared/domain/vietnamese/search/search-companies.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { documentLink, phoneLink } from '#shared/tables/links.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { noticeSummaryOf, type OpenNotice } from '#shared/tables/open-notice.ts';
import type { OpenAccount } from '../bank-accounts/open-account.ts';
import type { ServePagesPorts } from '../ports.ts';
import type { LookUpQuery } from './look-up-query.ts';

/** Why a company is among the results. */
export interface WhyFound {
  readonly field: FoundField | 'document' | 'ring';
  /** The value that is like the searched text; the text itself where only a key was compared. */
  readonly value: string;
}

export interface FoundCompany {
  readonly enterpriseCode: string;
  readonly name: string;
  readonly why: WhyFound;
  readonly verdict: 'clear' | 'watch' | 'flagged' | undefined;
  readonly score: number | undefined;
  /** The id of the company's case, where the police have one. */
  readonly noticeId: string | undefined;
  /** The ring in the company's notice. */
  readonly ring: OpenNotice['summary']['ring'];
}

/** The result of a look-up, the best first. */
export interface LookUpResult {
  readonly companies: readonly FoundCompany[];
  readonly people: readonly Pick<PoliceRecord, 'documentNumber' | 'fullName' | 'dateOfBirth'>[];
  readonly account?: OpenAccount | undefined;
  /** Whether there are more companies than are shown. */
  readonly more: boolean;
}

export const MOST_FOUND = 20;
const MOST_PEOPLE = 20;
const AT_ONCE = 8;

/** What the keys of the tables find comes before what the text is like. */
export async function lookUp(asked: LookUpQuery, ports: ServePagesPorts): Promise<LookUpResult> {
  const [all, { found, people, account }] = await Promise.all([searchedAt('police', ports), foundByKeys(asked, ports)]);
  const names = new Map(all.map(({ enterpriseCode, name }) => [enterpriseCode, name]));
  const alike = searchCompanies(asked.text, all, MOST_FOUND + 1);
  const why = new Map<string, WhyFound>();
  const ofRing = asked.ring === undefined ? [] : await ringOf(asked.ring, all, ports);
  for (const { enterpriseCode, ...one } of [...ofRing, ...found, ...alike])
    if (!why.has(enterpriseCode)) why.set(enterpriseCode, one.why);
  const shown = [...why].slice(0, MOST_FOUND);
  const codes = shown.map(([code]) => code);
  const [assessed, notified] = await Promise.all([
    ports.assessments.of(codes),
    inParallel(codes, AT_ONCE, (code) => ports.notices.get(POLICE, noticeIdOf(POLICE, code))),
  ]);
  const companies = shown.map(([enterpriseCode, reason], place): FoundCompany => {
    const company = assessed.get(enterpriseCode);
    const notice = notified[place];
    return {
      enterpriseCode,
      name: company?.name ?? names.get(enterpriseCode) ?? '',
      why: reason,
      verdict: company?.verdict,
      score: company?.score,
      noticeId: notice?.noticeId,
      ring: notice && noticeSummaryOf(notice).ring,
    };
  });
  return { companies, people, account, more: why.size > MOST_FOUND };
}

/** The companies in the ring of the company that a text is most like. */
async function ringOf(
  text: string,
  all: readonly SearchedCompany[],
  { notices }: Pick<ServePagesPorts, 'notices'>,
): Promise<readonly KeyFound[]> {
  for (const { enterpriseCode, name } of searchCompanies(text, all, MOST_TRIED)) {
    const notice = await notices.get(POLICE, noticeIdOf(POLICE, enterpriseCode));
    const members = notice?.receiver === POLICE ? (notice.content.network?.members ?? []) : [];
    if (members.length > 0)
      return members.map((member) => ({ ...member, why: { field: 'ring', value: `${name} (${enterpriseCode})` } }));
  }
  return [];
}
/** The most companies whose ring is asked for, until one has a ring. */
const MOST_TRIED = 5;

type SearchedPorts = Pick<ServePagesPorts, 'assessments'>;

/** The companies with what a desk may find them by: an office by nothing that banks and the police know. */
export async function searchedAt(
  desk: 'police' | 'office',
  { assessments }: SearchedPorts,
): Promise<readonly SearchedCompany[]> {
  const all = await assessments.searched();
  return desk === 'police' ? all : all.map(withoutAccounts);
}

/** What an office may see of the companies that a text is like. */
export async function lookUpRegistered(
  { text }: LookUpQuery,
  ports: SearchedPorts,
): Promise<
  Pick<LookUpResult, 'more'> & { readonly companies: readonly Pick<FoundCompany, 'enterpriseCode' | 'name' | 'why'>[] }
> {
  const found = searchCompanies(text, await searchedAt('office', ports), MOST_FOUND + 1);
  return { companies: found.slice(0, MOST_FOUND), more: found.length > MOST_FOUND };
}

const withoutAccounts = (company: SearchedCompany): SearchedCompany => ({
  ...company,
  foundBy: company.foundBy.split('\n').slice(0, 2).join('\n'),
});

interface KeyFound {
  readonly enterpriseCode: string;
  readonly why: WhyFound;
}

async function foundByKeys(
  { text, document, phone, account, personKeys, addressKeys }: LookUpQuery,
  ports: ServePagesPorts,
): Promise<Pick<LookUpResult, 'people' | 'account'> & { readonly found: readonly KeyFound[] }> {
  const { links, hash, policeRecords, accounts } = ports;
  const companiesAt = async (values: readonly string[], field: WhyFound['field'], value = text) => {
    const codes = await inParallel(values, AT_ONCE, (one) => links.someCompaniesOf(one, MOST_FOUND + 1));
    return codes.flat().map((enterpriseCode): KeyFound => ({ enterpriseCode, why: { field, value } }));
  };
  const [numbered, named, known] = await Promise.all([
    document === undefined ? [] : policeRecords.byNumber(document),
    personKeys.length === 0 ? [] : policeRecords.search(personKeys),
    account && accounts.recorded(accountKeysOf(account, hash).accountRef),
  ]);
  const people = onceEach([...numbered, ...named]).slice(0, MOST_PEOPLE);
  const documents = document === undefined ? [] : [document];
  const found = await Promise.all([
    companiesAt(
      documents.map((number) => documentLink(number, hash)),
      'document',
    ),
    ...named
      .slice(0, MOST_PEOPLE)
      .map(({ documentNumber, fullName }) => companiesAt([documentLink(documentNumber, hash)], 'person', fullName)),
    companiesAt(phone === undefined ? [] : [`phone#${hash('phone', phone)}`, phoneLink(phone, hash)], 'phone'),
    companiesAt(
      addressKeys.map((key) => `address#${hash('address', key)}`),
      'address',
    ),
  ]);
  const holders = known?.registers.map(
    ({ enterpriseCode }): KeyFound => ({ enterpriseCode, why: { field: 'account', value: text } }),
  );
  return { people, account: known, found: [...(holders ?? []), ...found.flat()] };
}

const onceEach = (people: LookUpResult['people']): LookUpResult['people'] => [
  ...new Map(people.map((person) => [`${person.documentNumber} ${person.fullName}`, person])).values(),
];
