import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { countryCode } from '#shared/domain/vietnamese/country.ts';
import { KIND_NAMES } from '#shared/domain/risk/rings/kind-names.ts';
import { type DeclaredPerson, isAgent, type PersonRole, ROLE_LABELS } from '#shared/domain/identity/registration.ts';
import type { CaseAccount, CaseFile } from '#shared/domain/notification/dossier/case-file.ts';
import { companyKey, type ExportedCase, type MakeId, personKey } from './exported-case.ts';

/** An entity of FollowTheMoney, as a line of JSON: every value is a text in a list. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/**
 * Writes a case as entities of FollowTheMoney. A flag is a reason to investigate and no finding of crime, so no entity
 * has a topic of crime. The same case gives the same entities.
 */
export function ftmEntities({ notice, caseFile }: ExportedCase, makeId: MakeId): readonly FtmEntity[] {
  const idOf = (code: string) => makeId(companyKey(code));
  if (!caseFile) {
    const { enterpriseCode, name, registeredOn } = notice;
    return [
      entity(idOf(enterpriseCode), 'Company', {
        name,
        registrationNumber: enterpriseCode,
        incorporationDate: registeredOn,
        ...HOME,
      }),
    ];
  }
  const { registration, names } = caseFile;
  const own = idOf(registration.enterpriseCode);
  return [
    companyOf(own, caseFile),
    ...registration.people.flatMap((person) => personWithRole(person, registration, own, makeId)),
    ...caseFile.accounts.flatMap((account) => accountOf(account, own, makeId)),
    ...(notice.network?.members ?? [])
      .filter(({ enterpriseCode }) => enterpriseCode !== registration.enterpriseCode)
      .map(({ enterpriseCode }) =>
        entity(idOf(enterpriseCode), 'Company', {
          name: names[enterpriseCode] ?? enterpriseCode,
          registrationNumber: enterpriseCode,
          ...HOME,
        }),
      ),
    ...tiesOf(caseFile, makeId),
  ];
}

const HOME = { jurisdiction: 'vn', country: 'vn' };

type GivenProperties = Readonly<Record<string, string | undefined>>;

const entity = (id: string, schema: string, given: GivenProperties): FtmEntity => ({
  id,
  schema,
  properties: Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, [value]]])),
  ),
});

const companyOf = (id: string, { registration }: CaseFile): FtmEntity =>
  entity(id, 'Company', {
    name: registration.name,
    registrationNumber: registration.enterpriseCode,
    taxNumber: registration.enterpriseCode,
    incorporationDate: registration.registeredOn,
    legalForm: registration.legalForm,
    sector: registration.mainIndustryCode,
    address: registration.headOfficeAddress,
    phone: registration.phone,
    email: registration.email,
    capital: registration.charterCapital?.toString(),
    ...HOME,
  });

function personWithRole(
  person: DeclaredPerson,
  { enterpriseCode, registeredOn }: CaseFile['registration'],
  company: string,
  makeId: MakeId,
): FtmEntity[] {
  const id = makeId(personKey(enterpriseCode, person));
  const { role } = person;
  const isPassport = person.documentType === 'HC';
  return [
    entity(id, 'Person', {
      name: person.fullName,
      birthDate: person.dateOfBirth,
      gender: person.gender,
      ...nationalityOf(person),
      idNumber: isPassport ? undefined : person.documentNumber,
      passportNumber: isPassport ? person.documentNumber : undefined,
      phone: person.personalPhone,
    }),
    linkOf(role, id, company, registeredOn, makeId),
  ];
}

function nationalityOf({ nationality }: DeclaredPerson): GivenProperties {
  if (nationality === undefined) return {};
  const code = countryCode(nationality)?.toLowerCase();
  return code === undefined ? { notes: `Quốc tịch: ${nationality}` } : { nationality: code };
}

const DIRECTORS: ReadonlySet<PersonRole> = new Set(['legal_representative', 'director', 'chair']);

/** The role is dated by the company's registration, because the start of a role is not recorded. */
function linkOf(role: PersonRole, person: string, company: string, since: string, makeId: MakeId): FtmEntity {
  const id = makeId({ role, person, company });
  const said = { role: ROLE_LABELS[role], startDate: since };
  if (DIRECTORS.has(role)) return entity(id, 'Directorship', { director: person, organization: company, ...said });
  if (isAgent(role) || role === 'organisation_representative')
    return entity(id, 'Representation', { agent: person, client: company, ...said });
  const ownershipType = role === 'beneficial_owner' ? 'beneficial' : 'member';
  return entity(id, 'Ownership', { owner: person, asset: company, ownershipType, ...said });
}

function accountOf({ register }: CaseAccount, company: string, makeId: MakeId): FtmEntity[] {
  const { bank, accountNumber, openedOn } = register;
  const id = makeId({ bank, accountNumber });
  const bankName = findInstitution(bank)?.name ?? bank;
  return [
    entity(id, 'BankAccount', {
      name: `${bankName} ${accountNumber}`,
      accountNumber,
      bankName,
      openingDate: openedOn,
      country: 'vn',
    }),
    entity(makeId({ holder: company, account: id }), 'Ownership', { owner: company, asset: id, role: 'Chủ tài khoản' }),
  ];
}

/** A link between each two companies that share a value, with its kind and its text where that is registered. */
function tiesOf({ ties }: CaseFile, makeId: MakeId): FtmEntity[] {
  return ties.flatMap(({ kind, since, companies, registered }) =>
    companies.slice(1).map((code, n) => {
      const [subject, object] = [makeId(companyKey(companies[n] ?? '')), makeId(companyKey(code))];
      return entity(makeId({ kind, since, subject, object }), 'UnknownLink', {
        subject,
        object,
        role: KIND_NAMES[kind],
        startDate: since,
        description: registered.join('; '),
      });
    }),
  );
}
