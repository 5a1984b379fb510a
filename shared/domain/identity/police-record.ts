import type { BirthDate, IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { DocumentType, Gender } from './registration.ts';

/** The statuses (trạng thái) of the police extract, the gravest first. Of two on one date the graver is valid. */
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
  /** The old number (số CMND cũ) of the same person. */
  readonly oldNumber?: string | undefined;
}

/** A row about a person, with the day since which it counts; absent where nobody told it in a file. */
export interface StatedRecord extends PoliceRecord {
  readonly toldOn?: IsoDate | undefined;
}
