import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';

/** A synthetic citizen: nobody real has this number. */
export const citizen = (changes: Partial<PoliceRecord> = {}): PoliceRecord => ({
  documentNumber: '033190123456',
  documentType: 'CCCD',
  fullName: 'Nguyễn Thị Hồng Thúy',
  dateOfBirth: '1990-03-11',
  gender: 'female',
  status: 'BINH_THUONG',
  expiresOn: '2030-03-11',
  ...changes,
});

/** The same citizen as the registration office would type her. */
export const declared = (changes: Partial<DeclaredPerson> = {}): DeclaredPerson => ({
  role: 'legal_representative',
  fullName: 'Nguyễn Thị Hồng Thúy',
  dateOfBirth: '1990-03-11',
  gender: 'female',
  nationality: 'Việt Nam',
  documentType: 'CCCD',
  documentNumber: '033190123456',
  issuedOn: '2021-03-01',
  ...changes,
});
