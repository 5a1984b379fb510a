import type { BirthDate, IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** Vai trò: legal representative (người đại diện theo pháp luật), authorised person (người được ủy quyền), member, beneficial owner (chủ sở hữu hưởng lợi). */
export const PERSON_ROLES = ['legal_representative', 'authorised_person', 'member', 'beneficial_owner'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Loại giấy tờ: citizen card (CCCD), identity card (CC, Luật Căn cước 26/2023), old 9-digit card (CMND), passport (hộ chiếu, HC). */
export const DOCUMENT_TYPES = ['CCCD', 'CC', 'CMND', 'HC'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export type Gender = 'male' | 'female';

/** A person as the registration office declares them. Text is NFC with single spaces. */
export interface DeclaredPerson {
  readonly role: PersonRole;
  readonly fullName: string;
  readonly dateOfBirth: BirthDate;
  readonly gender?: Gender | undefined;
  readonly nationality?: string | undefined;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly issuedOn?: IsoDate | undefined;
  readonly personalPhone?: string | undefined;
}

/** More are taken of no company: a founding shareholder (cổ đông sáng lập) is registered, a buyer at the exchange is not. */
export const MOST_PEOPLE = 1000;

/** One version of a company's registration (nội dung đăng ký doanh nghiệp). Money in whole đồng. */
export interface Registration {
  readonly enterpriseCode: string;
  readonly name: string;
  readonly legalForm: string;
  readonly registeredOn: IsoDate;
  /** Ngày thay đổi: dates this version; without it the registration date does. */
  readonly amendedOn?: IsoDate | undefined;
  readonly headOfficeAddress: string;
  readonly mainIndustryCode?: string | undefined;
  readonly charterCapital: number;
  readonly plannedEmployees?: number | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly people: readonly DeclaredPerson[];
}
