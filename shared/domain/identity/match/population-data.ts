import type { DeclaredPerson } from '../registration.ts';

/**
 * Population data (Cơ sở dữ liệu quốc gia về dân cư) contain personal numbers and CMND, not passports: a foreigner's
 * passport may look like somebody's CMND, so it isn't even looked up.
 */
export function hasForeignPassport({ documentType, nationality }: DeclaredPerson): boolean {
  return documentType === 'HC' && !isVietnamese(nationality);
}

/** Whether a number is a passport's (a letter among the digits), whose absence in population data proves nothing. */
export function hasPassportNumber({ documentType, documentNumber }: DeclaredPerson): boolean {
  return documentType === 'HC' && !/^(\d{9}|\d{12})$/u.test(documentNumber.replaceAll(/[\s.-]/gu, ''));
}

const VIETNAMESE = new Set(['', 'vn', 'vnm', 'vietnam', 'vietnamese', 'nguoivietnam', 'kinh']);

const isVietnamese = (nationality: string | undefined): boolean =>
  VIETNAMESE.has(
    (nationality ?? '')
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/gu, '')
      .toLowerCase(),
  );
