import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { countryCode } from '#shared/domain/vietnamese/country.ts';
import {
  type DeclaredPerson,
  type DocumentType,
  type PersonRole,
  ROLE_LABELS,
} from '#shared/domain/identity/registration.ts';
import { companyKey, type ExportedCase, type MakeId, personKey } from './exported-case.ts';

/** A statement of the Beneficial Ownership Data Standard, version 0.4. */
export interface OwnershipStatement {
  readonly statementId: string;
  readonly declarationSubject: string;
  readonly statementDate: string;
  readonly publicationDetails: {
    readonly publicationDate: string;
    readonly bodsVersion: '0.4';
    readonly publisher: { readonly name: string };
  };
  readonly source: { readonly type: readonly string[]; readonly description: string };
  readonly recordId: string;
  readonly recordStatus: 'new';
  readonly recordType: 'entity' | 'person' | 'relationship';
  readonly recordDetails: Readonly<Record<string, unknown>>;
}

/** The interest of each role. The register does not state indirect shares or their size. */
const INTERESTS: Readonly<
  Record<PersonRole, { readonly type: string; readonly details?: string; readonly isOwner: boolean }>
> = {
  legal_representative: { type: 'seniorManagingOfficial', isOwner: false },
  authorised_person: { type: 'rightsGrantedByContract', isOwner: false },
  member: { type: 'shareholding', isOwner: false },
  beneficial_owner: {
    type: 'unknownInterest',
    details: 'Chủ sở hữu hưởng lợi theo khai báo (Nghị định 168/2025/NĐ-CP Điều 17)',
    isOwner: true,
  },
  owner: { type: 'shareholding', isOwner: false },
  general_partner: { type: 'shareholding', isOwner: false },
  organisation_representative: { type: 'rightsGrantedByContract', isOwner: false },
  chair: { type: 'boardChair', isOwner: false },
  director: { type: 'seniorManagingOfficial', isOwner: false },
  chief_accountant: { type: 'rightsGrantedByContract', isOwner: false },
};

/**
 * Writes a company, its people, and its owners, controllers and representatives as statements of BODS 0.4. As the
 * standard demands, the parties of a relationship come before it. The statements are made from the registration alone,
 * never from the flag. @param on the day of publication
 */
export function ownershipStatements(
  { notice, caseFile }: ExportedCase,
  on: string,
  makeId: MakeId,
): readonly OwnershipStatement[] {
  if (!caseFile) return [];
  const { registration } = caseFile;
  const company = makeId(companyKey(registration.enterpriseCode));
  const date = registration.amendedOn ?? registration.registeredOn;
  const make = (
    recordType: OwnershipStatement['recordType'],
    recordId: string,
    recordDetails: Readonly<Record<string, unknown>>,
  ): OwnershipStatement => ({
    // The standard demands 32 to 64 characters. The id is made from the record's id and content, so that it
    // is always the same
    statementId: `${recordId}-${makeId({ recordType, recordId, recordDetails, date })}`,
    declarationSubject: company,
    statementDate: date,
    publicationDetails: { publicationDate: on, bodsVersion: '0.4', publisher: { name: HOME_PROVINCE.police } },
    source: { type: ['officialRegister'], description: `Dữ liệu đăng ký doanh nghiệp; hồ sơ ${notice.id}` },
    recordId,
    recordStatus: 'new',
    recordType,
    recordDetails,
  });
  const idOf: IdOf = (person) => makeId(personKey(registration.enterpriseCode, person));
  const people = peopleOf(registration.people, idOf);
  return [
    make('entity', company, {
      isComponent: false,
      entityType: { type: 'registeredEntity' },
      name: registration.name,
      jurisdiction: { name: 'Việt Nam', code: 'VN' },
      identifiers: [{ schemeName: 'Mã số doanh nghiệp, mã số thuế (Việt Nam)', id: registration.enterpriseCode }],
      foundingDate: registration.registeredOn,
      addresses: [
        { type: 'registered', address: registration.headOfficeAddress, country: { name: 'Việt Nam', code: 'VN' } },
      ],
    }),
    ...[...people].map(([id, person]) => make('person', id, personDetails(person))),
    ...[...partiesOf(registration.people, idOf)].map(([party, roles]) =>
      make('relationship', makeId({ party, company }), {
        isComponent: false,
        subject: company,
        interestedParty: party,
        interests: roles.map((role) => interestOf(role)),
      }),
    ),
  ];
}

type IdOf = (person: DeclaredPerson) => string;

/** Each person once, with the nationality from any of their rows. */
function peopleOf(people: readonly DeclaredPerson[], idOf: IdOf): ReadonlyMap<string, DeclaredPerson> {
  const rows = Map.groupBy(people, idOf);
  return new Map(
    [...rows].flatMap(([id, own]) => {
      const [first] = own;
      const nationality = own.map((row) => row.nationality).find((known) => known !== undefined);
      return first ? [[id, { ...first, nationality }] as const] : [];
    }),
  );
}

/** The roles of each person, because a person has one relationship with the company for all roles. */
function partiesOf(people: readonly DeclaredPerson[], idOf: IdOf): ReadonlyMap<string, readonly PersonRole[]> {
  const roles = Map.groupBy(people, idOf);
  return new Map([...roles].map(([party, own]) => [party, [...new Set(own.map(({ role }) => role))].sort()]));
}

function interestOf(role: PersonRole) {
  const { type, details = ROLE_LABELS[role], isOwner } = INTERESTS[role];
  return { type, directOrIndirect: isOwner ? 'unknown' : 'direct', beneficialOwnershipOrControl: isOwner, details };
}

/** Unknown values are left out, because the standard has no empty value. */
function personDetails({ fullName, dateOfBirth, nationality, documentType, documentNumber }: DeclaredPerson) {
  const code = nationality === undefined ? undefined : countryCode(nationality);
  return {
    isComponent: false,
    personType: 'knownPerson',
    names: [{ fullName }],
    ...(dateOfBirth !== '' && { birthDate: dateOfBirth }),
    ...(nationality !== undefined && { nationalities: [{ name: nationality, ...(code !== undefined && { code }) }] }),
    ...(documentType !== undefined &&
      documentNumber !== '' && { identifiers: [{ ...SCHEMES[documentType], id: documentNumber }] }),
  };
}

/** The country of a passport is unknown, so its identifier has only a scheme name. */
const SCHEMES: Readonly<Record<DocumentType, { readonly scheme?: string; readonly schemeName: string }>> = {
  CCCD: { scheme: 'VNM-IDCARD', schemeName: 'Số định danh cá nhân, căn cước công dân' },
  CC: { scheme: 'VNM-IDCARD', schemeName: 'Số định danh cá nhân, căn cước' },
  CMND: { scheme: 'VNM-IDCARD', schemeName: 'Chứng minh nhân dân' },
  HC: { schemeName: 'Hộ chiếu' },
};
