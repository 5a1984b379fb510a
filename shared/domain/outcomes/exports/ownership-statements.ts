import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { type DeclaredPerson, type PersonRole, ROLE_LABELS } from '#shared/domain/identity/registration.ts';
import type { CaseOwners } from '#shared/domain/notification/dossier/case-file.ts';
import { type DeclaredOwner, type Holder, holderKey } from '#shared/domain/risk/owners/holding.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { personDetails } from './person-details.ts';
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
  /** A record that an earlier statement of the same file is about is an updated one. */
  readonly recordStatus: 'new' | 'updated';
  readonly recordType: 'entity' | 'person' | 'relationship';
  readonly recordDetails: Readonly<Record<string, unknown>>;
}

/** The interest of each role. The registration alone says nothing of its size. */
const INTERESTS: Readonly<Record<PersonRole, string>> = {
  legal_representative: 'seniorManagingOfficial',
  authorised_person: 'rightsGrantedByContract',
  member: 'shareholding',
  // By shares, or by control in another way (Nghị định 168/2025/NĐ-CP Điều 17)
  beneficial_owner: 'otherInfluenceOrControl',
  owner: 'shareholding',
  general_partner: 'shareholding',
  organisation_representative: 'rightsGrantedByContract',
  chair: 'boardChair',
  director: 'seniorManagingOfficial',
  chief_accountant: 'rightsGrantedByContract',
};
/** The roles of which a list of members or a declaration says more. */
const OF_SHARES: ReadonlySet<PersonRole> = new Set(['member', 'owner', 'general_partner', 'beneficial_owner']);

/** The kinds of control as a declaration words them, the first that fits. */
const CONTROLS: readonly (readonly [words: RegExp, type: string])[] = [
  [/bo nhiem|mien nhiem|bai nhiem|hoi dong/, 'appointmentOfBoard'],
  [/dieu le|co cau|to chuc lai|giai the/, 'controlViaCompanyRulesOrArticles'],
  [/(?:)/, 'otherInfluenceOrControl'],
];

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
  const { registration, owners = NOBODY } = caseFile;
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
  const said = saidOf(owners);
  // A declaration may name an organisation without its code
  const idOfHolder = (holder: Holder) =>
    holder.kind === 'organisation' ? makeId(companyKey(holder.number || holder.name)) : idOf(personOf(holder));
  const holders = said.map(({ holder }) => holder);
  const people = peopleOf(
    [...registration.people, ...holders.flatMap((holder) => (holder.kind === 'person' ? personOf(holder) : []))],
    idOf,
  );
  const organisations = new Map(
    holders.flatMap((holder) => (holder.kind === 'organisation' ? [[idOfHolder(holder), holder] as const] : [])),
  );
  const byList = new Set(said.map(({ holder }) => idOfHolder(holder)));
  const interests = Map.groupBy(
    [
      ...said.map(({ holder, interest }) => ({ party: idOfHolder(holder), interest })),
      ...registration.people
        .filter((person) => !(byList.has(idOf(person)) && OF_SHARES.has(person.role)))
        .map((person) => ({ party: idOf(person), interest: interestOf(person.role) })),
    ],
    ({ party }) => party,
  );
  return [
    make('entity', company, {
      isComponent: false,
      entityType: { type: 'registeredEntity' },
      name: registration.name,
      jurisdiction: { name: 'Việt Nam', code: 'VN' },
      identifiers: [{ schemeName: ENTERPRISE_CODES, id: registration.enterpriseCode }],
      foundingDate: registration.registeredOn,
      addresses: [
        { type: 'registered', address: registration.headOfficeAddress, country: { name: 'Việt Nam', code: 'VN' } },
      ],
    }),
    ...[...people].map(([id, person]) => make('person', id, personDetails(person))),
    ...[...organisations].map(([id, { name, number }]) =>
      make('entity', id, {
        isComponent: false,
        entityType: { type: 'legalEntity' },
        name,
        ...(number !== '' && { identifiers: [{ schemeName: ENTERPRISE_CODES, id: number }] }),
      }),
    ),
    ...[...interests].map(([party, own]) =>
      make('relationship', makeId({ party, company }), {
        isComponent: false,
        subject: company,
        interestedParty: party,
        interests: distinct(own.map(({ interest }) => interest)),
      }),
    ),
  ];
}

