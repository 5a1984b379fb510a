import { companyNameKey } from '#shared/domain/vietnamese/company-name/company-name-key.ts';
import { recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import type { OpenAccount } from '../bank-accounts/open-account.ts';
import { documentLink, phoneLink } from '#shared/tables/links.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { ServePagesPorts } from '../ports.ts';
import type { LookUpQuery } from './look-up-query.ts';

export interface FoundCompany {
  readonly enterpriseCode: string;
  readonly name: string;
  readonly verdict: 'clear' | 'watch' | 'flagged' | undefined;
  readonly score: number | undefined;
  /** The id of the company's case, where the police have one. */
  readonly noticeId: string | undefined;
}

/** The result of a look-up. */
export interface LookUpResult {
  readonly companies: readonly FoundCompany[];
  readonly people: readonly Pick<PoliceRecord, 'documentNumber' | 'fullName' | 'dateOfBirth'>[];
  readonly account?: OpenAccount | undefined;
  /** Whether there are more companies than are shown. */
  readonly more: boolean;
}

const MOST = 50;
const MOST_PEOPLE = 20;
const AT_ONCE = 8;

/** Answers a query by keyed hashes and indexes, and never scans a table. */
export async function lookUp(asked: LookUpQuery, ports: ServePagesPorts): Promise<LookUpResult> {
  const { codes, people = [], account } = await matches(asked, ports);
  const distinct = [...new Set(codes)].sort();
  const shown = distinct.slice(0, MOST);
  const [assessed, notified] = await Promise.all([
    ports.assessments.of(shown),
    inParallel(shown, AT_ONCE, (code) => ports.notices.get(POLICE, noticeIdOf(POLICE, code))),
  ]);
  const companies = shown.flatMap((enterpriseCode, place): FoundCompany[] => {
    const company = assessed.get(enterpriseCode);
    const notice = notified[place];
    if (!company && !notice && asked.kind === 'company') return [];
    return [
      {
        enterpriseCode,
        name: company?.name ?? '',
        verdict: company?.verdict,
        score: company?.score,
        noticeId: notice?.noticeId,
      },
    ];
  });
  return { companies, people, account, more: distinct.length > MOST };
}

async function matches(
  asked: LookUpQuery,
  ports: ServePagesPorts,
): Promise<{ codes: readonly string[]; people?: LookUpResult['people']; account?: OpenAccount | undefined }> {
  const { links, hash, policeRecords } = ports;
  const companiesAt = async (values: readonly string[]) =>
    (await inParallel(values, AT_ONCE, (value) => links.someCompaniesOf(value, MOST + 1))).flat();
  switch (asked.kind) {
    case 'company': {
      if (asked.code !== undefined) return { codes: [asked.code] };
      const named = await ports.assessments.named(companyNameKey(asked.name ?? ''), MOST + 1);
      return { codes: named.map(({ enterpriseCode }) => enterpriseCode) };
    }
    case 'document': {
      const [codes, people] = await Promise.all([
        companiesAt([documentLink(asked.value, hash)]),
        policeRecords.byNumber(asked.value),
      ]);
      return { codes, people: onceEach(people) };
    }
    case 'person': {
      const people = onceEach(await policeRecords.search(recordKeys(asked))).slice(0, MOST_PEOPLE);
      return {
        codes: await companiesAt(people.map(({ documentNumber }) => documentLink(documentNumber, hash))),
        people,
      };
    }
    case 'phone':
      return { codes: await companiesAt([`phone#${hash('phone', asked.value)}`, phoneLink(asked.value, hash)]) };
    case 'address':
      return { codes: await companiesAt(asked.keys.map((key) => `address#${hash('address', key)}`)) };
    case 'account': {
      const account = await ports.accounts.recorded(accountKeysOf(asked, hash).accountRef);
      return { codes: account?.registers.map(({ enterpriseCode }) => enterpriseCode) ?? [], account };
    }
  }
}

const onceEach = (people: LookUpResult['people']): LookUpResult['people'] => [
  ...new Map(people.map((person) => [`${person.documentNumber} ${person.fullName}`, person])).values(),
];
