import type { BirthDate, IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** The roles (vai trò), by the names that `ROLE_LABELS` gives them. */
export const PERSON_ROLES = [
  'legal_representative',
  'authorised_person',
  'member',
  'beneficial_owner',
  'owner',
  'general_partner',
  'organisation_representative',
  'chair',
  'director',
  'chief_accountant',
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/**
 * The document types (loại giấy tờ): citizen card (CCCD), identity card (CC, Luật Căn cước 26/2023), old 9-digit card
 * (CMND), passport (hộ chiếu, HC).
 */
export const DOCUMENT_TYPES = ['CCCD', 'CC', 'CMND', 'HC'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const ROLE_LABELS: Readonly<Record<PersonRole, string>> = {
  legal_representative: 'Người đại diện theo pháp luật',
  authorised_person: 'Người được ủy quyền',
  member: 'Thành viên/Cổ đông',
  beneficial_owner: 'Chủ sở hữu hưởng lợi',
  owner: 'Chủ sở hữu',
  general_partner: 'Thành viên hợp danh',
  organisation_representative: 'Người đại diện theo ủy quyền',
  chair: 'Chủ tịch công ty',
  director: 'Giám đốc/Tổng giám đốc',
  chief_accountant: 'Kế toán trưởng',
};

/** Whether somebody works for whoever pays, as service firms and accountants do for many companies. */
export const isAgent = (role: PersonRole): boolean => role === 'authorised_person' || role === 'chief_accountant';

export type Gender = 'male' | 'female';

/**
 * A person as the registration office declares them. Text is NFC with single spaces. The register's own export names a
 * representative by the name alone: birth date and number are then empty, and the type of document is absent.
 */
export interface DeclaredPerson {
  readonly role: PersonRole;
  readonly fullName: string;
  readonly dateOfBirth: BirthDate;
  readonly gender?: Gender | undefined;
  readonly nationality?: string | undefined;
  readonly documentType?: DocumentType | undefined;
  readonly documentNumber: string;
  readonly issuedOn?: IsoDate | undefined;
  readonly personalPhone?: string | undefined;
}

/** Whether only the name of somebody is known, so that nothing can be checked. */
export const isNameAlone = ({ documentNumber }: Pick<DeclaredPerson, 'documentNumber'>): boolean =>
  documentNumber === '';

/**
 * The most people of one company. Founding shareholders (cổ đông sáng lập) are registered, but not buyers of shares at
 * the exchange.
 */
export const MOST_PEOPLE = 1000;

/**
 * One version of a company's registration (nội dung đăng ký doanh nghiệp). Money in whole đồng. The register's own export
 * may lack the legal form and the capital, which are then unknown.
 */
export interface Registration {
  readonly enterpriseCode: string;
  readonly name: string;
  readonly legalForm?: string | undefined;
  readonly registeredOn: IsoDate;
  /** The date of change (ngày thay đổi), which dates this version; where it is absent the registration date does. */
  readonly amendedOn?: IsoDate | undefined;
  readonly headOfficeAddress: string;
  readonly mainIndustryCode?: string | undefined;
  /** All registered industries (mã ngành), such as `4661, 4662`. */
  readonly industryCodes?: string | undefined;
  readonly charterCapital?: number | undefined;
  readonly plannedEmployees?: number | undefined;
  /** The code of the household business (hộ kinh doanh) that became this company. */
  readonly householdCode?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly people: readonly DeclaredPerson[];
}

/** A registration without its people. */
export type CompanyOnly = Omit<Registration, 'people'>;

/** The fields of a company, which a version joins from its rows. */
export const COMPANY_FIELDS: Readonly<Record<keyof CompanyOnly, true>> = {
  enterpriseCode: true,
  name: true,
  legalForm: true,
  registeredOn: true,
  amendedOn: true,
  headOfficeAddress: true,
  mainIndustryCode: true,
  industryCodes: true,
  charterCapital: true,
  plannedEmployees: true,
  householdCode: true,
  phone: true,
  email: true,
};

/** The fields of a person, which a version joins from its rows. */
export const PERSON_FIELDS: Readonly<Record<keyof DeclaredPerson, true>> = {
  role: true,
  fullName: true,
  dateOfBirth: true,
  gender: true,
  nationality: true,
  documentType: true,
  documentNumber: true,
  issuedOn: true,
  personalPhone: true,
};
