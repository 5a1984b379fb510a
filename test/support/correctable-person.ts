import { randomBytes } from 'node:crypto';

/** A reference of the length of a keyed hash, which does not compress. */
export const aReference = () => randomBytes(16).toString('base64url');

/** A verified person with a typed number that is to be corrected, and with references to three other numbers. */
export const correctablePerson = () => ({
  role: 'member' as const,
  result: 'correctable' as const,
  fields: {
    documentNumber: 'correctable' as const,
    fullName: 'match' as const,
    dateOfBirth: 'variation' as const,
    gender: 'match' as const,
  },
  maskedDocumentNumber: '****1234',
  personRef: aReference(),
  aliasRefs: [aReference(), aReference(), aReference()],
  birthYear: 1980,
  foreign: false,
});
