import type { Registration } from '#shared/domain/identity/registration.ts';
import type { DeclaredOwner, Holding } from '#shared/domain/risk/owners/holding.ts';
import type { OwnersAsked } from '#shared/domain/risk/owners/persons-behind.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { DeclaredPerson, PersonRole } from '#shared/domain/identity/registration.ts';
import { isCompanyCode } from '#shared/runtime/party-ref.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Companies } from '#shared/tables/companies.ts';
import type { RecordedCompany } from '#shared/tables/company-item.ts';

/** More organisations behind a company are left out, so that nobody's list makes an assessment long. */
const MOST_ORGANISATIONS = 200;
const READS_AT_ONCE = 8;
const WHOLE = 100;

/** What a company declared of its owners, with its members and those of all organisations behind it. */
export async function gatherOwners(
  { enterpriseCode, legalForm, registeredOn, amendedOn = registeredOn, people }: Registration,
  { holdings, declaredOwners }: Pick<RecordedCompany, 'holdings' | 'declaredOwners'>,
  { asOf, changes, heard }: Pick<CompanyFacts, 'asOf' | 'changes'> & Pick<OwnersAsked, 'heard'>,
  companies: Pick<Companies, 'holdings'>,
): Promise<OwnersAsked> {
  const inRole = (role: PersonRole) => people.filter((person) => person.role === role).map(holderOf);
  const sole = inRole('owner').map(
    (holder, _, all): Holding => ({ holder, share: WHOLE / all.length, since: amendedOn }),
  );
  const members = holdings.length === 0 ? sole : holdings;
  const named = inRole('beneficial_owner').map((holder): DeclaredOwner => ({ holder, declaredOn: amendedOn }));
  return {
    enterpriseCode,
    legalForm,
    registeredOn,
    changedOn: [...changes.map(({ on }) => on), amendedOn],
    holdings: await withOrganisations(enterpriseCode, members, companies),
    declared: declaredOwners.length === 0 ? named : declaredOwners,
    partners: inRole('general_partner'),
    heard,
    asOf,
  };
}

const holderOf = ({ fullName, documentNumber, dateOfBirth }: DeclaredPerson) =>
  ({ kind: 'person', name: fullName, number: documentNumber, dateOfBirth }) as const;

/** Each organisation is read once, so that companies which hold each other end the search. */
async function withOrganisations(
  enterpriseCode: string,
  members: readonly Holding[],
  companies: Pick<Companies, 'holdings'>,
): Promise<OwnersAsked['holdings']> {
  const found = new Map([[enterpriseCode, members]]);
  const seen = new Set([enterpriseCode]);
  let level = members;
  while (level.length > 0 && seen.size <= MOST_ORGANISATIONS) {
    const codes = level.flatMap(({ holder }) => (isParent(holder) && !seen.has(holder.number) ? holder.number : []));
    const next = [...new Set(codes)].sort().slice(0, MOST_ORGANISATIONS);
    for (const code of next) seen.add(code);
    const read = await inParallel(next, READS_AT_ONCE, async (code) => [code, await companies.holdings(code)] as const);
    for (const [code, own] of read) if (own.length > 0) found.set(code, own);
    level = read.flatMap(([, own]) => own);
  }
  return found;
}

const isParent = ({ kind, number }: Holding['holder']): boolean => kind === 'organisation' && isCompanyCode(number);
