import type { CaseFile } from '#shared/domain/notification/dossier/case-file.ts';
import type { PoliceNotice } from '#shared/domain/notification/dossier/police-notice.ts';

/** A case for export to the police's other tools: the notice, with its facts where they are still stored. */
export interface ExportedCase {
  readonly notice: PoliceNotice;
  readonly caseFile?: CaseFile | undefined;
}

/** Makes an id from the identity of a person or company, so that it is the same in every export. */
export type MakeId = (content: unknown) => string;

/**
 * The identity of a person: the document or, where there is none, the name and the date of birth. Of whom only the name
 * is known, that is a person of this company.
 */
export const personKey = (
  enterpriseCode: string,
  person: {
    readonly documentType?: string | undefined;
    readonly documentNumber: string;
    readonly fullName: string;
    readonly dateOfBirth: string;
  },
): unknown =>
  person.documentNumber === ''
    ? {
        person: person.fullName,
        ...(person.dateOfBirth === '' ? { of: enterpriseCode } : { born: person.dateOfBirth }),
      }
    : { document: person.documentType === 'HC' ? 'HC' : 'ID', number: person.documentNumber };

export const companyKey = (enterpriseCode: string): unknown => ({ company: enterpriseCode });