const ENTERPRISE_CODES = 'Mã số doanh nghiệp, mã số thuế (Việt Nam)';
const distinct = (interests: readonly Interest[]): readonly Interest[] => [
  ...new Map(interests.map((interest) => [JSON.stringify(interest), interest])).values(),
];

const NOBODY: CaseOwners = { members: [], declared: [] };
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

interface Interest {
  readonly type: string;
  readonly directOrIndirect: 'direct' | 'indirect' | 'unknown';
  readonly beneficialOwnershipOrControl: boolean;
  readonly details: string;
  readonly share?: { readonly exact: number };
}

const interestOf = (role: PersonRole): Interest => ({
  type: INTERESTS[role],
  directOrIndirect: role === 'beneficial_owner' ? 'unknown' : 'direct',
  beneficialOwnershipOrControl: role === 'beneficial_owner',
  details: ROLE_LABELS[role],
});

interface Said {
  readonly holder: Holder;
  readonly interest: Interest;
}

/** What the list of members and the last declaration say: shares of the capital, of the votes, and the kind of control. */
function saidOf({ members, declared }: CaseOwners): readonly Said[] {
  const direct = new Map(members.map(({ holder, share }) => [holderKey(holder), share]));
  return [
    ...members.flatMap(({ holder, share, votingShare }) =>
      sharesOf({ share, votingShare }, { directOrIndirect: 'direct', isOwner: false }).map((interest) => ({
        holder,
        interest,
      })),
    ),
    ...declared.flatMap(({ holder, share, votingShare, control }): Said[] => {
      if (!holder) return [];
      const held = direct.get(holderKey(holder));
      const directOrIndirect = members.length === 0 ? 'unknown' : held === share ? 'direct' : 'indirect';
      const isOwner = holder.kind === 'person';
      const shares = sharesOf({ share, votingShare }, { directOrIndirect, isOwner });
      return [...shares, ...(control === undefined && shares.length > 0 ? [] : [controlOf(control, isOwner)])].map(
        (interest) => ({ holder, interest }),
      );
    }),
  ];
}

function sharesOf(
  { share, votingShare }: Pick<DeclaredOwner, 'share' | 'votingShare'>,
  { directOrIndirect, isOwner }: { directOrIndirect: Interest['directOrIndirect']; isOwner: boolean },
): readonly Interest[] {
  const details = isOwner ? ROLE_LABELS.beneficial_owner : ROLE_LABELS.member;
  const common = { directOrIndirect, beneficialOwnershipOrControl: isOwner, details };
  return [
    ...(share === undefined ? [] : [{ type: 'shareholding', ...common, share: { exact: share } }]),
    ...(votingShare === undefined ? [] : [{ type: 'votingRights', ...common, share: { exact: votingShare } }]),
  ];
}

const controlOf = (control = '', isOwner: boolean): Interest => ({
  type: CONTROLS.find(([words]) => words.test(foldMarks(control)))?.[1] ?? 'otherInfluenceOrControl',
  directOrIndirect: 'unknown',
  beneficialOwnershipOrControl: isOwner,
  details: control === '' ? ROLE_LABELS.beneficial_owner : control,
});

const personOf = ({ name, number, dateOfBirth = '' }: Holder): DeclaredPerson => ({
  role: 'member',
  fullName: name,
  dateOfBirth,
  documentNumber: number,
  documentType: /[A-Za-z]/u.test(number) ? 'HC' : 'CCCD',
});
