import { readPersonalNumber } from '../identity-document.ts';
import type { PoliceRecord } from '../police-record.ts';
import type { Gender } from '../registration.ts';

/**
 * How a declared gender relates: `contradicts` means police data and the number; `disputed` means that the two disagree
 * with each other, so that neither corrects the declared one.
 */
export type GenderEvidence = 'same' | 'contradicts' | 'disputed' | 'not_provided';

/** Where police data give no gender, the digit of the personal number (số định danh cá nhân) decides. */
export function compareGenders(declared: Gender | undefined, record: PoliceRecord): GenderEvidence {
  const inNumber = genderInNumber(record);
  const known = record.gender ?? inNumber;
  if (!declared || !known) return 'not_provided';
  if (declared === known) return 'same';
  return inNumber === undefined || inNumber === known ? 'contradicts' : 'disputed';
}

export const knownGender = (record: PoliceRecord): Gender | undefined => record.gender ?? genderInNumber(record);

const genderInNumber = ({ documentNumber }: PoliceRecord) => readPersonalNumber(documentNumber)?.gender;
