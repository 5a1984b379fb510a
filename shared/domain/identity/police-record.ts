import type { BirthDate, IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { DocumentType, Gender } from './registration.ts';

/** Trạng thái in the police extract, gravest first: of one date the graver is valid. */
export const POLICE_STATUSES = [
  'DA_CHET',
  'BI_TRUY_NA',
  'SO_DA_HUY',
  'BAO_MAT_GIAY_TO',
  'MAT_TICH',
  'BINH_THUONG',
] as const;
export type PoliceStatus = (typeof POLICE_STATUSES)[number];

/** A person as the police extract of population data gives them. */
export interface PoliceRecord {
  readonly documentNumber: string;
  readonly documentType?: DocumentType | undefined;
  readonly fullName: string;
  readonly dateOfBirth: BirthDate;
  readonly gender?: Gender | undefined;
  readonly permanentAddress?: string | undefined;
  readonly status: PoliceStatus;
  readonly statusOn?: IsoDate | undefined;
  readonly expiresOn?: IsoDate | undefined;
  /** Số CMND cũ: an alias of the same person. */
  readonly oldNumber?: string | undefined;
}
